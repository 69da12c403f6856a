#pragma once

#include "ui/plots/qcp.h"

#include <functional>

namespace gan {

/// Whether what is painted is a picture to be taken away, rather than the screen. What paints a plot is
/// always its library's.
bool isTakenAway(QPainter& painter);

/// What a plot paints itself, among what its library draws: in the order in which both were made.
class PaintedItem : public QCPAbstractItem {
    Q_OBJECT

public:
    using Paint = std::function<void(QPainter& painter, const QRectF& room)>;

    /// `isSmooth`: otherwise edges lie on whole pixels. `room`: of the axes, beyond which a smooth one does
    /// not paint.
    PaintedItem(QCustomPlot* plot, bool isSmooth, Paint paint);

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }

protected:
    void draw(QCPPainter* painter) override;

private:
    bool m_isSmooth;
    Paint m_paint;
};

} // namespace gan
