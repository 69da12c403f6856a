#pragma once

#include "core/metric_rows.h"
#include "core/pause_condition.h"
#include "core/run.h"
#include "core/session/networks.h"
#include "core/session/run_record.h"
#include "core/session/run_shelf.h"
#include "core/session/saved_run_file.h"
#include "core/trainer.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace gan {

class TrainingThread;
struct RunUpdate;
struct Refusal;

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
    TrainingSession(TrainerFactory makeTrainer, const Run& run, DataLoader loadData = {});
    ~TrainingSession() override;

    /// Makes trainers such as the run's own, for whoever looks back; see TimeTravel.
    const TrainerFactory& trainerFactory() const;

    SessionState state() const { return m_state; }
    /// What was asked for last; the trainer uses it from its next step on.
    const Settings& settings() const { return m_run.settings; }
    /// The current run: settings at its start, changes so far and metrics. Never null.
    std::shared_ptr<const RunRecord> record() const { return m_run.record; }
    /// The same, for pins and the states that they keep.
    RunRecord& writableRecord() { return *m_run.record; }
    /// Of the current run, the newest; null until there is one.
    std::shared_ptr<const Snapshot> snapshot() const { return m_snapshot; }

    void run();
    void pause();
    /// Pauses if it runs, then makes one iteration with the networks named.
    void step(Networks networks = Networks::Both);
    /// Pauses if it runs, then makes `count` iterations with the networks named, no faster than the speed
    /// limit: a stage of training. pause() ends it early.
    void steps(Networks networks, std::int64_t count);
    /// Live settings, from the next step on; the rest of an opened run's events is dropped. Throws Error when
    /// a rule is broken or a Restart setting differs; nothing changes then.
    void changeSettings(const Settings& settings);
    /// What is looked at from now on, at once, also while paused. It is no part of the run.
    void look(const View& view);
    /// The run that the current one is when it begins again: its plan while it follows one, else the settings
    /// in force.
    Run beginning() const;
    /// Ends the current run and prepares a new one, paused at iteration 0. Throws Error when a rule is broken
    /// or the device or the data cannot be had; the current run then goes on. With settings of another
    /// experiment, as show() does, it ends none but is begun beside it.
    void reset(const Settings& settings);
    /// The same, and repeats the recorded events; pauses at run.iterations.
    void open(const Run& run);
    /// Goes on with a saved run where it stopped, paused. Throws Error, and the current run goes on, when the
    /// file cannot be used. When the networks cannot take up its state the current run comes back, paused,
    /// and refused() says why.
    void open(const QString& savedRun);
    /// Shows another experiment. The current run stays as it is, also after an error, until its experiment is
    /// shown again. That experiment's last run goes on, paused, or its defaults begin.
    void show(const Experiment& experiment);
    /// Writes the whole run to a file: its state between two steps, while training goes on. saved() or
    /// saveFailed() follows; a destructor that comes first waits for the file. `whenWritten` is called on the
    /// writing thread after a success.
    void save(const QString& path, Past past = Past::LeftOut, std::function<void()> whenWritten = {});
    /// Runs of this experiment that a reset, a new seed or an opened file ended and that undoReset() can
    /// bring back, the newest last.
    const std::vector<SavedRun>& endedRuns() const { return m_shelf.ended(settings().experiment()); }
    /// Goes on with the newest of them, paused; the current run takes its place among the ended ones, so that
    /// a second call goes back.
    void undoReset();
    /// Goes back to `iteration`, where the run's state was `state`, as a new run, paused: the same settings,
    /// changes, metrics and moments up to there. With nothing changed the numbers that follow are those of
    /// the first time. The run that was shown ends; undoReset() brings it back.
    void continueFrom(std::int64_t iteration, Resumption state);
    /// The run pauses by itself after an iteration that meets one of these; pausedBecause() says which. They
    /// belong to the session, not to the run: they change none of its numbers, are in no file, and hold for
    /// all runs to come; each run is judged from where it begins or goes on.
    void pauseWhen(const std::vector<PauseCondition>& conditions);
    /// At most so many iterations a second; 0: as fast as it goes. Changes no number of the run.
    void setSpeedLimit(double iterationsPerSecond);
    double speedLimit() const { return m_speedLimit; }

    /// Once called, between updateBegins() and updateEnds(): no picture is computed before wantPicture(),
    /// except one that somebody waits for: of a pause, of a step, or of what is looked at anew.
    void holdPictures() { m_holdsPictures = true; }
    void wantPicture();

Q_SIGNALS:
    /// Rows, changes, picture and state that are told between these two are of one iteration.
    void updateBegins();
    void updateEnds();
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
    /// The run that was to be opened could not go on; the one before it is current again.
    void refused(const gan::Text& why);
    void saved(const QString& path);
    void saveFailed(const QString& path, const gan::Text& why);
    /// Private: emitted by the training thread, received in the GUI thread. It carries nothing, so that one
    /// call that is waiting stands for all news.
    void newsWaiting();
    /// The run stopped; state is Failed. The last picture stays.
    void failed(const gan::Text& text);

private:
    void checkMeans(const Settings& settings) const;
    void begin(const Run& run);
    void resume(SavedRun saved);
    void turnTo(ShownRun run);
    void adopt(ShownRun run);
    void announceRun();
    void takeNews();
    void takeEndedRuns();
    void takeReports();
    void returnFrom(Refusal refusal);
    void takeUpdate();
    void announce(const RunUpdate& update);
    void announceMetrics(std::int64_t until);
    void announceEvents();
    void followPlan();
    void setState(SessionState state);

    ShownRun m_run;
    RunShelf m_shelf;
    std::shared_ptr<const Snapshot> m_snapshot;
    SessionState m_state = SessionState::Loading;
    std::int64_t m_rowsAnnounced = 0;
    std::int64_t m_pauseAnnounced = -1; ///< the iteration whose reason to pause was told last
    std::size_t m_eventsAnnounced = 0;
    std::uint64_t m_lastRunId = 0;
    double m_speedLimit = 0;
    bool m_holdsPictures = false;
    std::vector<std::string> m_devices;       ///< that can be had; empty before LibTorch is loaded
    std::unique_ptr<TrainingThread> m_thread; ///< last: its news come here
};

} // namespace gan
