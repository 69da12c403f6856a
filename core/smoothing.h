#pragma once

#include "core/bucket.h"

namespace gan {

/// A debiased exponential moving average. After the values y_1 ... y_n it is
///
///     s_n / (1 - w^n)   with   s_k = w s_(k-1) + (1 - w) y_k   and   s_0 = 0,
///
/// the mean of all values with weights that fall by the factor w for each step into the past; the division
/// makes them add up to 1, so that it starts at the first value and not at 0. Each value is one step, whether
/// measured in each iteration or in each fiftieth.
///
/// A bucket of n values counts as n times its mean: s becomes w^n s + (1 - w^n) mean, which is what n single
/// steps of that mean give. So thinning changes nothing where values do not vary within a bucket.
class Smoothing {
public:
    /// `weight` w from 0, which smooths nothing, to below 1; other values are moved there.
    explicit Smoothing(double weight);

    /// The average after `count` more values with this mean; count is at least 1.
    double add(double mean, std::int64_t count = 1);

private:
    double m_weight;
    double m_sum = 0;     ///< s
    double m_missing = 1; ///< w^n: what the weights so far lack to 1
};

/// The average after each bucket.
std::vector<double> smoothed(const Buckets& buckets, double weight);

} // namespace gan
