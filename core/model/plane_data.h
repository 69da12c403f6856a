#pragma once

#include "core/model/tensor.h"
#include "core/plane/plane_shape.h"

#include <ATen/core/Generator.h>

#include <cstdint>

namespace gan {

/// What the networks see of a point: (point - middle) / unit. The other way round for what G makes.
struct PlaneCoordinates {
    double x = 0, y = 0, unit = 1;

    bool operator==(const PlaneCoordinates&) const = default;
};

/// Those in which the data is of size 1 around 0, or the data's own.
PlaneCoordinates coordinatesOf(const PlaneFrame& frame, bool areCentered);

/// Points of the shape, as many as wanted, made of the numbers of `random` alone.
PlanePoints drawPoints(const PlaneShape& shape, std::int64_t count, at::Generator random);

/// Points as the networks see them, floats of the shape [count, 2] on the CPU, and back.
Tensor tensorOf(const PlanePoints& points, const PlaneCoordinates& coordinates);
PlanePoints pointsOf(const Tensor& samples, const PlaneCoordinates& coordinates);

} // namespace gan
