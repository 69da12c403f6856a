#include "core/model/trainers.h"

#include "core/model/gan_trainer.h"
#include "core/model/mlp_networks.h"
#include "core/model/signal_networks.h"
#include "core/model/signal_picture.h"
#include "core/model/sliced_distance.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/equal.h>

namespace gan {

namespace {

/// The distance on the measurement grid looks at few samples, that of a run's end at many.
constexpr std::int64_t kGridSamples = 1000, kOutputSamples = 500, kGridDirections = 32, kEndDirections = 64;

/// What the settings say, read once.
struct SignalSettings : GanSettings {
    explicit SignalSettings(const Settings& settings)
        : GanSettings(settings)
        , source{std::int64_t{1} << settings.integer("axes"), settings.integer("vectors"),
                 settings.matrix("teacher"), settings.path("csv")}
        , start(settings.choice("start"))
        , startMatrix(settings.matrix("start_matrix"))
        , oneBatchPerIteration(settings.choice("batch_per_iteration") == "one")
    {
    }

    SignalSource source;
    std::string start;
    Matrix startMatrix; ///< where `start` is "typed"
    bool oneBatchPerIteration;
};

Tensor startMatrix(const SignalSettings& settings)
{
    if (settings.start == "typed")
        return matrixTensor(settings.startMatrix);
    return drawUniform({2, 2}, settings.start == "random_positive" ? 0 : -1, 1,
                       randomFor(settings.seed, 0, Purpose::StudentStart), at::kDouble);
}

/// A matrix of four numbers must find vectors like those of a teacher, or of a file.
class SignalTrainer : public GanTrainer {
private:
    TrainerInfo doInfo() const override
    {
        return infoWith({"a11", "a12", "a21", "a22", "epoch", "d_generated"}, {"w1", "w1_floor"});
    }
    void doReset(const Settings& settings, const TrainingData& given) override;
    void doApply(const Settings& settings) override;
    StepMetrics doStep() override;
    Snapshot doProbe(const View& view) const override;
    std::vector<float> doMeasure() const override;
    Snapshot doSamples(int count) const override;
    std::vector<Readout> doFinalReadouts(int sampleCount) const override;

    Gan newGan(const SignalSettings& settings);
    void use(const SignalSettings& settings);
    GeneratorBatch batchForG();
    void prepareDistance();
    double distanceNow() const;
    SignalScene scene() const
    {
        return {m_training.gan(), m_batches.data(), m_seed, m_unseen, m_outputNoise};
    }

