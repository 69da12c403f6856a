#include "core/error.h"
#include "core/experiment.h"
#include "core/model/spectral_norm.h"
#include "core/model/trainers.h"
#include "tests/model/gan_fixture.h"
#include "tests/support/views.h"

#include <QTest>

using namespace gan;

namespace {

at::Generator weightStream()
{
    return randomFor(4, 0, Purpose::Weights);
}

Tensor normal(at::IntArrayRef shape, std::int64_t seed)
{
    return at::empty(shape, at::kDouble).normal_(0, 1, randomFor(seed, 0, Purpose::Noise));
}

/// Flat weights of one layer without biases.
Tensor flat(const Tensor& matrix)
{
    return at::cat({matrix.flatten(), at::zeros({matrix.size(0)}, matrix.options())});
}

SpectralNorm normOfLayer(const Tensor& matrix)
{
    return SpectralNorm({matrix.size(1), matrix.size(0)}, flat(matrix), weightStream());
}

/// What the matrix is divided by.
double sigma(const SpectralNorm& norm, const Tensor& matrix)
{
    const Tensor used = norm.normalized(flat(matrix)).slice(0, 0, matrix.numel());
    return (matrix.norm() / used.norm()).item<double>();
}

double largestSingularValue(const Tensor& matrix)
{
    return std::get<1>(at::svd(matrix, true, false))[0].item<double>();
}

/// The matrices of flat weights.
std::vector<Tensor> matricesOf(const Tensor& weights, const std::vector<std::int64_t>& widths)
{
    std::vector<Tensor> matrices;
    std::int64_t start = 0;
    for (std::size_t i = 0; i + 1 < widths.size(); ++i) {
        const std::int64_t count = widths[i + 1] * widths[i];
        matrices.push_back(weights.slice(0, start, start + count).view({widths[i + 1], widths[i]}));
        start += count + widths[i + 1];
    }
    return matrices;
}

std::unique_ptr<MlpDiscriminator> normedD(std::vector<std::int64_t> widths, Activation activation,
                                          Head head = Head::Softmax, at::Device device = at::kCPU)
{
    MlpShape shape{std::move(widths), activation};
    shape.spectral = true;
    return std::make_unique<MlpDiscriminator>(shape, head, weightStream(),
                                              at::TensorOptions(at::kDouble).device(device));
}

/// The small GAN with another D.
Gan ganWith(std::unique_ptr<MlpDiscriminator> D, at::Device device = at::kCPU)
{
    Gan gan = smallGan(Loss::NonSaturating, OptimizerKind::Adam, Head::Single, device);
    gan.discriminator = std::move(D);
    gan.optimizerD = std::make_unique<Optimizer>(OptimizerKind::Adam, gan.discriminator->weights(),
                                                 gan.discriminator->gradient());
    gan.optimizerD->setRates({.learningRate = 0.01});
    return gan;
}

Settings planeSettings(const char* normed = "yes", const char* r1 = "1")
{
    Settings settings(experimentNamed("plane-2d"));
    for (const auto& [key, text] : {std::pair("hidden_d", "16,16"),
                                    {"hidden_g", "16"},
                                    {"batch", "32"},
                                    {"spectral_norm_d", normed},
                                    {"r1", r1}})
        settings.setText(key, text);
    return settings;
}

std::unique_ptr<Trainer> trained(const Settings& settings, int iterations)
{
    auto trainer = makePlane2dTrainer();
    trainer->reset(settings);
    for (int i = 0; i < iterations; ++i)
        trainer->step();
    return trainer;
}

constexpr Activation kActivations[] = {Activation::Elu, Activation::Relu, Activation::LeakyRelu,
                                       Activation::Tanh};

} // namespace

