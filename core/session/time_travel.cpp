#include "core/session/time_travel.h"

#include <algorithm>
#include <utility>

namespace gan {

TimeTravel::TimeTravel(TrainingSession& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
    connect(this, &TimeTravel::answerWaiting, this, &TimeTravel::take, Qt::QueuedConnection);
    connect(&session.current(), &CurrentRun::runStarted, this, &TimeTravel::followRun);
}

TimeTravel::~TimeTravel() = default;

void TimeTravel::goTo(std::int64_t iteration)
{
    m_record = m_session.current().record();
    const std::int64_t nearest = std::clamp<std::int64_t>(iteration, 0, m_record->run().iterations);
    if (m_iteration == nearest)
        return;
    m_iteration = nearest;
    m_picture = nullptr;
    m_continues = false;
    ask();
    Q_EMIT moved();
}

void TimeTravel::goLive()
{
    if (isLive())
        return;
    leave();
    Q_EMIT moved();
}

void TimeTravel::look(const View& view)
{
    const std::optional<View> before = std::exchange(m_view, view.whole());
    if (m_view != before && m_iteration && &m_record->plan().settings.experiment() == &view.experiment())
        ask();
}

void TimeTravel::leave()
{
    ++m_lastRequest;
    if (m_replica)
        m_replica->cancel();
    m_iteration.reset();
    m_continues = false;
    m_picture = nullptr;
    m_record = nullptr;
}

void TimeTravel::continueHere()
{
    if (!m_iteration)
        return;
    m_continues = true;
    ask();
}

void TimeTravel::togglePin(std::int64_t iteration)
{
    if (m_session.current().writableRecord().toggleMark({iteration, MarkKind::Pin}) &&
        m_iteration == iteration)
        ask();
}

/// To go on from there, or because a pinned moment is to be reached at once the next time.
bool TimeTravel::needsState() const
{
    if (m_continues)
        return true;
    const std::vector<RunMark> marks = m_record->notedMarks();
    return std::count(marks.begin(), marks.end(), RunMark{*m_iteration, MarkKind::Pin}) > 0 &&
           m_record->timeline().stateAt(*m_iteration).iteration != *m_iteration;
}

void TimeTravel::ask()
{
    if (!m_replica)
        m_replica = std::make_unique<Replica>(m_session.trainerFactory(), [this](ReplicaAnswer answer) {
            if (m_answers.put(std::make_shared<const ReplicaAnswer>(std::move(answer))))
                Q_EMIT answerWaiting();
        });
    const Experiment& experiment = m_record->plan().settings.experiment();
    const bool isOfRun = m_view && &m_view->experiment() == &experiment;
    const View view = isOfRun ? *m_view : View(experiment);
    m_replica->ask({++m_lastRequest, m_record, *m_iteration, view, needsState()});
}

void TimeTravel::take()
{
    const auto answer = m_answers.take();
    if (!answer || answer->id != m_lastRequest || !m_iteration)
        return;
    if (answer->failure) {
        goLive();
        Q_EMIT failed(*answer->failure);
    } else {
        use(*answer);
    }
}

void TimeTravel::use(const ReplicaAnswer& answer)
{
    const std::int64_t iteration = *m_iteration;
    if (m_continues) {
        m_session.runs().continueFrom(iteration, *answer.state); // another run: live
        return Q_EMIT continued(iteration);
    }
    if (answer.state && m_record == m_session.current().record())
        m_session.current().writableRecord().timeline().keepState(iteration, *answer.state);
    m_picture = answer.picture;
    Q_EMIT pictureReady(m_picture);
}

void TimeTravel::followRun()
{
    if (m_iteration && m_record != m_session.current().record())
        goLive();
}

} // namespace gan
