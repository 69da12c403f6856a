#pragma once

#include "core/metric_rows.h"
#include "core/run.h"
#include "core/session/run_record.h"
#include "core/settings/settings.h"
#include "core/snapshot.h"
#include "core/text.h"

#include <QObject>

#include <memory>
#include <vector>

namespace gan {

struct RunUpdate;

enum class SessionState {
    Loading, ///< LibTorch is being loaded; commands are kept
    Paused,
    Running,
    Failed, ///< the run stopped with an error; Reset starts anew
};

/// A run as the screen has it; its networks are with the training thread.
struct ShownRun {
    std::shared_ptr<RunRecord> record;
    Settings settings;   ///< as asked for last
    bool byHand = false; ///< settings were changed since the run began: the plan's events no longer count
};

/// The run that is shown, and the news of it. Each is told once and in order. A part of a TrainingSession,
/// which feeds it; others read it and listen. GUI thread.
class CurrentRun : public QObject {
    Q_OBJECT

public:
    explicit CurrentRun(ShownRun run);

    SessionState state() const { return m_state; }
    /// What was asked for last; the trainer uses it from its next step on.
    const Settings& settings() const { return m_run.settings; }
    /// Settings at its start, changes so far and metrics. Never null.
    std::shared_ptr<const RunRecord> record() const { return m_run.record; }
    /// The same, for pins and the states that they keep.
    RunRecord& writableRecord() { return *m_run.record; }
    /// The newest; null until there is one.
    std::shared_ptr<const Snapshot> snapshot() const { return m_snapshot; }
    const ShownRun& shown() const { return m_run; }
    /// The run that this one is when it begins again: its plan while it follows one, else the settings in
    /// force.
    Run beginning() const;

    // For the session.
    /// Another run is shown, paused, from its first row on.
    void become(ShownRun run);
    /// By hand.
    void change(const Settings& settings);
    /// It was told to go on, and nothing has come of it yet.
    void goOn();
    /// `asked`: TrainingControl::asked() of now; a pause that was told before it is over.
    void take(const RunUpdate& update, std::uint64_t asked);

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
    /// A condition paused the run; state is Paused.
    void pausedBecause(const gan::Text& reason);
    /// The run stopped; state is Failed. The last picture stays.
    void failed(const gan::Text& text);

private:
    void tellMetrics(std::int64_t until);
    void tellEvents();
    void followPlan();
    void tellState(const RunUpdate& update, std::uint64_t asked);
    void setState(SessionState state);

    ShownRun m_run;
    std::shared_ptr<const Snapshot> m_snapshot;
    SessionState m_state = SessionState::Loading;
    std::int64_t m_rowsTold = 0;
    std::int64_t m_pauseTold = -1; ///< the iteration whose reason to pause was told last
    std::size_t m_eventsTold = 0;
};

} // namespace gan
