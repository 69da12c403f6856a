#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace gan {

/// Points of the plane, in the unit of the data: two lists of one length.
struct PlanePoints {
    std::vector<double> x, y;

    std::size_t size() const { return x.size(); }
    bool operator==(const PlanePoints&) const = default;
};

/// What points are made of: for each one two uniform numbers in [0, 1) and two standard normal ones, all
/// independent.
struct PlaneDraws {
    std::vector<double> u, v, a, b;

    std::size_t size() const { return u.size(); }
};

/// The square that pictures and histograms look at: from x - half to x + half, and the same for y. Networks
/// see (point - middle) / scale().
struct PlaneFrame {
    double x, y, half;

    double scale() const { return half / 2; }
    bool operator==(const PlaneFrame&) const = default;
};

/// A normal distribution along the axes.
struct PlaneMode {
    double x, y, sdX, sdY;
};

/// None of the mixtures has more parts.
inline constexpr std::size_t kMostModes = 25;

/// A distribution on the plane whose density is known. Any thread.
class PlaneShape {
public:
    virtual ~PlaneShape() = default;
    virtual PlaneFrame frame() const = 0;
    /// A point for each of the draws. The same bits on every processor.
    virtual PlanePoints place(const PlaneDraws& draws) const = 0;
    virtual double density(double x, double y) const = 0;
    /// The normal distributions that it is a mixture of, with equal shares; none where it hangs together.
    virtual std::vector<PlaneMode> modes() const { return {}; }
};

/// That of a value of the setting `data`; throws Error when there is none.
std::unique_ptr<PlaneShape> planeShape(std::string_view name);

/// The points of a file, each as likely as another. Not all may lie in one place.
std::unique_ptr<PlaneShape> scatteredShape(PlanePoints points);

} // namespace gan
