#include "core/model/diff_augment.h"

#include "core/model/device.h"
#include "core/model/sampling.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/arange.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/logical_and.h>

namespace gan {

namespace {

/// One number for each picture, shape [B, 1, 1, 1], uniform in [low, high).
Tensor chances(const Tensor& pictures, double low, double high, at::Generator random)
{
    const auto options = pictures.options().device(at::kCPU);
    return on(pictures.device(), drawUniform({pictures.size(0), 1, 1, 1}, low, high, random, options));
}

/// One whole number for each picture, shape [B, 1, 1], from low to high, both included.
Tensor places(const Tensor& pictures, std::int64_t low, std::int64_t high, at::Generator random)
{
    const auto options = at::TensorOptions(at::kLong);
    return on(pictures.device(), at::empty({pictures.size(0), 1, 1}, options).random_(low, high + 1, random));
}

/// The paper's strengths: brightness by up to half of a channel's deviation from gray, saturation times 0 to
/// 2, contrast times 0.5 to 1.5.
Tensor colored(Tensor x, at::Generator random)
{
    x = x + chances(x, -0.5, 0.5, random);
    const Tensor gray = x.mean(1, true);
    x = (x - gray) * chances(x, 0, 2, random) + gray;
    const Tensor middle = x.mean({1, 2, 3}, true);
    return (x - middle) * chances(x, 0.5, 1.5, random) + middle;
}

Tensor along(const Tensor& like, std::int64_t side)
{
    return at::arange(side, at::TensorOptions(at::kLong).device(like.device()));
}

/// For each picture the matrix that moves the entries of a column by `shift` places: [B, 1, side, side] of 0
/// and 1. A product with it is exact, and autograd knows its way back.
Tensor shiftMatrix(const Tensor& shift, std::int64_t side, const Tensor& like)
{
    const Tensor to = along(like, side).view({1, side, 1}), from = along(like, side).view({1, 1, side});
    return to.sub(shift).eq(from).to(like.options()).unsqueeze(1);
}

Tensor translated(const Tensor& x, at::Generator random)
{
    const auto reach = static_cast<std::int64_t>(static_cast<double>(x.size(2)) / 8 + 0.5);
    const Tensor down = shiftMatrix(places(x, -reach, reach, random), x.size(2), x);
    const Tensor right = shiftMatrix(places(x, -reach, reach, random), x.size(3), x);
    return down.matmul(x).matmul(right.transpose(2, 3));
}

/// Whether a place lies in the hole of `size` places that begins at `first` [B, 1, 1]: [B, side].
Tensor inHole(const Tensor& first, std::int64_t size, std::int64_t side, const Tensor& like)
{
    const Tensor distance = along(like, side).unsqueeze(0) - first.squeeze(2);
    return at::logical_and(distance.ge(0), distance.lt(size));
}

/// The hole's middle may lie anywhere, so a part of it may fall outside.
Tensor withHole(const Tensor& x, at::Generator random)
{
    const std::int64_t side = x.size(2), size = (side + 1) / 2;
    const auto first = [&] { return places(x, 0, side - size % 2, random) - size / 2; };
    const Tensor rows = inHole(first(), size, side, x), columns = inHole(first(), size, side, x);
    const Tensor hole = at::logical_and(rows.unsqueeze(2), columns.unsqueeze(1)).unsqueeze(1);
    return x * hole.logical_not();
}

} // namespace

Tensor augmented(const Tensor& pictures, const Augmentation& kinds, at::Generator random)
{
    Tensor x = pictures;
    if (kinds.color)
        x = colored(x, random);
    if (kinds.translation)
        x = translated(x, random);
    return kinds.cutout ? withHole(x, random) : x;
}

} // namespace gan
