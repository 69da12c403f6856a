#pragma once

#include "core/pause_condition.h"
#include "core/session/networks.h"
#include "core/session/run_record.h"
#include "core/session/saved_run_file.h"
#include "core/session/step_pace.h"
#include "core/settings/settings.h"
#include "core/view.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace gan {

/// What the training thread is to do next.
struct Order {
    enum class Kind { Stop, Reset, Step, Pause, Save, Look, Preview } kind;
    std::shared_ptr<RunRecord> record = nullptr; ///< Reset: the run to begin; Save: the one to save
    std::optional<Resumption> resumption = {};   ///< Reset: when the run is to go on where it stopped
    QString path = {};                           ///< Save: the file
    Past past = Past::LeftOut;                   ///< Save
    std::function<void()> whenWritten = {};      ///< Save: called on the writing thread after a success
    /// New settings that no step has used, if there are any. Reset: they are those of the run that ends.
    /// Preview: always there.
    std::optional<Settings> settings = {};
    std::optional<View> view = {};                              ///< Look: always there
    std::uint64_t asked = 0;                                    ///< Pause: TrainingControl::asked() of then
    Networks networks = Networks::Both;                         ///< Step
    std::optional<std::vector<PauseCondition>> conditions = {}; ///< Step: when to pause, if that changed
};

/// Commands on their way to the training thread. The GUI side never blocks; the worker side blocks while
/// paused. Settings are one value: the last one wins and is used at the next step boundary.
class TrainingControl {
public:
    /// Any thread; none of these blocks.
    void run();
    void pause();
    /// Pauses, and makes one iteration more.
    void addStep(Networks networks) { addSteps(networks, 1); }
    /// Pauses, and makes `count` iterations more; several keep to the speed limit, a single one does not
    /// wait.
    void addSteps(Networks networks, std::int64_t count);
    void changeSettings(const Settings& settings);
    /// The same, and what they do to the networks is seen at once, also while paused.
    void showSettings(const Settings& settings);
    /// At once, also while paused; then the exact picture is published again.
    void look(const View& view);
    /// Begins another run, paused; the old one makes none of the steps that were asked of it.
    void reset(std::shared_ptr<RunRecord> record, std::optional<Resumption> resumption = {});
    /// Between two steps, the whole state of this run to a file. Resets and saves keep their order, and a
    /// stop that follows waits for saves.
    void save(const QString& path, std::shared_ptr<RunRecord> record, Past past = Past::LeftOut,
              std::function<void()> whenWritten = {});
    /// When the run shall pause by itself, from the next step on; resets do not change it.
    void pauseWhen(std::vector<PauseCondition> conditions);
    void stop();
    /// At most so many iterations a second; 0: as fast as it goes.
    void setSpeedLimit(double iterationsPerSecond);

    /// How often run() or steps were asked for: a pause told with a smaller number is over already.
    std::uint64_t asked();

    /// Worker: the next order. Once all steps are made it returns Pause a single time, so that the worker can
    /// publish the exact picture, and then blocks until there is something to do. A speed limit makes it wait
    /// before a step.
    Order next();
    /// Worker: the run came to its planned end or to an error; it pauses.
    void endRun();
    /// What was asked for and not yet carried out was meant for a run that could not begin.
    void forgetSettings();

private:
    struct Steps {
        Networks networks;
        std::int64_t left;
        bool keepsToLimit;
    };

    bool hasStep() const { return m_running || !m_steps.empty(); }
    bool mustWait() const;
    Order takeWaiting();
    Order takeStep();
    Order takeLook();
    void takeOneOf(Steps& steps, Order& order);

    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_stopped = false;
    bool m_running = false;
    std::uint64_t m_asked = 0;
    bool m_pauseTold = true; ///< nothing to show before the first reset
    std::deque<Steps> m_steps;
    std::deque<Order> m_waiting; ///< resets and saves
    std::optional<Settings> m_settings;
    std::optional<View> m_look;
    std::optional<std::vector<PauseCondition>> m_conditions;
    StepPace m_pace;
};

} // namespace gan
