#pragma once

#include "core/bucket.h"

#include <cstddef>

namespace gan {

/// A curve over iterations of any length in bounded memory. Neighboring values share a bucket that keeps
/// their smallest and largest, so that a spike of one iteration stays visible among ten million. When the
/// buckets run out, neighbors are merged and each holds twice as many iterations.
class ThinnedSeries {
public:
    /// `capacity` buckets at most; even, at least 2.
    explicit ThinnedSeries(std::size_t capacity = 2048);

    /// Iterations must not fall. A value that is not a number is passed over.
    void append(std::int64_t iteration, float value);
    void clear();

    const Buckets& buckets() const { return m_buckets; }
    /// How many iterations one bucket spans: 1, 2, 4, ...
    std::int64_t stride() const { return m_stride; }

private:
    void halve();

    std::size_t m_capacity;
    std::int64_t m_stride = 1;
    Buckets m_buckets;
};

} // namespace gan
