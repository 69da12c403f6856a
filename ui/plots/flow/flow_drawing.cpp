#include "ui/plots/flow/flow_drawing.h"

#include "ui/plots/dots.h"
#include "ui/plots/flow/flow_layout.h"
#include "ui/plots/plane/plane_drawing.h"

#include <QImage>
#include <QLinearGradient>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gan {

namespace {

using Layer = FlowBox::Layer;
using Kind = Layer::Kind;

constexpr double kDotShare = 1 / 42.0;               ///< diameter of a point, relative to the picture
constexpr double kLeastDot = 1.4, kMostDot = 4;      ///< pixels at scale 1
constexpr double kLine = 1;                          ///< the same
constexpr double kRoom = 0.06;                       ///< around a cloud, relative to it
constexpr double kReach = 0.3;                       ///< of the longest arrow, relative to half of the square
constexpr double kHistogramStrength = 0.45;          ///< of the colors behind it
constexpr double kHighest = 0.94;                    ///< of a bar, relative to its half
constexpr double kHeadWidths = 4, kHeadAngle = 0.45; ///< of an arrow: widths of its line, radians
constexpr double kDash = 2;                          ///< and what lies between two, widths of the line
constexpr double kDotDistance = 5;                   ///< between dots on an arrow, diameters

constexpr double kUndecided = 0.5; ///< answer of D
constexpr float kPale = 0.35F;     ///< of the color

/// A square on the plane.
struct Window {
    double x = 0, y = 0, half = 1;
};

Window frameOf(const Snapshot& snapshot)
{
    const auto number = [&](const char* name, double otherwise) {
        const Readout* found = snapshot.find<Readout>(name);
        return found ? found->value : otherwise;
    };
    return {number("frame_x", 0), number("frame_y", 0), number("frame_half", 1)};
}

Window around(const Points& points)
{
    if (points.x.empty())
        return {};
    const auto [left, right] = std::minmax_element(points.x.begin(), points.x.end());
    const auto [low, high] = std::minmax_element(points.y.begin(), points.y.end());
    const double half = std::max({*right - *left, *high - *low, 1e-6}) / 2;
    return {(*left + *right) / 2, (*low + *high) / 2, (1 + kRoom) * half};
}

/// Draws the layers of one box.
class Picture {
public:
    Picture(QPainter& painter, const Snapshot& snapshot, const QRectF& square, const Theme& theme)
        : m_painter(painter)
        , m_snapshot(snapshot)
        , m_square(square)
        , m_theme(theme)
        , m_frame(frameOf(snapshot))
    {
    }

    void draw(const Layer& layer) const;
    /// All of them with one scale.
    void drawBars(const std::vector<Layer>& layers) const;

private:
    ToPixel toPixel(const Window& window) const;
    void drawPoints(const Points& points, const Window& window, const QColor& color) const;
    void drawMap(const Grid& grid) const;
    void drawContour(const Grid& grid, const QColor& color) const;
    void drawHistogram(const Histogram& histogram, double most, ColorRole role) const;

