#pragma once

#include "ui/plots/qcp.h"

namespace gan {

/// A plot that shows the screen its pixels of the last replot, and draws itself as lines where the window is
/// painted on something else, such as SVG.
class PlotCanvas : public QCustomPlot {
public:
    using QCustomPlot::QCustomPlot;

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QCPPainter painter(this);
        if (painter.paintEngine()->type() == QPaintEngine::Raster) {
            painter.end();
            return QCustomPlot::paintEvent(event);
        }
        painter.setMode(QCPPainter::pmVectorized);
        toPainter(&painter, width(), height());
    }
};

} // namespace gan
