#include "core/model/sampling.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>

namespace gan {

namespace {

RealSampler normalSampler(double mean, double deviation)
{
    return [=](std::int64_t count, at::Generator random) {
        return at::empty({count, 1}).normal_(mean, deviation, random);
    };
}

RealSampler mixtureSampler(double mean1, double deviation1, double mean2, double deviation2, double share)
{
    return [=](std::int64_t count, at::Generator random) {
        const Tensor first = at::empty({count, 1}).uniform_(0, 1, random) < share;
        const Tensor bell = at::empty({count, 1}).normal_(0, 1, random);
        return at::where(first, bell * deviation1 + mean1, bell * deviation2 + mean2);
    };
}

RealSampler uniformSampler(double low, double high)
{
    return [=](std::int64_t count, at::Generator random) {
        return at::empty({count, 1}).uniform_(low, high, random);
    };
}

RealSampler exponentialSampler(double start, double scale)
{
    return [=](std::int64_t count, at::Generator random) {
        return at::empty({count, 1}).exponential_(1 / scale, random).add_(start);
    };
}

/// realSampler() on the CPU, where all random numbers are drawn.
struct MakeSampler {
    RealSampler operator()(const NormalData& data) const { return normalSampler(data.mean, data.deviation); }
    RealSampler operator()(const MixtureData& data) const
    {
        return mixtureSampler(data.first.mean, data.first.deviation, data.second.mean, data.second.deviation,
                              data.share);
    }
    RealSampler operator()(const UniformData& data) const { return uniformSampler(data.low, data.high); }
    RealSampler operator()(const ExponentialData& data) const
    {
        return exponentialSampler(data.start, data.scale);
    }
};

} // namespace

at::Generator randomFor(std::uint64_t seed, std::int64_t iteration, Purpose purpose)
{
    return at::make_generator<at::CPUGeneratorImpl>(
        mixSeed(seed, static_cast<std::uint64_t>(iteration), purpose));
}

Noise::Noise(bool normal, std::int64_t dimension, at::Device device)
    : m_normal(normal)
    , m_dimension(dimension)
    , m_device(device)
{
}

Tensor Noise::draw(std::int64_t count, at::Generator random) const
{
    const Tensor z = at::empty({count, m_dimension});
    return on(m_device, m_normal ? z.normal_(0, 1, random) : z.uniform_(0, 1, random));
}

Tensor Noise::sweep(const Tensor& first) const
{
    const Tensor z = at::full({first.size(0), m_dimension}, m_normal ? 0.0 : 0.5, first.options());
    z.narrow(1, 0, 1).copy_(first);
    return z;
}

RealSampler realSampler(const RealData& data, at::Device device)
{
    return [device, draw = std::visit(MakeSampler(), data)](std::int64_t count, at::Generator random) {
        return on(device, draw(count, random));
    };
}

} // namespace gan
