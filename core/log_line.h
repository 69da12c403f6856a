#pragma once

#include "core/metric_rows.h"
#include "core/settings/settings.h"

#include <functional>
#include <optional>
#include <string>

namespace gan {

/// An iteration as a log line sees it.
struct LogMoment {
    const Settings& settings; ///< of this iteration
    std::int64_t iteration;
    double seconds; ///< that training has taken so far
    const MetricColumns& columns;
    std::span<const float> row; ///< of the metric log

    /// kNoValue where the cell is empty or there is no such column.
    float value(std::string_view column) const;
};

/// The line that an experiment's log has for an iteration, without a line break; nothing for most iterations.
/// It is the same in every language, so that programs can read it.
using LogLine = std::function<std::optional<std::string>(const LogMoment&)>;

/// "1m 5s".
std::string minutesText(double seconds);

/// The shortest form with so many decimals, e.g. fixedText(0.5, 3) is "0.500".
std::string fixedText(double value, int decimals);

} // namespace gan
