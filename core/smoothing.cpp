#include "core/smoothing.h"

#include <algorithm>
#include <cmath>

namespace gan {

namespace {

constexpr double kLargest = 0.999999; ///< nearer to 1, a sum of weights would be 0 divided by 0

} // namespace

Smoothing::Smoothing(double weight)
    : m_weight(std::clamp(weight, 0.0, kLargest))
{
}

double Smoothing::add(const Bucket& bucket)
{
    const double kept = std::pow(m_weight, static_cast<double>(bucket.lastIteration - m_last));
    const double added = sumOfWeights(bucket);
    m_sum = kept * m_sum + added * bucket.mean();
    m_weights = kept * m_weights + added;
    m_last = bucket.lastIteration;
    return m_sum / m_weights;
}

/// Of the bucket's values, at its end: 1 + w^d + w^2d + ... where d is the distance of two values.
double Smoothing::sumOfWeights(const Bucket& bucket) const
{
    if (bucket.count == 1)
        return 1;
    const auto count = static_cast<double>(bucket.count);
    const double distance = static_cast<double>(bucket.lastIteration - bucket.firstIteration) / (count - 1);
    const double each = std::pow(m_weight, distance);
    return (1 - std::pow(each, count)) / (1 - each);
}

std::vector<double> smoothed(const Buckets& buckets, double weight)
{
    Smoothing smoothing(weight);
    std::vector<double> averages;
    averages.reserve(buckets.size());
    for (const Bucket& bucket : buckets)
        averages.push_back(smoothing.add(bucket));
    return averages;
}

} // namespace gan
