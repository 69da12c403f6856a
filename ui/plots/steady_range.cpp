#include "ui/plots/steady_range.h"

#include <cmath>

namespace gan {

namespace {

constexpr double kLoosest = 1.5; ///< a range may be so many times wider than needed

double roundStep(double span)
{
    const double power = std::pow(10.0, std::floor(std::log10(span / 4)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= span / 6)
            return factor * power;
    return 10 * power;
}

} // namespace

Interval roundRange(double low, double high)
{
    if (!(high > low)) {
        const double around = low == 0 ? 1 : std::abs(low) / 2;
        low -= low == 0 ? 0 : around;
        high += around;
    }
    const double step = roundStep(high - low);
    return {step * std::floor(low / step + 1e-9), step * std::ceil(high / step - 1e-9)};
}

Interval SteadyRange::follow(double low, double high)
{
    const Interval needed = roundRange(low, high);
    const bool holds = m_range && m_range->first <= low && high <= m_range->second;
    const bool tight =
        m_range && m_range->second - m_range->first <= kLoosest * (needed.second - needed.first);
    if (!holds || !tight)
        m_range = needed;
    return *m_range;
}

Interval SteadyRange::followDecades(double low, double high)
{
    constexpr double kLeast = 0.1; // powers of ten
    const double middle = std::log10(low) / 2 + std::log10(high) / 2;
    const double half = std::max(kLeast, std::log10(high) - std::log10(low)) / 2;
    const Interval powers = follow(middle - half, middle + half);
    return {std::pow(10.0, powers.first), std::pow(10.0, powers.second)};
}

} // namespace gan
