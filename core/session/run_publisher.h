#pragma once

#include "core/session/run_engine.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace gan {

/// What the training thread tells the screen. The newest one says it all, so an unread one may be replaced.
struct RunUpdate {
    std::uint64_t runId = 0;
    std::shared_ptr<const Snapshot>
        snapshot; ///< null when there is nothing to show (LibTorch could not be loaded)
    /// Whether the run is paused; how often it had been told to go on until then, see
    /// TrainingControl::asked().
    std::optional<std::uint64_t> pausedAfter;
    std::optional<Text> failure;
    std::optional<Text> pauseReason; ///< when a condition paused the run
};

/// Takes pictures of a run for the screen: of what is looked at while it runs, of everything when it pauses.
/// By the clock: 25 a second at most, and at most a twentieth of the time goes into them. Training thread.
class RunPublisher {
public:
    /// `isWanted`: whether somebody would look at a picture of now.
    RunPublisher(std::function<void(RunUpdate)> tell, std::function<bool()> isWanted);

    /// Another run: nothing is known of it yet.
    void follow(std::uint64_t runId, const Experiment& experiment);
    /// Somebody looks at something else and waits for it. A view of another experiment than the run's is
    /// none.
    void look(const View& view);
    /// The networks are no longer what the last picture shows, though no step was made.
    void forget() { m_taken.reset(); }
    /// Whether a running run is to be shown now.
    bool isDue() const;
    void publish(const RunEngine& engine);
    /// `engine` is null, and the last picture stays, when the run has none.
    void publishPause(const RunEngine* engine, std::uint64_t asked, const std::optional<Text>& failure);
    /// Not even the last picture can be had.
    void publishFailure(const Text& failure);

private:
    using Clock = std::chrono::steady_clock;

    void take(const RunEngine& engine, const View& view);

    const std::function<void(RunUpdate)> m_tell;
    const std::function<bool()> m_isWanted;
    std::uint64_t m_runId = 0;
    std::optional<View> m_view;
    std::optional<View> m_taken; ///< what m_picture shows
    std::shared_ptr<const Snapshot> m_picture;
    Clock::time_point m_next{};
};

} // namespace gan
