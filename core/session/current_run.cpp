#include "core/session/current_run.h"

#include "core/session/training_worker.h"

#include <algorithm>
#include <utility>

namespace gan {

namespace {

constexpr std::int64_t kRowsAtOnce = 65536;

} // namespace

CurrentRun::CurrentRun(ShownRun run)
    : m_run(std::move(run))
{
}

Run CurrentRun::beginning() const
{
    const Run& plan = m_run.record->plan();
    const bool isPlanned = !plan.events.empty() || plan.iterations > 0;
    return isPlanned && !m_run.byHand ? plan : Run{m_run.settings.forNewRun()};
}

void CurrentRun::become(ShownRun run)
{
    m_run = std::move(run);
    m_snapshot = nullptr;
    m_rowsTold = 0;
    m_pauseTold = -1;
    m_eventsTold = 0;
    if (m_state != SessionState::Loading)
        setState(SessionState::Paused);
    Q_EMIT runStarted();
    Q_EMIT settingsChanged(m_run.settings);
}

void CurrentRun::change(const Settings& settings)
{
    m_run.byHand = m_run.byHand || settings != m_run.settings;
    m_run.settings = settings;
    Q_EMIT settingsChanged(m_run.settings);
}

void CurrentRun::goOn()
{
    if (m_state == SessionState::Paused)
        setState(SessionState::Running);
}

void CurrentRun::take(const RunUpdate& update, std::uint64_t asked)
{
    // No further than the picture, so that curves and read-outs never show more than it does.
    tellMetrics(update.snapshot ? update.snapshot->iteration : m_run.record->metrics().size());
    tellEvents();
    followPlan();
    if (update.snapshot) {
        m_snapshot = update.snapshot;
        Q_EMIT snapshotReady(m_snapshot);
    }
    tellState(update, asked);
}

void CurrentRun::tellState(const RunUpdate& update, std::uint64_t asked)
{
    const SessionState before = m_state;
    if (update.failure) {
        setState(SessionState::Failed);
        if (before != SessionState::Failed) // a picture that is only looked at anew tells nothing again
            Q_EMIT failed(*update.failure);
        return;
    }
    if (update.pausedAfter && *update.pausedAfter < asked)
        return; // it has been told to go on since
    setState(update.pausedAfter ? SessionState::Paused : SessionState::Running);
    if (update.pausedAfter && before == SessionState::Running)
        m_run.record->noteMark({m_rowsTold, MarkKind::Pause});
    if (update.pausedAfter && update.pauseReason && std::exchange(m_pauseTold, m_rowsTold) != m_rowsTold)
        Q_EMIT pausedBecause(*update.pauseReason);
}

void CurrentRun::tellMetrics(std::int64_t until)
{
    while (m_rowsTold < until) { // in parts: a run that comes back may be long
        const auto count = std::min(kRowsAtOnce, until - m_rowsTold);
        const MetricRows news = m_run.record->metrics().read(m_rowsTold, count);
        m_rowsTold += count;
        Q_EMIT metricsReady(news);
    }
}

void CurrentRun::tellEvents()
{
    const std::vector<Event> events = m_run.record->run().events;
    if (events.size() <= m_eventsTold)
        return;
    const std::vector<Event> news(events.begin() + std::ptrdiff_t(m_eventsTold), events.end());
    m_eventsTold = events.size();
    Q_EMIT eventsReady(news);
}

void CurrentRun::followPlan()
{
    if (m_run.byHand || m_run.record->plan().events.empty())
        return;
    const Settings planned = m_run.record->plan().settingsAt(m_rowsTold);
    if (planned == m_run.settings)
        return;
    m_run.settings = planned;
    Q_EMIT settingsChanged(m_run.settings);
}

void CurrentRun::setState(SessionState state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged(state);
}

} // namespace gan
