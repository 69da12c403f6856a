#include "ui/plots/history/history_look.h"

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

/// A power of two, so that curves do not flicker as they grow.
std::int64_t powerOfTwo(double iterations)
{
    return std::bit_ceil(static_cast<std::uint64_t>(std::clamp(iterations, 1.0, 1e15)));
}

/// How many iterations one of so many points may stand for.
std::int64_t spanOf(const HistoryLook& look, int pointsTogether)
{
    if (look.logIterations)
        return 1; // the growing buckets are few
    const double each = (look.iterations.second - look.iterations.first) / std::max(1, look.points);
    return powerOfTwo(each * pointsTogether);
}

double onAxis(double value, const HistoryLook& look, double otherwise)
{
    return look.logValues && value <= 0 ? otherwise : value;
}

bool isGap(const Bucket& before, const Bucket& after, const HistoryLook& look)
{
    return look.hasEachIteration && before.gapTo(after) > 0;
}

/// `heightOf` gives the line's height at a bucket.
template <class Height>
QVector<QCPGraphData> lineThrough(const Buckets& buckets, const HistoryLook& look, Height heightOf)
{
    constexpr double kHalf = 0.5; // of an iteration
    QVector<QCPGraphData> line;
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        const Bucket& bucket = buckets[i];
        const bool starts = i == 0 || isGap(buckets[i - 1], bucket, look);
        const bool ends = i + 1 == buckets.size() || isGap(bucket, buckets[i + 1], look);
        if (starts && i > 0)
            line.append({double(bucket.firstIteration) - 1, kNoPoint});
        if (starts && ends) // a single point would not be drawn
            line.append({double(bucket.firstIteration) - kHalf, heightOf(bucket)});
        line.append(
            {starts && ends ? double(bucket.lastIteration) + kHalf : bucket.middle(), heightOf(bucket)});
    }
    return line;
}

} // namespace

Buckets inSight(const CurveStore& store, const HistoryLook& look)
{
    const Buckets all = store.finest(look.iterations.first, look.logIterations);
    const auto [first, end] = rangeInSight(all, look.iterations);
    const auto begin = all.begin();
    const Buckets seen(begin + std::ptrdiff_t(first), begin + std::ptrdiff_t(end));
    const std::int64_t span = spanOf(look, look.pointsTogether);
    return look.hasEachIteration ? joined(seen, span, spanOf(look, 1)) : joined(seen, span);
}

void addValues(Extent& extent, const Buckets& buckets)
{
    for (const Bucket& bucket : buckets)
        for (const double value : {double(bucket.minimum), bucket.mean(), double(bucket.maximum)})
            extent.add(value);
}

QVector<QCPGraphData> meanLine(const Buckets& buckets, const HistoryLook& look)
{
    return lineThrough(buckets, look,
                       [&](const Bucket& bucket) { return onAxis(bucket.mean(), look, kNoPoint); });
}

QVector<QCPGraphData> lowEdge(const Buckets& buckets, const HistoryLook& look)
{
    return lineThrough(buckets, look, [&](const Bucket& bucket) {
        return onAxis(bucket.minimum, look, bucket.maximum > 0 ? look.bottom : kNoPoint);
    });
}

QVector<QCPGraphData> highEdge(const Buckets& buckets, const HistoryLook& look)
{
    return lineThrough(buckets, look,
                       [&](const Bucket& bucket) { return onAxis(bucket.maximum, look, kNoPoint); });
}

QVector<QCPGraphData> averageLine(const CurveStore& store, const HistoryLook& look)
{
    const Buckets all = store.finest(look.iterations.first, look.logIterations);
    const std::vector<double> averages = smoothed(all, look.smoothing);
    const auto [first, end] = rangeInSight(all, look.iterations);
    const std::int64_t span = spanOf(look, 1);
    QVector<QCPGraphData> line;
    for (std::size_t i = first; i < end; ++i) {
        const bool isBeforeGap = i + 1 < end && isGap(all[i], all[i + 1], look);
        const bool isLastOfPoint =
            i + 1 == end || isBeforeGap || all[i].firstIteration / span != all[i + 1].firstIteration / span;
        if (isLastOfPoint)
            line.append({double(all[i].lastIteration), onAxis(averages[i], look, kNoPoint)});
        if (isBeforeGap)
            line.append({double(all[i].lastIteration) + 1, kNoPoint});
    }
    return line;
}

const Bucket* bucketAt(const Buckets& buckets, double iteration, bool hasEachIteration)
{
    const auto isBehind = [](double at, const Bucket& bucket) { return at < double(bucket.firstIteration); };
    const auto next = std::upper_bound(buckets.begin(), buckets.end(), iteration, isBehind);
    if (buckets.empty())
        return nullptr;
    const Bucket& bucket = next == buckets.begin() ? buckets.front() : *(next - 1);
    const bool isInside =
        double(bucket.firstIteration) <= iteration && iteration <= double(bucket.lastIteration);
    return isInside || !hasEachIteration ? &bucket : nullptr;
}

} // namespace gan
