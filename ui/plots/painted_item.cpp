#include "ui/plots/painted_item.h"

#include <utility>

namespace gan {

bool isTakenAway(QPainter& painter)
{
    return static_cast<QCPPainter&>(painter).modes().testFlag(QCPPainter::pmNonCosmetic);
}

PaintedItem::PaintedItem(QCustomPlot* plot, bool isSmooth, Paint paint)
    : QCPAbstractItem(plot)
    , m_isSmooth(isSmooth)
    , m_paint(std::move(paint))
{
    setSelectable(false);
    setClipToAxisRect(isSmooth);
}

void PaintedItem::draw(QCPPainter* painter)
{
    painter->save();
    painter->setAntialiasing(m_isSmooth); // which moves everything by half a pixel
    m_paint(*painter, QRectF(clipAxisRect()->rect()));
    painter->restore();
}

} // namespace gan
