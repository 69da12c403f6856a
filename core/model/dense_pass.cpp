#include "core/model/dense_pass.h"

#include "core/kernels/kernels.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/zeros.h>

#include <algorithm>

namespace gan {

namespace {

template <class T>
void turn(const T* from, T* to, std::int64_t rows, std::int64_t columns, std::int64_t fromStep,
          std::int64_t toStep)
{
    if ((rows == 1 && toStep == 1) || (columns == 1 && fromStep == 1))
        return void(std::copy_n(from, rows * columns, to));
    for (std::int64_t r = 0; r < rows; ++r)
        for (std::int64_t c = 0; c < columns; ++c)
            to[c * toStep + r] = from[r * fromStep + c];
}

/// A [r, c] -> B [c, r], rows so far apart.
void turn(const Tensor& from, const Tensor& to, std::int64_t rows, std::int64_t columns)
{
    const std::int64_t fromStep = from.size(1), toStep = to.size(1);
    if (from.scalar_type() == at::kFloat)
        turn(from.data_ptr<float>(), to.data_ptr<float>(), rows, columns, fromStep, toStep);
    else
        turn(from.data_ptr<double>(), to.data_ptr<double>(), rows, columns, fromStep, toStep);
}

std::int64_t filledUp(std::int64_t batch, at::ScalarType type)
{
    const std::int64_t lanes = type == at::kFloat ? kBatchLanes<float> : kBatchLanes<double>;
    return (batch + lanes - 1) / lanes * lanes;
}

} // namespace

DensePass::DensePass(const std::vector<std::int64_t>& widths, std::int64_t batch, at::ScalarType type)
    : m_batch(batch)
    , m_columns(filledUp(batch, type))
{
    for (const std::int64_t width : widths) {
        m_values.push_back(at::zeros({width, m_columns}, type));
        m_gradients.push_back(at::zeros({width, m_columns}, type));
    }
    for (Tensor& score : m_scores)
        score = at::empty({batch}, type);
}

void DensePass::setColumns(const Tensor& target, const Tensor& rows) const
{
    turn(rows.contiguous(), target, m_batch, target.size(0));
}

Tensor DensePass::rowsOf(const Tensor& columns) const
{
    const Tensor rows = at::empty({m_batch, columns.size(0)}, columns.scalar_type());
    turn(columns, rows, columns.size(0), m_batch);
    return rows;
}

std::shared_ptr<DensePass> DensePasses::begin(const Tensor& input)
{
    const auto isFree = [&](const auto& pass) { return pass.use_count() == 1; };
    const auto fits = [&](const auto& pass) { return isFree(pass) && pass->batch() == input.size(0); };
    auto found = std::find_if(m_passes.begin(), m_passes.end(), fits);
    if (found == m_passes.end()) {
        found = std::find_if(m_passes.begin(), m_passes.end(), isFree);
        if (found == m_passes.end())
            found = m_passes.insert(m_passes.end(), nullptr);
        *found = std::make_shared<DensePass>(m_widths, input.size(0), input.scalar_type());
    }
    (*found)->setInput(input);
    return *found;
}

} // namespace gan
