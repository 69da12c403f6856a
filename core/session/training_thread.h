#pragma once

#include "core/session/latest_value.h"
#include "core/session/news_queue.h"
#include "core/session/training_control.h"
#include "core/session/training_worker.h"

#include <atomic>
#include <functional>
#include <thread>

namespace gan {

/// How the writing of a saved run went.
struct SaveReport {
    QString path;
    std::optional<Text> failure;
};

/// The training thread with what it shares with the GUI thread: commands to it, news from it. The destructor
/// stops and joins it.
class TrainingThread {
public:
    /// `wake` is called on any thread but the caller's when there is something in the boxes.
    TrainingThread(RunSource source, std::function<void()> wake);
    ~TrainingThread();

    const TrainerFactory& makeTrainer() const { return m_source.makeTrainer; }

    TrainingControl control;
    LatestValue<RunUpdate> pictures;
    /// Whether the GUI thread is ready for another picture. While it is not, only a pause and a look at
    /// something else bring one: what nobody would draw is not computed.
    std::atomic<bool> wanted = true;
    NewsQueue<SavedRun> ended;
    NewsQueue<Refusal> refused;
    NewsQueue<SaveReport> saved;

private:
    void work();
    WorkerNews news();

    const RunSource m_source;
    const std::function<void()> m_wake;
    std::thread m_thread; ///< last: it uses all the others
};

} // namespace gan
