#include "core/model/signal_networks.h"

#include "core/model/device.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/leaky_relu.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/matmul.h>

#include <cmath>

namespace gan {

namespace {

constexpr double kLeak = 0.01;

} // namespace

Tensor kroneckerProduct(const Tensor& A, const Tensor& z)
{
    const std::int64_t count = z.size(0), n = z.size(1);
    Tensor y = z;
    for (std::int64_t axis = 1; axis < n; axis *= 2) // k times
        // The last axis goes through A and becomes the first: after k turns each is back in its place.
        y = at::matmul(y.reshape({count, n / 2, 2}), A.t()).transpose(1, 2);
    return y.reshape({count, n});
}

KroneckerGenerator::KroneckerGenerator(const Tensor& start)
    : m_A(start.clone())
{
    adopt({m_A});
}

Tensor KroneckerGenerator::operator()(const Tensor& z)
{
    return kroneckerProduct(m_A, z).tanh();
}

SignalDiscriminator::SignalDiscriminator(std::int64_t n, at::Generator random,
                                         const at::TensorOptions& options)
{
    const double bound = 1 / std::sqrt(static_cast<double>(n));
    const auto drawn = [&](at::IntArrayRef shape) {
        return on(options.device(),
                  at::empty(shape, options.device(at::kCPU)).uniform_(-bound, bound, random));
    };
    m_hiddenWeight = drawn({n, n});
    m_hiddenBias = drawn({n});
    m_outputWeight = drawn({1, n});
    m_outputBias = drawn({1});
    adopt({m_hiddenWeight, m_hiddenBias, m_outputWeight, m_outputBias});
}

Tensor SignalDiscriminator::features(const Tensor& x)
{
    return at::leaky_relu(at::linear(x, m_hiddenWeight, m_hiddenBias), kLeak);
}

Scores SignalDiscriminator::operator()(const Tensor& x)
{
    const Tensor score = at::linear(features(x), m_outputWeight, m_outputBias).squeeze(1);
    return {score, score};
}

} // namespace gan
