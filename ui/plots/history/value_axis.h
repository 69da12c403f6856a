#pragma once

#include "ui/plots/extent.h"
#include "ui/plots/plot_spec.h"
#include "ui/plots/steady_range.h"

namespace gan {

/// Which values the upright axis of a history plot shows: those of its frame, or those that are there,
/// without trembling.
class ValueAxis {
public:
    void setFrame(HistoryFrame frame);
    /// Levels that values are compared with.
    const std::vector<ReferenceLine>& lines() const { return m_frame.lines; }

    Interval range(const Extent& extent, bool isLogarithmic);
    /// Other data: the range of before is none.
    void forget() { m_range.forget(); }

private:
    Interval fixedRange(const Extent& extent, bool isLogarithmic) const;

    HistoryFrame m_frame;
    SteadyRange m_range;
};

} // namespace gan
