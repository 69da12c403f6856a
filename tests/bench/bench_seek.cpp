// gan_bench_seek EXPERIMENT ITERATIONS SEEKS: trains a run so far, then goes to so many random iterations of
// its past, and prints one line of JSON: what a seek takes (median and 99th percentile, in seconds), what the
// states take of the memory, and the speed of training with states kept, relative to the same training
// without.

#include "app/model_module.h"
#include "core/error.h"
#include "core/experiment.h"
#include "core/session/data_loader.h"
#include "core/session/replay.h"
#include "core/session/run_engine.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>

using namespace gan;

namespace {

constexpr std::int64_t kCompared = 2000; ///< iterations of each of the two that are compared, at most
constexpr int kRounds = 3;

template <class Action>
double secondsOf(Action action)
{
    const auto start = std::chrono::steady_clock::now();
    action();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::shared_ptr<RunRecord> recordOf(const Settings& settings)
{
    static const DataLoader load = dataLoader();
    auto record = std::make_shared<RunRecord>(1, Run{settings});
    provideData(*record, load);
    return record;
}

double trainingSeconds(Trainer& trainer, const Settings& settings, std::int64_t iterations, bool keepsStates)
{
    const auto record = recordOf(settings);
    if (!keepsStates)
        record->timeline().setLimits({1, 0, 0}); // no state is ever asked for
    RunEngine engine(trainer, record);
    return secondsOf([&] {
        while (engine.iteration() < iterations)
            engine.step();
    });
}

/// Of the two in turn, the best of each.
double relativeSpeed(Trainer& trainer, const Settings& settings, std::int64_t iterations)
{
    double with = 1e9, without = 1e9;
    for (int round = 0; round < kRounds; ++round) {
        without = std::min(without, trainingSeconds(trainer, settings, iterations, false));
        with = std::min(with, trainingSeconds(trainer, settings, iterations, true));
    }
    return without / with;
}

void measure(const char* experiment, std::int64_t iterations, int seeks)
{
    const Settings settings(experimentNamed(experiment));
    const auto trainer = modelModule()(experiment), second = modelModule()(experiment);
    const double speed = relativeSpeed(*trainer, settings, std::min(kCompared, iterations));
    const auto record = recordOf(settings);
    RunEngine engine(*trainer, record);
    while (engine.iteration() < iterations)
        engine.step();
    Replay replay(*second, record);
    std::mt19937_64 random(1);
    std::vector<double> taken;
    for (int i = 0; i < seeks; ++i)
        taken.push_back(secondsOf([&] {
            replay.reach(std::int64_t(random() % std::uint64_t(iterations + 1)));
            replay.viewer().probe(View(settings.experiment()));
        }));
    std::sort(taken.begin(), taken.end());
    std::printf("{\"median_s\": %.4f, \"p99_s\": %.4f, \"state_bytes\": %zu, \"relative_speed\": %.4f}\n",
                taken[taken.size() / 2], taken[taken.size() * 99 / 100], record->timeline().stateBytes(),
                speed);
}

} // namespace

int main(int argc, char** argv)
{
    setThreadEnvironment();
    const QCoreApplication application(argc, argv); // knows where the module lies
    if (argc != 4) {
        std::fputs("usage: gan_bench_seek EXPERIMENT ITERATIONS SEEKS\n", stderr);
        return 2;
    }
    try {
        measure(argv[1], std::atoll(argv[2]), std::max(1, std::atoi(argv[3])));
    } catch (const Error& error) {
        std::fprintf(stderr, "gan_bench_seek: %s\n", error.what());
        return 1;
    }
}
