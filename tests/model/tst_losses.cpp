#include "tests/model/gan_fixture.h"

#include "core/error.h"
#include "core/model/losses.h"

#include <QTest>
#include <torch/csrc/autograd/autograd.h>

#include <cmath>

using namespace gan;

Q_DECLARE_METATYPE(gan::Loss)
Q_DECLARE_METATYPE(gan::Head)

namespace {

using Formula = double (*)(double score);

double probability(double score)
{
    return 1 / (1 + std::exp(-score));
}

/// The textbook's formulas, in the probabilities and scores that it uses.
struct ClosedForm {
    Loss loss;
    Formula real, generated, generator;
};
const ClosedForm kClosedForms[] = {
    {Loss::Minimax, [](double s) { return -std::log(probability(s)); },
     [](double s) { return -std::log(1 - probability(s)); },
     [](double s) { return std::log(1 - probability(s)); }},
    {Loss::NonSaturating, [](double s) { return -std::log(probability(s)); },
     [](double s) { return -std::log(1 - probability(s)); },
     [](double s) { return -std::log(probability(s)); }},
    {Loss::LeastSquares, [](double s) { return (s - 1) * (s - 1) / 2; }, [](double s) { return s * s / 2; },
     [](double s) { return (s - 1) * (s - 1) / 2; }},
    {Loss::Hinge, [](double s) { return std::max(0.0, 1 - s); },
     [](double s) { return std::max(0.0, 1 + s); }, [](double s) { return -s; }},
    {Loss::WassersteinGp, [](double s) { return -s; }, [](double s) { return s; },
     [](double s) { return -s; }},
};

double total(Formula formula, const Tensor& scores)
{
    double sum = 0;
    for (std::int64_t i = 0; i < scores.size(0); ++i)
        sum += formula(scores[i].item<double>());
    return sum;
}

Scores both(const Tensor& scores)
{
    return {scores, scores};
}

bool near(double a, double b, double tolerance = 1e-12)
{
    return std::abs(a - b) <= tolerance * std::max(1.0, std::abs(b));
}

} // namespace

