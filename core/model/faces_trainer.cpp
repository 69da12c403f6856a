#include "core/model/trainers.h"

#include "core/digest.h"
#include "core/error.h"
#include "core/model/diff_augment.h"
#include "core/model/faces_picture.h"
#include "core/model/gan_trainer.h"
#include "core/model/latent.h"
#include "core/model/moving_average.h"
#include "core/model/shuffled_order.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/randperm.h>
#include <ATen/ops/zeros.h>

#include <algorithm>
#include <optional>

namespace gan {

namespace {

/// What the settings say, read once.
struct FacesSettings : GanSettings {
    explicit FacesSettings(const Settings& settings)
        : GanSettings(settings)
        , shape{std::stoll(settings.choice("side")), settings.integer("width"), settings.integer("latent"),
                isOn(settings, "batchnorm_d")}
        , augmentation{isOn(settings, "augment_translation"), isOn(settings, "augment_color"),
                       isOn(settings, "augment_cutout")}
        , mirrors(isOn(settings, "flip"))
        , average(settings.number("ema"))
    {
    }

    static bool isOn(const Settings& settings, const char* key) { return settings.choice(key) == "yes"; }

    ConvShape shape;
    Augmentation augmentation;
    bool mirrors;   ///< half of the real pictures
    double average; ///< how much the moving average of G keeps in an update
};

void requirePictures(const PictureSet* pictures, std::int64_t side)
{
    if (!pictures || pictures->trainCount < 1)
        throw Error(GE_TR("There are no pictures to learn from."));
    if (pictures->trainCount < 2)
        throw Error(
            GE_TR("There is one picture to learn from; at least 2 are needed, and one more that is held "
                  "out."));
    if (pictures->side != side)
        throw Error(GE_TR("The pictures are %1 pixels wide, but side is %2: they must be the same."),
                    {std::to_string(pictures->side), std::to_string(side)});
}

constexpr int kMostJudged = 1000; ///< pictures, for the read-outs at the end of a run

/// Convolutional networks on pictures.
class FacesTrainer : public GanTrainer {
private:
    TrainerInfo doInfo() const override { return infoWith({"epoch", "pictures"}, {}); }
    void doReset(const Settings& settings, const TrainingData& data) override;
    void doApply(const Settings& settings) override;
    StepMetrics doStep() override;
    Snapshot doProbe(const View& view) const override;
    std::vector<float> doMeasure() const override { return {}; }
    Snapshot doTimelinePicture() const override { return stamped(facesGrid(scene(*m_average))); }
    Snapshot doSamples(int count) const override;
    std::vector<Readout> doFinalReadouts(int sampleCount) const override;

    Gan newGan(const FacesSettings& settings);
    void use(const FacesSettings& settings);
    void makeAverage(const ConvShape& shape);
    Tensor nextReal();
    Tensor nextAugmented(const Tensor& pictures);
    Tensor shownReal() const;
    FacesScene scene(const ConvGenerator& shown) const
    {
        return {m_training.gan(), shown, m_gridNoise, m_real, m_realPictures, m_seed};
    }
    const SmallPictures& known(const View& view) const;
    std::int64_t trainCount() const { return m_pictures.set().trainCount; }

    /// What has been drawn or done so often; a part of the state.
    enum Count { Mirrored, Augmented, Averaged, Counts };
    std::int64_t& count(Count what) { return m_counted.data_ptr<std::int64_t>()[what]; }

