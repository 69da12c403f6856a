#include "core/statistics.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace gan {

double mean(std::span<const double> values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double deviation(std::span<const double> values)
{
    if (values.size() < 2)
        return 0;
    const double center = mean(values);
    double squares = 0;
    for (double value : values)
        squares += (value - center) * (value - center);
    return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

Histogram makeHistogram(std::string name, std::span<const double> values, double low, double high, int bins)
{
    Histogram histogram{
        std::move(name), low, high, std::vector<std::int64_t>(static_cast<std::size_t>(bins)), 0, 0};
    for (double value : values) {
        if (value < low) {
            ++histogram.below;
        } else if (!(value <= high)) {
            ++histogram.above;
        } else {
            const auto bin = static_cast<int>((value - low) / histogram.binWidth());
            ++histogram.counts[static_cast<std::size_t>(std::min(bin, bins - 1))];
        }
    }
    return histogram;
}

} // namespace gan
