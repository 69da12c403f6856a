#pragma once

#include <cstdint>
#include <vector>

namespace gan {

/// A place on the canvas, which is 100 units wide and high; y grows downwards.
struct Point {
    float x = 0;
    float y = 0;
};
using Shape = std::vector<Point>; ///< a closed polygon

struct Color {
    float r = 0, g = 0, b = 0; ///< 0 to 1
};
Color mixed(Color a, Color b, float shareOfB);
Color scaled(Color color, float factor);

/// How bright things are: `base` in the middle of the canvas, more by `x` and `y` at its right and lower
/// edge.
struct Light {
    float base = 1, x = 0, y = 0;
};

/// Where drawn things come to lie: turned about the point (50, 80), then shifted.
struct Placement {
    float radians = 0, dx = 0, dy = 0;
};

/// Smooth polygons of the usual parts. They depend on nothing but their arguments.
Shape ellipse(Point center, float radiusX, float radiusY);
Shape roundedBox(Point center, float radiusX, float radiusY, float roundness);
/// A smooth closed curve through all points (Catmull-Rom).
Shape blob(const Shape& through);
/// The same curve through points (x, y) on the right side, from the top to the bottom, and their mirror image
/// about x = `axis`.
Shape mirroredBlob(float axis, const Shape& rightSide);
/// A smooth line through the points, `width` wide in its middle and `endWidth` at its ends.
Shape line(const Shape& through, float width, float endWidth);
/// The rim of a polygon, half of `width` on either side.
Shape rim(const Shape& closed, float width);

/// A square picture that polygons are painted on, four times as fine as the picture that comes out. It uses
/// no painter of a library, so that the same faces come out everywhere. One thread.
class FaceCanvas {
public:
    explicit FaceCanvas(int side);

    void setLight(const Light& light) { m_light = light; }
    void setPlacement(const Placement& placement);

    void fill(const Shape& shape, Color color, float opacity = 1);
    /// The whole canvas, whatever the placement: from `top` to `bottom`.
    void fillBackdrop(Color top, Color bottom);

    /// side x side pixels, RGB RGB, rows from the top: box filtered, then blurred by 0.35 pixels.
    void write(std::uint8_t* bytes) const;

private:
    Point placed(Point p) const;
    void fillRow(int row, float from, float to, Color color, float opacity);
    std::vector<float> boxFiltered() const;

    int m_side;
    int m_fine; ///< pixels in a row here
    std::vector<float> m_pixels;
    Light m_light;
    Placement m_placement;
    float m_cos = 1, m_sin = 0;
};

} // namespace gan
