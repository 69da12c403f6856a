#include "core/session/training_thread.h"

#include <utility>

namespace gan {

TrainingThread::TrainingThread(RunSource source, std::function<void()> wake)
    : m_source(std::move(source))
    , m_wake(std::move(wake))
    , m_thread(&TrainingThread::work, this)
{
}

TrainingThread::~TrainingThread()
{
    control.stop();
    m_thread.join();
}

void TrainingThread::work()
{
    TrainingWorker(m_source, control, news()).loop();
}

WorkerNews TrainingThread::news()
{
    WorkerNews news;
    news.isWanted = [this] { return wanted.load(); };
    news.updated = [this](RunUpdate update) {
        wanted = false;
        if (pictures.put(std::make_shared<const RunUpdate>(std::move(update))))
            m_wake();
    };
    news.ended = [this](SavedRun run) {
        ended.put(std::move(run));
        m_wake();
    };
    news.refused = [this](Refusal refusal) {
        refused.put(std::move(refusal));
        m_wake();
    };
    news.saved = [this](const QString& path, const std::optional<Text>& failure) {
        saved.put({path, failure});
        m_wake();
    };
    return news;
}

} // namespace gan
