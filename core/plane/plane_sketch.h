#pragma once

#include "core/plane/plane_shape.h"

namespace gan {

/// So many points of the shape for a small picture of it, in the square from 0 to 1 that its frame is. Always
/// the same ones. Any thread.
PlanePoints sketchOf(const PlaneShape& shape, int count);

} // namespace gan
