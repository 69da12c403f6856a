#pragma once

#include "core/distribution.h"
#include "core/model/device.h"
#include "core/random_seed.h"

#include <functional>

namespace gan {

/// A generator of its own for one purpose. (torch's default generator is shared by all threads.)
at::Generator randomFor(std::uint64_t seed, std::int64_t iteration, Purpose purpose);

/// Uniform numbers in [low, high), of this shape and of the type of `options`, on the CPU. The algorithm is
/// fixed from seed to number: MT19937's bits, 24 of them for a float, 53 for a double.
Tensor drawUniform(at::IntArrayRef shape, double low, double high, at::Generator random,
                   const at::TensorOptions& options = at::kFloat);
/// Normal numbers, from MT19937's bits too, by Box and Muller's formula with the kernels' log, sin and cos:
/// the same in either type, but for rounding. None is further than 6.7 deviations from the mean.
Tensor drawNormal(at::IntArrayRef shape, double mean, double deviation, at::Generator random,
                  const at::TensorOptions& options = at::kFloat);

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
