#include "ui/plots/snapshot/tile_plot.h"

#include "ui/plots/qcp.h"

#include <functional>

namespace gan {

namespace {

constexpr int kMargin = 4;

/// What a plot paints itself, among what its library draws.
class PaintedItem : public QCPAbstractItem {
public:
    PaintedItem(QCustomPlot* plot, std::function<void(QPainter&, const QRectF&)> paint)
        : QCPAbstractItem(plot)
        , m_paint(std::move(paint))
    {
        setSelectable(false);
        setClipToAxisRect(false);
    }

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }

protected:
    void draw(QCPPainter* painter) override
    {
        painter->save();
        painter->setAntialiasing(false); // which would move everything by half a pixel
        m_paint(*painter, QRectF(clipAxisRect()->rect()));
        painter->restore();
    }

private:
    std::function<void(QPainter&, const QRectF&)> m_paint;
};

} // namespace

TilePlot::TilePlot(const PlotFace& face, const Theme& theme, QWidget* parent)
    : SnapshotView(face, theme, parent)
{
    plot().setInteractions(QCP::iNone);
    for (QCPAxis* axis : {plot().xAxis, plot().yAxis, plot().yAxis2})
        axis->setVisible(false);
    new PaintedItem(&plot(), [this](QPainter& painter, const QRectF& room) {
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
