#include "core/model/plane_data.h"

#include "core/model/sampling.h"

#include <ATen/ops/empty.h>

namespace gan {

namespace {

std::vector<double> rowOf(const Tensor& matrix, std::int64_t row)
{
    const double* first = matrix.data_ptr<double>() + row * matrix.size(1);
    return {first, first + matrix.size(1)};
}

} // namespace

PlaneCoordinates coordinatesOf(const PlaneFrame& frame, bool areCentered)
{
    return areCentered ? PlaneCoordinates{frame.x, frame.y, frame.scale()} : PlaneCoordinates{};
}

PlanePoints drawPoints(const PlaneShape& shape, std::int64_t count, at::Generator random)
{
    const Tensor uniform = drawUniform({2, count}, 0, 1, random, at::kDouble);
    const Tensor normal = drawNormal({2, count}, 0, 1, random, at::kDouble);
    return shape.place({rowOf(uniform, 0), rowOf(uniform, 1), rowOf(normal, 0), rowOf(normal, 1)});
}

Tensor tensorOf(const PlanePoints& points, const PlaneCoordinates& coordinates)
{
    const Tensor samples = at::empty({static_cast<std::int64_t>(points.size()), 2}, at::kFloat);
    float* to = samples.data_ptr<float>();
    for (std::size_t i = 0; i < points.size(); ++i) {
        *to++ = static_cast<float>((points.x[i] - coordinates.x) / coordinates.unit);
        *to++ = static_cast<float>((points.y[i] - coordinates.y) / coordinates.unit);
    }
    return samples;
}

PlanePoints pointsOf(const Tensor& samples, const PlaneCoordinates& coordinates)
{
    const Tensor numbers = samples.detach().cpu().contiguous();
    const float* from = numbers.data_ptr<float>();
    PlanePoints points;
    for (std::int64_t i = 0; i < numbers.size(0); ++i) {
        points.x.push_back(coordinates.x + coordinates.unit * static_cast<double>(*from++));
        points.y.push_back(coordinates.y + coordinates.unit * static_cast<double>(*from++));
    }
    return points;
}

} // namespace gan
