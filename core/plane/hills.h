#pragma once

#include "core/plane/plane_shape.h"

namespace gan {

/// A mixture of these normal distributions, with equal shares.
std::unique_ptr<PlaneShape> hills(std::vector<PlaneMode> modes, PlaneFrame frame);

/// `count` of them on a circle of this radius around 0.
std::vector<PlaneMode> onCircle(int count, double radius, double deviation);
/// side x side of them, 1 apart, around 0.
std::vector<PlaneMode> inSquare(int side, double deviation);

} // namespace gan
