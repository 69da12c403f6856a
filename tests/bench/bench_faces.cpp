// gan_bench_faces SECONDS [KEY=VALUE ...]: trains `faces` on random pictures, without a window, for about so
// many seconds and prints one line of JSON: iterations and pictures a second, and what a picture of it
// costs. Compare with dcgan_loop.py.

#include "app/model_module.h"
#include "core/data/picture_set.h"
#include "core/error.h"
#include "core/experiment.h"
#include "core/session/networks.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <span>
#include <string_view>
#include <vector>

using namespace gan;

namespace {

constexpr int kPictures = 512, kWarmUp = 5;

std::shared_ptr<const PictureSet> randomPictures(int side)
{
    auto set = std::make_shared<PictureSet>();
    set->side = side;
    set->trainCount = kPictures;
    set->bytes.resize(static_cast<std::size_t>(set->bytesEach() * kPictures));
    std::minstd_rand random(1);
    std::generate(set->bytes.begin(), set->bytes.end(), [&] { return std::uint8_t(random() >> 8); });
    return set;
}

template <class Action>
double secondsOf(Action action)
{
    const auto start = std::chrono::steady_clock::now();
    action();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

Settings settingsOf(std::span<char*> assignments)
{
    Settings settings(experimentNamed("faces"));
    for (const std::string_view assignment : assignments) {
        const auto sign = std::min(assignment.find('='), assignment.size() - 1);
        settings.setText(assignment.substr(0, sign), assignment.substr(sign + 1));
    }
    return settings;
}

void measure(Trainer& trainer, const Settings& settings, double seconds)
{
    trainer.reset(settings, {.pictures = randomPictures(std::stoi(settings.choice("side")))});
    for (int i = 0; i < kWarmUp; ++i)
        trainer.step();
    int iterations = 0;
    double taken = 0;
    while (taken < seconds) {
        taken += secondsOf([&] { trainer.step(); });
        ++iterations;
    }
    View view(settings.experiment());
    view.setParts(View::Parts{"generated", "real", "verdicts", "verdicts_real"}); // the page as it opens
    std::vector<double> probes;
    for (int i = 0; i < 9; ++i)
        probes.push_back(secondsOf([&] { trainer.probe(view); }));
    std::sort(probes.begin(), probes.end());
    const double rate = iterations / taken;
    std::printf("{\"iterations_per_second\": %.3f, \"pictures_per_second\": %.1f, \"probe_ms\": %.2f}\n",
                rate, rate * double(settings.integer("batch")), 1000 * probes[probes.size() / 2]);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        std::fputs("usage: gan_bench_faces SECONDS [KEY=VALUE ...]\n", stderr);
        return 2;
    }
    setThreadEnvironment();
    const QCoreApplication application(argc, argv);
    try {
        const Settings settings = settingsOf(std::span(argv, std::size_t(argc)).subspan(2));
        const auto trainer = modelModule()("faces");
        measure(*trainer, settings, std::atof(argv[1]));
        return 0;
    } catch (const Error& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
