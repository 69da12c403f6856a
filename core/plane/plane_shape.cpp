#include "core/plane/plane_shape.h"

#include "core/error.h"
#include "core/kernels/kernels.h"
#include "core/plane/hills.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <string>

namespace gan {

namespace {

constexpr double kPi = std::numbers::pi;

// --- Lines, and how far points lie beside them ---

/// That of a normal distribution around each of the places, with equal shares.
double densityAround(const PlanePoints& places, double deviation, double x, double y)
{
    const double narrow = 2 * deviation * deviation;
    double sum = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const double dx = x - places.x[i], dy = y - places.y[i];
        sum += std::exp(-(dx * dx + dy * dy) / narrow);
    }
    return sum / (kPi * narrow * static_cast<double>(places.size()));
}

/// Turns uniform numbers u and v into places on the line: x and y hold them at first.
using Line = std::function<void(std::vector<double>& x, std::vector<double>& y)>;

class Curves : public PlaneShape {
public:
    Curves(Line line, double deviation, PlaneFrame frame)
        : m_line(std::move(line))
        , m_deviation(deviation)
        , m_frame(frame)
    {
        for (int i = 0; i < kPlaces; ++i) {
            m_places.x.push_back((i + 0.5) / kPlaces);
            m_places.y.push_back(i % 2 ? 0.75 : 0.25); // either half
        }
        m_line(m_places.x, m_places.y);
    }

    PlaneFrame frame() const override { return m_frame; }

    PlanePoints place(const PlaneDraws& draws) const override
    {
        PlanePoints points{draws.u, draws.v};
        m_line(points.x, points.y);
        for (std::size_t i = 0; i < draws.size(); ++i) {
            points.x[i] += m_deviation * draws.a[i];
            points.y[i] += m_deviation * draws.b[i];
        }
        return points;
    }

    /// As that of so many normal distributions along the line, far closer than they are wide.
    double density(double x, double y) const override { return densityAround(m_places, m_deviation, x, y); }

private:
    static constexpr int kPlaces = 800;

    Line m_line;
    double m_deviation;
    PlaneFrame m_frame;
    PlanePoints m_places; ///< on the line, at equal steps of u
};

/// GAN Lab's.
void straight(std::vector<double>& x, std::vector<double>& y)
{
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double t = x[i];
        x[i] = 0.8 - 0.75 * t;
        y[i] = 0.6 + 0.3 * t;
    }
}

/// (x, y) = (cos, sin) of these angles.
void turn(std::vector<double>& angles, std::vector<double>& x, std::vector<double>& y)
{
    const auto count = static_cast<std::int64_t>(angles.size());
    x.resize(angles.size());
    y.resize(angles.size());
    kernels<double>().cos(angles.data(), x.data(), count);
    kernels<double>().sin(angles.data(), y.data(), count);
}

/// GAN Lab's: an ellipse.
void round(std::vector<double>& x, std::vector<double>& y)
{
    std::vector<double> angles;
    for (const double u : x)
        angles.push_back(2 * kPi * u);
    turn(angles, x, y);
    for (std::size_t i = 0; i < x.size(); ++i) {
        x[i] = 0.5 + 0.3 * x[i];
        y[i] = 0.45 + 0.25 * y[i];
    }
}

/// Two arms, each one and a half times around; v says which. The root keeps equal lengths equally likely.
void twoArms(std::vector<double>& x, std::vector<double>& y)
{
    std::vector<double> angles, radii;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double root = std::sqrt(0.02 + 0.98 * x[i]);
        angles.push_back(3 * kPi * root);
        radii.push_back((y[i] < 0.5 ? 2 : -2) * root);
    }
    turn(angles, x, y);
    for (std::size_t i = 0; i < x.size(); ++i) {
        x[i] *= radii[i];
        y[i] *= radii[i];
    }
}

/// Two half circles that reach into each other; v says which.
void twoMoons(std::vector<double>& x, std::vector<double>& y)
{
    std::vector<double> angles;
    for (const double u : x)
        angles.push_back(kPi * u);
    const std::vector<double> which = y;
    turn(angles, x, y);
    for (std::size_t i = 0; i < x.size(); ++i)
        if (which[i] >= 0.5) {
            x[i] = 1 - x[i];
            y[i] = 0.5 - y[i];
        }
}

// --- Squares ---

