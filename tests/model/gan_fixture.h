#pragma once

#include "core/model/gan_step.h"
#include "core/model/mlp_networks.h"
#include "core/model/sampling.h"

#include <ATen/ATen.h>

namespace gan {

/// The central difference of a function of one number of `tensor`, which must lie in one piece.
template <class Function>
double slopeAt(const Tensor& tensor, std::int64_t index, Function function)
{
    constexpr double step = 1e-6;
    const at::NoGradGuard noGrad;
    double& number = tensor.data_ptr<double>()[index];
    const double before = number;
    number = before + step;
    const double above = function();
    number = before - step;
    const double below = function();
    number = before;
    return (above - below) / (2 * step);
}

/// The largest distance between `gradient` and the central differences of `function` by the numbers of
/// `tensor`.
template <class Function>
double worstSlope(const Tensor& tensor, const Tensor& gradient, Function function)
{
    double worst = 0;
    for (std::int64_t i = 0; i < tensor.numel(); ++i) {
        const double found = gradient.flatten()[i].template item<double>();
        worst = std::max(worst, std::abs(found - slopeAt(tensor, i, function)));
    }
    return worst;
}

/// A small GAN on N(5, 1.5) in double precision, batch 16.
inline Gan smallGan(Loss loss = Loss::NonSaturating, OptimizerKind kind = OptimizerKind::Sgd,
                    Head head = Head::Softmax, at::Device device = at::kCPU)
{
    const at::Generator weights = randomFor(1, 0, Purpose::Weights);
    const auto type = at::kDouble;
    const auto options = at::TensorOptions(type).device(device);
    Gan gan;
    gan.generator = std::make_unique<MlpGenerator>(MlpShape{{1, 4, 1}, Activation::Elu}, weights, options);
    gan.discriminator =
        std::make_unique<MlpDiscriminator>(MlpShape{{1, 5}, Activation::Elu}, head, weights, options);
    gan.optimizerG = std::make_unique<Optimizer>(kind, gan.generator->weights(), gan.generator->gradient());
    gan.optimizerD =
        std::make_unique<Optimizer>(kind, gan.discriminator->weights(), gan.discriminator->gradient());
    gan.rule = {loss, Reduction::Mean, 10};
    for (const LossFacts& facts : lossTable())
        if (facts.loss == loss)
            gan.facts = &facts;
    gan.random = {randomFor(1, 0, Purpose::RealData), randomFor(1, 0, Purpose::Noise),
                  randomFor(1, 0, Purpose::GradientPenalty)};
    gan.drawReal = [random = gan.random.realData, type, device] {
        return on(device, at::empty({16, 1}, type).normal_(5, 1.5, random));
    };
    gan.drawNoise = [random = gan.random.noise, type, device] {
        return on(device, at::empty({16, 1}, type).uniform_(0, 1, random));
    };
    return gan;
}

} // namespace gan
