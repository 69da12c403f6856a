#include "ui/plots/dots.h"

#include "ui/plots/painted_item.h"

#include <QPainter>
#include <QPixmap>

#include <cmath>

namespace gan {

namespace {

void drawCircle(QPainter& painter, const QPointF& place, const DotLook& look)
{
    painter.setPen(look.pen);
    painter.setBrush(look.brush);
    painter.drawEllipse(place, look.diameter / 2, look.diameter / 2);
}

/// One dot in the middle of a picture.
QPixmap stampOf(const DotLook& look, double pixelRatio)
{
    const double side = std::ceil(look.diameter + look.pen.widthF() + 2);
    const int pixels = int(std::ceil(side * pixelRatio));
    QPixmap stamp(pixels, pixels);
    stamp.setDevicePixelRatio(pixelRatio);
    stamp.fill(Qt::transparent);
    QPainter painter(&stamp);
    painter.setRenderHint(QPainter::Antialiasing);
    drawCircle(painter, QPointF(pixels, pixels) / (2 * pixelRatio), look);
    return stamp;
}

} // namespace

void drawDots(QPainter& painter, const std::vector<QPointF>& places, const DotLook& look)
{
    if (isTakenAway(painter)) {
        for (const QPointF& place : places)
            drawCircle(painter, place, look);
        return;
    }
    const QPixmap stamp = stampOf(look, painter.device()->devicePixelRatioF());
    const QPointF corner = QPointF(stamp.width(), stamp.height()) / (2 * stamp.devicePixelRatio());
    for (const QPointF& place : places)
        painter.drawPixmap(place - corner, stamp);
}

} // namespace gan