    ConvGenerator* m_generator = nullptr; ///< that of m_training
    std::unique_ptr<ConvGenerator> m_average;
    PictureBatches m_pictures;
    ShuffledOrder m_order;
    Tensor m_counted;
    Tensor m_gridNoise, m_real; ///< z of the grid; the real pictures that are shown beside it
    Pictures m_realPictures;    ///< m_real as bytes
    mutable SmallPictures m_known;
    std::optional<FacesSettings> m_settings;
};

void FacesTrainer::doReset(const Settings& settings, const TrainingData& data)
{
    const FacesSettings told(settings);
    requirePictures(data.pictures.get(), told.shape.side);
    prepare(told);
    m_pictures = PictureBatches(data.pictures);
    m_known = {};
    m_tag = "faces " + told.optimizers + " " + std::to_string(trainCount()) + " " +
            std::to_string(digestOfWords(bytesIn(data.pictures->bytes)));
    m_order = ShuffledOrder(trainCount(), m_seed);
    m_counted = at::zeros({Counts}, at::kLong);
    m_gridNoise = on(m_device, normalNoise(kGridFaces, told.shape.latent, randomAtStart(Purpose::Picture)));
    m_training.begin(newGan(told));
    m_settings.reset(); // the pictures may be others
    use(told);
}

Gan FacesTrainer::newGan(const FacesSettings& settings)
{
    const ConvShape& shape = settings.shape;
    const at::Generator weights = randomAtStart(Purpose::Weights);
    const auto options = at::TensorOptions(at::kFloat).device(m_device);
    auto generator = std::make_unique<ConvGenerator>(shape, weights, options);
    m_generator = generator.get();
    Gan gan =
        ganOf(settings, std::move(generator), std::make_unique<ConvDiscriminator>(shape, weights, options));
    gan.drawReal = [this] { return nextReal(); };
    gan.drawNoise = [this] {
        return on(m_device,
                  normalNoise(m_settings->batch, m_settings->shape.latent, m_training.gan().random.noise));
    };
    gan.augment = [this](const Tensor& pictures) { return nextAugmented(pictures); };
    makeAverage(shape);
    gan.state = {m_order.state(), m_counted, m_average->weights()};
    gan.state.insert(gan.state.end(), m_average->buffers().begin(), m_average->buffers().end());
    return gan;
}

/// A second generator, equal to G at the start.
void FacesTrainer::makeAverage(const ConvShape& shape)
{
    m_average = std::make_unique<ConvGenerator>(shape, randomAtStart(Purpose::Weights),
                                                at::TensorOptions(at::kFloat).device(m_device));
    m_average->setLearning(false);
    follow(*m_average, *m_generator, 0, 0);
}

void FacesTrainer::doApply(const Settings& settings)
{
    use(FacesSettings(settings));
}

void FacesTrainer::use(const FacesSettings& settings)
{
    const bool looksTheSame = m_settings && m_settings->mirrors == settings.mirrors &&
                              m_settings->augmentation == settings.augmentation;
    m_training.apply(settings);
    m_settings = settings;
    if (looksTheSame)
        return;
    m_real = shownReal();
    m_realPictures = picturesOf("real", m_real);
}

Tensor FacesTrainer::nextReal()
{
    const Tensor x = on(m_device, m_pictures.numbers(m_order.next(m_settings->batch)));
    if (!m_settings->mirrors)
        return x;
    return mirroredByChance(x, randomFor(m_seed, ++count(Mirrored), Purpose::Mirror));
}

Tensor FacesTrainer::nextAugmented(const Tensor& pictures)
{
    if (!m_settings->augmentation.any())
        return pictures;
    return augmented(pictures, m_settings->augmentation,
                     randomFor(m_seed, ++count(Augmented), Purpose::Augmentation));
}

/// Some training pictures as D sees them, always the same ones.
Tensor FacesTrainer::shownReal() const
{
    const Tensor places = at::randperm(trainCount(), randomAtStart(Purpose::RealData), at::kLong)
                              .narrow(0, 0, std::min<std::int64_t>(kGridFaces, trainCount()));
    Tensor x = on(m_device, m_pictures.numbers(places));
    if (m_settings->mirrors)
        x = mirroredByChance(x, randomAtStart(Purpose::Mirror));
    return augmented(x, m_settings->augmentation, randomAtStart(Purpose::Augmentation));
}

StepMetrics FacesTrainer::doStep()
{
    StepMetrics metrics = m_training.step();
    if (metrics.updatesG > 0)
        follow(*m_average, *m_generator, m_settings->average, count(Averaged)++);
    metrics.own = {static_cast<float>(m_order.epochs()), static_cast<float>(trainCount())};
    return metrics;
}

/// Made when the neighbors of a face are looked at for the first time: 200 000 pictures take a second or two.
const SmallPictures& FacesTrainer::known(const View& view) const
{
    if (m_known.isEmpty() && view.integer("face") >= 0 && view.wants({"nearest"}))
        m_known = SmallPictures(m_pictures.set());
    return m_known;
}

Snapshot FacesTrainer::doProbe(const View& view) const
{
    m_training.gan(); // throws before the first reset
    const bool raw = view.choice("shown_g") == "raw";
    Snapshot snapshot =
        stamped(facesPicture(scene(raw ? *m_generator : *m_average), view, known(view), m_pictures.set()));
    snapshot.add(Readout{"epoch", m_order.epochs()});
    snapshot.add(Readout{"pictures", static_cast<double>(trainCount())});
    return snapshot;
}

Snapshot FacesTrainer::doSamples(int count) const
{
    const FacesScene seen = scene(*m_average);
    Snapshot snapshot = stamped({});
    snapshot.add(
        facesOf("samples", seen, normalNoise(count, m_settings->shape.latent, randomNow(Purpose::Samples))));
    return snapshot;
}

std::vector<Readout> FacesTrainer::doFinalReadouts(int sampleCount) const
{
    const FacesScene seen = scene(*m_average);
    const at::Generator random = randomNow(Purpose::Samples);
    const std::int64_t count = std::min(sampleCount, kMostJudged); // all at once in memory
    const Tensor z = normalNoise(count, m_settings->shape.latent, random);
    const Tensor places = at::empty({count}, at::kLong).random_(0, trainCount(), random);
    return meanVerdicts(seen, z, on(m_device, m_pictures.numbers(places)));
}

} // namespace

std::unique_ptr<Trainer> makeFacesTrainer()
{
    return std::make_unique<FacesTrainer>();
}

} // namespace gan
