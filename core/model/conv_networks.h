#pragma once

#include "core/model/conv_layers.h"
#include "core/model/network.h"

namespace gan {

/// The shape of both picture networks: 4x4 places with the most channels, and half as many channels at each
/// doubling of the side, down to `width` before the picture itself.
struct ConvShape {
    std::int64_t side = 32;   ///< of the pictures: 8, 16, 32, 64...
    std::int64_t width = 32;  ///< channels at half of that side
    std::int64_t latent = 64; ///< numbers in z
    bool batchNormInD = false;

    /// Channels at 4x4 places, at 8x8... and last at half of the side.
    std::vector<std::int64_t> channels() const;
};

/// The statistics that the BatchNorms of a generator used, from the first to the last.
using NormStatistics = std::vector<ChannelStatistics>;

/// G: z [B, latent] -> pictures [B, 3, side, side] in [-1, 1]. Dense to 4x4, then transposed convolutions,
/// each after BatchNorm and ReLU, and tanh at the end (Radford et al. 2016, "DCGAN"). A layer has a bias only
/// where no BatchNorm follows. Weights are drawn from N(0, 0.02).
class ConvGenerator : public Generator {
public:
    ConvGenerator(const ConvShape& shape, at::Generator random,
                  const at::TensorOptions& options = at::kFloat);

    Tensor operator()(const Tensor& z) override;

    /// Finished pictures; changes nothing. With the statistics given, or, when there are none, with those of
    /// this batch, which are then put there. So one picture alone looks as it does among the others.
    Tensor look(const Tensor& z, NormStatistics& statistics) const;

private:
    template <class Normalize>
    Tensor pass(const Tensor& z, Normalize normalize) const;

    std::int64_t m_top;
    Tensor m_dense; ///< [latent, 4 * 4 * top]
    std::vector<BatchNorm> m_norms;
    std::vector<Tensor> m_kernels;
    Tensor m_bias; ///< of the picture
};

/// D: pictures [B, 3, side, side] -> one logit each, [B]. Convolutions with leaky ReLU of slope 0.2, then
/// dense; with BatchNorm, if wanted, after every convolution but the first. Weights are drawn from N(0,
/// 0.02).
class ConvDiscriminator : public Discriminator {
public:
    ConvDiscriminator(const ConvShape& shape, at::Generator random,
                      const at::TensorOptions& options = at::kFloat);

    Scores operator()(const Tensor& x) override;

private:
    struct Layer {
        Tensor kernels, bias; ///< no bias where a BatchNorm follows
        bool normalized = false;
        BatchNorm norm;
    };
    std::vector<Layer> m_layers;
    Tensor m_dense, m_bias; ///< [4 * 4 * top] and [1]
};

} // namespace gan
