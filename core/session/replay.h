#pragma once

#include "core/session/resumption.h"
#include "core/session/run_record.h"
#include "core/trainer.h"

#include <functional>
#include <memory>

namespace gan {

/// Brings a trainer of its own to any iteration that a run has come to, exactly: it restores the nearest
/// state that the run has kept before it, or begins anew where there is none, and repeats the steps up to it
/// with the run's own changes. What the trainer then shows is what the run showed, to the bit, on the same
/// kind of processor. The run may go on meanwhile. One thread only. Whoever has had an Error of it makes a
/// new one.
class Replay {
public:
    /// Asked between two steps; false ends the replay there.
    using GoOn = std::function<bool()>;

    /// At iteration 0. Trainer and record must fit: the same experiment; the record has its data.
    Replay(Trainer& trainer, std::shared_ptr<const RunRecord> record);

    const std::shared_ptr<const RunRecord>& record() const { return m_record; }
    std::int64_t iteration() const { return m_iteration; }

    /// False when `goOn` ended it; the next call goes on from there if that is nearer than a state. Throws
    /// Error when the trainer does, or when the run has not come so far.
    bool reach(std::int64_t iteration, const GoOn& goOn = {});

    /// Sees what the run's screen showed at this iteration, or would have shown with another view.
    const Viewer& viewer() const { return m_trainer; }
    /// What the run lacks to go on from here, as a run of its own.
    Resumption state() const;

private:
    void begin();
    void goNear(std::int64_t iteration);
    void restore(const Timeline::State& state);
    void step();
    void apply(const Settings& settings);
    void followEvents(std::int64_t until);

    Trainer& m_trainer;
    const std::shared_ptr<const RunRecord> m_record;
    Run m_run; ///< as far as it had come
    Settings m_applied;
    std::size_t m_eventsDone = 0;
    std::int64_t m_iteration = 0;
};

} // namespace gan