class TestLosses : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void closedForms()
    {
        const Tensor x = at::tensor({-3.0, -0.5, 0.25, 2.0}, at::kDouble);
        const Tensor g = at::tensor({4.0, -1.5, 0.75, -0.125}, at::kDouble);
        for (const ClosedForm& of : kClosedForms) {
            const LossRule mean{of.loss, Reduction::Mean, 10}, sum{of.loss, Reduction::Sum, 10};
            const double d = total(of.real, x) + total(of.generated, g);
            QVERIFY(near(discriminatorLoss(sum, both(x), both(g)).value.item<double>(), d));
            QVERIFY(near(discriminatorLoss(mean, both(x), both(g)).value.item<double>(), d / 4));
            QVERIFY(near(generatorLoss(sum, both(g)).value.item<double>(), total(of.generator, g)));
            QVERIFY(near(generatorLoss(mean, both(g)).value.item<double>(), total(of.generator, g) / 4));
        }
    }

    void staysFiniteWhereProbabilitiesAreRounded()
    {
        const Tensor far = at::tensor({-1000.0f, 1000.0f});
        for (const Loss loss : {Loss::Minimax, Loss::NonSaturating}) {
            QCOMPARE(discriminatorLoss({loss}, both(far), both(far)).value.item<float>(), 1000.f);
            QVERIFY(std::isfinite(generatorLoss({loss}, both(far)).value.item<float>()));
        }
    }

    /// What core/loss.cpp tells the user about a perfect generator. There D's best score is the same for x
    /// and G(z).
    void equilibriumValues()
    {
        for (const LossFacts& facts : lossTable()) {
            double bestScore = 0;
            double best = 1e9;
            for (double score = -2; score <= 2; score += 1.0 / 64) {
                const Tensor s = at::full({3}, score, at::kDouble);
                const double loss = discriminatorLoss({facts.loss}, both(s), both(s)).value.item<double>();
                if (loss < best - 1e-12 || (near(loss, best) && std::abs(score) < std::abs(bestScore))) {
                    best = loss;
                    bestScore = score;
                }
            }
            const Tensor s = at::full({3}, bestScore, at::kDouble);
            QVERIFY(facts.equilibriumD.has_value());
            QVERIFY2(near(best, *facts.equilibriumD), facts.key);
            if (facts.equilibriumG)
                QVERIFY2(near(generatorLoss({facts.loss}, both(s)).value.item<double>(), *facts.equilibriumG),
                         facts.key);
        }
    }

    /// The best that any score reaches where real and generated are the same, and G's loss there.
    void equilibriumWithSmoothing()
    {
        for (const Loss loss : {Loss::Minimax, Loss::NonSaturating}) {
            for (const double target : {0.9, 0.7, 1.0}) {
                LossRule rule{loss};
                rule.realTarget = target;
                const double score = std::log(target / (2 - target)); // its sigmoid is target / 2
                const auto lossAt = [&](double s) {
                    const Tensor scores = at::full({3}, s, at::kDouble);
                    return discriminatorLoss(rule, both(scores), both(scores)).value.item<double>();
                };
                QVERIFY(lossAt(score) < lossAt(score + 0.01) && lossAt(score) < lossAt(score - 0.01));
                const char* key = loss == Loss::Minimax ? "minimax" : "non_saturating";
                const Equilibrium values = equilibriumOf(lossNamed(key), target);
                QVERIFY(near(lossAt(score), *values.lossD));
                const Tensor scores = at::full({3}, score, at::kDouble);
                QVERIFY(near(generatorLoss(rule, both(scores)).value.item<double>(), *values.lossG));
            }
        }
    }

    void gradientsAgreeWithFiniteDifferences_data()
    {
        QTest::addColumn<Loss>("loss");
        QTest::addColumn<Head>("head");
        for (const LossFacts& facts : lossTable()) {
            QTest::addRow("%s softmax", facts.key) << facts.loss << Head::Softmax;
            QTest::addRow("%s single", facts.key) << facts.loss << Head::Single;
        }
        QTest::newRow("minimax seed_sigmoid") << Loss::Minimax << Head::SeedSigmoid;
        QTest::newRow("non_saturating seed_sigmoid") << Loss::NonSaturating << Head::SeedSigmoid;
    }
    void gradientsAgreeWithFiniteDifferences()
    {
        QFETCH(Loss, loss);
        QFETCH(Head, head);
        Gan gan = smallGan(loss, OptimizerKind::Sgd, head);
        Generator& G = *gan.generator;
        Discriminator& D = *gan.discriminator;
        const Tensor x = gan.drawReal(), z = gan.drawNoise();

        const auto lossD = [&] { return discriminatorLoss(gan.rule, D(x), D(G(z))).value.item<double>(); };
        const auto lossG = [&] { return generatorLoss(gan.rule, D(G(z))).value.item<double>(); };

        const GeneratorPass Gz = G.forward(z);
        const DiscriminatorPass Dx = D.forward(x), DGz = D.forward(Gz.samples);
        const DiscriminatorLoss ofD = discriminatorLoss(gan.rule, Dx.scores, DGz.scores);
        D.clearGradient();
        D.backward(Dx, {ofD.byDx});
        D.backward(DGz, {ofD.byDGz});
        QVERIFY(D.gradient().norm().item<double>() > 1e-6);
        QVERIFY(worstSlope(D.weights(), D.gradient(), lossD) < 1e-7);

        G.clearGradient();
        G.backward(Gz, D.backwardToInput(DGz, {generatorLoss(gan.rule, DGz.scores).byDGz}));
        QVERIFY(G.gradient().norm().item<double>() > 1e-6);
        QVERIFY(worstSlope(G.weights(), G.gradient(), lossG) < 1e-7);
    }

    /// What is handed on is the derivative of what is reported, also where D has two voices.
    void slopesAreThoseOfTheLoss_data()
    {
        QTest::addColumn<Loss>("loss");
        QTest::addColumn<bool>("sum");
        QTest::addColumn<double>("target");
        for (const LossFacts& facts : lossTable())
            for (const bool sum : {false, true})
                for (const double target : {1.0, 0.8})
                    QTest::addRow("%s %d %g", facts.key, sum, target) << facts.loss << sum << target;
    }
    void slopesAreThoseOfTheLoss()
    {
        QFETCH(Loss, loss);
        QFETCH(bool, sum);
        QFETCH(double, target);
        LossRule rule{loss, sum ? Reduction::Sum : Reduction::Mean};
        rule.realTarget = target;
        const auto scores = [](std::vector<double> values) { return at::tensor(values, at::kDouble); };
        const Scores Dx{scores({-3, -0.5, 0.25, 2}), scores({1.5, -1, 0.75, -40})},
            DGz{scores({4, -1.5, 0.75, -0.125}), scores({-0.25, 0.5, 3, 50})};
        const auto agrees = [](auto value, const Tensor& score, const Tensor& slope) {
            return worstSlope(score, slope.defined() ? slope : at::zeros_like(score), value) < 1e-6;
        };
        const auto valueOfD = [&] { return discriminatorLoss(rule, Dx, DGz).value.item<double>(); };
        const DiscriminatorLoss ofD = discriminatorLoss(rule, Dx, DGz);
        QVERIFY(agrees(valueOfD, Dx.real, ofD.byDx.real));
        QVERIFY(agrees(valueOfD, Dx.generated, ofD.byDx.generated));
        QVERIFY(agrees(valueOfD, DGz.real, ofD.byDGz.real));
        QVERIFY(agrees(valueOfD, DGz.generated, ofD.byDGz.generated));
        const auto valueOfG = [&] { return generatorLoss(rule, DGz).value.item<double>(); };
        const GeneratorLoss ofG = generatorLoss(rule, DGz);
        QVERIFY(agrees(valueOfG, DGz.real, ofG.byDGz.real));
        QVERIFY(agrees(valueOfG, DGz.generated, ofG.byDGz.generated));
    }

    /// The two sigmoids as printed: each output is trained on its own class only.
    void seedSigmoidTrainsEachOutputOnItsClass()
    {
        const Tensor real = at::tensor({0.5, -1.0}, at::kDouble),
                     generated = at::tensor({0.25, 2.0}, at::kDouble);
        const Scores Dx{real, at::full({2}, 100.0, at::kDouble)},
            DGz{at::full({2}, 7.0, at::kDouble), -generated};
        double expected = 0, minimax = 0;
        for (int i = 0; i < 2; ++i) {
            expected -= std::log(probability(real[i].item<double>())) / 2;
            expected -= std::log(probability(generated[i].item<double>())) / 2;
            minimax += std::log(probability(generated[i].item<double>())) / 2;
        }
        QVERIFY(near(discriminatorLoss({Loss::NonSaturating}, Dx, DGz).value.item<double>(), expected));
        QVERIFY(
            near(generatorLoss({Loss::NonSaturating}, DGz).value.item<double>(), -std::log(probability(7))));
        QVERIFY(near(generatorLoss({Loss::Minimax}, DGz).value.item<double>(), minimax));
    }

    void twoLogitsEnterAsTheirDifference()
    {
        MlpDiscriminator D({{1, 3}, Activation::Tanh}, Head::Softmax, randomFor(1, 0, Purpose::Weights),
                           at::kDouble);
        const Tensor before = D(at::ones({2, 1}, at::kDouble)).real.detach().clone();
        const at::NoGradGuard noGrad;
        D.weights().slice(0, -2).add_(3); // both biases: softmax does not see what both logits share
        QVERIFY(at::allclose(D(at::ones({2, 1}, at::kDouble)).real, before, 1e-12, 1e-12));
        D.weights().slice(0, -1).add_(1); // the bias of "real"
        QVERIFY(at::allclose(D(at::ones({2, 1}, at::kDouble)).real, before + 1, 1e-12, 1e-12));
    }

    void aBroadcastIsAnError()
    {
        const Tensor flat = at::zeros({4}), column = at::zeros({4, 1}), shorter = at::zeros({3}),
                     one = at::zeros({1});
        QVERIFY_EXCEPTION_THROWN(discriminatorLoss({}, both(flat), both(column)), Error);
        QVERIFY_EXCEPTION_THROWN(discriminatorLoss({}, both(column), both(flat)), Error);
        QVERIFY_EXCEPTION_THROWN(discriminatorLoss({}, both(flat), both(shorter)), Error);
        QVERIFY_EXCEPTION_THROWN(discriminatorLoss({}, both(flat), both(one)), Error);
        QVERIFY_EXCEPTION_THROWN(generatorLoss({}, both(column)), Error);
        QVERIFY_EXCEPTION_THROWN(generatorLoss({}, both(at::zeros({}))), Error);
    }

    void penaltyPullsTheSlopeTowardsOne()
    {
        Gan gan = smallGan(Loss::WassersteinGp);
        Discriminator& D = *gan.discriminator;
        const Tensor x = gan.drawReal(), Gz = (*gan.generator)(gan.drawNoise());
        const auto penalty = [&] {
            return gradientPenalty(gan.rule, D, x, Gz, randomFor(9, 0, Purpose::GradientPenalty));
        };

        // By hand: the slope of D at each mixture from finite differences.
        const Tensor e =
            at::empty({16, 1}, at::kDouble).uniform_(0, 1, randomFor(9, 0, Purpose::GradientPenalty));
        const Tensor m = (e * x + (1 - e) * Gz).detach();
        const Tensor slope = (D(m + 1e-6).real - D(m - 1e-6).real) / 2e-6;
        QVERIFY(near(penalty().item<double>(), 10 * (slope.abs() - 1).square().mean().item<double>(), 1e-7));

        D.clearGradient();
        gan.generator->clearGradient();
        penalty().backward();
        const auto value = [&] {
            const at::AutoGradMode on(true);
            return penalty().item<double>();
        };
        QVERIFY(D.gradient().norm().item<double>() > 1e-3);
        QVERIFY(worstSlope(D.weights(), D.gradient(), value) < 1e-6);
        QCOMPARE(gan.generator->gradient().norm().item<double>(), 0.0);
    }
};

QTEST_GUILESS_MAIN(TestLosses)
#include "tst_losses.moc"
