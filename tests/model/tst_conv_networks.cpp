#include "core/model/conv_networks.h"
#include "core/model/losses.h"
#include "core/model/moving_average.h"
#include "core/model/sampling.h"
#include "tests/model/gan_fixture.h"

#include <QTest>
#include <torch/csrc/autograd/autograd.h>

using namespace gan;

namespace {

constexpr double kTiny = 1e-9;

at::Generator fixed(std::uint64_t seed)
{
    return randomFor(seed, 0, Purpose::Weights);
}

Tensor numbers(at::IntArrayRef shape, std::uint64_t seed = 3)
{
    return at::empty(shape, at::kDouble).normal_(0, 1, fixed(seed));
}

double distance(const Tensor& a, const Tensor& b)
{
    return (a - b).abs().max().item<double>();
}

/// As PyTorch has it, [a, b, 4, 4].
Tensor kernels(const Tensor& weight)
{
    return weight.permute({0, 3, 1, 2}).contiguous();
}

/// In double precision, and with weights large enough that nothing is lost among constants.
template <class Net>
std::unique_ptr<Net> smallNet(ConvShape shape)
{
    auto net = std::make_unique<Net>(shape, fixed(1), at::TensorOptions(at::kDouble));
    Tensor(net->weights()).mul_(10);
    return net;
}

const ConvShape kSmall{16, 2, 3};

} // namespace

