#include "core/session/pictures/face_canvas.h"

#include <cmath>

namespace gan {

namespace {

constexpr float kPi = 3.14159265f;
constexpr int kEllipseCorners = 24;
constexpr int kPiecesBetween = 6; // straight ones, from one point of a curve to the next

float catmullRom(float a, float b, float c, float d, float t)
{
    return 0.5f * (2 * b + t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a))));
}

Point between(Point a, Point b, Point c, Point d, float t)
{
    return {catmullRom(a.x, b.x, c.x, d.x, t), catmullRom(a.y, b.y, c.y, d.y, t)};
}

/// The smooth curve from points[1] to points[size - 2]; the outer two only bend it.
Shape smooth(const Shape& points)
{
    Shape result;
    for (std::size_t i = 1; i + 2 < points.size(); ++i)
        for (int piece = 0; piece < kPiecesBetween; ++piece)
            result.push_back(between(points[i - 1], points[i], points[i + 1], points[i + 2],
                                     static_cast<float>(piece) / kPiecesBetween));
    result.push_back(points[points.size() - 2]);
    return result;
}

/// `by` to the left of the way from a to b.
Point beside(Point p, Point a, Point b, float by)
{
    const float x = b.x - a.x, y = b.y - a.y, length = std::hypot(x, y) + 1e-6f;
    return {p.x + y / length * by, p.y - x / length * by};
}

} // namespace

Color mixed(Color a, Color b, float shareOfB)
{
    return {a.r + (b.r - a.r) * shareOfB, a.g + (b.g - a.g) * shareOfB, a.b + (b.b - a.b) * shareOfB};
}

Color scaled(Color color, float factor)
{
    return {color.r * factor, color.g * factor, color.b * factor};
}

Shape roundedBox(Point center, float radiusX, float radiusY, float roundness)
{
    Shape result;
    for (int i = 0; i < kEllipseCorners; ++i) {
        const float angle = 2 * kPi * static_cast<float>(i) / kEllipseCorners;
        const float c = std::cos(angle), s = std::sin(angle);
        result.push_back({center.x + std::copysign(std::pow(std::abs(c), roundness), c) * radiusX,
                          center.y + std::copysign(std::pow(std::abs(s), roundness), s) * radiusY});
    }
    return result;
}

Shape ellipse(Point center, float radiusX, float radiusY)
{
    return roundedBox(center, radiusX, radiusY, 1);
}

Shape blob(const Shape& through)
{
    Shape points{through.back()};
    points.insert(points.end(), through.begin(), through.end());
    points.push_back(through[0]);
    points.push_back(through[1]);
    Shape result = smooth(points);
    result.pop_back();
    return result;
}

Shape mirroredBlob(float axis, const Shape& rightSide)
{
    Shape points;
    for (const Point p : rightSide)
        points.push_back({axis + p.x, p.y});
    for (auto p = rightSide.rbegin(); p != rightSide.rend(); ++p)
        if (p->x != 0)
            points.push_back({axis - p->x, p->y});
    return blob(points);
}

Shape line(const Shape& through, float width, float endWidth)
{
    Shape points{through.front()};
    points.insert(points.end(), through.begin(), through.end());
    points.push_back(through.back());
    const Shape middle = smooth(points);
    Shape result, back;
    const std::size_t last = middle.size() - 1;
    for (std::size_t i = 0; i <= last; ++i) {
        const Point a = middle[i ? i - 1 : 0], b = middle[i < last ? i + 1 : last];
        const float along = std::sin(kPi * static_cast<float>(i) / static_cast<float>(last));
        const float half = (endWidth + (width - endWidth) * along) / 2;
        result.push_back(beside(middle[i], a, b, half));
        back.push_back(beside(middle[i], a, b, -half));
    }
    result.insert(result.end(), back.rbegin(), back.rend());
    return result;
}

Shape rim(const Shape& closed, float width)
{
    Shape result, back;
    const std::size_t n = closed.size();
    for (std::size_t i = 0; i <= n; ++i) {
        const Point p = closed[i % n], a = closed[(i + n - 1) % n], b = closed[(i + 1) % n];
        result.push_back(beside(p, a, b, width / 2));
        back.push_back(beside(p, a, b, -width / 2));
    }
    result.insert(result.end(), back.rbegin(), back.rend());
    return result;
}

} // namespace gan
