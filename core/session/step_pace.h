#pragma once

#include <algorithm>
#include <chrono>

namespace gan {

/// How fast steps may follow each other.
class StepPace {
public:
    using Clock = std::chrono::steady_clock;

    /// 0: as fast as it goes.
    void setLimit(double iterationsPerSecond)
    {
        const std::chrono::duration<double> interval(iterationsPerSecond > 0 ? 1 / iterationsPerSecond : 0);
        m_interval = std::chrono::duration_cast<Clock::duration>(interval);
        m_next = Clock::now();
    }
    bool isTooEarly() const { return m_interval.count() > 0 && Clock::now() < m_next; }
    Clock::time_point next() const { return m_next; }
    /// A step is made now. The next one counts from the planned time, not from now, so that the rate is kept;
    /// but who is late does not catch up in a burst.
    void noteStep() { m_next = std::max(m_next + m_interval, Clock::now() - m_interval); }

private:
    Clock::duration m_interval{0};
    Clock::time_point m_next{};
};

} // namespace gan
