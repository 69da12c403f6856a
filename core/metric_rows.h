#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gan {

/// The names of the columns of a metric log, in their order: steps_d, steps_g, those of kStepColumns, then
/// the experiment's own. iteration, updates_d and updates_g are not stored: they follow from the row and the
/// sums.
using MetricColumns = std::vector<std::string>;

/// Consecutive rows of a metric log, one for each iteration, row-major. kNoValue where a cell is empty.
struct MetricRows {
    std::shared_ptr<const MetricColumns> columns;
    std::int64_t firstIteration = 1; ///< of the first row
    std::vector<float> values;

    std::size_t width() const { return columns ? columns->size() : 0; }
    std::int64_t count() const { return width() ? static_cast<std::int64_t>(values.size() / width()) : 0; }
    std::span<const float> row(std::int64_t index) const
    {
        return std::span(values).subspan(static_cast<std::size_t>(index) * width(), width());
    }
    /// The place of a column in each row, or -1.
    int column(std::string_view name) const
    {
        for (std::size_t i = 0; i < width(); ++i)
            if ((*columns)[i] == name)
                return static_cast<int>(i);
        return -1;
    }
};

} // namespace gan
