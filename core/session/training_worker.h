#pragma once

#include "core/session/run_publisher.h"
#include "core/session/run_writer.h"
#include "core/session/training_control.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace gan {

/// What a run is made with: its trainer, and the data that it learns from. Both are called on the training
/// thread.
struct RunSource {
    TrainerFactory makeTrainer;
    DataLoader loadData; ///< may be null
};

/// A run that was to begin, or to go on where it stopped, and cannot: the one before it does.
struct Refusal {
    std::uint64_t runId = 0;
    SavedRun back;
    Text why;
};

/// Where the worker's news go; called on the training thread, `saved` also on the writing thread.
struct WorkerNews {
    std::function<void(RunUpdate)> updated;
    std::function<bool()> isWanted;      ///< whether somebody would look at a picture of now
    std::function<void(SavedRun)> ended; ///< a reset ended this run, which had made steps; it could go on
    std::function<void(Refusal)> refused;
    RunWriter::Report saved;
};

/// The training thread's side of a session: carries out the orders of a TrainingControl until it says stop.
/// Makes the trainer when the first run begins, and lives, trainer and all, on one thread. A run that is left
/// for another experiment's is kept, and goes on when its record is asked for again.
class TrainingWorker {
public:
    TrainingWorker(const RunSource& source, TrainingControl& control, WorkerNews news);

    void loop();

private:
    void carryOut(Order& order);
    void begin(Order& order);
    std::optional<SavedRun> leave(const Order& order);
    void enter(std::shared_ptr<RunRecord> record, std::optional<Resumption> state);
    std::optional<Resumption> stateFor(const Order& order) const;
    void keepOrReport(SavedRun left, const Experiment& next);
    void reportEnded(SavedRun run);
    void prepareTrainer(const std::string& experimentId);
    void step(const Order& order);
    void preview(const Settings& settings);
    void save(Order& order);
    void fail(const Text& text);

    const RunSource& m_source;
    TrainingControl& m_control;
    const WorkerNews m_news;
    std::unique_ptr<Trainer> m_trainer;
    std::string m_experimentId;
    std::shared_ptr<RunRecord> m_record;
    std::optional<RunEngine> m_engine;
    std::optional<Text> m_failure;
    std::vector<PauseCondition> m_conditions;
    RunPublisher m_publisher;
    std::map<const Experiment*, SavedRun> m_kept; ///< of experiments that are not shown
    RunWriter m_writer;                           ///< last: it writes what waits before the rest ends
};

} // namespace gan
