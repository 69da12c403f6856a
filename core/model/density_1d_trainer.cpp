#include "core/model/trainers.h"

#include "core/error.h"
#include "core/model/density_picture.h"
#include "core/model/gan_trainer.h"
#include "core/model/mlp_networks.h"
#include "core/wasserstein.h"

#include <optional>

namespace gan {

namespace {

/// What the settings say, read once.
struct DensitySettings : GanSettings {
    explicit DensitySettings(const Settings& settings)
        : GanSettings(settings)
        , noise(settings.choice("noise") == "normal", settings.integer("noise_dim"), device)
        , hiddenG(settings.layers("hidden_g"))
        , hiddenD(settings.layers("hidden_d"))
        , activation(activationNamed(settings.choice("activation")))
        , head(headNamed(settings.choice("head")))
        , data(realData(settings))
        , tag("density-1d " + settings.choice("head") + " " + settings.choice("activation") + " " +
              settings.choice("noise") + " " + optimizers)
    {
    }

    Noise noise;
    Layers hiddenG, hiddenD;
    Activation activation;
    Head head;
    RealData data;
    std::string tag; ///< of a saved state
};

/// Noise is bent into a distribution on the line.
class Density1dTrainer : public GanTrainer {
private:
    TrainerInfo doInfo() const override
    {
        return infoWith({}, {"generated_mean", "generated_sd", "w1", "w1_floor"});
    }
    void doReset(const Settings& settings, const TrainingData&) override;
    void doApply(const Settings& settings) override;
    Snapshot doProbe(const View& view) const override;
    std::vector<float> doMeasure() const override;
    Snapshot doSamples(int count) const override;
    std::vector<Readout> doFinalReadouts(int sampleCount) const override;

    Gan newGan(const DensitySettings& settings);
    void use(const DensitySettings& settings);
    DensityScene scene() const;

    std::int64_t m_batch = 1;
    Noise m_noise;
    RealSampler m_drawReal;
    std::unique_ptr<Distribution> m_truth;
    double m_w1Floor = 0; ///< of m_truth; costs milliseconds, so live changes keep it unless the data changes
    std::optional<RealData> m_data; ///< what m_drawReal and m_truth are of
};

void Density1dTrainer::doReset(const Settings& settings, const TrainingData&)
{
    const DensitySettings told(settings);
    prepare(told);
    m_noise = told.noise;
    m_tag = told.tag;
    m_training.begin(newGan(told));
    m_data.reset(); // the sampler belongs to the device
    use(told);
}

Gan Density1dTrainer::newGan(const DensitySettings& settings)
{
    const at::Generator weights = randomAtStart(Purpose::Weights);
    const auto options = at::TensorOptions(at::kFloat).device(m_device);
    std::vector<std::int64_t> widthsG = widthsOf(settings.noise.dimension(), settings.hiddenG);
    widthsG.push_back(1);
    auto generator = std::make_unique<MlpGenerator>(MlpShape{widthsG, settings.activation}, weights, options);
    auto discriminator = std::make_unique<MlpDiscriminator>(
        MlpShape{widthsOf(1, settings.hiddenD), settings.activation}, settings.head, weights, options);
    Gan gan = ganOf(settings, std::move(generator), std::move(discriminator));
    gan.drawReal = [this] { return m_drawReal(m_batch, m_training.gan().random.realData); };
    gan.drawNoise = [this] { return m_noise.draw(m_batch, m_training.gan().random.noise); };
    return gan;
}

void Density1dTrainer::doApply(const Settings& settings)
{
    use(DensitySettings(settings));
}

void Density1dTrainer::use(const DensitySettings& settings)
{
    m_training.apply(settings);
    m_batch = settings.batch;
    if (m_data == settings.data)
        return;
    m_data = settings.data;
    m_drawReal = realSampler(settings.data, m_device);
    m_truth = distributionOf(settings.data);
    m_w1Floor = wasserstein1Floor(kPictureSamples, *m_truth);
}

DensityScene Density1dTrainer::scene() const
{
    return {m_training.gan(), m_noise, m_drawReal, *m_truth, m_w1Floor};
}

Snapshot Density1dTrainer::doProbe(const View& view) const
{
    return stamped(densityPicture(scene(), view, randomNow(Purpose::Picture)));
}

std::vector<float> Density1dTrainer::doMeasure() const
{
    const Tensor generated = generatedValues(scene(), kPictureSamples, randomNow(Purpose::Picture));
    std::vector<float> measured;
    for (const Readout& readout : qualityReadouts(finiteValues(generated), *m_truth, m_w1Floor))
        measured.push_back(static_cast<float>(readout.value));
    return measured;
}

Snapshot Density1dTrainer::doSamples(int count) const
{
    Table table{"samples", {"x"}, {}};
    for (const double x : finiteValues(generatedValues(scene(), count, randomNow(Purpose::Samples))))
        table.rows.push_back({x});
    Snapshot snapshot = stamped({});
    snapshot.add(std::move(table));
    return snapshot;
}

std::vector<Readout> Density1dTrainer::doFinalReadouts(int sampleCount) const
{
    const Tensor generated = generatedValues(scene(), sampleCount, randomNow(Purpose::Samples));
    return qualityReadouts(finiteValues(generated), *m_truth, wasserstein1Floor(sampleCount, *m_truth));
}

} // namespace

std::unique_ptr<Trainer> makeDensity1dTrainer()
{
    return std::make_unique<Density1dTrainer>();
}

} // namespace gan
