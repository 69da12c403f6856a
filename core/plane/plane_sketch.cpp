#include "core/plane/plane_sketch.h"

#include <random>

namespace gan {

PlanePoints sketchOf(const PlaneShape& shape, int count)
{
    std::mt19937 random(1); // any fixed number
    std::uniform_real_distribution<double> share(0, 1);
    std::normal_distribution<double> bell;
    PlaneDraws draws;
    for (int i = 0; i < count; ++i) {
        draws.u.push_back(share(random));
        draws.v.push_back(share(random));
        draws.a.push_back(bell(random));
        draws.b.push_back(bell(random));
    }
    PlanePoints points = shape.place(draws);
    const PlaneFrame frame = shape.frame();
    for (std::size_t i = 0; i < points.size(); ++i) {
        points.x[i] = 0.5 + (points.x[i] - frame.x) / (2 * frame.half);
        points.y[i] = 0.5 + (points.y[i] - frame.y) / (2 * frame.half);
    }
    return points;
}

} // namespace gan
