#pragma once

#include "core/model/tensor.h"

#include <vector>

namespace gan {

// The layers of the picture networks: 4x4 kernels with stride 2 and padding 1, which halve or double a
// picture's side, and batch normalization. Weights have the shape [a, 4, 4, b], where a counts the channels
// of the small picture and b those of the large one. Pictures are [B, channels, H, W] whose numbers lie in
// the order B, H, W, channels: LibTorch's kernels for processors are fastest so.

/// Convolution: [B, b, 2H, 2W] -> [B, a, H, W]. `bias` [a] may be undefined. May be differentiated twice.
Tensor halved(const Tensor& x, const Tensor& weight, const Tensor& bias);

/// Transposed convolution: [B, a, H, W] -> [B, b, 2H, 2W].
Tensor doubled(const Tensor& x, const Tensor& weight);

/// What batch normalization subtracts from each channel and divides it by, each [channels].
struct ChannelStatistics {
    Tensor mean, variance;
};

/// Batch normalization (Ioffe and Szegedy 2015): each channel gets mean 0 and variance 1 over batch and
/// places, then a scale and a shift that are learned.
class BatchNorm {
public:
    static constexpr double epsilon = 1e-5, momentum = 0.1; ///< PyTorch's defaults

    BatchNorm() = default;
    /// Scales are drawn from N(1, 0.02), as DCGAN does; shifts are 0.
    BatchNorm(std::int64_t channels, at::Generator random, const at::TensorOptions& options);

    /// With the statistics of the batch x, which also move the running ones, the buffers.
    Tensor learning(const Tensor& x) const;
    /// With the statistics of the batch x, and they are put into `found`. Changes nothing.
    Tensor looking(const Tensor& x, ChannelStatistics& found) const;
    /// With given statistics.
    Tensor with(const ChannelStatistics& statistics, const Tensor& x) const;

    std::vector<Tensor> parameters() const { return {m_scale, m_shift}; }
    std::vector<Tensor> buffers() const { return {m_running.mean, m_running.variance}; }

private:
    Tensor m_scale, m_shift;
    ChannelStatistics m_running;
};

} // namespace gan
