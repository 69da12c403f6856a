#include "core/model/optimizer.h"

#include "core/error.h"
#include "core/kernels/kernels.h"

#include <ATen/core/grad_mode.h>
#include <ATen/ops/zeros.h>
#include <ATen/ops/zeros_like.h>

#include <cmath>

namespace gan {

namespace {

/// base^exponent by squaring: the same bits everywhere, which std::pow does not promise.
double power(double base, std::int64_t exponent)
{
    double result = 1;
    for (; exponent > 0; exponent /= 2, base *= base)
        if (exponent % 2 != 0)
            result *= base;
    return result;
}

} // namespace

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
    if (!m_weights.device().is_cpu())
        return stepElsewhere();
    if (m_weights.scalar_type() == at::kFloat)
        stepHere<float>();
    else
        stepHere<double>();
}

/// Adam's moving averages began at 0, so they are divided by 1 - beta^t (Kingma and Ba 2015, "Adam: A Method
/// for Stochastic Optimization", algorithm 1).
Optimizer::Shares Optimizer::nextShares()
{
    auto& count = *m_memory[2].data_ptr<std::int64_t>();
    ++count;
    return {1 - power(m_rates.beta1, count), 1 - power(m_rates.beta2, count)};
}

template <class T>
void Optimizer::stepHere()
{
    const Kernels<T>& use = kernels<T>();
    const std::int64_t count = m_weights.numel();
    const T rate = T(m_rates.learningRate);
    T* weights = m_weights.data_ptr<T>();
    const T* gradient = m_gradient.data_ptr<T>();
    const auto memory = [&](std::size_t i) { return m_memory[i].template data_ptr<T>(); };
    switch (m_kind) {
    case OptimizerKind::Sgd:
        return use.sgd(weights, gradient, rate, count);
    case OptimizerKind::Momentum:
        return use.momentum(weights, memory(0), gradient, T(m_rates.momentum), rate, count);
    case OptimizerKind::Adam:
        const auto [first, second] = nextShares();
        return use.adam(
            weights, memory(0), memory(1), gradient,
            {T(m_rates.beta1), T(m_rates.beta2), T(m_rates.learningRate / first), T(std::sqrt(second))},
            count);
    }
}

/// The same formulas in LibTorch's operations.
void Optimizer::stepElsewhere()
{
    switch (m_kind) {
    case OptimizerKind::Sgd:
        m_weights.add_(m_gradient, -m_rates.learningRate);
        return;
    case OptimizerKind::Momentum:
        m_memory[0].mul_(m_rates.momentum).add_(m_gradient);
        m_weights.add_(m_memory[0], -m_rates.learningRate);
        return;
    case OptimizerKind::Adam:
        Tensor &m = m_memory[0], &v = m_memory[1];
        const auto [first, second] = nextShares();
        m.mul_(m_rates.beta1).add_(m_gradient, 1 - m_rates.beta1);
        v.mul_(m_rates.beta2).addcmul_(m_gradient, m_gradient, 1 - m_rates.beta2);
        m_weights.addcdiv_(m, v.sqrt().div_(std::sqrt(second)).add_(kAdamEpsilon),
                           -m_rates.learningRate / first);
    }
}

} // namespace gan
