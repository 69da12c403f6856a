#include "core/model/density_trainer.h"

#include "core/error.h"
#include "core/model/density_picture.h"
#include "core/model/gan_training.h"
#include "core/model/mlp_networks.h"
#include "core/wasserstein.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <optional>

namespace gan {

namespace {

std::vector<std::int64_t> generatorWidths(const Settings& settings)
{
    std::vector<std::int64_t> widths{settings.integer("noise_dim")};
    const Layers& hidden = settings.layers("hidden_g");
    widths.insert(widths.end(), hidden.begin(), hidden.end());
    widths.push_back(1);
    return widths;
}

/// Whether one of these settings describes the real distribution.
bool changesData(const std::vector<std::string>& keys)
{
    return std::any_of(keys.begin(), keys.end(), [](const std::string& key) {
        return key.starts_with("data") || key.starts_with("mixture_") || key.starts_with("uniform_") ||
               key.starts_with("exponential_");
    });
}

class DensityTrainer : public Trainer {
public:
    std::vector<std::string> measuredColumns() const override
    {
        return {"generated_mean", "generated_sd", "w1", "w1_floor"};
    }

    void reset(const Settings& settings) override;
    void apply(const Settings& settings) override;
    StepMetrics step(StepObserver* observer) override { return m_training.step(observer); }
    Snapshot probe() const override;
    std::vector<float> measure() const override;
    Snapshot samples(int count) const override;
    std::vector<Readout> finalReadouts(int sampleCount) const override;
    std::string save() const override { return m_training.save(m_tag); }
    void restore(std::string_view bytes) override { m_training.restore(bytes, m_tag); }
    std::string libraryVersion() const override { return loadedVersion(); }
    std::vector<std::string> devices() const override { return availableDevices(); }

private:
    Gan newGan(const Settings& settings);
    DensityScene scene() const;
    at::Generator randomNow(Purpose purpose) const
    {
        return randomFor(m_seed, m_training.iteration(), purpose);
    }

    GanTraining m_training;
    at::Device m_device = at::kCPU;
    std::uint64_t m_seed = 0;
    std::string m_tag; ///< what a saved state must agree in, besides shapes
    std::int64_t m_batch = 1;
    Noise m_noise;
    RealSampler m_drawReal;
    std::unique_ptr<Distribution> m_truth;
    double m_w1Floor = 0; ///< of m_truth; costs milliseconds, so live changes keep it unless the data changes
    std::optional<Settings> m_settings;
};

void DensityTrainer::reset(const Settings& settings)
{
    settings.checkRules();
    m_device = deviceOf(settings);
    at::set_num_threads(static_cast<int>(settings.integer("threads")));
    m_seed = static_cast<std::uint64_t>(settings.integer("seed"));
    m_noise = Noise(settings, m_device);
    m_tag = "density-1d " + settings.choice("head") + " " + settings.choice("activation") + " " +
            settings.choice("noise") + " " + settings.choice("optimizer_d") + " " +
            settings.choice("optimizer_g");
    m_training.begin(newGan(settings));
    m_settings.reset(); // the sampler belongs to the device
    apply(settings);
}

Gan DensityTrainer::newGan(const Settings& settings)
{
    const auto stream = [&](Purpose purpose) { return randomFor(m_seed, 0, purpose); };
    const auto optimizer = [&](const char* key, const Network& network) {
        return std::make_unique<Optimizer>(optimizerNamed(settings.choice(key)), network.weights(),
                                           network.gradient());
    };
    const Activation activation = activationNamed(settings.choice("activation"));
    const at::Generator weights = stream(Purpose::Weights);
    const auto options = at::TensorOptions(at::kFloat).device(m_device);
    Gan gan;
    gan.generator = std::make_unique<MlpGenerator>(generatorWidths(settings), activation, weights, options);
    gan.discriminator = std::make_unique<MlpDiscriminator>(
        1, settings.layers("hidden_d"), headNamed(settings.choice("head")), activation, weights, options);
    gan.optimizerG = optimizer("optimizer_g", *gan.generator);
    gan.optimizerD = optimizer("optimizer_d", *gan.discriminator);
    gan.random = {stream(Purpose::RealData), stream(Purpose::Noise), stream(Purpose::GradientPenalty)};
    gan.drawReal = [this] { return m_drawReal(m_batch, m_training.gan().random.realData); };
    gan.drawNoise = [this] { return m_noise.draw(m_batch, m_training.gan().random.noise); };
    return gan;
}

void DensityTrainer::apply(const Settings& settings)
{
    settings.checkRules();
    m_training.apply(settings);
    m_batch = settings.integer("batch");
    if (!m_settings || changesData(settings.differencesFrom(*m_settings))) {
        m_drawReal = realSampler(settings, m_device);
        m_truth = realDistribution(settings);
        m_w1Floor = wasserstein1Floor(kPictureSamples, *m_truth);
    }
    m_settings = settings;
}

DensityScene DensityTrainer::scene() const
{
    return {m_training.gan(), m_noise, m_drawReal, *m_truth, m_w1Floor};
}

Snapshot DensityTrainer::probe() const
{
    Snapshot snapshot = densityPicture(scene(), randomNow(Purpose::Picture));
    snapshot.iteration = m_training.iteration();
    snapshot.updatesD = m_training.updatesD();
    snapshot.updatesG = m_training.updatesG();
    return snapshot;
}

std::vector<float> DensityTrainer::measure() const
{
    const Tensor generated = generatedValues(scene(), kPictureSamples, randomNow(Purpose::Picture));
    std::vector<float> measured;
    for (const Readout& readout : qualityReadouts(finiteValues(generated), *m_truth, m_w1Floor))
        measured.push_back(static_cast<float>(readout.value));
    return measured;
}

Snapshot DensityTrainer::samples(int count) const
{
    Table table{"samples", {"x"}, {}};
    for (const double x : finiteValues(generatedValues(scene(), count, randomNow(Purpose::Samples))))
        table.rows.push_back({x});
    Snapshot snapshot;
    snapshot.iteration = m_training.iteration();
    snapshot.updatesD = m_training.updatesD();
    snapshot.updatesG = m_training.updatesG();
    snapshot.tables.push_back(std::move(table));
    return snapshot;
}

std::vector<Readout> DensityTrainer::finalReadouts(int sampleCount) const
{
    const Tensor generated = generatedValues(scene(), sampleCount, randomNow(Purpose::Samples));
    return qualityReadouts(finiteValues(generated), *m_truth, wasserstein1Floor(sampleCount, *m_truth));
}

} // namespace

std::unique_ptr<Trainer> makeDensityTrainer()
{
    return std::make_unique<DensityTrainer>();
}

} // namespace gan
