#include "core/smoothing.h"

#include <algorithm>
#include <cmath>

namespace gan {

namespace {

constexpr double kLargest = 0.999999; ///< nearer to 1, the first average would be 0 divided by 0

} // namespace

Smoothing::Smoothing(double weight)
    : m_weight(std::clamp(weight, 0.0, kLargest))
{
}

double Smoothing::add(double mean, std::int64_t count)
{
    const double kept = std::pow(m_weight, static_cast<double>(count));
    m_sum = kept * m_sum + (1 - kept) * mean;
    m_missing *= kept;
    return m_sum / (1 - m_missing);
}

std::vector<double> smoothed(const Buckets& buckets, double weight)
{
    Smoothing smoothing(weight);
    std::vector<double> averages;
    averages.reserve(buckets.size());
    for (const Bucket& bucket : buckets)
        averages.push_back(smoothing.add(bucket.mean(), bucket.count));
    return averages;
}

} // namespace gan
