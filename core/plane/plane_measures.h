#pragma once

#include "core/plane/plane_shape.h"

#include <vector>

namespace gan {

// How like two samples of points are. All are 0 for a sample and itself; two samples of one distribution have
// a floor, which falls with their size. Any thread.

/// The mean over so many directions, equally spaced over half a turn, of the Wasserstein distance W1 between
/// the projections of the points, in the unit of x (Rabin et al. 2012). Both of one size.
double slicedDistance(const PlanePoints& a, const PlanePoints& b, int directions);

/// 2 E|A - B| - E|A - A'| - E|B - B'| over all pairs of different points, in the unit of x (Székely and Rizzo
/// 2013): unbiased, so two samples of one distribution score 0 on average, and may score less. Both with 2
/// points or more.
double energyDistance(const PlanePoints& a, const PlanePoints& b);

/// Real points that samples are compared with again and again: what of both distances does not depend on a
/// sample is computed once. The same values, to the bit.
class PlaneReference {
public:
    /// The energy distance is that of the first `near` points of both alone, as its cost grows with the
    /// square.
    PlaneReference(const PlanePoints& points, int directions, std::size_t near);

    /// `sample` has as many points as the reference.
    double slicedDistanceTo(const PlanePoints& sample) const;
    double energyDistanceTo(const PlanePoints& sample) const;

private:
    std::vector<std::vector<double>> m_sorted; ///< along each direction
    PlanePoints m_near;
    double m_spread; ///< the mean distance of two of m_near
};

/// Shares of the points in kPlaneBins x kPlaneBins equal cells of the frame, row by row from below, and at
/// the end the share outside. Their sum is 1.
std::vector<double> planeShares(const PlanePoints& points, const PlaneFrame& frame);
inline constexpr int kPlaneBins = 30;

/// The Jensen-Shannon divergence of two lists of shares, in bits: 0 for equal ones, 1 where none is shared.
double jensenShannon(const std::vector<double>& p, const std::vector<double>& q);

/// What a sample has of each mode. A point belongs to a mode within 3 of its deviations, by the distance
/// sqrt((dx / sdX)^2 + (dy / sdY)^2); the nearest where there are more.
struct ModeLedger {
    std::vector<double> shares; ///< of all points, by mode
    int hit = 0;                ///< modes with at least 20 % of their fair share
    double quality = 0;         ///< the share of points that belong to a mode
};
ModeLedger modeLedger(const PlanePoints& points, const std::vector<PlaneMode>& modes);

} // namespace gan
