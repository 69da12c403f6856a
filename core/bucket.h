#pragma once

#include <cstdint>
#include <limits>
#include <vector>

namespace gan {

/// Neighboring values of a curve over iterations, together: nothing is lost of how small and how large they
/// were.
struct Bucket {
    std::int64_t firstIteration = 0;
    std::int64_t lastIteration = 0;
    float minimum = 0, maximum = 0;
    float last = 0;
    double sum = 0;
    std::int64_t count = 0; ///< of values in it, at least 1

    static Bucket of(std::int64_t iteration, float value);
    double mean() const { return sum / static_cast<double>(count); }
    /// The iteration in its middle.
    double middle() const { return 0.5 * static_cast<double>(firstIteration + lastIteration); }
    /// The iterations between this one and `later`.
    std::int64_t gapTo(const Bucket& later) const { return later.firstIteration - lastIteration - 1; }
    /// `later` comes behind this one.
    void merge(const Bucket& later);
};

/// In the order of their iterations.
using Buckets = std::vector<Bucket>;

/// Neighbors joined whose first iterations lie in the same multiple of `span` iterations (at least 1), but
/// not across a gap of more than `longestGap` iterations.
Buckets joined(const Buckets& buckets, std::int64_t span,
               std::int64_t longestGap = std::numeric_limits<std::int64_t>::max());

} // namespace gan
