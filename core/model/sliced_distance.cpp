#include "core/model/sliced_distance.h"

#include "core/model/device.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/sort.h>

#include <tuple>

namespace gan {

SlicedDistance::SlicedDistance(const Tensor& reference, std::int64_t directions, at::Generator random)
{
    Tensor drawn = at::empty({reference.size(1), directions}, reference.options().device(at::kCPU));
    drawn.normal_(0, 1, random);
    m_directions = on(reference.device(), drawn.div(drawn.norm(2, 0, /*keepdim=*/true)));
    m_reference = sortedProjections(reference);
}

Tensor SlicedDistance::sortedProjections(const Tensor& samples) const
{
    return std::get<0>(at::sort(samples.matmul(m_directions), 0, /*descending=*/false));
}

double SlicedDistance::to(const Tensor& samples) const
{
    return sortedProjections(samples).sub(m_reference).abs().mean().item<double>();
}

} // namespace gan
