#include "core/plane/plane_measures.h"

#include "core/kernels/kernels.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gan {

namespace {

constexpr double kReach = 3;        ///< deviations
constexpr double kShareOfHit = 0.2; ///< of the fair share

/// Along direction d of so many over half a turn.
std::vector<double> sortedAlong(const PlanePoints& points, int d, int directions)
{
    double cosine = std::numbers::pi * d / directions, sine = cosine;
    kernels<double>().cos(&cosine, &cosine, 1);
    kernels<double>().sin(&sine, &sine, 1);
    std::vector<double> along(points.size());
    for (std::size_t i = 0; i < along.size(); ++i)
        along[i] = cosine * points.x[i] + sine * points.y[i];
    std::sort(along.begin(), along.end());
    return along;
}

/// W1 of two sorted samples of one size.
double distanceOf(const std::vector<double>& a, const std::vector<double>& b)
{
    double apart = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        apart += std::abs(a[i] - b[i]);
    return apart / static_cast<double>(a.size());
}

PlanePoints firstOf(const PlanePoints& points, std::size_t most)
{
    const auto count = static_cast<std::ptrdiff_t>(std::min(points.size(), most));
    return {{points.x.begin(), points.x.begin() + count}, {points.y.begin(), points.y.begin() + count}};
}

/// The mean distance of a point of `a` to one of `b`; of different ones where both are the same sample.
double meanDistance(const PlanePoints& a, const PlanePoints& b, bool isSame)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        for (std::size_t j = 0; j < b.size(); ++j) {
            const double dx = a.x[i] - b.x[j], dy = a.y[i] - b.y[j];
            sum += std::sqrt(dx * dx + dy * dy);
        }
    const auto others = static_cast<double>(isSame ? b.size() - 1 : b.size());
    return sum / (static_cast<double>(a.size()) * others);
}

/// The sum of p log2(p / m) with m the mean of p and q.
double towardsMean(const std::vector<double>& p, const std::vector<double>& q)
{
    double sum = 0;
    for (std::size_t i = 0; i < p.size(); ++i) {
        if (p[i] <= 0)
            continue;
        double ratio = 2 * p[i] / (p[i] + q[i]);
        kernels<double>().log(&ratio, &ratio, 1);
        sum += p[i] * ratio;
    }
    return sum / std::numbers::ln2;
}

int binOf(double place, double middle, double half)
{
    const double part = (place - (middle - half)) / (2 * half);
    return part >= 0 && part < 1 ? std::min(static_cast<int>(part * kPlaneBins), kPlaneBins - 1) : -1;
}

} // namespace

double slicedDistance(const PlanePoints& a, const PlanePoints& b, int directions)
{
    double sum = 0;
    for (int d = 0; d < directions; ++d)
        sum += distanceOf(sortedAlong(a, d, directions), sortedAlong(b, d, directions));
    return sum / directions;
}

double energyDistance(const PlanePoints& a, const PlanePoints& b)
{
    return 2 * meanDistance(a, b, false) - meanDistance(a, a, true) - meanDistance(b, b, true);
}

PlaneReference::PlaneReference(const PlanePoints& points, int directions, std::size_t near)
    : m_near(firstOf(points, near))
    , m_spread(meanDistance(m_near, m_near, true))
{
    for (int d = 0; d < directions; ++d)
        m_sorted.push_back(sortedAlong(points, d, directions));
}

double PlaneReference::slicedDistanceTo(const PlanePoints& sample) const
{
    const auto directions = static_cast<int>(m_sorted.size());
    double sum = 0;
    for (int d = 0; d < directions; ++d)
        sum += distanceOf(sortedAlong(sample, d, directions), m_sorted[static_cast<std::size_t>(d)]);
    return sum / directions;
}

double PlaneReference::energyDistanceTo(const PlanePoints& sample) const
{
    const PlanePoints near = firstOf(sample, m_near.size());
    return 2 * meanDistance(near, m_near, false) - meanDistance(near, near, true) - m_spread;
}

std::vector<double> planeShares(const PlanePoints& points, const PlaneFrame& frame)
{
    std::vector<double> shares(kPlaneBins * kPlaneBins + 1);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const int column = binOf(points.x[i], frame.x, frame.half);
        const int row = binOf(points.y[i], frame.y, frame.half);
        shares[column < 0 || row < 0 ? shares.size() - 1
                                     : static_cast<std::size_t>(row * kPlaneBins + column)] += 1;
    }
    for (double& share : shares)
        share /= static_cast<double>(points.size());
    return shares;
}

double jensenShannon(const std::vector<double>& p, const std::vector<double>& q)
{
    return (towardsMean(p, q) + towardsMean(q, p)) / 2;
}

ModeLedger modeLedger(const PlanePoints& points, const std::vector<PlaneMode>& modes)
{
    ModeLedger ledger;
    ledger.shares.resize(modes.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        double nearest = kReach * kReach;
        std::size_t of = modes.size();
        for (std::size_t m = 0; m < modes.size(); ++m) {
            const double dx = (points.x[i] - modes[m].x) / modes[m].sdX;
            const double dy = (points.y[i] - modes[m].y) / modes[m].sdY;
            if (const double squared = dx * dx + dy * dy; squared <= nearest) {
                nearest = squared;
                of = m;
            }
        }
        if (of < modes.size())
            ledger.shares[of] += 1 / static_cast<double>(points.size());
    }
    for (const double share : ledger.shares) {
        ledger.quality += share;
        ledger.hit += share * static_cast<double>(modes.size()) >= kShareOfHit;
    }
    return ledger;
}

} // namespace gan
