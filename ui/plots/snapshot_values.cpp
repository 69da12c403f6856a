#include "ui/plots/snapshot_values.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gan {

double heightAt(const Curve& curve, double x)
{
    if (curve.x.empty() || x < curve.x.front() || x > curve.x.back())
        return std::numeric_limits<double>::quiet_NaN();
    const auto next = std::lower_bound(curve.x.begin(), curve.x.end(), x) - curve.x.begin();
    const auto i = static_cast<std::size_t>(std::max<std::ptrdiff_t>(1, next));
    if (i >= curve.x.size())
        return curve.y.back();
    const double part = (x - curve.x[i - 1]) / (curve.x[i] - curve.x[i - 1]);
    return curve.y[i - 1] + part * (curve.y[i] - curve.y[i - 1]);
}

double heightAt(const Histogram& histogram, double x)
{
    if (histogram.counts.empty() || x < histogram.low || x >= histogram.high)
        return std::numeric_limits<double>::quiet_NaN();
    const auto bin = static_cast<std::size_t>((x - histogram.low) / histogram.binWidth());
    return histogram.density(std::min(bin, histogram.counts.size() - 1));
}

} // namespace gan
