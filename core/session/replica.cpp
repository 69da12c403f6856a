#include "core/session/replica.h"

#include "core/error.h"
#include "core/experiment.h"

#include <new>
#include <utility>

#ifdef __linux__
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace gan {

namespace {

constexpr int kNiceness = 10; ///< the training and the window come first

/// On Linux the priority of one thread is its own.
void lowerPriority()
{
#ifdef __linux__
    setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), kNiceness);
#endif
}

} // namespace

Replica::Replica(TrainerFactory makeTrainer, std::function<void(ReplicaAnswer)> answer)
    : m_makeTrainer(std::move(makeTrainer))
    , m_answer(std::move(answer))
    , m_thread(&Replica::work, this)
{
}

Replica::~Replica()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ends = m_isCanceled = true;
        m_wanted.reset();
        m_changed.notify_one();
    }
    m_thread.join();
}

void Replica::ask(ReplicaRequest request)
{
    const std::lock_guard lock(m_mutex);
    m_wanted = std::move(request);
    m_changed.notify_one();
}

void Replica::cancel()
{
    const std::lock_guard lock(m_mutex);
    m_wanted.reset();
    m_isCanceled = true;
}

void Replica::work()
{
    lowerPriority();
    while (const auto request = next())
        if (auto answer = answerTo(*request))
            m_answer(std::move(*answer));
}

/// Waits for it; nothing at the end.
std::optional<ReplicaRequest> Replica::next()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_ends || m_wanted; });
    m_isCanceled = m_ends;
    return std::exchange(m_wanted, std::nullopt);
}

bool Replica::isNewest() const
{
    const std::lock_guard lock(m_mutex);
    return !m_isCanceled && !m_wanted;
}

/// Nothing when somebody asked for something else meanwhile.
std::optional<ReplicaAnswer> Replica::answerTo(const ReplicaRequest& request)
{
    const auto failure = [&](const Text& why) {
        m_replay.reset(); // it is at no known place
        return ReplicaAnswer{request.id, nullptr, std::nullopt, why};
    };
    try {
        return replayed(request);
    } catch (const Error& error) {
        return failure(error.text());
    } catch (const std::bad_alloc&) {
        return failure(GE_TR("There is not enough memory for this."));
    }
}

std::optional<ReplicaAnswer> Replica::replayed(const ReplicaRequest& request)
{
    prepare(request.record);
    if (!m_replay->reach(request.iteration, [this] { return isNewest(); }))
        return std::nullopt;
    ReplicaAnswer answer{request.id, nullptr, std::nullopt, std::nullopt};
    answer.picture = std::make_shared<const Snapshot>(m_replay->viewer().probe(request.view));
    if (request.withState)
        answer.state = m_replay->state();
    return answer;
}

void Replica::prepare(const std::shared_ptr<const RunRecord>& record)
{
    if (m_replay && m_replay->record() == record)
        return;
    m_replay.reset();
    const std::string& experimentId = record->plan().settings.experiment().id;
    if (!m_trainer || experimentId != m_experimentId)
        m_trainer = m_makeTrainer(experimentId);
    m_experimentId = experimentId;
    m_replay.emplace(*m_trainer, record);
}

} // namespace gan
