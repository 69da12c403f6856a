#!/usr/bin/env python3
"""Fails, and names the way, when a file includes what its layer must not know (ARCHITECTURE.md says why).

What the compiler includes counts: an include of an include is one too. No build is needed.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
INCLUDE = re.compile(r'^ *# *include *(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)

# (why, what must not be included, by which files, apart from these)
RULES = [
    ("LibTorch: only in core/model and tests/model", r"torch/|ATen/|c10/",
     r"app/|core/|ui/|tests/", r"core/model/|tests/model/"),
    ("Qt: not in core, except core/session", r"Q[A-Z]|Qt", r"core/", r"core/session/"),
    ("core knows nothing of the layers above it", r"app/|ui/|core/session/|core/model/",
     r"core/", r"core/session/|core/model/"),
    ("core/session knows neither networks nor widgets", r"app/|ui/|core/model/", r"core/session/", None),
    ("core/model knows neither session nor widgets", r"app/|ui/|core/session/", r"core/model/", None),
    ("ui knows neither networks nor app", r"app/|core/model/", r"ui/", None),
    ("ui/plots draws values and knows no session", r"core/session/", r"ui/plots/", None),
    ("LibTorch's headers break on Qt's keywords, which qcustomplot.h needs", r"qcustomplot\.h",
     r"core/|tests/model/", None),
]
# This one is about the line itself: whoever includes the wrapper has the header.
WRAPPER = "ui/plots/qcp.h"


def sources():
    return sorted(path.relative_to(ROOT).as_posix()
                  for folder in ("app", "core", "ui", "tests")
                  for path in (ROOT / folder).rglob("*")
                  if path.suffix in (".h", ".cpp"))


def includes_of(name):
    """The names in a file's include lines; a file of the project by its path from the root."""
    text = (ROOT / name).read_text(encoding="utf-8")
    found = []
    for quoted, system in INCLUDE.findall(text):
        beside = (pathlib.PurePosixPath(name).parent / quoted).as_posix()
        found.append(beside if quoted and (ROOT / beside).is_file() else quoted or system)
    return found


def ways_from(name, includes):
    """Everything that a file includes, in the end, with the shortest way to it."""
    ways = {name: [name]}
    waiting = [name]
    for step in waiting:
        for target in includes.get(step, []):
            if target not in ways:
                ways[target] = ways[step] + [target]
                waiting.append(target)
    del ways[name]
    return ways


def broken_rules(name, includes):
    ways = ways_from(name, includes)
    for why, forbidden, where, apart_from in RULES:
        if not re.match(where, name) or (apart_from and re.match(apart_from, name)):
            continue
        for target, way in ways.items():
            if re.match(forbidden, target):
                yield f"{why}: {' -> '.join(way)}"
    if "qcustomplot.h" in includes[name] and name != WRAPPER:
        yield f"qcustomplot.h: only in its wrapper {WRAPPER}: {name}"


def main():
    includes = {name: includes_of(name) for name in sources()}
    broken = [line for name in includes for line in broken_rules(name, includes)]
    print("\n".join(broken), end="\n" if broken else "")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
