#include "core/error.h"
#include "core/experiment.h"
#include "core/model/device.h"
#include "core/model/trainers.h"
#include "tests/model/gan_fixture.h"

#include <QTest>
#include <torch/version.h>

using namespace gan;

namespace {

/// PyTorch's device of shapes without numbers. A tensor that was left on the CPU cannot be computed with one
/// that lies here, so an update that ends has forgotten none. It needs no hardware.
const at::Device kElsewhere = at::kMeta;

bool areElsewhere(const std::vector<Tensor>& tensors)
{
    return std::all_of(tensors.begin(), tensors.end(),
                       [](const Tensor& tensor) { return tensor.device() == kElsewhere; });
}

} // namespace

class TestModelDevice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTensorThatIsThereStays()
    {
        const Tensor here = at::ones({3});
        QVERIFY(on(at::kCPU, here).is_same(here));
        QVERIFY(on(kElsewhere, here).device() == kElsewhere);
    }

    void anUpdateStaysOnItsDevice_data()
    {
        QTest::addColumn<int>("loss");
        QTest::addColumn<int>("head");
        for (const LossFacts& facts : lossTable())
            QTest::newRow(facts.key) << int(facts.loss) << int(Head::Softmax);
        QTest::newRow("single") << int(Loss::NonSaturating) << int(Head::Single);
        QTest::newRow("seed_sigmoid") << int(Loss::NonSaturating) << int(Head::SeedSigmoid);
    }
    void anUpdateStaysOnItsDevice()
    {
        QFETCH(int, loss);
        QFETCH(int, head);
        for (const auto kind : {OptimizerKind::Sgd, OptimizerKind::Momentum, OptimizerKind::Adam}) {
            Gan gan = smallGan(Loss(loss), kind, Head(head), kElsewhere);
            try {
                trainDiscriminator(gan, Figures::NotWanted, nullptr);
                trainGenerator(gan, Figures::NotWanted, nullptr);
            } catch (const c10::NotImplementedError&) {
                QSKIP("The meta device of this LibTorch lacks an operation of this loss.");
            }
            QVERIFY(areElsewhere({gan.generator->weights(), gan.generator->gradient(),
                                  gan.discriminator->weights(), gan.discriminator->gradient()}));
            QVERIFY(kind != OptimizerKind::Momentum || areElsewhere(gan.optimizerD->memory()));
        }
    }

    void noiseAndDataAreDrawnForTheDevice()
    {
        Settings settings(experimentNamed("density-1d"));
        const Noise noise(false, 1, kElsewhere);
        const at::Generator random = randomFor(1, 0, Purpose::Noise);
        const Tensor z = noise.draw(4, random);
        QVERIFY(areElsewhere({z, noise.sweep(z)}));
        for (const char* data : {"normal", "mixture", "uniform", "exponential"}) {
            settings.setText("data", data);
            QVERIFY(areElsewhere({realSampler(realData(settings), kElsewhere)(4, random)}));
        }
    }

    /// Where they are used does not shift the streams that they are drawn from.
    void theSeedMeansTheSameNumbersOnEveryDevice()
    {
        const Settings settings(experimentNamed("density-1d"));
        const at::Generator here = randomFor(1, 0, Purpose::Noise), there = randomFor(1, 0, Purpose::Noise);
        for (int i = 0; i < 3; ++i) {
            Noise(false, 1).draw(5, here);
            realSampler(realData(settings))(5, here);
            Noise(false, 1, kElsewhere).draw(5, there);
            realSampler(realData(settings), kElsewhere)(5, there);
        }
        QVERIFY(at::equal(here.get_state(), there.get_state()));
    }

    void theTrainerRefusesWhatIsMissing()
    {
        if (at::hasCUDA())
            QSKIP("There is a CUDA device here.");
        const auto trainer = makeDensity1dTrainer();
        Settings settings(experimentNamed("density-1d"));
        trainer->reset(settings);
        trainer->step();
        const std::string before = trainer->save();
        settings.setText("device", "cuda");
        QVERIFY_THROWS_EXCEPTION(Error, trainer->reset(settings));
        QVERIFY(trainer->save() == before);
        QCOMPARE(trainer->info().devices, std::vector<std::string>{"cpu"});
    }

    /// Runs where there is a CUDA device only: both devices see the same noise and stay close, and a state of
    /// one goes on with the other.
    void cudaFollowsTheProcessor()
    {
        if (!at::hasCUDA())
            QSKIP("There is no CUDA device here.");
        Settings settings(experimentNamed("density-1d"));
        const auto here = makeDensity1dTrainer(), there = makeDensity1dTrainer();
        here->reset(settings);
        settings.setText("device", "cuda");
        there->reset(settings);
        QVERIFY(there->save() == here->save());
        QVERIFY(std::abs(here->step().lossD - there->step().lossD) < 1e-4f);
        here->restore(there->save());
        QVERIFY(here->save() == there->save());
    }

    void theLoadedVersionIsTheOneOfTheHeaders()
    {
        const std::string version = loadedVersion();
        QVERIFY2(version.starts_with(std::to_string(TORCH_VERSION_MAJOR) + "." +
                                     std::to_string(TORCH_VERSION_MINOR) + "."),
                 version.c_str());
    }
};

QTEST_GUILESS_MAIN(TestModelDevice)
#include "tst_model_device.moc"
