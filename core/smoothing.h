#pragma once

#include "core/bucket.h"

namespace gan {

/// A running average over iterations. At iteration T it is the mean of all values y_i so far, measured at the
/// iterations t_i, with weights that fall by the factor w for each iteration into the past:
///
///     sum of w^(T - t_i) y_i  divided by  sum of w^(T - t_i).
///
/// So it starts at the first value and not at 0, lies within its values, and remembers as many iterations of
/// what is measured in each as of what is measured in each fiftieth.
///
/// A bucket of n values counts as n times its mean, spread evenly over its iterations. So thinning changes
/// nothing where values do not vary within a bucket.
class Smoothing {
public:
    /// `weight` w from 0, which smooths nothing, to below 1; other values are moved there.
    explicit Smoothing(double weight);

    /// The average at the bucket's last iteration. Buckets come in the order of their iterations.
    double add(const Bucket& bucket);

private:
    double sumOfWeights(const Bucket& bucket) const;

    double m_weight;
    double m_sum = 0;     ///< of weighted values
    double m_weights = 0; ///< sum of the weights
    std::int64_t m_last = 0;
};

/// The average after each bucket.
std::vector<double> smoothed(const Buckets& buckets, double weight);

} // namespace gan
