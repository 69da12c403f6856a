#pragma once

#include "core/snapshot.h"

#include <QLineF>
#include <QPointF>
#include <QPolygonF>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

class QPainter;
class QColor;

namespace gan {

struct Theme;

/// From the plane to the picture.
using ToPixel = std::function<QPointF(double x, double y)>;

/// Where the grid, taken as values at the middles of its cells, passes `level`: pieces of lines on the plane
/// (marching squares, each corner of a piece by linear interpolation).
std::vector<QLineF> contourOf(const Grid& grid, double level);

/// The value of the cell in which the point lies; nothing outside of the grid.
std::optional<double> valueAt(const Grid& grid, double x, double y);

/// Of a map, for 0 "generated", for 1 "real", for 0.5 none; pale enough for points over it, by `strength`
/// paler still.
QColor mapColor(double share, const Theme& theme, double strength = 1);
/// What its lowest and its highest color stand for: 0 and 1 for probabilities, for a critic's scores the
/// smallest and the largest.
std::pair<double, double> mapRange(const Grid& grid);

/// Each cell as strong as what it stands for is packed densely.
void drawMesh(QPainter& painter, const Mesh& mesh, const QColor& color, double width, const ToPixel& toPixel);

/// How long the longest arrow is, in the unit of dx and dy.
double longestOf(const Arrows& arrows);
/// The longest `reach` long on the plane, the others in proportion; none where there is nothing to feel.
void drawArrows(QPainter& painter, const Arrows& arrows, double reach, const QColor& color, double width,
                const ToPixel& toPixel);

} // namespace gan
