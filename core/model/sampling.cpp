#include "core/model/sampling.h"

#include "core/kernels/kernels.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>

#include <algorithm>
#include <cmath>
#include <type_traits>

namespace gan {

namespace {

constexpr double k2Pi = 6.283185307179586477;

/// Bits of its own.
at::CPUGeneratorImpl& engineOf(const at::Generator& random)
{
    return *at::check_generator<at::CPUGeneratorImpl>(random);
}

template <class T>
T uniformNumber(at::CPUGeneratorImpl& engine)
{
    if constexpr (sizeof(T) == 4)
        return static_cast<T>(engine.random() & 0xffffffu) * 0x1p-24f;
    else
        return static_cast<T>(engine.random64() & 0x1fffffffffffffu) * 0x1p-53;
}

/// In (0, 1], of 32 bits.
double above0(at::CPUGeneratorImpl& engine)
{
    return (static_cast<double>(engine.random()) + 1) * 0x1p-32;
}

/// Two independent normal numbers from each of two independent uniform ones: sqrt(-2 log u) (cos 2 pi v, sin
/// 2 pi v) (Box and Muller 1958). A block at a time.
class NormalNumbers {
public:
    explicit NormalNumbers(const at::Generator& random)
        : m_engine(engineOf(random))
    {
    }

    double next(std::int64_t left)
    {
        if (m_next == m_count)
            drawBlock(std::min<std::int64_t>((left + 1) / 2, kPairs));
        return m_numbers[m_next++];
    }

private:
    static constexpr std::int64_t kPairs = 64;

    void drawBlock(std::int64_t pairs)
    {
        const Kernels<double>& use = kernels<double>();
        double length[kPairs], angle[kPairs], sine[kPairs], cosine[kPairs];
        for (std::int64_t i = 0; i < pairs; ++i) {
            length[i] = above0(m_engine);
            angle[i] = k2Pi * above0(m_engine);
        }
        use.log(length, length, pairs);
        use.sin(angle, sine, pairs);
        use.cos(angle, cosine, pairs);
        for (std::int64_t i = 0; i < pairs; ++i) {
            const double radius = std::sqrt(-2 * length[i]);
            m_numbers[2 * i] = radius * cosine[i];
            m_numbers[2 * i + 1] = radius * sine[i];
        }
        m_next = 0;
        m_count = 2 * pairs;
    }

    at::CPUGeneratorImpl& m_engine;
    double m_numbers[2 * kPairs];
    std::int64_t m_next = 0, m_count = 0;
};

/// A tensor of this shape, filled with `draw(left)`, which may give more digits than it has.
template <class Draw>
Tensor filled(at::IntArrayRef shape, const at::TensorOptions& options, Draw draw)
{
    const Tensor all = at::empty(shape, options.device(at::kCPU));
    const auto fill = [&](auto* numbers) {
        for (std::int64_t left = all.numel(); left > 0; --left)
            *numbers++ = static_cast<std::remove_reference_t<decltype(*numbers)>>(draw(left));
    };
    if (all.scalar_type() == at::kFloat)
        fill(all.data_ptr<float>());
    else
        fill(all.data_ptr<double>());
    return all;
}

template <class T>
void fillUniform(const Tensor& all, T low, T high, const at::Generator& random)
{
    at::CPUGeneratorImpl& engine = engineOf(random);
    T* numbers = all.data_ptr<T>();
    for (std::int64_t i = 0; i < all.numel(); ++i)
        numbers[i] = uniformNumber<T>(engine) * (high - low) + low;
}

RealSampler normalSampler(double mean, double deviation)
{
    return [=](std::int64_t count, const at::Generator& random) {
        return drawNormal({count, 1}, mean, deviation, random);
    };
}

RealSampler mixtureSampler(double mean1, double deviation1, double mean2, double deviation2, double share)
{
    return [=](std::int64_t count, const at::Generator& random) {
        const Tensor first = drawUniform({count, 1}, 0, 1, random) < share;
        const Tensor bell = drawNormal({count, 1}, 0, 1, random);
        return at::where(first, bell * deviation1 + mean1, bell * deviation2 + mean2);
    };
}

RealSampler uniformSampler(double low, double high)
{
    return [=](std::int64_t count, const at::Generator& random) {
        return drawUniform({count, 1}, low, high, random);
    };
}

RealSampler exponentialSampler(double start, double scale)
{
    return [=](std::int64_t count, const at::Generator& random) {
        at::CPUGeneratorImpl& engine = engineOf(random);
        return filled({count, 1}, at::kFloat, [&](std::int64_t) {
            double u = above0(engine);
            kernels<double>().log(&u, &u, 1);
            return start - scale * u;
        });
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

Tensor drawUniform(at::IntArrayRef shape, double low, double high, at::Generator random,
                   const at::TensorOptions& options)
{
    const Tensor all = at::empty(shape, options.device(at::kCPU));
    if (all.scalar_type() == at::kFloat)
        fillUniform(all, static_cast<float>(low), static_cast<float>(high), random);
    else
        fillUniform(all, low, high, random);
    return all;
}

Tensor drawNormal(at::IntArrayRef shape, double mean, double deviation, at::Generator random,
                  const at::TensorOptions& options)
{
    NormalNumbers numbers(random);
    return filled(shape, options, [&](std::int64_t left) { return mean + deviation * numbers.next(left); });
}

Noise::Noise(bool normal, std::int64_t dimension, at::Device device)
    : m_normal(normal)
    , m_dimension(dimension)
    , m_device(device)
{
}

Tensor Noise::draw(std::int64_t count, at::Generator random) const
{
    const std::int64_t shape[] = {count, m_dimension};
    return on(m_device, m_normal ? drawNormal(shape, 0, 1, random) : drawUniform(shape, 0, 1, random));
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
