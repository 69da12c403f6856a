#pragma once

#include "core/metric_rows.h"
#include "core/run.h"
#include "core/session/run_record.h"
#include "core/session/training_control.h"
#include "core/trainer.h"

#include <QObject>

#include <memory>
#include <thread>

namespace gan {

enum class SessionState {
    Loading, ///< LibTorch is being loaded; commands are kept
    Paused,
    Running,
    Failed, ///< the run stopped with an error; Reset starts anew
};

/// The face of the training thread in the GUI thread. It owns the thread; its destructor stops and joins it, which
/// takes at most one iteration (or the rest of LibTorch's loading). Nothing here blocks: commands go to a
/// TrainingControl, pictures come back through a mailbox for one, metrics through the log of the run.
class TrainingSession : public QObject {
    Q_OBJECT

public:
    /// Starts the thread, which makes the trainer and prepares the run, paused at iteration 0.
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
    /// Ends the current run and prepares a new one, paused at iteration 0.
    void reset(const Settings& settings);
    /// The same, and repeats the recorded events; pauses at run.iterations.
    void open(const Run& run);
    /// At most so many iterations a second; 0: as fast as it goes. Changes no number of the run.
    void setSpeedLimit(double iterationsPerSecond);

Q_SIGNALS:
    void stateChanged(gan::SessionState state);
    /// A new run begins: views forget the old one.
    void runStarted();
    /// Rows of the metric log since the last time, every iteration once and in order.
    void metricsReady(const gan::MetricRows& rows);
    /// Settings that took effect, by hand or from an opened run.
    void eventsReady(const std::vector<gan::Event>& events);
    void snapshotReady(std::shared_ptr<const gan::Snapshot> snapshot);
    /// The run stopped; state is Failed. The last picture stays.
    void failed(const gan::Text& text);

private:
    void begin(const Run& run);
    void deliver();
    void setState(SessionState state);

    struct Link;
    std::shared_ptr<Link> m_link; ///< shared with the thread
    Settings m_settings;
    std::shared_ptr<RunRecord> m_record;
    std::shared_ptr<const Snapshot> m_snapshot;
    SessionState m_state = SessionState::Loading;
    std::int64_t m_rowsDelivered = 0;
    std::size_t m_eventsDelivered = 0;
    std::uint64_t m_nextRunId = 1;
    std::thread m_thread;
};

} // namespace gan
