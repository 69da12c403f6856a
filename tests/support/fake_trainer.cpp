#include "tests/support/fake_trainer.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstring>

namespace gan {

namespace {

double density(double x, double mean, double sd)
{
    return std::exp(-0.5 * (x - mean) * (x - mean) / (sd * sd)) / (std::abs(sd) * 2.5066);
}

template <class F>
Curve curve(const char* name, double low, double high, F f)
{
    Curve c{name, {}, {}};
    for (int i = 0; i <= 200; ++i) {
        c.x.push_back(low + (high - low) * i / 200);
        c.y.push_back(f(c.x.back()));
    }
    return c;
}

Curve bell(const char* name, double mean, double sd)
{
    return curve(name, 0, 10, [=](double x) { return density(x, mean, sd); });
}

Curve sigmoid(const char* name)
{
    return curve(name, 0, 10, [](double x) { return 1 / (1 + std::exp(-(x - 4))); });
}

Curve line(const char* name, double mean, double sd)
{
    return curve(name, 0, 1, [=](double z) { return mean + sd * 3.4 * (z - 0.5); });
}

double widthOf(double low, double high, int bins)
{
    return (high - low) / bins;
}

Histogram bars(const char* name, int bins, double low, double high, double mean, double sd)
{
    Histogram h{name, low, high, {}, 0, 0};
    for (int i = 0; i < bins; ++i)
        h.counts.push_back(static_cast<std::int64_t>(
            1000 * widthOf(low, high, bins) * density(low + (i + 0.5) * widthOf(low, high, bins), mean, sd)));
    h.below = std::max<std::int64_t>(0, 1000 - h.total());
    return h;
}

} // namespace

FakeTrainer::FakeTrainer(std::shared_ptr<FakeTrainerProbe> probe)
    : m_probe(std::move(probe))
    , m_settings(experimentNamed("density-1d"))
{
}

TrainerInfo FakeTrainer::doInfo() const
{
    return {"fake", {"cpu"}, {}, {"generated_mean", "generated_sd", "w1", "w1_floor"}};
}

void FakeTrainer::doReset(const Settings& settings, const TrainingData&)
{
    ++m_probe->resets;
    m_settings = settings;
    m_state = {};
    m_state.value = static_cast<double>(settings.integer("seed"));
}

void FakeTrainer::doApply(const Settings& settings)
{
    m_settings = settings;
}

StepMetrics FakeTrainer::doStep()
{
    ++m_probe->steps;
    if (m_state.iteration == m_probe->failAt)
        throw Error("The loss of D is not finite at iteration %1; learning rates: D %2, G %3.",
                    {std::to_string(m_state.iteration + 1), numberText(m_settings.number("lr_d")),
                     numberText(m_settings.number("lr_g"))});
    busyWait();
    ++m_state.iteration;
    const int d = static_cast<int>(m_settings.integer("steps_d")),
              g = static_cast<int>(m_settings.integer("steps_g"));
    m_state.updatesD += d;
    m_state.updatesG += g;
    m_state.value =
        std::fmod(m_state.value * 1.1 + d * m_settings.number("lr_d") + g * m_settings.number("lr_g"), 7.0);
    const float closing = 5.0f / (1.0f + 0.01f * static_cast<float>(m_state.iteration));
    const float wave = 0.05f * static_cast<float>(m_state.value);
    StepMetrics metrics;
    metrics.updatesD = d;
    metrics.updatesG = g;
    if (d > 0) {
        metrics.lossD = 1.386f - 0.2f * closing / 5 + wave / 4;
        metrics.dReal = 0.5f + 0.05f * closing + wave / 10;
        metrics.dFakeBefore = 0.5f - 0.08f * closing + wave / 10;
        metrics.accuracyReal = 0.5f + 0.06f * closing;
        metrics.accuracyFake = 0.5f + 0.08f * closing;
        metrics.gradNormD = 0.1f * closing + wave;
    }
    if (g > 0) {
        metrics.lossG = 0.693f + 0.3f * closing / 5 + wave / 4;
        metrics.dFakeAfter = 0.5f - 0.09f * closing + wave / 10;
        metrics.gradNormG = 0.05f * closing + wave;
    }
    return metrics;
}

Snapshot FakeTrainer::doProbe(const View&) const
{
    ++m_probe->probes;
    Snapshot s;
    s.iteration = m_state.iteration;
    s.updatesD = m_state.updatesD;
    s.updatesG = m_state.updatesG;
    const std::vector<float> m = measure();
    s.addAll<Readout>({{"generated_mean", m[0]},
                       {"generated_sd", m[1]},
                       {"w1", m[2]},
                       {"w1_floor", m[3]},
                       {"d_real", 0.6},
                       {"d_generated", 0.4}});
    s.addAll<Curve>({bell("real_density", 5, 1.5), sigmoid("p_real"), line("generator", m[0], m[1]),
                     line("ideal_map", 5, 1.5), line("ideal_map_mirror", 5, -1.5)});
    s.addAll<Histogram>({bars("generated", 50, 0, 10, m[0], m[1]), bars("real", 50, 0, 10, 5, 1.5),
                         bars("d_real", 20, 0, 1, 0.6, 0.1), bars("d_generated", 20, 0, 1, 0.4, 0.1)});
    if (m_probe->pictureSide > 0)
        s.addAll<Pictures>({pictures("generated", 64, m_state.value), pictures("real", 64, 1)});
    return s;
}

Snapshot FakeTrainer::doTimelinePicture() const
{
    Snapshot s;
    if (!m_probe->hasTimeline)
        return s;
    s.iteration = m_state.iteration;
    s.updatesD = m_state.updatesD;
    s.updatesG = m_state.updatesG;
    s.addAll<Readout>({{"d_real", 0.6}, {"d_generated", m_state.value / 7}});
    if (m_probe->pictureSide > 0)
        s.addAll<Pictures>({pictures("generated", 64, m_state.value)});
    return s;
}

std::vector<float> FakeTrainer::doMeasure() const
{
    const float closing = 5.0f / (1.0f + 0.01f * static_cast<float>(m_state.iteration));
    return {5 - closing, 1.5f - 0.25f * closing, closing + 0.07f, 0.068f};
}

Snapshot FakeTrainer::doSamples(int count) const
{
    Snapshot s;
    if (m_probe->pictureSide > 0) {
        s.addAll<Pictures>({pictures("samples", count, m_state.value)});
        return s;
    }
    s.addAll<Table>({{"samples",
                      {"x"},
                      std::vector<std::vector<double>>(static_cast<std::size_t>(count), {m_state.value})}});
    return s;
}

std::vector<Readout> FakeTrainer::doFinalReadouts(int) const
{
    return {{"w1", measure()[2]}, {"w1_floor", 0.068}};
}

std::string FakeTrainer::doSave() const
{
    return {reinterpret_cast<const char*>(&m_state), sizeof m_state};
}

void FakeTrainer::doRestore(std::string_view bytes)
{
    if (bytes.size() != sizeof m_state)
        throw Error("The saved state cannot be read.");
    std::memcpy(&m_state, bytes.data(), sizeof m_state);
}

void FakeTrainer::busyWait() const
{
    const auto end = std::chrono::steady_clock::now() + std::chrono::microseconds(m_probe->stepMicroseconds);
    while (std::chrono::steady_clock::now() < end) {
    }
}

/// A tone for each picture, and a pattern in it that follows `value`.
Pictures FakeTrainer::pictures(const char* name, int count, double value) const
{
    const int side = m_probe->pictureSide;
    Pictures all{name, count, side, side, 3, {}};
    const auto shift = static_cast<unsigned>(value * 1000);
    all.bytes.resize(static_cast<std::size_t>(count * side * side * 3));
    for (std::size_t i = 0; i < all.bytes.size(); ++i) {
        const unsigned picture = static_cast<unsigned>(i) / static_cast<unsigned>(side * side * 3);
        all.bytes[i] = static_cast<std::uint8_t>(picture * 37 + shift * (i % 3 + 1) + i / 3);
    }
    return all;
}

TrainerFactory fakeTrainerFactory(std::shared_ptr<FakeTrainerProbe> probe)
{
    return [probe](std::string_view) -> std::unique_ptr<Trainer> {
        if (probe->failLoading)
            throw Error("LibTorch cannot be loaded.");
        return std::make_unique<FakeTrainer>(probe);
    };
}

} // namespace gan
