#include "tests/model/gan_fixture.h"
#include "tests/model/normed_generator.h"

#include <QTest>

using namespace gan;

namespace {

class Recorder : public StepObserver {
public:
    void reached(SubStep subStep) override
    {
        seen.push_back(subStep);
        if (look)
            look(subStep);
    }
    std::vector<SubStep> seen;
    std::function<void(SubStep)> look;
};

const std::vector<SubStep> kStepOfD = {SubStep::DrawReal,           SubStep::GenerateForD,
                                       SubStep::ClassifyReal,       SubStep::ClassifyGenerated,
                                       SubStep::DiscriminatorLoss,  SubStep::DiscriminatorGradient,
                                       SubStep::DiscriminatorUpdate};
const std::vector<SubStep> kStepOfG = {SubStep::DrawNoise,         SubStep::GenerateForG,
                                       SubStep::ClassifyForG,      SubStep::GeneratorLoss,
                                       SubStep::GeneratorGradient, SubStep::GeneratorUpdate};

} // namespace

class TestGanStep : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void subStepsComeInTheOrderOfTheTextbook()
    {
        Gan gan = smallGan();
        Recorder ofD, ofG;
        trainDiscriminator(gan, Figures::NotWanted, &ofD);
        trainGenerator(gan, Figures::NotWanted, &ofG);
        QVERIFY(ofD.seen == kStepOfD);
        QVERIFY(ofG.seen == kStepOfG);
    }

    void weightsMoveInTheUpdateAndNotBefore()
    {
        Gan gan = smallGan();
        const Tensor D = gan.discriminator->weights(), G = gan.generator->weights();
        const Tensor beforeD = D.clone(), beforeG = G.clone();
        Recorder recorder;
        recorder.look = [&](SubStep subStep) {
            QCOMPARE(at::equal(D, beforeD), subStep != SubStep::DiscriminatorUpdate);
            QVERIFY(at::equal(G, beforeG));
        };
        trainDiscriminator(gan, Figures::NotWanted, &recorder);
        recorder.look = [&](SubStep subStep) {
            QCOMPARE(at::equal(G, beforeG), subStep != SubStep::GeneratorUpdate);
        };
        trainGenerator(gan, Figures::NotWanted, &recorder);
    }

    void eachStepLeavesTheOtherNetworkAlone()
    {
        for (const LossFacts& facts : lossTable()) {
            Gan gan = smallGan(facts.loss);
            const auto alone = [&](const Network& network, auto train) {
                const Tensor weights = network.weights().clone(), gradient = network.gradient().clone();
                train(gan, Figures::Wanted, nullptr);
                QVERIFY2(at::equal(network.weights(), weights) && at::equal(network.gradient(), gradient),
                         facts.key);
            };
            alone(*gan.generator, trainDiscriminator);
            alone(*gan.discriminator, trainGenerator);
            alone(*gan.generator, trainDiscriminator); // and after each has had gradients
            alone(*gan.discriminator, trainGenerator);
        }
    }

    void generatedSamplesReachDiscriminatorAsNumbers()
    {
        Gan gan = smallGan();
        gan.generator->clearGradient();
        trainDiscriminator(gan, Figures::NotWanted, nullptr);
        QCOMPARE(gan.generator->gradient().norm().item<double>(), 0.0);
        QVERIFY(gan.discriminator->gradient().norm().item<double>() > 0);
    }

    /// Twice each, so that what the first update left behind would be seen in the second.
    void updatesFollowTheFiniteDifferencesOfTheLoss()
    {
        Gan gan = smallGan();
        gan.optimizerD->setRates({0.1});
        gan.optimizerG->setRates({0.1});
        const Tensor x = gan.drawReal(), z = gan.drawNoise();
        gan.drawReal = [x] { return x; };
        gan.drawNoise = [z] { return z; };
        Generator& G = *gan.generator;
        Discriminator& D = *gan.discriminator;
        const auto lossD = [&] { return discriminatorLoss(gan.rule, D(x), D(G(z))).value.item<double>(); };
        const auto lossG = [&] { return generatorLoss(gan.rule, D(G(z))).value.item<double>(); };
        const auto downhill = [](const Tensor& weights, auto loss) {
            Tensor expected = weights.clone();
            for (std::int64_t i = 0; i < weights.numel(); ++i)
                expected[i] -= 0.1 * slopeAt(weights, i, loss);
            return expected;
        };
        for (int i = 0; i < 2; ++i) {
            const Tensor expectedD = downhill(D.weights(), lossD);
            trainDiscriminator(gan, Figures::NotWanted, nullptr);
            QVERIFY(at::allclose(D.weights(), expectedD, 1e-7, 1e-8));
            const Tensor expectedG = downhill(G.weights(), lossG);
            trainGenerator(gan, Figures::NotWanted, nullptr);
            QVERIFY(at::allclose(G.weights(), expectedG, 1e-7, 1e-8));
        }
    }

    void figuresAreThoseOfTheBatch()
    {
        Gan gan = smallGan();
        const Tensor x = gan.drawReal(), z = gan.drawNoise();
        gan.drawReal = [x] { return x; };
        gan.drawNoise = [z] { return z; };
        const Tensor real = (*gan.discriminator)(x).real.sigmoid();
        const Tensor generated = (*gan.discriminator)((*gan.generator)(z)).real.sigmoid();
        const auto figures = trainDiscriminator(gan, Figures::Wanted, nullptr);
        QVERIFY(figures.has_value());
        QCOMPARE(figures->loss,
                 static_cast<float>((-real.log().mean() - (1 - generated).log().mean()).item<double>()));
        QCOMPARE(figures->dReal, static_cast<float>(real.mean().item<double>()));
        QCOMPARE(figures->dFake, static_cast<float>(generated.mean().item<double>()));
        QCOMPARE(figures->accuracyReal, real.gt(0.5).to(at::kFloat).mean().item<float>());
        QCOMPARE(figures->accuracyFake, generated.le(0.5).to(at::kFloat).mean().item<float>());
        QCOMPARE(figures->gradientNorm, gan.discriminator->gradient().norm().item<float>());
        QVERIFY(!trainDiscriminator(gan, Figures::NotWanted, nullptr).has_value());
    }

    /// The critic's scores have no zero: the middle of both means divides them.
    void criticIsJudgedByTheMiddle()
    {
        const Tensor x = at::tensor({10.0, 12.0, 3.0, 11.0}, at::kDouble),
                     g = at::tensor({1.0, 2.0, 7.0, 2.0}, at::kDouble);
        const auto figures =
            discriminatorFigures(lossNamed("wasserstein_gp"), at::zeros({}), {x, x}, {g, g}, at::ones({2}));
        QCOMPARE(figures.dReal, 9.f);
        QCOMPARE(figures.accuracyReal, 0.75f);
        QCOMPARE(figures.accuracyFake, 0.75f);
    }

    void whatAnObserverThrowsPassesAndUnfreezes()
    {
        Gan gan = smallGan();
        Recorder recorder;
        recorder.look = [](SubStep subStep) {
            if (subStep == SubStep::ClassifyForG)
                throw std::runtime_error("enough");
        };
        QVERIFY_EXCEPTION_THROWN(trainGenerator(gan, Figures::NotWanted, &recorder), std::runtime_error);
        const Tensor before = gan.discriminator->weights().clone();
        trainDiscriminator(gan, Figures::NotWanted, nullptr);
        QVERIFY(!at::equal(gan.discriminator->weights(), before)); // D learns again
    }

    void networksWithBatchNormTakeTheSameStep()
    {
        Gan gan = smallGan();
        gan.generator = std::make_unique<NormedGenerator>(randomFor(1, 0, Purpose::Weights));
        gan.optimizerG = std::make_unique<Optimizer>(OptimizerKind::Sgd, gan.generator->weights(),
                                                     gan.generator->gradient());
        gan.drawNoise = [random = gan.random.noise] {
            return at::empty({16, 3}, at::kDouble).normal_(0, 1, random);
        };
        const Tensor beforeG = gan.generator->weights().clone(), mean = gan.generator->buffers()[0].clone();
        trainDiscriminator(gan, Figures::Wanted, nullptr);
        QVERIFY(at::equal(gan.generator->weights(), beforeG));
        trainGenerator(gan, Figures::Wanted, nullptr);
        QVERIFY(!at::equal(gan.generator->weights(), beforeG));
        QVERIFY(!at::equal(gan.generator->buffers()[0], mean));
    }

    /// What hides the real pictures from D must be done to G's too, or G would learn to imitate it.
    void dSeesAllBatchesAugmented()
    {
        Gan gan = smallGan();
        int seen = 0;
        gan.augment = [&](const Tensor& batch) {
            ++seen;
            return batch * 0 + 1;
        };
        const auto ofD = trainDiscriminator(gan, Figures::Wanted, nullptr);
        QCOMPARE(seen, 2);
        QCOMPARE(ofD->dReal, ofD->dFake);
        const auto ofG = trainGenerator(gan, Figures::Wanted, nullptr);
        QCOMPARE(seen, 3);
        QCOMPARE(ofG->gradientNorm, 0.f); // the way back leads through it, and here it ends there
    }
};

QTEST_GUILESS_MAIN(TestGanStep)
#include "tst_gan_step.moc"