class TestConvNetworks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void channelsDoubleTowardsTheMiddle()
    {
        QCOMPARE((ConvShape{32, 32}.channels()), (std::vector<std::int64_t>{128, 64, 32}));
        QCOMPARE((ConvShape{64, 24}.channels()), (std::vector<std::int64_t>{192, 96, 48, 24}));
    }

    void shapesAndParameters()
    {
        const ConvShape shape{32, 32, 64, false};
        ConvGenerator G(shape, fixed(1));
        ConvDiscriminator D(shape, fixed(2));
        QCOMPARE(G.weights().numel(),
                 64 * 2048 + 16 * (128 * 64 + 64 * 32 + 32 * 3) + 2 * (128 + 64 + 32) + 3);
        QCOMPARE(D.weights().numel(), 16 * (3 * 32 + 32 * 64 + 64 * 128) + 32 + 64 + 128 + 2048 + 1);
        const Tensor pictures = G(at::zeros({5, 64}));
        QVERIFY(pictures.sizes() == at::IntArrayRef({5, 3, 32, 32}));
        const Scores scores = D(pictures);
        QVERIFY(scores.real.sizes() == at::IntArrayRef({5}));
        QVERIFY(scores.generated.is_same(scores.real));
        QVERIFY(D.buffers().empty());
        QCOMPARE(G.buffers().size(), std::size_t(6));
        const ConvDiscriminator normalized({32, 32, 64, true}, fixed(2));
        QCOMPARE(normalized.buffers().size(), std::size_t(4)); // not after the first convolution
        QCOMPARE(normalized.weights().numel(), D.weights().numel() + 64 + 128); // scale and shift for a bias
    }

    void weightsAreDrawnAsInThePaper()
    {
        const ConvDiscriminator D({32, 32, 64, false}, fixed(1));
        const double deviation = D.weights().std().item<double>();
        QVERIFY2(std::abs(deviation - 0.02) < 0.0005, qPrintable(QString::number(deviation)));
        QVERIFY(at::equal(D.weights(), ConvDiscriminator({32, 32, 64, false}, fixed(1)).weights()));
        QVERIFY(!at::equal(D.weights(), ConvDiscriminator({32, 32, 64, false}, fixed(2)).weights()));
        const BatchNorm norm(10000, fixed(1), at::kFloat);
        const Tensor scale = norm.parameters()[0], shift = norm.parameters()[1];
        QVERIFY(std::abs(scale.mean().item<double>() - 1) < 0.001);
        QVERIFY(std::abs(scale.std().item<double>() - 0.02) < 0.001);
        QCOMPARE(shift.abs().max().item<double>(), 0.0);
    }

    void layersAreThoseOfPyTorch()
    {
        const Tensor weight = numbers({5, 4, 4, 2}), small = numbers({3, 5, 4, 4}, 4), bias = numbers({5}, 6);
        const Tensor large = numbers({3, 2, 8, 8}, 5);
        QVERIFY(distance(halved(large, weight, bias), at::conv2d(large, kernels(weight), bias, 2, 1)) <
                kTiny);
        QVERIFY(distance(halved(large, weight, {}), at::conv2d(large, kernels(weight), {}, 2, 1)) < kTiny);
        QVERIFY(distance(doubled(small, weight), at::conv_transpose2d(small, kernels(weight), {}, 2, 1)) <
                kTiny);
    }

    void theTransposedConvolutionKnowsItsWayBack()
    {
        const Tensor weight = numbers({3, 4, 4, 2}), x = numbers({2, 3, 4, 4}, 4),
                     wish = numbers({2, 2, 8, 8}, 5);
        const auto loss = [&] { return doubled(x, weight).mul(wish).sum(); };
        x.requires_grad_();
        weight.requires_grad_();
        loss().backward();
        const Tensor ofX = x.grad().clone(), ofWeight = weight.grad().clone();
        x.requires_grad_(false);
        weight.requires_grad_(false);
        const auto value = [&] { return loss().item<double>(); };
        QVERIFY(worstSlope(x, ofX, value) < 1e-7);
        QVERIFY(worstSlope(weight, ofWeight, value) < 1e-7);
    }

    void batchNormIsItsClosedForm()
    {
        const BatchNorm norm(2, fixed(1), at::kDouble);
        const Tensor x = numbers({3, 2, 4, 4}) * 2 + 1;
        const Tensor mean = x.mean({0, 2, 3}, true), variance = x.var({0, 2, 3}, false, true);
        const Tensor scale = norm.parameters()[0].view({1, 2, 1, 1});
        const Tensor expected = (x - mean) / (variance + BatchNorm::epsilon).sqrt() * scale;
        QVERIFY(distance(norm.learning(x), expected) < kTiny);
        const double n = 3 * 16;
        QVERIFY(distance(norm.buffers()[0], 0.1 * mean.flatten()) < kTiny);
        QVERIFY(distance(norm.buffers()[1], 0.9 + 0.1 * variance.flatten() * n / (n - 1)) < kTiny);

        const Tensor before = norm.buffers()[0].clone();
        ChannelStatistics found;
        QVERIFY(distance(norm.looking(x, found), expected) < kTiny);
        QVERIFY(distance(found.mean, mean.flatten()) < kTiny);
        QVERIFY(distance(found.variance, variance.flatten()) < kTiny);
        QVERIFY(distance(norm.with(found, x.narrow(0, 1, 1)), expected.narrow(0, 1, 1)) < kTiny);
        QVERIFY(at::equal(norm.buffers()[0], before));
    }

    void gradientsAgreeWithFiniteDifferences_data()
    {
        QTest::addColumn<bool>("batchNormInD");
        QTest::newRow("plain D") << false;
        QTest::newRow("BatchNorm in D") << true;
    }
    void gradientsAgreeWithFiniteDifferences()
    {
        QFETCH(bool, batchNormInD);
        const auto G = smallNet<ConvGenerator>(kSmall);
        const auto D = smallNet<ConvDiscriminator>({16, 2, 3, batchNormInD});
        const Tensor z = numbers({3, 3}), x = numbers({3, 3, 16, 16}, 4);
        const LossRule rule{Loss::LeastSquares, Reduction::Mean, 10};
        const auto lossD = [&] {
            return discriminatorLoss(rule, (*D)(x), (*D)((*G)(z))).value.item<double>();
        };
        const auto lossG = [&] { return generatorLoss(rule, (*D)((*G)(z))).value.item<double>(); };
        const GeneratorPass Gz = G->forward(z);
        const Tensor samples = Gz.samples.detach();
        const auto valuesOf = [](const Scores& scores) {
            return Scores{scores.real.detach(), scores.generated.detach()};
        };
        {
            const DiscriminatorPass Dx = D->forward(x), DGz = D->forward(samples);
            const DiscriminatorLoss loss = discriminatorLoss(rule, valuesOf(Dx.scores), valuesOf(DGz.scores));
            D->backward(Dx, {loss.byDx});
            D->backward(DGz, {loss.byDGz});
        }
        QVERIFY(worstSlope(D->weights(), D->gradient(), lossD) < 1e-6);
        QVERIFY(G->gradient().abs().max().item<double>() == 0);
        D->clearGradient();
        {
            const Frozen frozen(*D);
            const DiscriminatorPass DGz = D->forward(samples);
            const GeneratorLoss loss = generatorLoss(rule, valuesOf(DGz.scores));
            G->backward(Gz, D->backwardToInput(DGz, {loss.byDGz}));
        }
        QVERIFY(worstSlope(G->weights(), G->gradient(), lossG) < 1e-6);
        QVERIFY(D->gradient().abs().max().item<double>() == 0);
    }

    void theGradientPenaltyReachesD()
    {
        const auto D = smallNet<ConvDiscriminator>(kSmall);
        const Tensor x = numbers({2, 3, 16, 16}, 4), Gz = numbers({2, 3, 16, 16}, 5);
        const LossRule rule{Loss::WassersteinGp, Reduction::Mean, 10};
        const auto loss = [&] { return gradientPenalty(rule, *D, x, Gz, fixed(9)); };
        loss().backward();
        QVERIFY(D->gradient().abs().max().item<double>() > 0);
        const auto value = [&] {
            const at::AutoGradMode on(true);
            return loss().item<double>();
        };
        QVERIFY(worstSlope(D->weights(), D->gradient(), value) < 1e-5);
    }

    void lookingTeachesNothingAndOneFaceLooksAsAmongTheOthers()
    {
        const auto G = smallNet<ConvGenerator>(kSmall);
        const Tensor z = numbers({6, 3});
        const std::vector<Tensor> before{G->buffers()[0].clone(), G->buffers()[1].clone()};
        NormStatistics statistics;
        const Tensor all = G->look(z, statistics);
        QVERIFY(!all.requires_grad());
        QCOMPARE(statistics.size(), std::size_t(2));
        QVERIFY(at::equal(G->buffers()[0], before[0]) && at::equal(G->buffers()[1], before[1]));
        QVERIFY(distance(G->look(z.narrow(0, 2, 1), statistics), all.narrow(0, 2, 1)) < kTiny);
        QVERIFY(distance((*G)(z), all) < kTiny); // in training too, the batch's own statistics
        QVERIFY(!at::equal(G->buffers()[0], before[0]));
    }

    void theAverageFollows()
    {
        const auto G = smallNet<ConvGenerator>(kSmall);
        ConvGenerator average(kSmall, fixed(7), at::TensorOptions(at::kDouble));
        Tensor expected = average.weights().clone();
        for (int t = 0; t < 30; ++t) {
            (*G)(numbers({4, 3}, t + 1)); // moves the buffers
            Tensor(G->weights()).mul_(1.01);
            const double d = std::min(0.5, (1.0 + t) / (10.0 + t));
            expected = d * expected + (1 - d) * G->weights();
            follow(average, *G, 0.5, t);
            QVERIFY(distance(average.weights(), expected) < kTiny);
            for (std::size_t i = 0; i < G->buffers().size(); ++i)
                QVERIFY(at::equal(average.buffers()[i], G->buffers()[i]));
        }
        follow(average, *G, 0, 30);
        QVERIFY(at::equal(average.weights(), G->weights()));
    }
};

QTEST_GUILESS_MAIN(TestConvNetworks)
#include "tst_conv_networks.moc"
