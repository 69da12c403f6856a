#include "core/session/time_travel.h"

#include <algorithm>
#include <utility>

namespace gan {

TimeTravel::TimeTravel(TrainingSession& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
    connect(this, &TimeTravel::answerWaiting, this, &TimeTravel::take, Qt::QueuedConnection);
    connect(&session, &TrainingSession::runStarted, this, &TimeTravel::followRun);
    connect(&session, &TrainingSession::settingsChanged, this, [this] {
        if (m_iteration) // something else may be looked at
            ask(false);
    });
}

TimeTravel::~TimeTravel() = default;

void TimeTravel::goTo(std::int64_t iteration)
{
    m_record = m_session.record();
    const std::int64_t nearest = std::clamp<std::int64_t>(iteration, 0, m_record->run().iterations);
    if (m_iteration == nearest)
        return;
    m_iteration = nearest;
    m_picture = nullptr;
    ask(false);
    Q_EMIT moved();
}

void TimeTravel::goLive()
{
    if (isLive())
        return;
    leave();
    Q_EMIT moved();
}

void TimeTravel::leave()
{
    ++m_lastRequest;
    if (m_replica)
        m_replica->cancel();
    m_iteration.reset();
    m_picture = nullptr;
    m_record = nullptr;
}

void TimeTravel::continueHere()
{
    if (m_iteration)
        ask(true);
}

void TimeTravel::ask(bool withState)
{
    if (!m_replica)
        m_replica = std::make_unique<Replica>(m_session.trainerFactory(), [this](ReplicaAnswer answer) {
            if (m_answers.put(std::make_shared<const ReplicaAnswer>(std::move(answer))))
                Q_EMIT answerWaiting();
        });
    m_replica->ask({++m_lastRequest, m_record, *m_iteration, m_session.settings(), withState});
}

void TimeTravel::take()
{
    const auto answer = m_answers.take();
    if (!answer || answer->id != m_lastRequest || !m_iteration)
        return;
    if (answer->failure) {
        goLive();
        Q_EMIT failed(*answer->failure);
    } else if (answer->state) {
        const std::int64_t iteration = *m_iteration;
        m_session.continueFrom(iteration, *answer->state); // another run: live
        Q_EMIT continued(iteration);
    } else {
        m_picture = answer->picture;
        Q_EMIT pictureReady(m_picture);
    }
}

void TimeTravel::followRun()
{
    if (m_iteration && m_record != m_session.record())
        goLive();
}

} // namespace gan
