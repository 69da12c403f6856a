#include "core/error.h"
#include "core/model/optimizer.h"

#include <QTest>
#include <torch/optim.h>

using namespace gan;

namespace {

/// A gradient that turns and grows from step to step.
Tensor gradientAt(int step)
{
    return at::arange(1, 6, at::kDouble).mul(0.3 * step).sin().mul(1 + 0.1 * step);
}

const Tensor kStart = at::tensor({1.0, -2.0, 0.5, 0.0, 3.0}, at::kDouble);

/// Sixty steps of our optimizer, with other rates from the thirtieth on.
Tensor ours(OptimizerKind kind, const OptimizerRates& first, const OptimizerRates& then)
{
    const Tensor weights = kStart.clone(), gradient = at::zeros_like(weights);
    Optimizer optimizer(kind, weights, gradient);
    for (int step = 0; step < 60; ++step) {
        optimizer.setRates(step < 30 ? first : then);
        gradient.copy_(gradientAt(step));
        optimizer.step();
    }
    return weights;
}

/// The same with torch::optim; `change` sets the later rates.
template <class Optim, class Options, class Change>
Tensor theirs(const Options& options, Change change)
{
    Tensor weights = kStart.clone().requires_grad_();
    Optim optimizer(std::vector<Tensor>{weights}, options);
    for (int step = 0; step < 60; ++step) {
        if (step == 30)
            change(static_cast<Options&>(optimizer.param_groups()[0].options()));
        weights.mutable_grad() = gradientAt(step);
        optimizer.step();
    }
    return weights.detach();
}

bool same(const Tensor& a, const Tensor& b)
{
    return at::allclose(a, b, 1e-12, 1e-12);
}

} // namespace

class TestOptimizer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sgd()
    {
        using Options = torch::optim::SGDOptions;
        const auto change = [](Options& options) { options.lr(0.3); };
        QVERIFY(
            same(ours(OptimizerKind::Sgd, {0.1}, {0.3}), theirs<torch::optim::SGD>(Options(0.1), change)));
    }

    void momentumIsKeptWhenRatesChange()
    {
        using Options = torch::optim::SGDOptions;
        const auto change = [](Options& options) { options.lr(0.02).momentum(0.5); };
        QVERIFY(same(ours(OptimizerKind::Momentum, {0.1, 0.9}, {0.02, 0.5}),
                     theirs<torch::optim::SGD>(Options(0.1).momentum(0.9), change)));
    }

    void momentsAreKeptWhenRatesChange()
    {
        using Options = torch::optim::AdamOptions;
        const auto change = [](Options& options) { options.lr(0.2).betas({0.8, 0.99}); };
        QVERIFY(same(ours(OptimizerKind::Adam, {0.05, 0, 0.5, 0.999}, {0.2, 0, 0.8, 0.99}),
                     theirs<torch::optim::Adam>(Options(0.05).betas({0.5, 0.999}), change)));
    }

    /// By hand, so that the comparison above cannot agree on a common mistake.
    void aChangedRateContinuesTheVelocity()
    {
        const Tensor weight = at::zeros({1}, at::kDouble), gradient = at::ones({1}, at::kDouble);
        Optimizer optimizer(OptimizerKind::Momentum, weight, gradient);
        optimizer.setRates({0.1, 0.9});
        optimizer.step(); // v = 1
        optimizer.step(); // v = 1.9, w = -0.29
        optimizer.setRates({1, 0.9});
        optimizer.step(); // v = 2.71
        QVERIFY(std::abs(weight.item<double>() - (-0.29 - 2.71)) < 1e-12);
    }

    void unknownNamesAreErrors() { QVERIFY_EXCEPTION_THROWN(optimizerNamed("rmsprop"), Error); }
};

QTEST_GUILESS_MAIN(TestOptimizer)
#include "tst_optimizer.moc"
