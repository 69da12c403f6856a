#!/usr/bin/env python3
"""Speed, start and memory of the program: ./dev bench (which provides a screen).

usage: bench.py [--rounds N] [--seconds S] [--memory ITERATIONS]

What is compared is measured in turn, several times over, and a ratio is the median of the rounds' own ratios: a busy
machine slows neighbors alike.
"""
import argparse
import functools
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
BUILD = Path(os.environ.get("GAN_BUILD_DIR", ROOT / "build" / "release"))
OTHER_BUILDS = sorted(bench.parents[1] for bench in (ROOT / "build").glob("*/bin/gan_bench")
                      if bench.parents[1] != BUILD and bench.parents[1].name.startswith(("release", "libtorch-")))
PROGRAM = BUILD / "bin" / "gan-explorer"
HERE = Path(__file__).resolve().parent
JAX = ROOT / ".venv-jax" / "bin" / "python"
NEW_TORCH = ROOT / ".venv" / "bin" / "python"  # which ./dev test --libtorch pip installs

# The functions of core/kernels in a profile.
ARITHMETIC = re.compile(r"^\s*([\d.]+)%.*\(anonymous namespace\)::"
                        r"(?:activate|deactivate|multiply|addOuter|lossTerm|sgd|momentumStep|adam|sum|logAll|sinAll|cosAll)")

# What the program sets for itself, for the Python loop too.
THREADING = {"OMP_WAIT_POLICY": "passive", "OPENBLAS_NUM_THREADS": "1"}


