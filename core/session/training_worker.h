#pragma once

#include "core/session/run_engine.h"
#include "core/session/training_control.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace gan {

/// What the training thread tells the screen. The newest one says it all, so an unread one may be replaced.
struct Delivery {
    std::uint64_t runId = 0;
    std::shared_ptr<const Snapshot>
        snapshot; ///< null when there is nothing to show (LibTorch could not be loaded)
    bool paused = false;
    std::optional<Text> failure;
    std::optional<Text> pauseReason; ///< when a condition paused the run
};

/// Where the worker's news go; called on the training thread.
struct WorkerNews {
    std::function<void(Delivery)> deliver;
    std::function<void(SavedRun)> ended; ///< a reset ended this run, which had made steps; it could go on
    std::function<void(const QString& path, std::optional<Text> failure)> saved;
};

/// Pictures are taken by the clock: 25 a second at most, and at most a twentieth of the time goes into them.
class PictureClock {
public:
    bool isDue() const { return Clock::now() >= m_next; }
    void taken(std::chrono::steady_clock::time_point start);

private:
    using Clock = std::chrono::steady_clock;
    Clock::time_point m_next{};
};

/// The training thread's side of a session: obeys the orders of a TrainingControl until it says stop. Makes
/// the trainer when the first run begins, and lives, trainer and all, on one thread.
class TrainingWorker {
public:
    TrainingWorker(const TrainerFactory& makeTrainer, TrainingControl& control, WorkerNews news);

    void loop();

private:
    void obey(Order& order);
    void begin(Order& order);
    void prepareTrainer(const std::string& experimentId);
    void step(const Order& order);
    void save(const Order& order);
    void publish(bool paused);
    void fail(const Text& text);

    const TrainerFactory& m_makeTrainer;
    TrainingControl& m_control;
    const WorkerNews m_news;
    std::unique_ptr<Trainer> m_trainer;
    std::string m_experimentId;
    std::shared_ptr<RunRecord> m_record;
    std::optional<RunEngine> m_engine;
    std::shared_ptr<const Snapshot> m_picture;
    std::optional<Text> m_failure;
    std::vector<PauseCondition> m_conditions;
    PictureClock m_clock;
};

} // namespace gan
