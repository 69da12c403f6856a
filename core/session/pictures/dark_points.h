#pragma once

#include "core/data/csv_vectors.h"

#include <string>

namespace gan {

/// A picture as a density: kDarkPoints points, each in a pixel that is as likely as it is dark, evenly placed
/// in it. The picture is cropped to the square in its middle and seen at kDarkSide pixels a side; x and y run
/// from 0 to 1, y upwards; transparent parts are white. The same picture always gives the same points. Throws
/// Error, naming the file, when it cannot be read or is white all over. Any thread.
Vectors darkPoints(const std::string& path);

inline constexpr int kDarkPoints = 20'000;
inline constexpr int kDarkSide = 128;

} // namespace gan
