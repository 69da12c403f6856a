#pragma once

#include "core/snapshot.h"
#include "ui/plots/plot_spec.h"

#include <QPolygonF>
#include <QRectF>

class QColor;
class QPainter;

namespace gan {

/// What the box shows of the snapshot.
void drawFlowPicture(QPainter& painter, const FlowBox& box, const Snapshot& snapshot, const QRectF& square,
                     const Theme& theme);

/// With a head at its end.
void drawFlowLine(QPainter& painter, const QPolygonF& line, const QColor& color, double width, bool dashed);

/// Dots along a line, moved on by a share of the distance between two of them: at 1 each is where the next
/// one was.
void drawFlowDots(QPainter& painter, const QPolygonF& line, const QColor& color, double diameter,
                  double moved);

} // namespace gan