    QPainter& m_painter;
    const Snapshot& m_snapshot;
    const QRectF m_square;
    const Theme& m_theme;
    const Window m_frame;
};

ToPixel Picture::toPixel(const Window& window) const
{
    const double unit = m_square.width() / (2 * window.half);
    return [middle = m_square.center(), window, unit](double x, double y) {
        return middle + unit * QPointF(x - window.x, window.y - y);
    };
}

void Picture::drawPoints(const Points& points, const Window& window, const QColor& color) const
{
    const double diameter =
        std::clamp(kDotShare * m_square.width(), kLeastDot * m_theme.scale, kMostDot * m_theme.scale);
    const ToPixel toPlace = toPixel(window);
    std::vector<QPointF> places;
    for (std::size_t i = 0; i < points.x.size(); ++i)
        places.push_back(toPlace(points.x[i], points.y[i]));
    drawDots(m_painter, places, {diameter, Qt::NoPen, color});
}

void Picture::drawMap(const Grid& grid) const
{
    const auto [low, high] = mapRange(grid);
    QImage image(grid.columns, grid.rows, QImage::Format_RGB32);
    for (int row = 0; row < grid.rows; ++row)
        for (int column = 0; column < grid.columns; ++column) {
            const auto cell = std::size_t(row) * std::size_t(grid.columns) + std::size_t(column);
            const double share = high > low ? (double(grid.values[cell]) - low) / (high - low) : 0.5;
            image.setPixelColor(column, grid.rows - 1 - row, mapColor(share, m_theme));
        }
    const ToPixel place = toPixel(m_frame);
    m_painter.setRenderHint(QPainter::SmoothPixmapTransform);
    m_painter.drawImage(QRectF(place(grid.x0, grid.y1), place(grid.x1, grid.y0)), image);
}

void Picture::drawContour(const Grid& grid, const QColor& color) const
{
    const ToPixel place = toPixel(m_frame);
    m_painter.setPen(QPen(color, kLine * m_theme.scale));
    for (const QLineF& piece : contourOf(grid, kUndecided))
        m_painter.drawLine(place(piece.x1(), piece.y1()), place(piece.x2(), piece.y2()));
}

/// Upwards from the middle, or downwards, so that one does not cover the other.
void Picture::drawHistogram(const Histogram& histogram, double most, ColorRole role) const
{
    const double width = m_square.width() / double(histogram.counts.size());
    const double full = (role == ColorRole::Generated ? 1 : -1) * kHighest * m_square.height() / 2;
    for (std::size_t bin = 0; bin < histogram.counts.size(); ++bin) {
        const QPointF start(m_square.left() + double(bin) * width, m_square.center().y());
        const double height = full * double(histogram.counts[bin]) / most;
        m_painter.fillRect(QRectF(start, QSizeF(width, height)).normalized(), m_theme.color(role));
    }
}

void Picture::drawBars(const std::vector<Layer>& layers) const
{
    double most = 0;
    for (const Layer& layer : layers)
        if (const Histogram* found = m_snapshot.find<Histogram>(layer.part))
            for (const std::int64_t count : found->counts)
                most = std::max(most, double(count));
    if (most <= 0)
        return;
    QLinearGradient answers(m_square.topLeft(), m_square.topRight());
    for (const double share : {0.0, 0.5, 1.0})
        answers.setColorAt(share, mapColor(share, m_theme, kHistogramStrength));
    m_painter.fillRect(m_square, answers);
    for (const Layer& layer : layers)
        if (const Histogram* found = m_snapshot.find<Histogram>(layer.part))
            drawHistogram(*found, most, layer.color);
    m_painter.setPen(QPen(m_theme.mutedText, kLine * m_theme.scale));
    m_painter.drawLine(
        QLineF(m_square.left(), m_square.center().y(), m_square.right(), m_square.center().y()));
}

void Picture::draw(const Layer& layer) const
{
    QColor color = m_theme.color(layer.color);
    color.setAlphaF(layer.isPale ? kPale : 1);
    const double line = kLine * m_theme.scale;
    if (const Points* points = m_snapshot.find<Points>(layer.part))
        drawPoints(*points, layer.kind == Kind::Cloud ? around(*points) : m_frame, color);
    if (const Grid* grid = m_snapshot.find<Grid>(layer.part))
        layer.kind == Kind::Map ? drawMap(*grid) : drawContour(*grid, m_theme.textColor(layer.color));
    if (const Mesh* mesh = m_snapshot.find<Mesh>(layer.part))
        drawMesh(m_painter, *mesh, color, line / 2, toPixel(m_frame));
    if (const Arrows* arrows = m_snapshot.find<Arrows>(layer.part))
        drawArrows(m_painter, *arrows, kReach * m_frame.half, color, line, toPixel(m_frame));
}

} // namespace

void drawFlowPicture(QPainter& painter, const FlowBox& box, const Snapshot& snapshot, const QRectF& square,
                     const Theme& theme)
{
    painter.save();
    painter.setClipRect(square, Qt::IntersectClip);
    const Picture picture(painter, snapshot, square, theme);
    std::vector<Layer> bars;
    for (const Layer& layer : box.layers)
        if (layer.kind == Kind::Bars)
            bars.push_back(layer);
        else
            picture.draw(layer);
    picture.drawBars(bars);
    painter.restore();
}

void drawFlowLine(QPainter& painter, const QPolygonF& line, const QColor& color, double width, bool dashed)
{
    const QPointF end = line.back(), before = line[line.size() - 2];
    const double head = kHeadWidths * width, angle = std::atan2(end.y() - before.y(), end.x() - before.x());
    painter.setBrush(Qt::NoBrush);
    QPen pen(color, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (dashed)
        pen.setDashPattern({kDash, kDash});
    painter.setPen(pen);
    painter.drawPolyline(line);
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap));
    for (const double side : {-kHeadAngle, kHeadAngle})
        painter.drawLine(end, end - head * QPointF(std::cos(angle + side), std::sin(angle + side)));
}

void drawFlowDots(QPainter& painter, const QPolygonF& line, const QColor& color, double diameter,
                  double moved)
{
    const int count = std::max(1, int(lengthOf(line) / (kDotDistance * diameter)));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    for (int i = 0; i < count; ++i)
        painter.drawEllipse(pointAlong(line, (i + moved) / count), diameter / 2, diameter / 2);
}

} // namespace gan