/// Every second square of side 1 from -2 to 2 is evenly full.
class Checkerboard : public PlaneShape {
public:
    PlaneFrame frame() const override { return {0, 0, 2.4}; }

    PlanePoints place(const PlaneDraws& draws) const override
    {
        PlanePoints points;
        for (std::size_t i = 0; i < draws.size(); ++i) {
            const double across = 4 * draws.u[i], column = std::floor(across);
            const double up = 2 * draws.v[i], pair = std::floor(up);
            points.x.push_back(across - 2);
            points.y.push_back(up - pair + 2 * pair + (std::fmod(column, 2) == 0 ? 0 : 1) - 2);
        }
        return points;
    }

    double density(double x, double y) const override
    {
        const double column = std::floor(x + 2), row = std::floor(y + 2);
        const bool isInside = column >= 0 && column < 4 && row >= 0 && row < 4;
        return isInside && std::fmod(column + row, 2) == 0 ? 1.0 / 8 : 0;
    }
};

// --- Points of a file ---

constexpr double kAround = 1.15; ///< times the distance of the outermost point from the middle
constexpr double kSpread =
    1 / 40.0; ///< the deviation that a density takes each point for, relative to the frame

class Scattered : public PlaneShape {
public:
    explicit Scattered(PlanePoints points)
        : m_points(std::move(points))
    {
        const auto [left, right] = std::minmax_element(m_points.x.begin(), m_points.x.end());
        const auto [bottom, top] = std::minmax_element(m_points.y.begin(), m_points.y.end());
        m_frame = {(*left + *right) / 2, (*bottom + *top) / 2,
                   kAround * std::max(*right - *left, *top - *bottom) / 2};
    }

    PlaneFrame frame() const override { return m_frame; }

    PlanePoints place(const PlaneDraws& draws) const override
    {
        PlanePoints points;
        for (const double u : draws.u) {
            const auto i = static_cast<std::size_t>(u * static_cast<double>(m_points.size()));
            points.x.push_back(m_points.x[i]);
            points.y.push_back(m_points.y[i]);
        }
        return points;
    }

    double density(double x, double y) const override
    {
        return densityAround(m_points, kSpread * m_frame.half, x, y);
    }

private:
    PlanePoints m_points;
    PlaneFrame m_frame{};
};

// --- All ---

constexpr PlaneFrame kUnitSquare{0.5, 0.5, 0.5}, kAroundTwo{0, 0, 2 * std::numbers::sqrt2};

std::unique_ptr<PlaneShape> curves(Line line, double deviation, PlaneFrame frame)
{
    return std::make_unique<Curves>(std::move(line), deviation, frame);
}

struct NamedShape {
    std::string_view name;
    std::unique_ptr<PlaneShape> (*make)();
};

const NamedShape kShapes[] = {
    {"line", [] { return curves(straight, 0.01, kUnitSquare); }},
    {"gaussians",
     [] {
         return hills({{0.3, 0.7, 0.1, 0.1}, {0.7, 0.4, 0.05, 0.2}}, kUnitSquare);
     }},
    {"ring", [] { return curves(round, 0.025, kUnitSquare); }},
    {"disjoint",
     [] {
         const double sd = 0.025;
         return hills({{0.35, 0.75, sd, sd}, {0.75, 0.6, sd, sd}, {0.45, 0.35, sd, sd}}, kUnitSquare);
     }},
    {"ring8", [] { return hills(onCircle(8, 2, 0.02), kAroundTwo); }},
    {"grid25", [] { return hills(inSquare(5, 0.05), kAroundTwo); }},
    {"spiral",
     [] {
         return curves(twoArms, 0.06, {0, 0, 2.4});
     }},
    {"moons",
     [] {
         return curves(twoMoons, 0.06, {0.5, 0.25, 1.8});
     }},
    {"checkerboard", []() -> std::unique_ptr<PlaneShape> { return std::make_unique<Checkerboard>(); }},
};

} // namespace

std::unique_ptr<PlaneShape> planeShape(std::string_view name)
{
    for (const NamedShape& shape : kShapes)
        if (shape.name == name)
            return shape.make();
    throw Error(GE_TR("There is no distribution on the plane named %1."), {std::string(name)});
}

std::unique_ptr<PlaneShape> scatteredShape(PlanePoints points)
{
    return std::make_unique<Scattered>(std::move(points));
}

} // namespace gan
