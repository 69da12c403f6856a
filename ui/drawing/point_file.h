#pragma once

#include "core/data/point_list.h"

class QString;

namespace gan {

/// The points of a CSV file with two numbers a line, at most kMostPoints. Throws Error, with line and column
/// of what is wrong.
PointList readPoints(const QString& path);

/// Whole or not at all; readPoints() gives the same points. Throws Error.
void writePoints(const QString& path, const PointList& points);

/// The same points, or where some lie outside of the square from 0 to 1, all of them moved and scaled alike
/// so that they fit into it.
PointList onCanvas(const PointList& points);

} // namespace gan