def output_of(command, timeout=7200, **environment):
    done = subprocess.run([str(part) for part in command], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          timeout=timeout, env={**os.environ, **THREADING, **environment}, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{Path(command[0]).name} exited with {done.returncode}: {done.stderr.strip()[-300:]}")
    return done.stdout


def gan_bench(mode, amount, *words, build=BUILD, **environment):
    """The figures of tests/bench/bench_window.cpp; `words` are an experiment and key=value."""
    return json.loads(output_of([build / "bin" / "gan_bench", mode, amount, *words], **environment))


def library(build):
    """Which LibTorch that build's program loads, such as "LibTorch 1.13.0 (cpu)"."""
    return output_of([build / "bin" / "gan-explorer", "--version"], timeout=60).splitlines()[1]


@functools.lru_cache
def python_with_torch():
    """Debian's torch belongs to /usr/bin/python3, which need not be the python3 of the PATH."""
    for python in (sys.executable, "python3", "/usr/bin/python3"):
        if subprocess.run([python, "-c", "import torch"], capture_output=True, check=False).returncode == 0:
            return python
    raise RuntimeError("no Python here has torch: install python3-torch")


def python_loop(seconds, name="density_1d_loop.py", python=None):
    return json.loads(output_of([python or python_with_torch(), HERE / name, seconds]))


def jax_loop(seconds):
    """On one core, as all that it is compared with."""
    return json.loads(output_of(["taskset", "-c", "0", JAX, HERE / "density_1d_jax.py", seconds],
                                XLA_FLAGS="--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"))


def levels():
    """The sets of instructions that this processor has."""
    flags = Path("/proc/cpuinfo").read_text(encoding="ascii", errors="replace")
    return ["baseline", *(level for level, flag in (("avx2", " avx2"), ("avx512", " avx512bw")) if flag in flags)]


def start_ms():
    """From the start of the process to the first painted window."""
    return float(output_of([PROGRAM, "--startup-time"], timeout=60).split()[0])


def measure_speed(rounds, seconds):
    """Figures of all three, round by round: {"no-window": [...], "window": [...], "python": [...]}."""
    ways = {
        "no-window": lambda: gan_bench("no-window", seconds),
        "window": lambda: gan_bench("window", seconds),
        "python": lambda: python_loop(seconds),
    }
    figures = {way: [] for way in ways}
    for _ in range(rounds):
        for way, measure in ways.items():
            figures[way].append(measure())
    return figures


def rates(figures, way, key="iterations_per_second"):
    return [round_[key] for round_ in figures[way]]


def ratio(figures, way, other):
    return median(a / b for a, b in zip(rates(figures, way), rates(figures, other)))


SCREENS = {"1280x720": 1, "3840x2160": 2}  # with what Qt scales by there


def window_on(screen, seconds, *words):
    """The figures of a window that fills a screen of that size, which is made for it."""
    bench = [BUILD / "bin" / "gan_bench", "window", seconds, *words]
    return json.loads(output_of(["xvfb-run", "-a", "-s", f"-screen 0 {screen}x24", *bench],
                                QT_SCALE_FACTOR=str(SCREENS[screen])))


def window_shares(rounds, seconds, *words, screens=tuple(SCREENS)):
    """How much of its speed training keeps beside a window, and pictures a second, by screen: all in turn, round by
    round."""
    shares = {screen: ([], []) for screen in screens}
    for _ in range(rounds):
        alone = gan_bench("no-window", seconds, *words)["iterations_per_second"]
        for screen, (kept, pictures) in shares.items():
            figures = window_on(screen, seconds, *words)
            kept.append(figures["iterations_per_second"] / alone)
            pictures.append(figures["pictures_per_second"])
    return shares


def share_text(kept, pictures):
    return f"{median(kept):.3f} ({min(kept):.3f} to {max(kept):.3f}) at {median(pictures):.1f} pictures/s"


def window_share(rounds, seconds):
    """The median on the smallest of these screens."""
    return median(window_shares(rounds, seconds, screens=["1280x720"])["1280x720"][0])


def measure_start(times=10):
    start_ms()  # the first one reads the disk
    return [start_ms() for _ in range(times)]


def arithmetic_share(seconds):
    """The kernels' part of a profile of density-1d without a window; nothing where there is no perf."""
    if not shutil.which("perf"):
        return None
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "perf.data"
        output_of(["perf", "record", "-o", data, "--", BUILD / "bin" / "gan_bench", "no-window", seconds])
        report = output_of(["perf", "report", "-i", data, "--no-children", "--sort", "sym", "--stdio"])
    return sum(float(found[1]) for line in report.splitlines() if (found := ARITHMETIC.match(line))) / 100


def measure_levels(rounds, seconds):
    """density-1d without a window at each level of instructions, in the Python loop with the newest PyTorch and in JAX
    where these are installed, in turn."""
    ways = {level: functools.partial(gan_bench, "no-window", seconds, GAN_SIMD=level) for level in levels()}
    if NEW_TORCH.exists():
        ways["new torch"] = functools.partial(python_loop, seconds, python=NEW_TORCH)
    if JAX.exists():
        ways["jax"] = functools.partial(jax_loop, seconds)
    figures = {way: [] for way in ways}
    for _ in range(rounds):
        for way, measure in ways.items():
            figures[way].append(measure())
    return figures


def print_levels(figures):
    best = levels()[-1]
    print("density-1d, iterations/s without window, by instructions (median of the rounds, lowest to highest)")
    for way in figures:
        values = rates(figures, way)
        print(f"  {way:10} {median(values):8.0f}   {min(values):.0f} to {max(values):.0f}")
    print(f"  baseline / {best:16} {ratio(figures, 'baseline', best):.2f}")
    if "jax" in figures:
        print(f"  {best} / JAX {ratio(figures, best, 'jax'):20.2f}")
    else:
        print("  JAX is not to be had here")
    if "new torch" in figures:
        print(f"  {best} / Python loop with PyTorch of .venv {ratio(figures, best, 'new torch'):.2f}")
    share = arithmetic_share(6)
    print("  no perf here for a profile" if share is None else f"  share of arithmetic in a profile {share:.2f}")


def print_speed(figures):
    print("iterations/s (median of the rounds, lowest to highest)")
    for way in figures:
        values = rates(figures, way)
        print(f"  {way:10} {median(values):8.0f}   {min(values):.0f} to {max(values):.0f}")
    print(f"  without window / Python loop  {ratio(figures, 'no-window', 'python'):.2f}")
    print(f"  with window / without         {ratio(figures, 'window', 'no-window'):.3f}")
    print("with the window")
    print(f"  pictures/s                    {median(rates(figures, 'window', 'pictures_per_second')):.1f}")
    print(f"  event loop late by, 99 %      {median(rates(figures, 'window', 'event_loop_delay_p99_ms')):.1f} ms")
    print(f"  memory                        {median(rates(figures, 'window', 'rss_mb')):.0f} MB")


def measure_libraries(rounds, seconds):
    """The speed without a window with each LibTorch that is built, round by round; the first is BUILD's."""
    figures = {build: [] for build in (BUILD, *OTHER_BUILDS)}
    for _ in range(rounds):
        for build, measured in figures.items():
            measured.append(gan_bench("no-window", seconds, build=build))
    return figures


def measure_signal(rounds, seconds):
    """Updates of D a second while it learns alone (k = 2, batch 5): ours and those of a Python loop, in turn."""
    ours, python = [], []
    for _ in range(rounds):
        ours.append(gan_bench("no-window", seconds, "signal", "steps_d=1", "steps_g=0")["iterations_per_second"])
        python.append(python_loop(seconds, "signal_loop.py")["updates_per_second"])
    return ours, python


def print_signal(ours, python):
    share = median(a / b for a, b in zip(ours, python))
    print("signal, updates of D a second (k = 2, batch 5)")
    print(f"  program {median(ours):.0f}, Python loop {median(python):.0f}, ratio {share:.2f}; the original program: 100")


FACES_LATENT = 64
FACES = {"32x32": (["batch=64"], ["32", "32", "64"]),
         "64x64": (["side=64", "width=24", "batch=16"], ["64", "24", "16"])}


def faces_loop(seconds, words):
    """The PyTorch loop, the newest PyTorch where it is installed, with the number of threads that is its best."""
    python = NEW_TORCH if NEW_TORCH.exists() else python_with_torch()
    counts = range(1, os.cpu_count() + 1)
    return max((json.loads(output_of([python, HERE / "dcgan_loop.py", seconds, *words, FACES_LATENT, threads]))
                for threads in counts), key=lambda figures: figures["pictures_per_second"])


def measure_faces(rounds, seconds):
    """Pictures a second: ours and those of a PyTorch loop with the same networks and batches, in turn."""
    figures = {size: ([], []) for size in FACES}
    for _ in range(rounds):
        for size, (settings, words) in FACES.items():
            ours = json.loads(output_of([BUILD / "bin" / "gan_bench_faces", seconds, *settings]))
            figures[size][0].append(ours["pictures_per_second"])
            figures[size][1].append(faces_loop(seconds, words)["pictures_per_second"])
    return figures


def faces_ratio(ours, loop):
    return median(a / b for a, b in zip(ours, loop))


def print_faces(figures):
    print("faces, pictures a second")
    for size, (ours, loop) in figures.items():
        print(f"  {size}  program {median(ours):.0f}, PyTorch loop {median(loop):.0f}, ratio {faces_ratio(ours, loop):.2f}")


def print_shares(experiment, shares):
    print(f"{experiment}, with a window / without (median of the rounds, lowest to highest)")
    for screen, figures in shares.items():
        print(f"  {screen:10} {share_text(*figures)}")


def print_libraries(figures):
    print("iterations/s without window, by LibTorch")
    for build in figures:
        print(f"  {library(build):24} {median(rates(figures, build)):8.0f}   {ratio(figures, build, BUILD):.2f} of the first")


def print_start(values):
    print(f"start to first window           {median(values):.0f} ms   {min(values):.0f} to {max(values):.0f}")


def print_memory(figures):
    print(f"memory from iteration 10 000 to {figures['iterations']:.0f}: {figures['rss_growth_mb']:+.1f} MB; "
          f"then the event loop is late by {figures['event_loop_delay_p99_ms']:.1f} ms (99 %)")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=5, help="of each measurement")
    parser.add_argument("--memory", type=int, default=100_000, help="iterations for the memory figure; 0 leaves it out")
    chosen = parser.parse_args()
    print_speed(measure_speed(chosen.rounds, chosen.seconds))
    print_levels(measure_levels(chosen.rounds, chosen.seconds))
    print_signal(*measure_signal(chosen.rounds, min(chosen.seconds, 2)))
    print_faces(measure_faces(chosen.rounds, chosen.seconds))
    for experiment in ("density-1d", "faces"):
        print_shares(experiment, window_shares(chosen.rounds, chosen.seconds, experiment))
    if OTHER_BUILDS:
        print_libraries(measure_libraries(chosen.rounds, chosen.seconds))
    else:
        print(f"{library(BUILD)} is the only one that is built; ./dev test --libtorch pip builds LibTorch 2")
    print_start(measure_start())
    if chosen.memory:
        print_memory(gan_bench("memory", chosen.memory))


if __name__ == "__main__":
    main()
