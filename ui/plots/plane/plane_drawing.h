#pragma once

#include "core/snapshot.h"

#include <QLineF>
#include <QPointF>
#include <QPolygonF>

#include <functional>
#include <optional>
#include <vector>

class QPainter;
class QColor;

namespace gan {

/// From the plane to the picture.
using ToPixel = std::function<QPointF(double x, double y)>;

/// Where the grid, taken as values at the middles of its cells, passes `level`: pieces of lines on the plane
/// (marching squares, each corner of a piece by linear interpolation).
std::vector<QLineF> contourOf(const Grid& grid, double level);

/// The value of the cell in which the point lies; nothing outside of the grid.
std::optional<double> valueAt(const Grid& grid, double x, double y);

/// Each cell as strong as what it stands for is packed densely.
void drawMesh(QPainter& painter, const Mesh& mesh, const QColor& color, double width, const ToPixel& toPixel);

/// How long the longest arrow is, in the unit of dx and dy.
double longestOf(const Arrows& arrows);
/// The longest `reach` long on the plane, the others in proportion; none where there is nothing to feel.
void drawArrows(QPainter& painter, const Arrows& arrows, double reach, const QColor& color, double width,
                const ToPixel& toPixel);

} // namespace gan
