#pragma once

#include "core/data/point_list.h"

#include <QPointF>

#include <random>
#include <vector>

namespace gan {

/// What a stroke leaves behind. Lengths are shares of the side of the canvas.
struct Brush {
    double radius = 0.03; ///< points fall evenly on a disc of this radius
    double jitter = 0.01; ///< the deviation of what is added to that
    bool erases = false;  ///< takes away the points on the disc instead
};

/// Points in the square from 0 to 1 that a hand paints, with undo. Four decimals are kept, so that files
/// stay short and read back to the same points.
class PointDrawing {
public:
    const std::vector<QPointF>& points() const { return m_points; }
    PointList list() const;
    /// Others in place of those that are there, which an undo brings back.
    void replace(const PointList& points);
    void clear();

    /// A stroke is what an undo takes back: all moves from its begin on.
    void beginStroke();
    /// Along a line of the canvas; a line of no length is a dab. What would be more than kMostPoints is not
    /// painted.
    void stroke(QPointF from, QPointF to, const Brush& brush);

    /// What is there now is the beginning.
    void forgetUndo() { m_before.clear(); }
    bool canUndo() const { return !m_before.empty(); }
    void undo();

private:
    void dab(QPointF at, const Brush& brush);
    void erase(QPointF at, double radius);

    std::vector<QPointF> m_points;
    std::vector<std::vector<QPointF>> m_before; ///< each stroke
    std::mt19937 m_random{1};
};

} // namespace gan
