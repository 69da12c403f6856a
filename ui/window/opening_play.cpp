#include "ui/window/opening_play.h"

#include <utility>

namespace gan {

OpeningPlay::OpeningPlay(TrainingSession& session, OpeningPace pace, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_pace(pace)
    , m_settings(session.current().settings())
    , m_runId(session.current().record()->id())
{
    // Queued: whoever else follows the state must know this one before the next.
    connect(&session.current(), &CurrentRun::stateChanged, this, &OpeningPlay::followState,
            Qt::QueuedConnection);
    connect(&session.current(), &CurrentRun::settingsChanged, this, &OpeningPlay::followSettings);
    connect(&session.current(), &CurrentRun::runStarted, this, &OpeningPlay::followRun);
    connect(&session.current(), &CurrentRun::snapshotReady, this,
            [this](const std::shared_ptr<const Snapshot>& snapshot) {
                if (m_part == Part::Played && snapshot->iteration > m_pace.iterations)
                    touch();
            });
    if (session.current().state() != SessionState::Loading)
        QMetaObject::invokeMethod(
            this, [this] { followState(m_session.current().state()); }, Qt::QueuedConnection);
}

void OpeningPlay::followState(SessionState state)
{
    const auto snapshot = m_session.current().snapshot();
    const std::int64_t iteration = snapshot ? snapshot->iteration : 0;
    if (state == SessionState::Failed)
        touch();
    else if (m_part == Part::Waiting && state == SessionState::Paused)
        iteration == 0 ? play() : touch();
    else if (m_part == Part::Playing && m_session.current().state() == SessionState::Paused)
        iteration == m_pace.iterations ? endPlay() : touch();
    else if (state == SessionState::Running && (m_part == Part::Waiting || m_part == Part::Played))
        touch();
}

void OpeningPlay::followSettings(const Settings& settings)
{
    if (settings == m_settings || m_session.current().record()->id() != m_runId)
        return;
    if (m_part == Part::Playing)
        m_session.run(); // beyond what would have been played
    touch();
}

void OpeningPlay::followRun()
{
    if (m_session.current().record()->id() == m_runId)
        return;
    const bool wasUntouched = isUntouched();
    touch();
    if (wasUntouched)
        Q_EMIT passed(m_runId);
}

void OpeningPlay::play()
{
    m_part = Part::Playing;
    Q_EMIT speedWanted(m_pace.speed);
    m_session.steps(Networks::Both, m_pace.iterations);
}

void OpeningPlay::endPlay()
{
    m_part = Part::Played;
    if (m_session.speedLimit() == m_pace.speed) // a hand has not chosen another one
        Q_EMIT speedWanted(0);
}

void OpeningPlay::touch()
{
    if (m_part == Part::Over)
        return;
    if (m_part == Part::Playing)
        endPlay();
    m_part = Part::Over;
    Q_EMIT touched();
}

} // namespace gan
