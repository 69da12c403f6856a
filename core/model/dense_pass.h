#pragma once

#include "core/model/network.h"

#include <vector>

namespace gan {

/// What a network of dense layers made of a batch, feature by feature, and the gradients of a loss with
/// respect to that: the arrays that the kernels compute on. Its columns are the samples, and behind them as
/// many zeros as fill up the kernels' last lanes. On the CPU; one thread at a time.
class DensePass : public PassMemory {
public:
    /// `widths`: of the input and of each layer; `type`: float or double.
    DensePass(const std::vector<std::int64_t>& widths, std::int64_t batch, at::ScalarType type);

    std::int64_t batch() const { return m_batch; }
    std::int64_t columns() const { return m_columns; }

    /// [width, columns] of the input, 0, or of a layer, from 1 on.
    template <class T>
    T* values(std::size_t layer) const
    {
        return m_values[layer].template data_ptr<T>();
    }
    /// The gradient with respect to them.
    template <class T>
    T* gradient(std::size_t layer) const
    {
        return m_gradients[layer].template data_ptr<T>();
    }

    void setInput(const Tensor& rows) { setColumns(m_values.front(), rows); }
    /// [B, width], a copy.
    Tensor rows(std::size_t layer) const { return rowsOf(m_values[layer]); }
    Tensor gradientRows(std::size_t layer) const { return rowsOf(m_gradients[layer]); }
    void setGradientRows(std::size_t layer, const Tensor& rows) { setColumns(m_gradients[layer], rows); }

    /// The last layer, [width, B]. A view.
    Tensor outputs() const { return m_values.back().narrow(1, 0, m_batch); }
    /// Room for two scores of each sample, [B].
    const Tensor& score(int which) const { return m_scores[which]; }

    std::size_t layers() const { return m_values.size() - 1; }

private:
    void setColumns(const Tensor& target, const Tensor& rows) const;
    Tensor rowsOf(const Tensor& columns) const;

    std::int64_t m_batch, m_columns;
    std::vector<Tensor> m_values, m_gradients;
    Tensor m_scores[2];
};

/// Passes that are over lend their room to the next ones, so that training allocates nothing after its first
/// steps.
class DensePasses {
public:
    explicit DensePasses(std::vector<std::int64_t> widths)
        : m_widths(std::move(widths))
    {
    }

    /// With this input [B, in].
    std::shared_ptr<DensePass> begin(const Tensor& input);

private:
    std::vector<std::int64_t> m_widths;
    std::vector<std::shared_ptr<DensePass>> m_passes;
};

} // namespace gan
