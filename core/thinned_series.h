#pragma once

#include <cstdint>
#include <vector>

namespace gan {

/// A curve over iterations of any length in bounded memory. Neighbouring values share a bucket that keeps
/// their smallest and largest, so that a spike of one iteration stays visible among ten million. When the
/// buckets run out, neighbours are merged and each holds twice as many iterations.
class ThinnedSeries {
public:
    struct Bucket {
        std::int64_t firstIteration = 0;
        std::int64_t lastIteration = 0;
        float minimum = 0, maximum = 0;
        float last = 0;
        double sum = 0;
        std::int64_t count = 0; ///< of values in it
    };

    /// `capacity` buckets at most; even, at least 2.
    explicit ThinnedSeries(std::size_t capacity = 2048);

    /// Iterations must not fall. A value that is not a number is passed over.
    void append(std::int64_t iteration, float value);
    void clear();

    const std::vector<Bucket>& buckets() const { return m_buckets; }
    /// How many iterations one bucket spans: 1, 2, 4, ...
    std::int64_t stride() const { return m_stride; }

private:
    void halve();

    std::size_t m_capacity;
    std::int64_t m_stride = 1;
    std::vector<Bucket> m_buckets;
};

} // namespace gan
