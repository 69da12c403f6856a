#include "ui/plots/snapshot/tile_plot.h"

#include "ui/plots/painted_item.h"

namespace gan {

namespace {

constexpr int kMargin = 4;

} // namespace

TilePlot::TilePlot(const PlotFace& face, const Theme& theme, QWidget* parent)
    : SnapshotView(face, theme, parent)
{
    plot().setInteractions(QCP::iNone);
    for (QCPAxis* axis : {plot().xAxis, plot().yAxis, plot().yAxis2})
        axis->setVisible(false);
    new PaintedItem(&plot(), false, [this](QPainter& painter, const QRectF& room) {
        if (snapshot())
            paint(painter, room);
    });
}

void TilePlot::refresh(int)
{
    plot().axisRect()->setMinimumMargins({kMargin, kMargin, kMargin, kMargin}); // no numbers need room
}

QRectF TilePlot::room() const
{
    return plot().axisRect()->rect();
}

} // namespace gan
