#pragma once

#include <chrono>
#include <cstdint>

namespace gan {

/// A line on stderr that tells how far a run is; silent when stderr is not a terminal or nobody wants it.
class ProgressBar {
public:
    enum class Shown { OnTerminal, Never };
    explicit ProgressBar(std::int64_t total, Shown shown = Shown::OnTerminal);
    /// Cheap: draws ten times a second at most.
    void show(std::int64_t done);
    /// Takes the line away.
    void finish();

    double secondsSinceStart() const;

private:
    using Clock = std::chrono::steady_clock;

    const std::int64_t m_total;
    const bool m_visible;
    const Clock::time_point m_start = Clock::now();
    Clock::time_point m_next{};
};

} // namespace gan
