#include "core/model/sliced_distance.h"

#include "core/kernels/kernels.h"
#include "core/model/dense_pass.h"
#include "core/model/device.h"
#include "core/model/sampling.h"
#include "core/model/sums.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/sort.h>
#include <ATen/ops/stack.h>

#include <tuple>
#include <vector>

namespace gan {

SlicedDistance::SlicedDistance(const Tensor& reference, std::int64_t directions, at::Generator random)
{
    std::vector<Tensor> drawn;
    for (std::int64_t i = 0; i < directions; ++i) {
        const Tensor direction = drawNormal({reference.size(1)}, 0, 1, random, at::kDouble);
        drawn.push_back(direction / normOf(direction));
    }
    m_directions = at::stack(drawn);
    m_reference = sortedProjections(reference);
}

Tensor SlicedDistance::sortedProjections(const Tensor& samples) const
{
    const std::int64_t directions = m_directions.size(0), n = m_directions.size(1);
    DensePass pass({n, directions}, samples.size(0), at::kDouble);
    pass.setInput(on(at::kCPU, samples).to(at::kDouble));
    kernels<double>().multiply({m_directions.data_ptr<double>(), n, 1}, nullptr, pass.values<double>(0),
                               pass.values<double>(1), directions, n, pass.columns());
    return std::get<0>(at::sort(pass.outputs(), 1, /*descending=*/false));
}

double SlicedDistance::to(const Tensor& samples) const
{
    const Tensor distances = sortedProjections(samples).sub(m_reference).abs();
    return sumOf(distances).item<double>() / static_cast<double>(distances.numel());
}

} // namespace gan