class TestSpectralNorm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sigmaOfADiagonalMatrix()
    {
        const Tensor matrix = at::diag(at::tensor({3.0, -5.0, 2.0}, at::kDouble));
        QVERIFY(std::abs(sigma(normOfLayer(matrix), matrix) - 5) < 1e-12);
        const Tensor asFloats = matrix.to(at::kFloat);
        QVERIFY(std::abs(sigma(normOfLayer(asFloats), asFloats) - 5) < 1e-5);
    }

    /// a b' stretches b to |a| |b|^2 / |b|; one iteration is enough.
    void sigmaOfRankOne()
    {
        const Tensor a = normal({5, 1}, 1), b = normal({1, 3}, 2);
        SpectralNorm norm = normOfLayer(normal({5, 3}, 3));
        norm.follow(flat(a.mm(b)));
        QVERIFY(std::abs(sigma(norm, a.mm(b)) - (a.norm() * b.norm()).item<double>()) < 1e-12);
    }

    void sigmaIsTheLargestSingularValue()
    {
        for (const auto& [out, in] : {std::pair(7, 4), {4, 7}, {12, 12}, {1, 9}, {9, 1}}) {
            const Tensor matrix = normal({out, in}, 10 * out + in);
            SpectralNorm norm = normOfLayer(matrix);
            QVERIFY(std::abs(sigma(norm, matrix) / largestSingularValue(matrix) - 1) < 0.02); // at once
            norm.follow(flat(matrix), 2000);
            QVERIFY(std::abs(sigma(norm, matrix) - largestSingularValue(matrix)) < 1e-9);
        }
    }

    void oneStepIsOnePowerIteration()
    {
        const Tensor before = normal({6, 4}, 1), matrix = normal({6, 4}, 2);
        SpectralNorm norm = normOfLayer(before);
        const Tensor u = norm.vectors().slice(0, 0, 6).clone();
        norm.follow(flat(matrix));
        Tensor v = matrix.t().mv(u);
        v = v / v.norm();
        const Tensor next = matrix.mv(v) / matrix.mv(v).norm();
        QVERIFY(at::allclose(norm.vectors(), at::cat({next, v}), 1e-12, 1e-12));
    }

    /// No vector has a length, and nothing is divided by it.
    void aMatrixOfZerosStaysFinite()
    {
        const Tensor zeros = at::zeros({3, 2}, at::kDouble);
        const SpectralNorm norm = normOfLayer(zeros);
        QVERIFY(at::equal(norm.normalized(flat(zeros)), flat(zeros)));
    }

    void biasesStay()
    {
        const auto owned = normedD({2, 6, 5}, Activation::Tanh);
        MlpDiscriminator& D = *owned;
        const at::NoGradGuard noGrad;
        const Tensor x = normal({5, 2}, 3);
        const Tensor before = D(x).real;
        Tensor(D.weights().slice(0, D.weights().numel() - 2)).add_(at::tensor({1.0, 4.0}, at::kDouble));
        QVERIFY(at::allclose(D(x).real, before + 3, 1e-12, 1e-12)); // that for "real" less the other
        Tensor(D.weights().slice(0, 0, 12)).mul_(7);                // the first matrix
        QVERIFY(at::allclose(D(x).real, before + 3, 1e-12, 1e-12)); // its size does not count
    }

    void gradientsAreFiniteDifferences()
    {
        for (const Activation activation : kActivations)
            for (const Head head : {Head::Softmax, Head::Single, Head::SeedSigmoid}) {
                const auto D = normedD({2, 6, 5}, activation, head);
                const Tensor x = normal({7, 2}, 3), by = normal({7}, 4);
                const auto loss = [&] {
                    const Scores said = D->forward(x).scores;
                    return (by * (said.real + 2 * said.generated)).sum().item<double>();
                };
                const ScoreGradient gradient{{by, 2 * by}};
                D->clearGradient();
                D->backward(D->forward(x), gradient);
                QVERIFY(D->gradient().norm().item<double>() > 0.1);
                QVERIFY(worstSlope(D->weights(), D->gradient(), loss) < 1e-6);
                const Frozen frozen(*D);
                const Tensor toInput = D->backwardToInput(D->forward(x), gradient);
                QVERIFY(worstSlope(x, toInput, loss) < 1e-6);
            }
    }

    /// From the scores and from the features: autograd's own way through W / (u' W v).
    void bothWaysBackAgree()
    {
        for (const Activation activation : kActivations) {
            const auto D = normedD({2, 6, 5}, activation);
            const Tensor x = normal({7, 2}, 3), by = normal({7}, 4), byFeatures = normal({7, 5}, 5);
            const DiscriminatorPass pass = D->forward(x), followed = D->Discriminator::forward(x);
            QVERIFY(at::allclose(pass.scores.real, followed.scores.real, 1e-12, 1e-12));
            const Tensor hidden = D->features(followed);
            QVERIFY(at::allclose(D->features(pass), hidden, 1e-12, 1e-12));
            const auto agree = [&](const ScoreGradient& mine, const OutputGradient& theirs) {
                D->clearGradient();
                D->backward(D->forward(x), mine);
                const Tensor byHand = D->gradient().clone();
                D->clearGradient();
                propagate({theirs});
                QVERIFY(at::allclose(byHand, D->gradient(), 1e-12, 1e-12));
            };
            agree({{by, {}}}, {followed.scores.real, by});
            agree({{}, {D->features(pass), byFeatures}}, {hidden, byFeatures});
        }
    }

    void slopePenalty()
    {
        for (const Activation activation : kActivations) {
            const auto D = normedD({2, 6, 5}, activation);
            const Tensor x = normal({7, 2}, 3);
            D->clearGradient();
            const double mine = D->addSlopePenalty(x, 0.7);
            const Tensor byHand = D->gradient().clone();
            D->clearGradient();
            const double theirs = D->Discriminator::addSlopePenalty(x, 0.7);
            QVERIFY(theirs > 1e-4 && std::abs(mine - theirs) < 1e-12);
            QVERIFY(at::allclose(byHand, D->gradient(), 1e-12, 1e-12));
            // Kinks of straight pieces move nothing but where they are crossed.
            const auto penalty = [&] { // also where finite differences switch autograd off
                const at::AutoGradMode on(true);
                return D->addSlopePenalty(x, 0.7);
            };
            QVERIFY(worstSlope(D->weights(), byHand, penalty) < 1e-6);
        }
    }

    /// So D, whose activations are no steeper than 1, carries no two points further apart than they are.
    void aTrainedDIsNotSteep()
    {
        auto owned = normedD({1, 16, 16}, Activation::LeakyRelu, Head::Single);
        const MlpDiscriminator& D = *owned;
        Gan gan = ganWith(std::move(owned));
        for (int i = 0; i < 500; ++i)
            trainDiscriminator(gan, Figures::NotWanted, nullptr);
        std::int64_t u = 0;
        double product = 1;
        for (const Tensor& matrix : matricesOf(D.weights(), {1, 16, 16, 1})) {
            const auto vector = [&](std::int64_t from, std::int64_t size) {
                return D.buffers()[0].slice(0, from, from + size);
            };
            const std::int64_t v = u + matrix.size(0);
            const double used =
                vector(u, matrix.size(0)).dot(matrix.mv(vector(v, matrix.size(1)))).item<double>();
            QVERIFY(std::abs(largestSingularValue(matrix) / used - 1) < 0.03);
            product *= used;
            u = v + matrix.size(1);
        }
        QVERIFY(product > 1.5); // of the weights themselves
        const Tensor x = at::linspace(-20, 20, 4001, at::kDouble).view({-1, 1});
        const Tensor said = gan.discriminator->forward(x).scores.real;
        const double steepest = ((said.slice(0, 1) - said.slice(0, 0, -1)).abs().max() / 0.01).item<double>();
        QVERIFY(steepest < 1.03);
        QVERIFY(steepest > 0.3); // it has learned that 5 is real and 0 is not
    }

    void onlyUpdatesOfDMoveTheVectors()
    {
        Gan gan = ganWith(normedD({1, 5}, Activation::Relu));
        Discriminator& D = *gan.discriminator;
        const Tensor before = D.buffers()[0].clone();
        trainGenerator(gan, Figures::Wanted, nullptr);
        D.forward(normal({3, 1}, 1));
        D(normal({3, 1}, 1));
        D.addSlopePenalty(normal({3, 1}, 1), 1);
        QVERIFY(at::equal(D.buffers()[0], before));
        trainDiscriminator(gan, Figures::Wanted, nullptr);
        QVERIFY(!at::equal(D.buffers()[0], before));
    }

    /// The vectors belong to the state, which looking leaves as it is.
    void lookingChangesNothing()
    {
        const auto looked = trained(planeSettings(), 5), left = trained(planeSettings(), 5);
        const std::string before = looked->save();
        looked->probe(viewOf("plane-2d"));
        looked->measure();
        looked->samples(10);
        QVERIFY(looked->save() == before);
        QVERIFY(stepValues(looked->step()) == stepValues(left->step()));
    }

    void aSavedStateGoesOnBitForBit()
    {
        for (const char* r1 : {"0", "1"}) {
            const auto first = trained(planeSettings("yes", r1), 20);
            const auto second = trained(planeSettings("yes", r1), 3);
            second->restore(first->save());
            for (int i = 0; i < 20; ++i)
                QVERIFY(stepValues(first->step()) == stepValues(second->step()));
            QVERIFY(first->save() == second->save());
        }
    }

    void aStateOfOtherNetworksIsRefused()
    {
        const auto with = trained(planeSettings("yes"), 1), without = trained(planeSettings("no"), 1);
        QVERIFY_EXCEPTION_THROWN(with->restore(without->save()), Error);
        QVERIFY_EXCEPTION_THROWN(without->restore(with->save()), Error);
    }

    /// Same first weights either way; without it there is no state beside them.
    void withoutItNothingIsAdded()
    {
        MlpDiscriminator D({{2, 6, 5}, Activation::Relu}, Head::Softmax, weightStream(), at::kDouble);
        QVERIFY(D.buffers().empty());
        QVERIFY(at::equal(D.weights(), normedD({2, 6, 5}, Activation::Relu)->weights()));
        const Tensor before = D.weights().clone();
        D.weightsMoved();
        QVERIFY(at::equal(D.weights(), before));
    }

    /// PyTorch's device without numbers stands for CUDA.
    void anUpdateStaysOnItsDevice()
    {
        Gan gan = ganWith(normedD({1, 5}, Activation::Elu, Head::Single, at::kMeta), at::kMeta);
        try {
            trainDiscriminator(gan, Figures::NotWanted, nullptr);
            trainGenerator(gan, Figures::NotWanted, nullptr);
        } catch (const c10::NotImplementedError&) {
            QSKIP("The meta device of this LibTorch lacks an operation.");
        }
        QVERIFY(gan.discriminator->buffers()[0].device() == at::kMeta);
        QVERIFY(gan.discriminator->gradient().device() == at::kMeta);
    }
};

QTEST_GUILESS_MAIN(TestSpectralNorm)
#include "tst_spectral_norm.moc"
