#include "core/model/latent.h"

#include "core/model/sampling.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/stack.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace gan {

namespace {

double lengthOf(const Tensor& v)
{
    return v.norm(2, at::kDouble).item<double>();
}

/// The angle between two directions of length 1.
double angleBetween(const Tensor& a, const Tensor& b)
{
    return std::acos(std::clamp(a.dot(b).item<double>(), -1.0, 1.0));
}

} // namespace

Tensor normalNoise(std::int64_t count, std::int64_t latent, at::Generator random)
{
    return drawNormal({count, latent}, 0, 1, random);
}

Tensor slerp(const Tensor& a, const Tensor& b, std::int64_t count)
{
    const double lengthA = lengthOf(a), lengthB = lengthOf(b);
    const Tensor from = a.to(at::kDouble).div(std::max(lengthA, 1e-12)),
                 to = b.to(at::kDouble).div(std::max(lengthB, 1e-12));
    const double angle = angleBetween(from, to), sine = std::sin(angle);
    const auto share = [&](double t) { return sine < 1e-4 ? t : std::sin(t * angle) / sine; };
    std::vector<Tensor> places;
    for (std::int64_t i = 0; i < count; ++i) {
        const double t = static_cast<double>(i) / static_cast<double>(count - 1);
        const Tensor direction = from * share(1 - t) + to * share(t);
        places.push_back(direction * (lengthA + t * (lengthB - lengthA)));
    }
    return at::stack(places).to(a.options());
}

Tensor latentDirections(std::int64_t count, std::int64_t latent, at::Generator random)
{
    std::vector<Tensor> directions;
    for (const Tensor& drawn :
         normalNoise(std::min(count, latent), latent, random).to(at::kDouble).unbind(0)) {
        Tensor direction = drawn;
        for (const Tensor& before : directions)
            direction = direction - before * before.dot(direction);
        directions.push_back(direction / lengthOf(direction));
    }
    return at::stack(directions).to(at::kFloat);
}

Tensor displaced(const Tensor& z, const Tensor& directions, const Tensor& amounts)
{
    const double length = lengthOf(z);
    const Tensor moved = z + amounts.to(z.options()).matmul(directions) * (length / 3);
    return moved * (length / std::max(lengthOf(moved), 1e-12));
}

} // namespace gan
