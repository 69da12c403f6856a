#include "ui/drawing/point_drawing.h"

#include "core/settings/setting.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gan {

namespace {

constexpr std::size_t kMostUndos = 50;
constexpr double kStep = 0.004; ///< between two dabs of a stroke
constexpr int kDabs = 12;       ///< where the mouse does not move
constexpr double kRounding = 10'000;

double rounded(double coordinate)
{
    return std::round(coordinate * kRounding) / kRounding;
}

bool isInside(QPointF point)
{
    return point.x() >= 0 && point.x() <= 1 && point.y() >= 0 && point.y() <= 1;
}

} // namespace

PointList PointDrawing::list() const
{
    std::vector<double> coordinates;
    for (const QPointF& point : m_points)
        coordinates.insert(coordinates.end(), {point.x(), point.y()});
    return PointList(std::move(coordinates));
}

void PointDrawing::replace(const PointList& points)
{
    beginStroke();
    m_points.clear();
    for (std::size_t i = 0; i < points.size(); ++i)
        m_points.emplace_back(points.coordinates()[2 * i], points.coordinates()[2 * i + 1]);
}

void PointDrawing::clear()
{
    replace({});
}

void PointDrawing::beginStroke()
{
    m_before.push_back(m_points);
    if (m_before.size() > kMostUndos)
        m_before.erase(m_before.begin());
}

void PointDrawing::stroke(QPointF from, QPointF to, const Brush& brush)
{
    const QPointF way = to - from;
    const double length = std::hypot(way.x(), way.y());
    const int dabs = length > 0 ? int(std::ceil(length / kStep)) : kDabs;
    for (int i = 1; i <= dabs; ++i) {
        const QPointF at = from + way * i / dabs;
        brush.erases ? erase(at, brush.radius) : dab(at, brush);
    }
}

/// One point. The root keeps equal parts of the disc equally likely.
void PointDrawing::dab(QPointF at, const Brush& brush)
{
    std::uniform_real_distribution<double> share(0, 1);
    std::normal_distribution<double> bell;
    const double angle = 2 * std::numbers::pi * share(m_random);
    const double distance = brush.radius * std::sqrt(share(m_random));
    const QPointF point(rounded(at.x() + distance * std::cos(angle) + brush.jitter * bell(m_random)),
                        rounded(at.y() + distance * std::sin(angle) + brush.jitter * bell(m_random)));
    if (isInside(point) && m_points.size() < kMostPoints)
        m_points.push_back(point);
}

void PointDrawing::erase(QPointF at, double radius)
{
    std::erase_if(m_points, [&](QPointF point) {
        return std::hypot(point.x() - at.x(), point.y() - at.y()) <= radius;
    });
}

void PointDrawing::undo()
{
    if (!canUndo())
        return;
    m_points = std::move(m_before.back());
    m_before.pop_back();
}

} // namespace gan
