#pragma once

#include "core/metric_rows.h"
#include "core/text.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gan {

/// When a run shall pause by itself. It is judged on the rows of the metric log alone, never on the clock, so
/// a run that is repeated pauses at the same iteration.
struct PauseCondition {
    enum class Kind {
        AtIteration, ///< the iteration `value` is done
        Crosses,     ///< `column` goes from one side of `value` to the other
        Exceeds,     ///< `column` rises above `value`
        Worsens,     ///< `column`, a distance, is more than the share `value` above the best it has been
    };
    Kind kind;
    std::string column = {}; ///< of the metric log; unused for AtIteration
    double value = 0;

    bool operator==(const PauseCondition&) const = default;
};

/// Why the condition will not pause a run that has made `iterations`: a sentence. Nothing when it still can.
std::optional<Text> pauseIsPast(const PauseCondition& condition, std::int64_t iterations);

/// Watches one condition over the rows of a run. A condition that has paused the run does so again only when
/// it comes true anew.
class PauseWatch {
public:
    /// `name`: what its sentence calls the column.
    PauseWatch(PauseCondition condition, Text name)
        : m_condition(std::move(condition))
        , m_name(std::move(name))
    {
    }

    /// `row` is the newest of the log, that of `iteration`. The sentence to show when the run shall pause
    /// here. A cell that is empty, off the measurement grid, says nothing.
    std::optional<Text> see(std::int64_t iteration, const MetricColumns& columns, std::span<const float> row);

private:
    std::optional<Text> judge(double now);

    PauseCondition m_condition;
    Text m_name;
    std::optional<double> m_before; ///< the last value seen
    std::optional<double> m_best;   ///< Worsens: the smallest since it last paused the run
};

} // namespace gan
