#pragma once

#include "core/session/replay.h"
#include "core/text.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace gan {

/// What a replica is asked for.
struct ReplicaRequest {
    std::uint64_t id = 0; ///< the answer has it too
    std::shared_ptr<const RunRecord> record;
    std::int64_t iteration = 0;
    View view;              ///< what is looked at
    bool withState = false; ///< the state too, to go on from there
};

struct ReplicaAnswer {
    std::uint64_t id = 0;
    std::shared_ptr<const Snapshot> picture; ///< null after a failure
    std::optional<Resumption> state;
    std::optional<Text> failure;
};

/// A second trainer on a thread of its own with low priority, which shows any moment of a run while the run
/// goes on. It shares nothing with the run's trainer that either changes. The newest request wins: an older
/// one that is under way ends after its step and is not answered. The destructor waits for one step.
class Replica {
public:
    /// `makeTrainer` is called on the thread, at the first request. `answer` is called on the thread.
    Replica(TrainerFactory makeTrainer, std::function<void(ReplicaAnswer)> answer);
    ~Replica();
    Replica(const Replica&) = delete;
    Replica& operator=(const Replica&) = delete;

    void ask(ReplicaRequest request);
    /// Nobody waits for an answer any more.
    void cancel();

private:
    void work();
    std::optional<ReplicaRequest> next();
    bool isNewest() const;
    std::optional<ReplicaAnswer> answerTo(const ReplicaRequest& request);
    std::optional<ReplicaAnswer> replayed(const ReplicaRequest& request);
    void prepare(const std::shared_ptr<const RunRecord>& record);

    const TrainerFactory m_makeTrainer;
    const std::function<void(ReplicaAnswer)> m_answer;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<ReplicaRequest> m_wanted; ///< not begun yet
    bool m_isCanceled = false;              ///< what is under way
    bool m_ends = false;
    std::string m_experimentId;
    std::unique_ptr<Trainer> m_trainer; ///< of the thread, as is all below
    std::optional<Replay> m_replay;
    std::thread m_thread; ///< last: it uses all the others
};

} // namespace gan
