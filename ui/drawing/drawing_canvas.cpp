#include "ui/drawing/drawing_canvas.h"

#include "ui/style/theme_size.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace gan {

namespace {

constexpr int kSide = 380, kDot = 3; ///< pixels at scale 1
constexpr int kSquares = 4;          ///< of the faint grid, along a side
constexpr double kKeyStep = 0.02;

} // namespace

DrawingCanvas::DrawingCanvas(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setCursor(Qt::CrossCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize DrawingCanvas::sizeHint() const
{
    return {scaled(kSide), scaled(kSide)};
}

void DrawingCanvas::setBrush(const Brush& brush)
{
    m_brush = brush;
    update();
}

void DrawingCanvas::refresh()
{
    update();
    Q_EMIT changed();
}

QRectF DrawingCanvas::square() const
{
    const double side = std::min(width(), height()) - 1;
    return {(width() - side) / 2, (height() - side) / 2, side, side};
}

QPointF DrawingCanvas::toDrawing(QPointF pixel) const
{
    const QRectF room = square();
    return {(pixel.x() - room.left()) / room.width(), (room.bottom() - pixel.y()) / room.height()};
}

QPointF DrawingCanvas::toPixel(QPointF point) const
{
    const QRectF room = square();
    return {room.left() + point.x() * room.width(), room.bottom() - point.y() * room.height()};
}

void DrawingCanvas::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF room = square();
    painter.fillRect(room, palette().base());
    painter.setPen(QPen(palette().color(QPalette::Midlight), 1));
    for (int i = 1; i < kSquares; ++i) {
        const double at = double(i) / kSquares;
        painter.drawLine(toPixel({at, 0}), toPixel({at, 1}));
        painter.drawLine(toPixel({0, at}), toPixel({1, at}));
    }
    painter.setPen(QPen(palette().color(hasFocus() ? QPalette::Highlight : QPalette::Mid), 1));
    painter.drawRect(room);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Text), scaled(kDot), Qt::SolidLine, Qt::RoundCap));
    for (const QPointF& point : m_drawing.points())
        painter.drawPoint(toPixel(point));
    if (!m_isBrushSeen && !hasFocus())
        return;
    painter.setPen(QPen(palette().color(QPalette::Highlight), scaled(1)));
    const double radius = std::max(m_brush.radius * room.width(), double(scaled(kDot)));
    painter.drawEllipse(toPixel(m_place), radius, radius);
}

void DrawingCanvas::strokeTo(QPointF place)
{
    m_drawing.stroke(m_place, place, m_brush);
    m_place = place;
    refresh();
}

void DrawingCanvas::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_drawing.beginStroke();
    m_place = toDrawing(event->position());
    strokeTo(m_place);
}

void DrawingCanvas::mouseMoveEvent(QMouseEvent* event)
{
    m_isBrushSeen = true;
    if (event->buttons() & Qt::LeftButton)
        return strokeTo(toDrawing(event->position()));
    m_place = toDrawing(event->position());
    update();
}

void DrawingCanvas::leaveEvent(QEvent*)
{
    m_isBrushSeen = false;
    update();
}

/// The arrow keys move the brush, with Shift they paint on the way; Space paints where it is.
void DrawingCanvas::keyPressEvent(QKeyEvent* event)
{
    const auto step = [&](double dx, double dy) {
        const QPointF place(std::clamp(m_place.x() + dx, 0.0, 1.0), std::clamp(m_place.y() + dy, 0.0, 1.0));
        if (event->modifiers() & Qt::ShiftModifier) {
            m_drawing.beginStroke();
            return strokeTo(place);
        }
        m_place = place;
        update();
    };
    switch (event->key()) {
    case Qt::Key_Left:
        return step(-kKeyStep, 0);
    case Qt::Key_Right:
        return step(kKeyStep, 0);
    case Qt::Key_Up:
        return step(0, kKeyStep);
    case Qt::Key_Down:
        return step(0, -kKeyStep);
    case Qt::Key_Space:
        m_drawing.beginStroke();
        return strokeTo(m_place);
    default:
        return QWidget::keyPressEvent(event);
    }
}

} // namespace gan
