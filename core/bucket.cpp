#include "core/bucket.h"

#include <algorithm>

namespace gan {

Bucket Bucket::of(std::int64_t iteration, float value)
{
    return {iteration, iteration, value, value, value, value, 1};
}

void Bucket::merge(const Bucket& later)
{
    lastIteration = later.lastIteration;
    minimum = std::min(minimum, later.minimum);
    maximum = std::max(maximum, later.maximum);
    last = later.last;
    sum += later.sum;
    count += later.count;
}

Buckets joined(const Buckets& buckets, std::int64_t span, std::int64_t longestGap)
{
    Buckets result;
    for (const Bucket& bucket : buckets) {
        const bool joins = !result.empty() &&
                           bucket.firstIteration / span == result.back().firstIteration / span &&
                           result.back().gapTo(bucket) <= longestGap;
        if (joins)
            result.back().merge(bucket);
        else
            result.push_back(bucket);
    }
    return result;
}

} // namespace gan
