#include "core/model/trainers.h"

#include "core/digest.h"
#include "core/error.h"
#include "core/model/gan_trainer.h"
#include "core/model/mlp_networks.h"
#include "core/model/moving_average.h"
#include "core/model/networks_picture.h"
#include "core/model/plane_picture.h"
#include "core/model/plane_truth.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/zeros.h>

#include <algorithm>
#include <optional>

namespace gan {

namespace {

constexpr int kFinalReference = 2'000'000, kFinalDirections = 64;

/// What the settings say, read once.
struct PlaneSettings : GanSettings {
    explicit PlaneSettings(const Settings& settings)
        : GanSettings(settings)
        , noise(settings.choice("noise") == "normal", settings.integer("noise_dim"), device)
        , head(headNamed(settings.choice("head")))
        , shapeG{widthsOf(noise.dimension(), settings.layers("hidden_g")),
                 activationNamed(settings.choice("activation_g"))}
        , shapeD{widthsOf(2, settings.layers("hidden_d")), activationNamed(settings.choice("activation_d"))}
        , data(settings.choice("data"))
        , areCentered(settings.choice("coordinates") == "centered")
        , instanceNoise(settings.number("instance_noise"))
        , instanceNoiseEnd(settings.integer("instance_noise_end"))
        , average(settings.number("ema"))
        , byHand(settings.matrix(kWeightEdits))
        , tag("plane-2d " + data + " " + settings.choice("head") + " " + settings.choice("activation_g") +
              " " + settings.choice("activation_d") + " " + settings.choice("output_g") + " " +
              settings.choice("coordinates") + " " + settings.choice("noise") + " " + optimizers)
    {
        shapeG.widths.push_back(2);
        shapeG.start = shapeD.start = firstWeightsNamed(settings.choice("first_weights"));
        if (settings.choice("output_g") == "tanh")
            shapeG.output = Activation::Tanh;
        shapeD.spectral = settings.choice("spectral_norm_d") == "yes";
        if (shapeD.spectral)
            tag += " spectral";
    }

    Noise noise;
    Head head;
    MlpShape shapeG, shapeD;
    std::string data;
    bool areCentered; ///< the coordinates that the networks see
    double instanceNoise;
    std::int64_t instanceNoiseEnd; ///< 0: never
    double average;                ///< how much the moving average of G keeps in an update
    Matrix byHand;                 ///< weights changed, in the order in which they were
    std::string tag;               ///< of a saved state
};

std::vector<float> asFloats(const std::vector<double>& values)
{
    return {values.begin(), values.end()};
}

/// Noise is bent into a distribution on the plane.
class Plane2dTrainer : public GanTrainer {
private:
    TrainerInfo doInfo() const override;
    void doReset(const Settings& settings, const TrainingData&) override;
    void doApply(const Settings& settings) override { use(PlaneSettings(settings)); }
    StepMetrics doStep() override;
    Snapshot doProbe(const View& view) const override;
    std::vector<float> doMeasure() const override;
    Snapshot doSamples(int count) const override;
    std::vector<Readout> doFinalReadouts(int sampleCount) const override;

    Gan newGan(const PlaneSettings& settings);
    void use(const PlaneSettings& settings);
    void setWeights(const Matrix& byHand, std::size_t first);
    Tensor withNoise(const Tensor& points);
    PlaneScene scene(bool averaged) const;

    /// What has been drawn or done so often; a part of the state.
    enum Count { Noised, Averaged, Counts };
    std::int64_t& count(Count what) { return m_counted.data_ptr<std::int64_t>()[what]; }

