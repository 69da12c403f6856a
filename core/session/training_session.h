#pragma once

#include "core/pause_condition.h"
#include "core/session/current_run.h"
#include "core/session/networks.h"
#include "core/session/run_saver.h"
#include "core/session/session_runs.h"
#include "core/trainer.h"

#include <QObject>

#include <memory>
#include <vector>

namespace gan {

/// The face of the training thread in the GUI thread. It owns the thread; its destructor stops and joins it,
/// which takes at most one iteration (or the rest of LibTorch's loading). Nothing here blocks: commands go to
/// a TrainingControl, pictures come back through a mailbox for one, metrics through the log of the run. It
/// drives the current run; what is known of it, which run that is, and saving it are parts of their own.
class TrainingSession : public QObject {
    Q_OBJECT

public:
    /// Starts the thread, which makes the trainer and prepares the run, paused at iteration 0. Throws Error
    /// when the run breaks a rule.
    TrainingSession(TrainerFactory makeTrainer, const Run& run, DataLoader loadData = {});
    ~TrainingSession() override;

    /// Makes trainers such as the run's own, for whoever looks back; see TimeTravel.
    const TrainerFactory& trainerFactory() const;

    CurrentRun& current() { return m_current; }
    const CurrentRun& current() const { return m_current; }
    SessionRuns& runs() { return m_runs; }
    RunSaver& saver() { return m_saver; }

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
    /// The run pauses by itself after an iteration that meets one of these; CurrentRun::pausedBecause() says
    /// which. They belong to the session, not to the run: they change none of its numbers, are in no file,
    /// and hold for all runs to come; each run is judged from where it begins or goes on.
    void pauseWhen(const std::vector<PauseCondition>& conditions);
    /// At most so many iterations a second; 0: as fast as it goes. Changes no number of the run.
    void setSpeedLimit(double iterationsPerSecond);
    double speedLimit() const { return m_speedLimit; }

    /// Once called, between updateBegins() and updateEnds(): no picture is computed before wantPicture(),
    /// except one that somebody waits for: of a pause, of a step, or of what is looked at anew.
    void holdPictures() { m_holdsPictures = true; }
    void wantPicture();

Q_SIGNALS:
    /// Rows, changes, picture and state that the current run tells between these two are of one iteration.
    void updateBegins();
    void updateEnds();
    /// Private: emitted by the training thread, received in the GUI thread. It carries nothing, so that one
    /// call that is waiting stands for all news.
    void newsWaiting();

private:
    std::unique_ptr<TrainingThread> startThread(TrainerFactory makeTrainer, DataLoader loadData);
    void takeNews();
    void takeUpdate();

    CurrentRun m_current;
    std::unique_ptr<TrainingThread> m_thread;
    SessionRuns m_runs;
    RunSaver m_saver;
    double m_speedLimit = 0;
    bool m_holdsPictures = false;
};

} // namespace gan
