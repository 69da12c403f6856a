#include "core/thinned_series.h"

#include <algorithm>
#include <cmath>

namespace gan {

ThinnedSeries::ThinnedSeries(std::size_t capacity)
    : m_capacity(std::max<std::size_t>(2, capacity))
{
}

void ThinnedSeries::append(std::int64_t iteration, float value)
{
    if (std::isnan(value))
        return;
    const Bucket single = Bucket::of(iteration, value);
    const bool sameBucket =
        !m_buckets.empty() && iteration / m_stride == m_buckets.back().firstIteration / m_stride;
    if (sameBucket) {
        m_buckets.back().merge(single);
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

/// Doubles the stride; at least one pair of neighbors merges once the stride has grown to their distance.
void ThinnedSeries::halve()
{
    m_stride *= 2;
    m_buckets = joined(m_buckets, m_stride);
    m_buckets.reserve(m_capacity);
}

} // namespace gan
