#pragma once

#include "core/session/current_run.h"
#include "core/session/run_shelf.h"

#include <QObject>

#include <string>
#include <vector>

namespace gan {

class TrainingThread;
struct Refusal;

/// Which run is the current one: a new one, one from a file, another experiment's, or one that was ended
/// before. A part of a TrainingSession. GUI thread.
class SessionRuns : public QObject {
    Q_OBJECT

public:
    /// Begins `current`. Both must outlive it.
    SessionRuns(CurrentRun& current, TrainingThread& thread);

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
    /// In place of a run that would begin from nothing and that nobody has asked for: the one that the
    /// program brings with it for these settings, paused. False where it has none; then nothing happens.
    bool openBundled(const Settings& settings);
    /// Shows another experiment. The current run stays as it is, also after an error, until its experiment is
    /// shown again. That experiment's last run goes on, paused; or its bundled run, or its defaults begin.
    void show(const Experiment& experiment);
    /// Runs of this experiment that a reset, a new seed or an opened file ended and that undoReset() can
    /// bring back, the newest last.
    const std::vector<SavedRun>& ended() const { return m_shelf.ended(m_current.settings().experiment()); }
    /// Goes on with the newest of them, paused; the current run takes its place among the ended ones, so that
    /// a second call goes back.
    void undoReset();
    /// Goes back to `iteration`, where the run's state was `state`, as a new run, paused: the same settings,
    /// changes, metrics and moments up to there. With nothing changed the numbers that follow are those of
    /// the first time. The run that was shown ends; undoReset() brings it back.
    void continueFrom(std::int64_t iteration, Resumption state);

    /// For the session: runs that have ended, and those that could not go on.
    void takeNews();

Q_SIGNALS:
    void endedChanged();
    /// The current run is one that the program has brought with it.
    void bundledOpened();
    /// The run that was to be opened could not go on; the one before it is current again.
    void refused(const gan::Text& why);

private:
    void noteDevices();
    void checkMeans(const Settings& settings) const;
    void begin(ShownRun run, std::optional<Resumption> resumption = {});
    void resume(SavedRun saved);
    void takeEnded();
    void returnFrom(Refusal refusal);

    CurrentRun& m_current;
    TrainingThread& m_thread;
    RunShelf m_shelf;
    std::uint64_t m_lastId;
    std::uint64_t m_bundledId = 0;      ///< of the newest bundled run; 0: none
    std::vector<std::string> m_devices; ///< that can be had; empty before LibTorch is loaded
};

} // namespace gan