    std::int64_t m_batch = 1;
    SignalBatches m_batches;
    SlicedDistance m_distance;
    Tensor m_distanceNoise, m_outputNoise, m_unseen; ///< the same at every iteration
    double m_floor = 0;
    mutable Tensor
        m_measuredMatrix; ///< what m_measured belongs to: while G is frozen, nothing is measured again
    mutable double m_measured = 0;
};

void SignalTrainer::doReset(const Settings& settings, const TrainingData& given)
{
    const SignalSettings told(settings);
    SignalData data =
        signalData(told.source, given.vectors.get(), randomFor(told.seed, 0, Purpose::RealData), told.device);
    prepare(told); // only now: vectors that cannot be used leave the run as it is
    m_tag = "signal " + told.optimizers + " " + data.source;
    m_batches = SignalBatches(std::move(data), m_seed);
    m_training.begin(newGan(told));
    use(told);
    prepareDistance();
}

Gan SignalTrainer::newGan(const SignalSettings& settings)
{
    const auto options = at::TensorOptions(at::kDouble).device(m_device);
    const std::int64_t n = m_batches.data().length();
    // As in the original program: Linear n-n, LeakyReLU(0.01), Linear n-1, one logit.
    auto discriminator =
        std::make_unique<MlpDiscriminator>(MlpShape{{n, n}, Activation::LeakyRelu, 0.01}, Head::Single,
                                           randomAtStart(Purpose::Weights), options);
    Gan gan = ganOf(settings, std::make_unique<KroneckerGenerator>(on(m_device, startMatrix(settings))),
                    std::move(discriminator));
    gan.beginIteration = [this] { m_batches.beginIteration(); };
    gan.drawReal = [this] { return m_batches.forD(); };
    gan.drawNoise = [this] {
        return signalNoise(m_batch, m_batches.data().length(), m_training.gan().random.noise, m_device);
    };
    gan.drawForG = [this] { return batchForG(); };
    gan.state = {m_batches.state(), gan.generator->gradient()}; // which may add up
    return gan;
}

GeneratorBatch SignalTrainer::batchForG()
{
    GeneratorBatch batch = m_batches.forG(m_training.gan().rule.matching);
    if (!batch.z.defined())
        batch.z = m_training.gan().drawNoise();
    return batch;
}

void SignalTrainer::doApply(const Settings& settings)
{
    use(SignalSettings(settings));
}

void SignalTrainer::use(const SignalSettings& settings)
{
    m_training.apply(settings);
    m_batch = settings.batch;
    m_batches.setSize(m_batch, settings.oneBatchPerIteration);
}

StepMetrics SignalTrainer::doStep()
{
    StepMetrics metrics = m_training.step();
    for (const double entry : studentEntries(scene()))
        metrics.own.push_back(static_cast<float>(entry));
    metrics.own.push_back(static_cast<float>(m_batches.epochs()));
    // Empty while G is frozen, so that a run can be told to pause when G has got so far.
    metrics.own.push_back(metrics.updatesG > 0 ? static_cast<float>(meanOnGenerated(scene())) : kNoValue);
    return metrics;
}

void SignalTrainer::prepareDistance()
{
    const at::Generator random = randomAtStart(Purpose::Distance);
    const SignalData& data = m_batches.data();
    const Tensor reference = data.reference(kGridSamples, random),
                 another = data.reference(kGridSamples, random);
    m_distanceNoise = signalNoise(kGridSamples, data.length(), random, m_device);
    m_outputNoise = m_distanceNoise.narrow(0, 0, kOutputSamples);
    m_unseen = reference.narrow(0, 0, kOutputSamples);
    m_distance = SlicedDistance(reference, kGridDirections, random);
    m_floor = m_distance.to(another);
    m_measuredMatrix = Tensor();
}

double SignalTrainer::distanceNow() const
{
    Generator& G = *m_training.gan().generator;
    if (!m_measuredMatrix.defined() || !at::equal(m_measuredMatrix, G.weights())) {
        const Looking looking(G);
        m_measured = m_distance.to(G(m_distanceNoise));
        m_measuredMatrix = G.weights().clone();
    }
    return m_measured;
}

std::vector<float> SignalTrainer::doMeasure() const
{
    return {static_cast<float>(distanceNow()), static_cast<float>(m_floor)};
}

Snapshot SignalTrainer::doProbe(const View& view) const
{
    Snapshot snapshot = stamped(signalPicture(scene(), view));
    snapshot.addAll<Readout>({{"epoch", m_batches.epochs()}, {"w1", distanceNow()}, {"w1_floor", m_floor}});
    return snapshot;
}

Snapshot SignalTrainer::doSamples(int count) const
{
    const SignalData& data = m_batches.data();
    Table table{"samples", {}, {}};
    for (std::int64_t i = 1; i <= data.length(); ++i)
        table.columns.push_back(std::string("x").append(std::to_string(i)));
    const Tensor outputs = studentOutputs(scene(), count, randomNow(Purpose::Samples));
    for (const Tensor& vector : outputs.mul(data.scale.range).add(data.scale.mean).unbind(0))
        table.rows.push_back(finiteValues(vector));
    Snapshot snapshot = stamped({});
    snapshot.add(std::move(table));
    return snapshot;
}

std::vector<Readout> SignalTrainer::doFinalReadouts(int sampleCount) const
{
    const at::Generator random = randomAtStart(Purpose::Distance);
    const SignalData& data = m_batches.data();
    const SlicedDistance distance(data.reference(sampleCount, random), kEndDirections, random);
    const std::vector<double> a = studentEntries(scene());
    std::vector<Readout> readouts = {{"a11", a[0]},
                                     {"a12", a[1]},
                                     {"a21", a[2]},
                                     {"a22", a[3]},
                                     {"w1", distance.to(studentOutputs(scene(), sampleCount, random))},
                                     {"w1_floor", distance.to(data.reference(sampleCount, random))}};
    for (const Readout& output : freshOutputs(scene(), sampleCount, random))
        readouts.push_back(output);
    readouts.push_back({"epoch", m_batches.epochs()});
    return readouts;
}

} // namespace

std::unique_ptr<Trainer> makeSignalTrainer()
{
    return std::make_unique<SignalTrainer>();
}

} // namespace gan