    std::optional<PlaneSettings> m_settings;
    std::shared_ptr<const PlaneTruth> m_truth;
    PlaneCoordinates m_coordinates;
    std::unique_ptr<MlpGenerator> m_average;
    const Mlp *m_layersD = nullptr, *m_layersG = nullptr; ///< of the two networks in training
    Tensor m_counted, m_followed;                         ///< the z of the points that are followed
};

/// A column for the share of each hill that the data has; before the first reset all that there can be.
TrainerInfo Plane2dTrainer::doInfo() const
{
    std::vector<std::string> measured = {"sliced", "sliced_perfect", "energy",    "energy_perfect",
                                         "js",     "js_perfect",     "modes_hit", "on_modes"};
    const std::size_t hills = m_truth ? m_truth->shape().modes().size() : kMostModes;
    for (std::size_t i = 1; i <= hills; ++i)
        measured.push_back("hill_" + std::to_string(i));
    return infoWith({}, measured);
}

void Plane2dTrainer::doReset(const Settings& settings, const TrainingData& given)
{
    const PlaneSettings told(settings);
    prepare(told);
    m_tag = told.tag;
    if (given.vectors) {
        m_truth = truthOf(*given.vectors);
        m_tag.append(" ").append(std::to_string(digest(bytesIn(given.vectors->values))));
    } else {
        m_truth = truthOf(told.data);
    }
    m_coordinates = coordinatesOf(m_truth->shape().frame(), told.areCentered);
    m_counted = at::zeros({Counts}, at::kLong);
    m_followed = told.noise.draw(kPlaneShown, randomAtStart(Purpose::Followed));
    m_training.begin(newGan(told));
    m_settings.reset();
    use(told);
}

Gan Plane2dTrainer::newGan(const PlaneSettings& settings)
{
    const at::Generator weights = randomAtStart(Purpose::Weights);
    const auto options = at::TensorOptions(at::kFloat).device(m_device);
    auto generator = std::make_unique<MlpGenerator>(settings.shapeG, weights, options);
    auto discriminator = std::make_unique<MlpDiscriminator>(settings.shapeD, settings.head, weights, options);
    m_average = std::make_unique<MlpGenerator>(settings.shapeG, randomAtStart(Purpose::Weights), options);
    m_average->setLearning(false);
    m_layersD = &discriminator->layers();
    m_layersG = &generator->layers();
    follow(*m_average, *generator, 0, 0);
    Gan gan = ganOf(settings, std::move(generator), std::move(discriminator));
    gan.drawReal = [this] {
        const at::Generator random = m_training.gan().random.realData;
        return on(m_device, tensorOf(drawPoints(m_truth->shape(), m_settings->batch, random), m_coordinates));
    };
    gan.drawNoise = [this] {
        return m_settings->noise.draw(m_settings->batch, m_training.gan().random.noise);
    };
    gan.augment = [this](const Tensor& points) { return withNoise(points); };
    gan.state = {m_counted, m_average->weights()};
    return gan;
}

void Plane2dTrainer::use(const PlaneSettings& settings)
{
    m_training.apply(settings);
    const Matrix before = m_settings ? m_settings->byHand : Matrix();
    m_settings = settings;
    const auto& rows = settings.byHand;
    const auto fresh = std::mismatch(rows.begin(), rows.end(), before.begin(), before.end()).first;
    setWeights(rows, static_cast<std::size_t>(fresh - rows.begin()));
}

/// From row `first` on: those before it were carried out with the settings before. The average of G follows
/// at once, so that the change is seen.
void Plane2dTrainer::setWeights(const Matrix& byHand, std::size_t first)
{
    for (std::size_t i = first; i < byHand.size(); ++i) {
        const auto edit = WeightEdit::from(byHand[i]);
        const bool isD = edit && edit->network == WeightEdit::D;
        const std::vector<std::int64_t>& widths = (isD ? m_layersD : m_layersG)->widths();
        if (!edit || !hasWeight(widths, *edit))
            throw Error(GE_TR("The networks do not have a weight that was changed by hand."));
        const auto set = [&](const Network& network) {
            network.weights().narrow(0, weightPlace(widths, *edit), 1).fill_(edit->value);
        };
        if (isD) {
            set(*m_training.gan().discriminator);
            continue;
        }
        set(*m_training.gan().generator);
        set(*m_average);
    }
}

/// Instance noise, which shrinks evenly to nothing where it has an end.
Tensor Plane2dTrainer::withNoise(const Tensor& points)
{
    double deviation = m_settings->instanceNoise;
    if (const auto end = static_cast<double>(m_settings->instanceNoiseEnd); end > 0)
        deviation *= std::max(0.0, 1 - static_cast<double>(m_training.iteration()) / end);
    if (deviation <= 0)
        return points;
    const at::Generator random = randomFor(m_seed, ++count(Noised), Purpose::Augmentation);
    return points + on(m_device, drawNormal(points.sizes(), 0, deviation, random));
}

StepMetrics Plane2dTrainer::doStep()
{
    StepMetrics metrics = m_training.step();
    if (metrics.updatesG > 0)
        follow(*m_average, *m_training.gan().generator, m_settings->average, count(Averaged)++);
    return metrics;
}

PlaneScene Plane2dTrainer::scene(bool averaged) const
{
    const Gan& gan = m_training.gan(); // throws before the first reset
    return {gan,
            averaged ? *m_average : *gan.generator,
            m_settings->noise,
            m_truth->shape(),
            m_coordinates,
            m_followed,
            m_truth->shown(),
            m_truth->unseen(),
            m_layersD,
            m_layersG};
}

Snapshot Plane2dTrainer::doProbe(const View& view) const
{
    return stamped(planePicture(scene(view.choice("shown_g") == "ema"), view, randomNow(Purpose::Picture)));
}

std::vector<float> Plane2dTrainer::doMeasure() const
{
    const PlanePoints generated = generatedPoints(scene(true), kPlaneMeasured, randomNow(Purpose::Picture));
    const PlaneShape& shape = m_truth->shape();
    const PlaneQuality q = m_truth->qualityOf(generated);
    const PlaneQuality& perfect = m_truth->perfect();
    std::vector<float> measured = asFloats(
        {q.sliced, perfect.sliced, q.energy, perfect.energy, q.jensenShannon, perfect.jensenShannon});
    const std::vector<PlaneMode> modes = shape.modes();
    const ModeLedger ledger = modeLedger(generated, modes);
    measured.push_back(modes.empty() ? kNoValue : static_cast<float>(ledger.hit));
    measured.push_back(modes.empty() ? kNoValue : static_cast<float>(ledger.quality));
    for (const double share : ledger.shares)
        measured.push_back(static_cast<float>(share));
    return measured;
}

Snapshot Plane2dTrainer::doSamples(int count) const
{
    const PlanePoints points = generatedPoints(scene(true), count, randomNow(Purpose::Samples));
    Table table{"samples", {"x", "y"}, {}};
    for (std::size_t i = 0; i < points.size(); ++i)
        table.rows.push_back({points.x[i], points.y[i]});
    Snapshot snapshot = stamped({});
    snapshot.add(std::move(table));
    return snapshot;
}

/// By many more points than while the run goes on; a perfect sample of as many stands beside it.
std::vector<Readout> Plane2dTrainer::doFinalReadouts(int sampleCount) const
{
    const PlaneShape& shape = m_truth->shape();
    const at::Generator random = randomNow(Purpose::Samples);
    const PlanePoints generated = generatedPoints(scene(true), sampleCount, random);
    const PlanePoints real = drawPoints(shape, sampleCount, random);
    const PlanePoints perfect = drawPoints(shape, sampleCount, random);
    const std::vector<double> shares = planeShares(drawPoints(shape, kFinalReference, random), shape.frame());
    const auto js = [&](const PlanePoints& points) {
        return jensenShannon(shares, planeShares(points, shape.frame()));
    };
    std::vector<Readout> readouts = {{"sliced", slicedDistance(generated, real, kFinalDirections)},
                                     {"sliced_perfect", slicedDistance(perfect, real, kFinalDirections)},
                                     {"js", js(generated)},
                                     {"js_perfect", js(perfect)}};
    if (const std::vector<PlaneMode> modes = shape.modes(); !modes.empty()) {
        const ModeLedger ledger = modeLedger(generated, modes);
        readouts.push_back({"modes_hit", static_cast<double>(ledger.hit)});
        readouts.push_back({"on_modes", ledger.quality});
    }
    return readouts;
}

} // namespace

std::unique_ptr<Trainer> makePlane2dTrainer()
{
    return std::make_unique<Plane2dTrainer>();
}

} // namespace gan
