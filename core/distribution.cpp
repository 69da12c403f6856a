#include "core/distribution.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace gan {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

double normalDensity(double t)
{
    return std::exp(-0.5 * t * t) / std::sqrt(2 * std::numbers::pi);
}

double normalCumulative(double t)
{
    return 0.5 * std::erfc(-t / std::numbers::sqrt2);
}

/// The x with cumulative(x) = u between low and high, to the last bit that doubles can tell apart.
double invert(const Distribution& distribution, double u, double low, double high)
{
    for (int i = 0; i < 200; ++i) {
        const double middle = 0.5 * (low + high);
        if (middle <= low || middle >= high)
            break;
        (distribution.cumulative(middle) < u ? low : high) = middle;
    }
    return high;
}

/// One normal distribution, or two with shares.
class NormalMixture : public Distribution {
public:
    struct Part {
        double mean, deviation, share;
    };
    explicit NormalMixture(std::vector<Part> parts)
        : m_parts(std::move(parts))
    {
    }

    double density(double x) const override
    {
        return sum([&](const Part& p) { return normalDensity((x - p.mean) / p.deviation) / p.deviation; });
    }
    double cumulative(double x) const override
    {
        return sum([&](const Part& p) { return normalCumulative((x - p.mean) / p.deviation); });
    }
    double partialMean(double x) const override
    {
        return sum([&](const Part& p) {
            const double t = (x - p.mean) / p.deviation;
            return p.mean * normalCumulative(t) - p.deviation * normalDensity(t);
        });
    }
    double quantile(double u) const override
    {
        double low = kInfinity, high = -kInfinity;
        for (const Part& p : m_parts) {
            low = std::min(low, p.mean - 40 * p.deviation);
            high = std::max(high, p.mean + 40 * p.deviation);
        }
        return invert(*this, u, low, high);
    }
    double mean() const override
    {
        return sum([](const Part& p) { return p.mean; });
    }
    double deviation() const override
    {
        const double center = mean();
        return std::sqrt(sum([&](const Part& p) {
            return p.deviation * p.deviation + (p.mean - center) * (p.mean - center);
        }));
    }

private:
    template <class Term>
    double sum(Term term) const
    {
        double total = 0;
        for (const Part& part : m_parts)
            total += part.share * term(part);
        return total;
    }

    std::vector<Part> m_parts;
};

class Uniform : public Distribution {
public:
    Uniform(double low, double high)
        : m_low(low)
        , m_high(high)
    {
    }

    double density(double x) const override { return x < m_low || x > m_high ? 0 : 1 / (m_high - m_low); }
    double cumulative(double x) const override
    {
        return (std::clamp(x, m_low, m_high) - m_low) / (m_high - m_low);
    }
    double partialMean(double x) const override
    {
        const double end = std::clamp(x, m_low, m_high);
        return (end * end - m_low * m_low) / (2 * (m_high - m_low));
    }
    double quantile(double u) const override { return m_low + u * (m_high - m_low); }
    double mean() const override { return 0.5 * (m_low + m_high); }
    double deviation() const override { return (m_high - m_low) / std::sqrt(12.0); }

private:
    double m_low, m_high;
};

class Exponential : public Distribution {
public:
    Exponential(double start, double scale)
        : m_start(start)
        , m_scale(scale)
    {
    }

    double density(double x) const override { return x < m_start ? 0 : std::exp(-scaled(x)) / m_scale; }
    double cumulative(double x) const override { return x < m_start ? 0 : -std::expm1(-scaled(x)); }
    double partialMean(double x) const override
    {
        if (x <= m_start)
            return 0;
        const double t = scaled(x);
        const double tail = std::isinf(t) ? 0 : (t + 1) * std::exp(-t);
        return m_start * cumulative(x) + m_scale * (1 - tail);
    }
    double quantile(double u) const override { return m_start - m_scale * std::log1p(-u); }
    double mean() const override { return m_start + m_scale; }
    double deviation() const override { return m_scale; }

private:
    double scaled(double x) const { return (x - m_start) / m_scale; }

    double m_start, m_scale;
};

/// 1, 2 or 5 times a power of ten, at most `size`.
double roundStep(double size)
{
    const double power = std::pow(10.0, std::floor(std::log10(size)));
    const double digit = size / power;
    return power * (digit >= 5 ? 5 : digit >= 2 ? 2 : 1);
}

} // namespace

std::unique_ptr<Distribution> makeNormal(double mean, double deviation)
{
    return std::make_unique<NormalMixture>(std::vector<NormalMixture::Part>{{mean, deviation, 1}});
}

std::unique_ptr<Distribution> makeMixture(double mean1, double deviation1, double mean2, double deviation2,
                                          double share)
{
    return std::make_unique<NormalMixture>(
        std::vector<NormalMixture::Part>{{mean1, deviation1, share}, {mean2, deviation2, 1 - share}});
}

std::unique_ptr<Distribution> makeUniform(double low, double high)
{
    return std::make_unique<Uniform>(low, high);
}

std::unique_ptr<Distribution> makeExponential(double start, double scale)
{
    return std::make_unique<Exponential>(start, scale);
}

RealData realData(const Settings& settings)
{
    const auto number = [&](const char* key) { return settings.number(key); };
    const std::string& data = settings.choice("data");
    if (data == "mixture")
        return MixtureData{{number("mixture_mean_1"), number("mixture_sd_1")},
                           {number("mixture_mean_2"), number("mixture_sd_2")},
                           number("mixture_share")};
    if (data == "uniform")
        return UniformData{number("uniform_low"), number("uniform_high")};
    if (data == "exponential")
        return ExponentialData{number("exponential_start"), number("exponential_scale")};
    return NormalData{number("data_mean"), number("data_sd")};
}

namespace {

struct MakeDistribution {
    auto operator()(const NormalData& data) const { return makeNormal(data.mean, data.deviation); }
    auto operator()(const MixtureData& data) const
    {
        return makeMixture(data.first.mean, data.first.deviation, data.second.mean, data.second.deviation,
                           data.share);
    }
    auto operator()(const UniformData& data) const { return makeUniform(data.low, data.high); }
    auto operator()(const ExponentialData& data) const { return makeExponential(data.start, data.scale); }
};

} // namespace

std::unique_ptr<Distribution> distributionOf(const RealData& data)
{
    return std::visit(MakeDistribution(), data);
}

PlotRange plotRange(const Distribution& distribution)
{
    constexpr double tail = 0.0005;
    const double low = distribution.quantile(tail), high = distribution.quantile(1 - tail);
    const double step = roundStep((high - low) / 8);
    return {std::floor(low / step) * step, std::ceil(high / step) * step};
}

} // namespace gan
