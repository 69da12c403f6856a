#include "core/wasserstein.h"

#include <algorithm>
#include <cmath>

namespace gan {

namespace {

/// The integral of the distribution function F up to x, by parts: x F(x) - E[X; X <= x].
double integralOfCumulative(const Distribution& truth, double x)
{
    return x * truth.cumulative(x) - truth.partialMean(x);
}

/// The integral of |level - F(x)| from `low` to `high`, between which the sample's own F_n stays at `level`.
/// F rises, so it crosses the level at most once.
double areaBetween(const Distribution& truth, double level, double low, double high)
{
    const auto above = [&](double a, double b) {
        return integralOfCumulative(truth, b) - integralOfCumulative(truth, a) - level * (b - a);
    };
    if (truth.cumulative(high) <= level)
        return -above(low, high);
    if (truth.cumulative(low) >= level)
        return above(low, high);
    const double crossing = std::clamp(truth.quantile(level), low, high);
    return -above(low, crossing) + above(crossing, high);
}

/// E|K - np| for K binomial(n, p), after de Moivre: 2 (1 - p) k P(K = k) with k = floor(np) + 1.
double binomialMeanDeviation(int n, double p)
{
    const double k = std::floor(n * p) + 1;
    if (p <= 0 || p >= 1 || k > n)
        return 0;
    const double logChoose = std::lgamma(n + 1.0) - std::lgamma(k + 1) - std::lgamma(n - k + 1);
    return 2 * (1 - p) * k * std::exp(logChoose + k * std::log(p) + (n - k) * std::log1p(-p));
}

} // namespace

double wasserstein1(std::vector<double> values, const Distribution& truth)
{
    std::sort(values.begin(), values.end());
    const double first = values.front(), last = values.back();
    const double leftTail = integralOfCumulative(truth, first);
    const double rightTail = truth.mean() - truth.partialMean(last) - last * (1 - truth.cumulative(last));
    double total = leftTail + rightTail;
    for (std::size_t i = 1; i < values.size(); ++i) {
        const double level = static_cast<double>(i) / static_cast<double>(values.size());
        total += areaBetween(truth, level, values[i - 1], values[i]);
    }
    return total;
}

double wasserstein1Floor(int n, const Distribution& truth)
{
    constexpr double tail = 1e-9; // what lies beyond these levels is less than the digits shown
    constexpr int intervals = 20000;
    const double low = truth.quantile(tail), high = truth.quantile(1 - tail);
    const double width = (high - low) / intervals;
    double total = 0;
    for (int i = 0; i < intervals; ++i)
        total += binomialMeanDeviation(n, truth.cumulative(low + (i + 0.5) * width)) * width;
    return total / n;
}

double wasserstein1(std::vector<double> a, std::vector<double> b)
{
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    double total = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        total += std::abs(a[i] - b[i]);
    return total / static_cast<double>(a.size());
}

} // namespace gan
