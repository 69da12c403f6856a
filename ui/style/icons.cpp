#include "ui/style/icons.h"

#include "ui/style/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

#include <cmath>

namespace gan {

namespace {

constexpr double kGrid = 16; ///< symbols are drawn on a square of this side

void drawRun(QPainter& painter)
{
    painter.drawPolygon(QPolygonF{{QPointF(4, 2.5), QPointF(13.5, 8), QPointF(4, 13.5)}});
}

void drawRunBack(QPainter& painter)
{
    painter.drawPolygon(QPolygonF{{QPointF(12, 2.5), QPointF(2.5, 8), QPointF(12, 13.5)}});
}

void drawPause(QPainter& painter)
{
    painter.drawRect(QRectF(3.5, 2.5, 3.2, 11));
    painter.drawRect(QRectF(9.3, 2.5, 3.2, 11));
}

void drawStep(QPainter& painter)
{
    painter.drawPolygon(QPolygonF{{QPointF(3, 3), QPointF(10, 8), QPointF(3, 13)}});
    painter.drawRect(QRectF(11, 3, 2, 10));
}

/// An arrow that goes round.
void drawReset(QPainter& painter)
{
    painter.setPen(QPen(painter.brush().color(), 1.8, Qt::SolidLine, Qt::FlatCap));
    const QBrush fill = painter.brush();
    painter.setBrush(Qt::NoBrush);
    painter.drawArc(QRectF(3, 3, 10, 10), 60 * 16, 290 * 16);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawPolygon(QPolygonF{{QPointF(9, 0.5), QPointF(9, 7), QPointF(13.6, 3.4)}});
}

void drawDice(QPainter& painter)
{
    const QBrush fill = painter.brush();
    painter.setPen(QPen(fill.color(), 1.4));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(2, 2, 12, 12), 2.5, 2.5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    for (const QPointF& dot : {QPointF(5, 5), QPointF(11, 5), QPointF(8, 8), QPointF(5, 11), QPointF(11, 11)})
        painter.drawEllipse(dot, 1.2, 1.2);
}

void drawPin(QPainter& painter)
{
    painter.drawEllipse(QPointF(8, 5), 3.6, 3.6);
    painter.drawPolygon(QPolygonF{{QPointF(6.9, 8), QPointF(9.1, 8), QPointF(8, 15)}});
}

void drawEye(QPainter& painter)
{
    const QBrush fill = painter.brush();
    QPainterPath lids(QPointF(1.5, 8));
    lids.quadTo(8, 0.5, 14.5, 8);
    lids.quadTo(8, 15.5, 1.5, 8);
    painter.strokePath(lids, QPen(fill.color(), 1.4));
    painter.drawEllipse(QPointF(8, 8), 2.2, 2.2);
}

void drawLine(QPainter& painter, const QPointF& from, const QPointF& to)
{
    painter.setPen(QPen(painter.brush().color(), 1.6, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(from, to);
    painter.setPen(Qt::NoPen);
}

void drawEyeClosed(QPainter& painter)
{
    drawEye(painter);
    drawLine(painter, {3, 14}, {13, 2});
}

void drawRemove(QPainter& painter)
{
    drawLine(painter, {4, 4}, {12, 12});
    drawLine(painter, {12, 4}, {4, 12});
}

/// An arrow from `end` to `tip`; its head goes back so far, along and across.
void drawArrow(QPainter& painter, const QPointF& tip, const QPointF& end, double head)
{
    drawLine(painter, end, tip);
    drawLine(painter, tip, tip + QPointF(head, 0));
    drawLine(painter, tip, tip - QPointF(0, head));
}

void drawEnlarge(QPainter& painter)
{
    drawArrow(painter, {13, 3}, {9.3, 6.7}, -4);
    drawArrow(painter, {3, 13}, {6.7, 9.3}, 4);
}

void drawShrink(QPainter& painter)
{
    drawArrow(painter, {9.2, 6.8}, {13.5, 2.5}, 4);
    drawArrow(painter, {6.8, 9.2}, {2.5, 13.5}, -4);
}

/// Two bells, the real one and the one that comes to meet it.
void drawProgram(QPainter& painter)
{
    const Theme& theme = Theme::light();
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(QRectF(0.5, 0.5, 15, 15), 3, 3);
    const auto bell = [&painter](double middle, QColor color) {
        QPainterPath path(QPointF(1.5, 13));
        for (double x = 1.5; x <= 14.5; x += 0.25)
            path.lineTo(x, 13 - 9.5 * std::exp(-0.5 * std::pow((x - middle) / 2, 2)));
        path.lineTo(14.5, 13);
        color.setAlpha(170);
        painter.fillPath(path, color);
    };
    bell(6, theme.generated);
    bell(9.5, theme.real);
}

void draw(QPainter& painter, Symbol symbol)
{
    switch (symbol) {
    case Symbol::Run:
        return drawRun(painter);
    case Symbol::RunBack:
        return drawRunBack(painter);
    case Symbol::Pause:
        return drawPause(painter);
    case Symbol::Step:
        return drawStep(painter);
    case Symbol::Reset:
        return drawReset(painter);
    case Symbol::Dice:
        return drawDice(painter);
    case Symbol::Pin:
        return drawPin(painter);
    case Symbol::Eye:
        return drawEye(painter);
    case Symbol::EyeClosed:
        return drawEyeClosed(painter);
    case Symbol::Remove:
        return drawRemove(painter);
    case Symbol::Enlarge:
        return drawEnlarge(painter);
    case Symbol::Shrink:
        return drawShrink(painter);
    case Symbol::Program:
        return drawProgram(painter);
    }
}

} // namespace

void drawSymbol(QPainter& painter, Symbol symbol, const QRectF& square, const QColor& color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(square.topLeft());
    painter.scale(square.width() / kGrid, square.height() / kGrid);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    draw(painter, symbol);
    painter.restore();
}

QIcon symbolIcon(Symbol symbol, const QColor& color)
{
    QIcon icon;
    for (const int side : {16, 24, 32, 48, 96, 256}) {
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        drawSymbol(painter, symbol, QRectF(0, 0, side, side), color);
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace gan
