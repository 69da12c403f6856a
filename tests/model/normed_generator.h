#pragma once

#include "core/model/network.h"

#include <ATen/ATen.h>

namespace gan {

/// z [B, 3] -> [B, 1] with BatchNorm: several parameters and buffers that a pass changes, as in the networks
/// of pictures.
class NormedGenerator : public Generator {
public:
    explicit NormedGenerator(at::Generator random)
        : m_weight(at::empty({1, 3}, at::kDouble).uniform_(-1, 1, random))
        , m_bias(at::zeros({1}, at::kDouble))
        , m_scale(at::ones({3}, at::kDouble))
        , m_shift(at::zeros({3}, at::kDouble))
        , m_mean(at::zeros({3}, at::kDouble))
        , m_variance(at::ones({3}, at::kDouble))
    {
        adopt({m_weight, m_bias, m_scale, m_shift}, {m_mean, m_variance});
    }

    Tensor operator()(const Tensor& z) override
    {
        const Tensor normed =
            at::batch_norm(z, m_scale, m_shift, m_mean, m_variance, /*training=*/true, 0.1, 1e-5, false);
        return at::linear(normed, m_weight, m_bias);
    }

private:
    Tensor m_weight, m_bias, m_scale, m_shift, m_mean, m_variance;
};

} // namespace gan
