#include "core/model/conv_layers.h"

#include "core/model/device.h"
#include "core/model/sampling.h"

#include <ATen/ops/batch_norm.h>
#include <ATen/ops/convolution.h>
#include <ATen/ops/convolution_backward.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/native_batch_norm.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/zeros.h>
#include <torch/csrc/autograd/custom_function.h>

#include <array>

namespace gan {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

constexpr std::array<std::int64_t, 2> kStride{2, 2}, kPadding{1, 1}, kNoDilation{1, 1}, kNone{0, 0};

/// As LibTorch's convolutions want it, [a, b, 4, 4]; nothing is copied.
Tensor kernel(const Tensor& weight)
{
    return weight.permute({0, 3, 1, 2});
}

Tensor convolved(const Tensor& x, const Tensor& kernels, const Tensor& bias = {})
{
    const c10::optional<Tensor> given = bias.defined() ? c10::optional<Tensor>(bias) : c10::nullopt;
    return at::convolution(x, kernels, given, kStride, kPadding, kNoDilation, false, kNone, 1);
}

// Where an iteration of `faces` goes (oneDNN's own times, 32x32 with batch 64 and 64x64 with batch 16, two
// cores): 85 % of it is convolutions. Of these, gradients for the large picture, which is also how G draws,
// take 0.42, passes through D 0.28 and gradients for the kernels 0.27, all near the processor's peak. Only
// the way back to 3 channels, 0.08 to 0.10 of it, is slower than it should be; with zeros up to 8 channels
// it was no faster.

/// The gradients of convolved(large, kernels) for `large` and for `kernels`; of `large`, only the shape
/// matters where no gradient for the kernels is wanted.
std::tuple<Tensor, Tensor> convolvedBackward(const Tensor& gradient, const Tensor& large,
                                             const Tensor& kernels, bool forLarge, bool forKernels)
{
    auto [ofLarge, ofKernels, ofBias] =
        at::convolution_backward(gradient, large, kernels, c10::nullopt, kStride, kPadding, kNoDilation,
                                 false, kNone, 1, {forLarge, forKernels, false});
    return {ofLarge, ofKernels};
}

/// A transposed convolution is the way back through a convolution, and its own way back is a convolution.
/// Written so because LibTorch computes its conv_transpose2d on processors without oneDNN: measured, 3 to 6
/// times slower than these.
struct TransposedConvolution : torch::autograd::Function<TransposedConvolution> {
    static Tensor forward(AutogradContext* ctx, const Tensor& x, const Tensor& kernels)
    {
        ctx->save_for_backward({x, kernels});
        const Tensor shape = at::empty({x.size(0), kernels.size(1), 2 * x.size(2), 2 * x.size(3)},
                                       x.options().memory_format(at::MemoryFormat::ChannelsLast));
        return std::get<0>(convolvedBackward(x, shape, kernels, true, false));
    }

    static variable_list backward(AutogradContext* ctx, variable_list gradients)
    {
        const variable_list saved = ctx->get_saved_variables();
        const Tensor& gradient = gradients[0];
        Tensor ofX, ofKernels;
        if (ctx->needs_input_grad(0))
            ofX = convolved(gradient, saved[1]);
        if (ctx->needs_input_grad(1))
            ofKernels = std::get<1>(convolvedBackward(saved[0], gradient, saved[1], false, true));
        return {ofX, ofKernels};
    }
};

} // namespace

Tensor halved(const Tensor& x, const Tensor& weight, const Tensor& bias)
{
    return convolved(x, kernel(weight), bias);
}

Tensor doubled(const Tensor& x, const Tensor& weight)
{
    return TransposedConvolution::apply(x, kernel(weight));
}

BatchNorm::BatchNorm(std::int64_t channels, at::Generator random, const at::TensorOptions& options)
    : m_scale(on(options.device(), drawNormal({channels}, 1, 0.02, random, options)))
    , m_shift(at::zeros({channels}, options))
    , m_running{at::zeros({channels}, options), at::ones({channels}, options)}
{
}

Tensor BatchNorm::learning(const Tensor& x) const
{
    return at::batch_norm(x, m_scale, m_shift, m_running.mean, m_running.variance, true, momentum, epsilon,
                          false);
}

Tensor BatchNorm::looking(const Tensor& x, ChannelStatistics& found) const
{
    const auto [normalized, mean, inverseDeviation] =
        at::native_batch_norm(x, m_scale, m_shift, {}, {}, true, momentum, epsilon);
    found = {mean, inverseDeviation.square().reciprocal().sub(epsilon)};
    return normalized;
}

Tensor BatchNorm::with(const ChannelStatistics& statistics, const Tensor& x) const
{
    return at::batch_norm(x, m_scale, m_shift, statistics.mean, statistics.variance, false, momentum, epsilon,
                          false);
}

} // namespace gan
