#pragma once

#include "core/pause_condition.h"
#include "core/session/networks.h"
#include "core/session/run_record.h"
#include "core/session/saved_run_file.h"
#include "core/trainer.h"

#include <memory>
#include <optional>
#include <vector>

namespace gan {

/// Carries one run forward, iteration by iteration: applies what changes when, trains, measures on the grid,
/// and keeps the record. The training thread and the command line use it alike, so both give the same
/// numbers. One thread only; every member may throw Error.
class RunEngine {
public:
    /// Prepares the trainer for the record's plan, with the record's data, at iteration 0.
    RunEngine(Trainer& trainer, std::shared_ptr<RunRecord> record);
    /// Goes on where a record stopped; the numbers are those of a run that never stopped.
    RunEngine(Trainer& trainer, SavedRun saved);

    /// What it takes to go on from here.
    Resumption suspend() const;

    /// Live settings from the next step on, by hand: the rest of the plan's events is dropped.
    void change(const Settings& settings);

    /// What was done to the networks by hand is seen before the next step, which takes it up as if it had not
    /// been seen: until then it can be taken back.
    void preview(const Settings& settings);

    /// The run shall pause after a step that meets one of these; they begin to watch now.
    void pauseWhen(const std::vector<PauseCondition>& conditions);

    void step(Networks networks = Networks::Both);

    std::shared_ptr<const RunRecord> record() const { return m_record; }
    std::int64_t iteration() const { return m_iteration; }
    /// Those of the last step.
    const Settings& settings() const { return m_applied; }
    /// Whether the run has just come to the end that its plan names.
    bool atPlannedEnd() const;
    /// Why the run shall pause after the last step, if it shall.
    const std::optional<Text>& pauseReason() const { return m_pauseReason; }
    /// Who looks at this moment.
    const Viewer& viewer() const { return m_trainer; }

private:
    void followPlan();
    void applyFor(Networks networks);
    void endPreview();
    void watch();
    void noteAsked();
    void keepPicture();
    void keepState(bool isFixed);

    Trainer& m_trainer;
    std::shared_ptr<RunRecord> m_record;
    Settings m_settings; ///< as asked for
    Settings m_applied;  ///< as the trainer has them: those for the networks of the last step
    std::optional<std::string> m_previewed; ///< the state of the last step, while another is seen
    std::size_t m_plannedEvents = 0;        ///< of the plan's events, how many are done
    bool m_followsPlan = true;
    bool m_isAskedNoted = false; ///< in the record, what m_settings and m_followsPlan are
    std::int64_t m_iteration = 0;
    std::int64_t m_measureEvery;
    std::vector<PauseWatch> m_watches;
    std::optional<Text> m_pauseReason;
};

} // namespace gan
