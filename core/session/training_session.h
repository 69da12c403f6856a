#pragma once

#include "core/metric_rows.h"
#include "core/run.h"
#include "core/session/run_record.h"
#include "core/session/training_control.h"
#include "core/trainer.h"

#include <QObject>

#include <memory>
#include <optional>
#include <thread>
#include <vector>

namespace gan {

enum class SessionState {
    Loading, ///< LibTorch is being loaded; commands are kept
    Paused,
    Running,
    Failed, ///< the run stopped with an error; Reset starts anew
};

/// The face of the training thread in the GUI thread. It owns the thread; its destructor stops and joins it,
/// which takes at most one iteration (or the rest of LibTorch's loading). Nothing here blocks: commands go to
/// a TrainingControl, pictures come back through a mailbox for one, metrics through the log of the run.
class TrainingSession : public QObject {
    Q_OBJECT

public:
    /// Starts the thread, which makes the trainer and prepares the run, paused at iteration 0. Throws Error
    /// when the run breaks a rule.
    TrainingSession(TrainerFactory makeTrainer, const Run& run, QObject* parent = nullptr);
    ~TrainingSession() override;

    SessionState state() const { return m_state; }
    /// What was asked for last; the trainer uses it from its next step on.
    const Settings& settings() const { return m_settings; }
    /// The current run: settings at its start, changes so far and metrics. Never null.
    std::shared_ptr<const RunRecord> record() const { return m_record; }
    /// The newest picture of the current run; null until there is one.
    std::shared_ptr<const Snapshot> snapshot() const { return m_snapshot; }
    /// Iteration at which the run pauses by itself; 0: never.
    std::int64_t pauseAt() const { return m_record->plan().iterations; }

    void run();
    void pause();
    /// Pauses if it runs, then makes one iteration with the networks named.
    void step(Networks networks = Networks::Both);
    /// Live settings, from the next step on. From here on the rest of an opened run's events is dropped.
    /// Throws Error when a rule is broken or a Restart setting differs; nothing changes then.
    void changeSettings(const Settings& settings);
    /// Ends the current run and prepares a new one, paused at iteration 0. Throws Error when a rule is broken
    /// or the device cannot be had; the current run then goes on.
    void reset(const Settings& settings);
    /// The same, and repeats the recorded events; pauses at run.iterations.
    void open(const Run& run);
    /// Goes on with a saved run where it stopped, paused. Throws Error, and the current run goes on, when the
    /// file cannot be used.
    void open(const QString& savedRun);
    /// Writes the whole run to a file, between two steps; saved() or saveFailed() follows. A destructor that
    /// comes first waits for it.
    void save(const QString& path);
    /// Runs that a reset ended and that undoReset() can bring back, the newest last.
    const std::vector<SavedRun>& endedRuns() const { return m_ended; }
    /// Goes on with the newest of them, paused; the current run takes its place among the ended ones.
    void undoReset();
    /// The run pauses by itself after an iteration that meets one of these; pausedBecause() says which.
    void pauseWhen(const std::vector<PauseCondition>& conditions);
    /// At most so many iterations a second; 0: as fast as it goes. Changes no number of the run.
    void setSpeedLimit(double iterationsPerSecond);

Q_SIGNALS:
    void stateChanged(gan::SessionState state);
    /// A new run begins: views forget the old one.
    void runStarted();
    /// Rows of the metric log since the last time, every iteration once and in order.
    void metricsReady(const gan::MetricRows& rows);
    /// Changes that took effect since the last time, by hand or from an opened run.
    void eventsReady(const std::vector<gan::Event>& events);
    /// settings() changed: by hand, by a reset, or because an opened run repeats its events.
    void settingsChanged(const gan::Settings& settings);
    void snapshotReady(std::shared_ptr<const gan::Snapshot> snapshot);
    void endedRunsChanged();
    /// A condition paused the run; state is Paused.
    void pausedBecause(const gan::Text& reason);
    void saved(const QString& path);
    void saveFailed(const QString& path, const gan::Text& why);
    /// Private: emitted by the training thread, received in the GUI thread. It carries nothing, so that one
    /// call that is waiting stands for all news.
    void newsWaiting();
    /// The run stopped; state is Failed. The last picture stays.
    void failed(const gan::Text& text);

private:
    struct Link;

    static void work(TrainingSession* session, Link& link);
    void checkDevice(const Settings& settings) const;
    void begin(const Run& run);
    void resume(SavedRun saved);
    void adopt(std::shared_ptr<RunRecord> record, const Settings& settings);
    void deliverPicture();
    void keepEnded(SavedRun run);
    void reportSaved(const QString& path, const std::optional<Text>& failure);
    void deliver();
    void deliverMetrics(std::int64_t until);
    void deliverEvents();
    void followPlan();
    void setState(SessionState state);

    std::unique_ptr<Link> m_link;
    Settings m_settings;
    std::shared_ptr<RunRecord> m_record;
    std::shared_ptr<const Snapshot> m_snapshot;
    SessionState m_state = SessionState::Loading;
    bool m_byHand = false; ///< settings were changed since the run began: the plan's events no longer count
    std::int64_t m_rowsDelivered = 0;
    std::size_t m_eventsDelivered = 0;
    std::uint64_t m_lastRunId = 0;
    std::vector<SavedRun> m_ended;
    std::vector<std::string> m_devices; ///< that can be had; empty before LibTorch is loaded
    std::thread m_thread;
};

} // namespace gan
