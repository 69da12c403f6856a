#include "core/model/sums.h"

#include "core/kernels/kernels.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/scalar_tensor.h>
#include <ATen/ops/zeros.h>

#include <cmath>

namespace gan {

namespace {

/// The kernel of the type of `x`: `call(kernels, numbers, count)`.
template <class Call>
auto withKernels(const Tensor& x, Call call)
{
    return x.scalar_type() == at::kFloat ? call(kernels<float>(), x.data_ptr<float>(), x.numel())
                                         : call(kernels<double>(), x.data_ptr<double>(), x.numel());
}

bool isHere(const Tensor& x)
{
    return x.device().is_cpu();
}

} // namespace

Tensor sumOf(const Tensor& x)
{
    if (!isHere(x))
        return x.sum();
    const auto add = [](const auto& use, const auto* numbers, std::int64_t count) {
        return use.sum(numbers, count);
    };
    return at::scalar_tensor(withKernels(x.contiguous(), add), x.scalar_type());
}

Tensor meanRow(const Tensor& x)
{
    if (!isHere(x))
        return x.mean(0);
    const Tensor rows = x.to(at::kDouble).contiguous(), mean = at::zeros({x.size(1)}, at::kDouble);
    const double* row = rows.data_ptr<double>();
    double* sums = mean.data_ptr<double>();
    for (std::int64_t i = 0; i < x.size(0); ++i, row += x.size(1))
        for (std::int64_t j = 0; j < x.size(1); ++j)
            sums[j] += row[j];
    return (mean / x.size(0)).to(x.scalar_type());
}

double normOf(const Tensor& x)
{
    if (!isHere(x))
        return x.norm(2, at::kDouble).item<double>();
    const auto add = [](const auto& use, const auto* numbers, std::int64_t count) {
        return use.sumOfSquares(numbers, count);
    };
    return std::sqrt(withKernels(x.contiguous(), add));
}

} // namespace gan
