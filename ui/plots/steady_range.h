#pragma once

#include "ui/plots/plot_spec.h"

namespace gan {

/// The smallest range with round ends that holds [low, high].
Interval roundRange(double low, double high);

/// An axis range that follows data without trembling: it grows when it must, and shrinks only when the data
/// has left much of it empty.
class SteadyRange {
public:
    Interval follow(double low, double high);
    /// For a logarithmic axis; both above 0. Until `forget()`, only one of the two ways may be asked.
    Interval followDecades(double low, double high);
    void forget() { m_range.reset(); }

private:
    std::optional<Interval> m_range;
};

} // namespace gan
