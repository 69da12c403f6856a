#include "ui/plots/history_look.h"

#include "core/smoothing.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace gan {

namespace {

constexpr double kNoPoint = std::numeric_limits<double>::quiet_NaN(); ///< the line breaks there

/// First and behind the last of the buckets to draw.
std::pair<std::size_t, std::size_t> rangeInSight(const Buckets& buckets, const Interval& iterations)
{
    const auto isBefore = [](const Bucket& bucket, double at) { return double(bucket.lastIteration) < at; };
    const auto isBehind = [](double at, const Bucket& bucket) { return at < double(bucket.firstIteration); };
    const auto first = std::lower_bound(buckets.begin(), buckets.end(), iterations.first, isBefore);
    const auto end = std::upper_bound(first, buckets.end(), iterations.second, isBehind);
    return {static_cast<std::size_t>(first - buckets.begin() - (first == buckets.begin() ? 0 : 1)),
            static_cast<std::size_t>(end - buckets.begin() + (end == buckets.end() ? 0 : 1))};
}

/// How many iterations one point may stand for: a power of two, so that curves do not flicker as they grow.
std::int64_t spanOf(const HistoryLook& look)
{
    if (look.logIterations)
        return 1; // the growing buckets are few
    const double each = (look.iterations.second - look.iterations.first) / std::max(1, look.points);
    return std::bit_ceil(static_cast<std::uint64_t>(std::clamp(each, 1.0, 1e15)));
}

double onAxis(double value, const HistoryLook& look, double otherwise)
{
    return look.logValues && value <= 0 ? otherwise : value;
}

} // namespace

Buckets inSight(const CurveStore& store, const HistoryLook& look)
{
    const Buckets all = store.finest(look.iterations.first, look.logIterations);
    const auto [first, end] = rangeInSight(all, look.iterations);
    const auto begin = all.begin();
    return joined({begin + std::ptrdiff_t(first), begin + std::ptrdiff_t(end)}, spanOf(look));
}

QVector<QCPGraphData> meanLine(const Buckets& buckets, const HistoryLook& look)
{
    QVector<QCPGraphData> line;
    for (const Bucket& bucket : buckets)
        line.append({bucket.middle(), onAxis(bucket.mean(), look, kNoPoint)});
    return line;
}

QVector<QCPGraphData> lowEdge(const Buckets& buckets, const HistoryLook& look)
{
    QVector<QCPGraphData> line;
    for (const Bucket& bucket : buckets) {
        const double missing = bucket.maximum > 0 ? look.bottom : kNoPoint;
        line.append({bucket.middle(), onAxis(bucket.minimum, look, missing)});
    }
    return line;
}

QVector<QCPGraphData> highEdge(const Buckets& buckets, const HistoryLook& look)
{
    QVector<QCPGraphData> line;
    for (const Bucket& bucket : buckets)
        line.append({bucket.middle(), onAxis(bucket.maximum, look, kNoPoint)});
    return line;
}

QVector<QCPGraphData> averageLine(const CurveStore& store, const HistoryLook& look)
{
    const Buckets all = store.finest(look.iterations.first, look.logIterations);
    const std::vector<double> averages = smoothed(all, look.smoothing);
    const auto [first, end] = rangeInSight(all, look.iterations);
    const std::int64_t span = spanOf(look);
    QVector<QCPGraphData> line;
    for (std::size_t i = first; i < end; ++i) {
        const bool isLastOfPoint =
            i + 1 == end || all[i].firstIteration / span != all[i + 1].firstIteration / span;
        if (isLastOfPoint)
            line.append({double(all[i].lastIteration), onAxis(averages[i], look, kNoPoint)});
    }
    return line;
}

const Bucket* bucketAt(const Buckets& buckets, double iteration)
{
    const auto isBehind = [](double at, const Bucket& bucket) { return at < double(bucket.firstIteration); };
    const auto next = std::upper_bound(buckets.begin(), buckets.end(), iteration, isBehind);
    if (buckets.empty())
        return nullptr;
    return next == buckets.begin() ? &buckets.front() : &*(next - 1);
}

} // namespace gan
