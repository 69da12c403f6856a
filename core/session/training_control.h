#pragma once

#include "core/session/run_record.h"
#include "core/settings/settings.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>

namespace gan {

/// Which networks make updates in an iteration.
enum class Networks { Both, DiscriminatorOnly, GeneratorOnly };

/// What the training thread is to do next.
struct Order {
    enum class Kind { Stop, Reset, Step, Pause } kind;
    std::shared_ptr<RunRecord> record = nullptr;   ///< Reset: the run to begin
    std::optional<Settings> settings = {};         ///< Step: new live settings, if they changed
    Networks networks = Networks::Both;            ///< Step
};

/// Commands on their way to the training thread. The GUI side never blocks; the worker side blocks while paused.
/// Settings are one value: the last one wins and is used at the next step boundary.
class TrainingControl {
public:
    /// Any thread, none of these blocks.
    void run();
    void pause();
    void addStep(Networks networks);
    void changeSettings(const Settings& settings);
    void reset(std::shared_ptr<RunRecord> record);
    void stop();
    void setSpeedLimit(double iterationsPerSecond);

    /// Worker: the next order. While paused it returns Pause once, so that the worker can publish the exact picture,
    /// and then blocks until there is something to do. A speed limit makes it wait before a step.
    Order next();
    /// Worker: the run ended by itself (planned iterations reached, or an error).
    void endRun();
    bool isStopped() const;

private:
    bool somethingToDo() const;
    std::optional<Order> urgent();
    Order takeStep();

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_stopped = false;
    bool m_running = false;
    bool m_pauseTold = false;
    std::vector<Networks> m_steps;
    std::shared_ptr<RunRecord> m_reset;
    std::optional<Settings> m_settings;
    std::chrono::duration<double> m_interval{0};
    std::chrono::steady_clock::time_point m_nextStep{};
};

} // namespace gan
