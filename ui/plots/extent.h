#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

namespace gan {

/// From where to where values reach.
struct Extent {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    double lowestPositive = std::numeric_limits<double>::infinity(); ///< what a logarithmic axis begins with

    void add(double value)
    {
        if (!std::isfinite(value))
            return;
        low = std::min(low, value);
        high = std::max(high, value);
        if (value > 0)
            lowestPositive = std::min(lowestPositive, value);
    }
    bool isEmpty() const { return low > high; }
    /// Whether a logarithmic axis leaves something out.
    bool hasNotPositive() const { return !isEmpty() && low <= 0; }
    bool hasPositive() const { return std::isfinite(lowestPositive); }
};

} // namespace gan
