#include "core/session/pictures/face_canvas.h"

#include <algorithm>
#include <cmath>

namespace gan {

namespace {

constexpr int kFiner = 4;
constexpr float kUnits = 100;
constexpr Point kTurnedAbout{50, 80};
// A Gaussian of 0.35 pixels, cut after one pixel.
constexpr float kBlurBeside = 0.0163f, kBlurMiddle = 1 - 2 * kBlurBeside;

struct Crossing {
    float x;
    int direction;
};

/// Where the polygon's edges cross the middle of a row, from left to right.
void findCrossings(const Shape& shape, float y, std::vector<Crossing>& crossings)
{
    crossings.clear();
    for (std::size_t i = 0, before = shape.size() - 1; i < shape.size(); before = i++) {
        const Point a = shape[before], b = shape[i];
        if ((a.y <= y) != (b.y <= y))
            crossings.push_back({a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y), a.y <= y ? 1 : -1});
    }
    std::sort(crossings.begin(), crossings.end(),
              [](const Crossing& a, const Crossing& b) { return a.x < b.x; });
}

/// Blurs `count` numbers, `step` apart, along their line.
void blurLine(float* first, int count, std::ptrdiff_t step)
{
    float before = first[0];
    for (int i = 0; i < count; ++i) {
        float& here = first[i * step];
        const float after = first[std::min(i + 1, count - 1) * step];
        const float old = here;
        here = kBlurMiddle * old + kBlurBeside * (before + after);
        before = old;
    }
}

} // namespace

FaceCanvas::FaceCanvas(int side)
    : m_side(side)
    , m_fine(side * kFiner)
    , m_pixels(static_cast<std::size_t>(m_fine) * static_cast<std::size_t>(m_fine) * 3)
{
}

void FaceCanvas::setPlacement(const Placement& placement)
{
    m_placement = placement;
    m_cos = std::cos(placement.radians);
    m_sin = std::sin(placement.radians);
}

Point FaceCanvas::placed(Point p) const
{
    const float x = p.x - kTurnedAbout.x, y = p.y - kTurnedAbout.y;
    const float pixelsPerUnit = static_cast<float>(m_fine) / kUnits;
    return {(kTurnedAbout.x + m_cos * x - m_sin * y + m_placement.dx) * pixelsPerUnit,
            (kTurnedAbout.y + m_sin * x + m_cos * y + m_placement.dy) * pixelsPerUnit};
}

void FaceCanvas::fill(const Shape& shape, Color color, float opacity)
{
    Shape pixels(shape.size());
    std::transform(shape.begin(), shape.end(), pixels.begin(), [this](Point p) { return placed(p); });
    const auto [top, bottom] = std::minmax_element(pixels.begin(), pixels.end(),
                                                   [](const Point& a, const Point& b) { return a.y < b.y; });
    const int first = std::max(0, static_cast<int>(top->y)),
              last = std::min(m_fine - 1, static_cast<int>(bottom->y));
    std::vector<Crossing> crossings;
    for (int row = first; row <= last; ++row) {
        findCrossings(pixels, static_cast<float>(row) + 0.5f, crossings);
        int winding = 0;
        for (std::size_t i = 0; i + 1 < crossings.size(); ++i)
            if ((winding += crossings[i].direction) != 0)
                fillRow(row, crossings[i].x, crossings[i + 1].x, color, opacity);
    }
}

void FaceCanvas::fillRow(int row, float from, float to, Color color, float opacity)
{
    const int first = std::max(0, static_cast<int>(std::ceil(from - 0.5f))),
              last = std::min(m_fine - 1, static_cast<int>(std::ceil(to - 0.5f)) - 1);
    const float half = static_cast<float>(m_fine) / 2;
    const float rowLight = m_light.base + m_light.y * (static_cast<float>(row) - half) / half;
    float* pixel = m_pixels.data() + (static_cast<std::ptrdiff_t>(row) * m_fine + first) * 3;
    for (int column = first; column <= last; ++column, pixel += 3) {
        const float light = (rowLight + m_light.x * (static_cast<float>(column) - half) / half) * opacity;
        pixel[0] += light * color.r - opacity * pixel[0];
        pixel[1] += light * color.g - opacity * pixel[1];
        pixel[2] += light * color.b - opacity * pixel[2];
    }
}

void FaceCanvas::fillBackdrop(Color top, Color bottom)
{
    for (int row = 0; row < m_fine; ++row)
        fillRow(row, 0, static_cast<float>(m_fine),
                mixed(top, bottom, static_cast<float>(row) / static_cast<float>(m_fine)), 1);
}

std::vector<float> FaceCanvas::boxFiltered() const
{
    const auto side = static_cast<std::size_t>(m_side), fine = static_cast<std::size_t>(m_fine);
    std::vector<float> result(side * side * 3);
    for (std::size_t row = 0; row < fine; ++row)
        for (std::size_t column = 0; column < fine; ++column)
            for (std::size_t c = 0; c < 3; ++c)
                result[(row / kFiner * side + column / kFiner) * 3 + c] +=
                    std::clamp(m_pixels[(row * fine + column) * 3 + c], 0.0f, 1.0f);
    return result;
}

void FaceCanvas::write(std::uint8_t* bytes) const
{
    std::vector<float> sums = boxFiltered();
    for (int i = 0; i < m_side; ++i)
        for (int c = 0; c < 3; ++c)
            blurLine(sums.data() + i * m_side * 3 + c, m_side, 3);
    for (int i = 0; i < m_side; ++i)
        for (int c = 0; c < 3; ++c)
            blurLine(sums.data() + i * 3 + c, m_side, m_side * 3);
    std::transform(sums.begin(), sums.end(), bytes, [](float sum) {
        return static_cast<std::uint8_t>(std::lround(sum * (255.0f / (kFiner * kFiner))));
    });
}

} // namespace gan
