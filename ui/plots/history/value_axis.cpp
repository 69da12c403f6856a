#include "ui/plots/history/value_axis.h"

#include <algorithm>
#include <cmath>

namespace gan {

void ValueAxis::setFrame(HistoryFrame frame)
{
    m_frame = std::move(frame);
    forget();
}

/// A logarithmic axis cannot begin at 0: then it begins with the power of ten below the data.
Interval ValueAxis::fixedRange(const Extent& extent, bool isLogarithmic) const
{
    const auto [low, high] = *m_frame.yRange;
    if (low > 0 || !isLogarithmic)
        return {low, high};
    const double smallest = std::min(extent.lowestPositive, high / 10);
    return {std::pow(10.0, std::floor(std::log10(smallest))), high};
}

Interval ValueAxis::range(const Extent& extent, bool isLogarithmic)
{
    if (m_frame.yRange)
        return fixedRange(extent, isLogarithmic);
    if (!isLogarithmic)
        return m_range.follow(std::min(0.0, extent.low), extent.isEmpty() ? 1 : extent.high);
    return extent.hasPositive() ? m_range.followDecades(extent.lowestPositive, extent.high)
                                : Interval{0.1, 1};
}

} // namespace gan
