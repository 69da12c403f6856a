#pragma once

#include "core/model/tensor.h"

namespace gan {

/// How far samples lie from reference samples, both [m, n]: the mean over random directions of the
/// Wasserstein distance W1 between their projections, which for m and m sorted numbers is the mean of their
/// differences (Rabin et al. 2012, "Wasserstein Barycenter and its Application to Texture Mixing"). 0 for the
/// same samples; two samples of one distribution have a floor that shrinks with m.
class SlicedDistance {
public:
    SlicedDistance() = default;
    SlicedDistance(const Tensor& reference, std::int64_t directions, at::Generator random);

    /// `samples`: as many and as long as the reference, on any device; computed on the CPU.
    double to(const Tensor& samples) const;

private:
    Tensor sortedProjections(const Tensor& samples) const;

    Tensor m_directions; ///< [directions, n], each of length 1
    Tensor m_reference;  ///< sorted along each direction [directions, m]
};

} // namespace gan
