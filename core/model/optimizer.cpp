#include "core/model/optimizer.h"

#include "core/error.h"

#include <ATen/core/grad_mode.h>
#include <ATen/ops/zeros.h>
#include <ATen/ops/zeros_like.h>

#include <cmath>

namespace gan {

OptimizerKind optimizerNamed(std::string_view name)
{
    if (name == "sgd")
        return OptimizerKind::Sgd;
    if (name == "momentum")
        return OptimizerKind::Momentum;
    if (name == "adam")
        return OptimizerKind::Adam;
    throw Error(GE_TR("There is no optimizer named %1."), {std::string(name)});
}

Optimizer::Optimizer(OptimizerKind kind, const Tensor& weights, const Tensor& gradient)
    : m_kind(kind)
    , m_weights(weights)
    , m_gradient(gradient)
{
    if (kind == OptimizerKind::Momentum)
        m_memory = {at::zeros_like(weights)};
    if (kind == OptimizerKind::Adam) // the count stays on the CPU, where each step reads it
        m_memory = {at::zeros_like(weights), at::zeros_like(weights), at::zeros({}, at::kLong)};
}

void Optimizer::step()
{
    const at::NoGradGuard noGrad;
    switch (m_kind) {
    case OptimizerKind::Sgd:
        return stepSgd();
    case OptimizerKind::Momentum:
        return stepMomentum();
    case OptimizerKind::Adam:
        return stepAdam();
    }
}

/// w <- w - rate * g
void Optimizer::stepSgd()
{
    m_weights.add_(m_gradient, -m_rates.learningRate);
}

/// v <- momentum * v + g,  w <- w - rate * v
void Optimizer::stepMomentum()
{
    Tensor& v = m_memory[0];
    v.mul_(m_rates.momentum).add_(m_gradient);
    m_weights.add_(v, -m_rates.learningRate);
}

/// m and v are moving averages of g and g^2, divided by 1 - beta^t because they began at 0 (Kingma and Ba
/// 2015, "Adam: A Method for Stochastic Optimization", algorithm 1):  w <- w - rate * m / (sqrt(v) + epsilon)
void Optimizer::stepAdam()
{
    constexpr double epsilon = 1e-8;
    Tensor &m = m_memory[0], &v = m_memory[1];
    const auto t = static_cast<double>(m_memory[2].add_(1).item<std::int64_t>());
    m.mul_(m_rates.beta1).add_(m_gradient, 1 - m_rates.beta1);
    v.mul_(m_rates.beta2).addcmul_(m_gradient, m_gradient, 1 - m_rates.beta2);
    const double share1 = 1 - std::pow(m_rates.beta1, t), share2 = 1 - std::pow(m_rates.beta2, t);
    const Tensor size = v.sqrt().div_(std::sqrt(share2)).add_(epsilon);
    m_weights.addcdiv_(m, size, -m_rates.learningRate / share1);
}

} // namespace gan
