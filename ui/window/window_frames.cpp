#include "ui/window/window_frames.h"

#include "core/session/training_session.h"

#include <QCoreApplication>
#include <QEvent>
#include <QWidget>

namespace gan {

namespace {

FrameClock::Span between(const auto& from, const auto& to)
{
    return {to.time - from.time, double(to.iteration - from.iteration)};
}

} // namespace

WindowFrames::WindowFrames(TrainingSession& session, QWidget& window)
    : QObject(&window)
    , m_session(session)
    , m_window(window)
    , m_begin(now())
{
    m_rest.setSingleShot(true);
    m_rest.setTimerType(Qt::PreciseTimer);
    connect(&m_rest, &QTimer::timeout, &session, &TrainingSession::wantPicture);
    connect(&session, &TrainingSession::updateBegins, this, &WindowFrames::begin);
    connect(&session, &TrainingSession::updateEnds, this, &WindowFrames::finish);
    connect(&session.current(), &CurrentRun::stateChanged, this, &WindowFrames::forgetRest);
    connect(&session.current(), &CurrentRun::runStarted, this, [this] {
        forgetRest();
        m_clock.forget();
    });
}

/// Whoever else looks at the session gets all its pictures again.
WindowFrames::~WindowFrames()
{
    m_session.wantPicture();
}

WindowFrames::Mark WindowFrames::now() const
{
    return {Clock::now(), m_session.current().record()->metrics().size()};
}

void WindowFrames::begin()
{
    m_begin = now();
}

void WindowFrames::finish()
{
    paint();
    const Mark end = now();
    measure(end);
    m_session.holdPictures();
    const FrameClock::Seconds rest = m_clock.restAfter(end.time - m_begin.time, m_session.speedLimit());
    m_rest.start(std::chrono::ceil<std::chrono::milliseconds>(rest));
}

/// At once, not when the event loop comes to it: an update that is waiting would come before.
void WindowFrames::paint()
{
    Q_EMIT drawing();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QCoreApplication::sendPostedEvents(&m_window, QEvent::UpdateRequest);
}

/// Only between two frames of one run that ran all the while is it known what training loses.
void WindowFrames::measure(const Mark& end)
{
    const bool runs = m_session.current().state() == SessionState::Running;
    if (runs && m_restSince)
        m_clock.add(between(*m_restSince, m_begin), between(m_begin, end));
    m_restSince.reset();
    if (runs)
        m_restSince = end;
}

} // namespace gan
