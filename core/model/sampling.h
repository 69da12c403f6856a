#pragma once

#include "core/distribution.h"
#include "core/model/device.h"
#include "core/random_seed.h"

#include <functional>

namespace gan {

/// A generator of its own for one purpose. (torch's default generator is shared by all threads.)
at::Generator randomFor(std::uint64_t seed, std::int64_t iteration, Purpose purpose);

/// The latent z.
class Noise {
public:
    Noise() = default;
    /// `dimension` numbers, standard normal ones or uniform ones in [0, 1); draw() gives tensors on `device`.
    Noise(bool normal, std::int64_t dimension, at::Device device = at::kCPU);

    /// Shape [count, dimension].
    Tensor draw(std::int64_t count, at::Generator random) const;

    bool isNormal() const { return m_normal; }
    std::int64_t dimension() const { return m_dimension; }

    /// These values [count, 1] of the first latent number, the others in the middle of their range. Shape
    /// [count, dimension].
    Tensor sweep(const Tensor& first) const;

private:
    bool m_normal = false;
    std::int64_t m_dimension = 1;
    at::Device m_device = at::kCPU;
};

/// Draws `count` real values, shape [count, 1].
using RealSampler = std::function<Tensor(std::int64_t count, at::Generator random)>;

/// The sampler of distributionOf(data), onto `device`.
RealSampler realSampler(const RealData& data, at::Device device = at::kCPU);

} // namespace gan
