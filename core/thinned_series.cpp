#include "core/thinned_series.h"

#include <algorithm>
#include <cmath>

namespace gan {

namespace {

void merge(ThinnedSeries::Bucket& into, const ThinnedSeries::Bucket& later)
{
    into.lastIteration = later.lastIteration;
    into.minimum = std::min(into.minimum, later.minimum);
    into.maximum = std::max(into.maximum, later.maximum);
    into.last = later.last;
    into.sum += later.sum;
    into.count += later.count;
}

} // namespace

ThinnedSeries::ThinnedSeries(std::size_t capacity)
    : m_capacity(std::max<std::size_t>(2, capacity))
{
}

void ThinnedSeries::append(std::int64_t iteration, float value)
{
    if (std::isnan(value))
        return;
    const Bucket single{iteration, iteration, value, value, value, value, 1};
    const bool sameBucket =
        !m_buckets.empty() && iteration / m_stride == m_buckets.back().firstIteration / m_stride;
    if (sameBucket) {
        merge(m_buckets.back(), single);
        return;
    }
    if (m_buckets.size() == m_capacity) {
        halve();
        append(iteration, value);
        return;
    }
    m_buckets.push_back(single);
}

void ThinnedSeries::clear()
{
    m_buckets.clear();
    m_stride = 1;
}

/// Doubles the stride; at least one pair of neighbours merges once the stride has grown to their distance.
void ThinnedSeries::halve()
{
    m_stride *= 2;
    std::vector<Bucket> merged;
    merged.reserve(m_capacity);
    for (const Bucket& bucket : m_buckets) {
        const bool joins =
            !merged.empty() && bucket.firstIteration / m_stride == merged.back().firstIteration / m_stride;
        if (joins)
            merge(merged.back(), bucket);
        else
            merged.push_back(bucket);
    }
    m_buckets = std::move(merged);
}

} // namespace gan
