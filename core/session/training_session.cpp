#include "core/session/training_session.h"

#include "core/device.h"
#include "core/error.h"
#include "core/experiment.h"
#include "core/session/continued_run.h"
#include "core/session/training_thread.h"

#include <algorithm>
#include <utility>

namespace gan {

namespace {

constexpr std::int64_t kRowsAtOnce = 65536;

Settings checked(const Run& run)
{
    checkEvents(run);
    return run.settings;
}

} // namespace

TrainingSession::TrainingSession(TrainerFactory makeTrainer, const Run& run, DataLoader loadData)
    : m_run{nullptr, checked(run)}
{
    connect(this, &TrainingSession::newsWaiting, this, &TrainingSession::takeNews, Qt::QueuedConnection);
    m_thread = std::make_unique<TrainingThread>(RunSource{std::move(makeTrainer), std::move(loadData)},
                                                [this] { Q_EMIT newsWaiting(); });
    begin(run);
}

TrainingSession::~TrainingSession() = default;

const TrainerFactory& TrainingSession::trainerFactory() const
{
    return m_thread->makeTrainer();
}

void TrainingSession::run()
{
    if (m_state == SessionState::Failed)
        return;
    m_thread->control.run();
    if (m_state == SessionState::Paused)
        setState(SessionState::Running);
}

void TrainingSession::pause()
{
    m_thread->control.pause(); // Paused is reported with the exact last picture
}

void TrainingSession::step(Networks networks)
{
    if (m_state != SessionState::Failed)
        m_thread->control.addStep(networks);
}

void TrainingSession::steps(Networks networks, std::int64_t count)
{
    if (m_state == SessionState::Failed)
        return;
    m_thread->control.addSteps(networks, count);
    if (m_state == SessionState::Paused)
        setState(SessionState::Running);
}

void TrainingSession::changeSettings(const Settings& settings)
{
    settings.checkRules();
    for (const std::string& key : settings.differencesFrom(m_run.settings))
        if (!settings.experiment().setting(key).isLive())
            throw Error(GE_TR("%1 cannot change during a run: it applies with a reset."), {key});
    if (settings != m_run.settings) {
        m_thread->control.changeSettings(settings);
        m_run.byHand = true;
    }
    m_run.settings = settings;
    Q_EMIT settingsChanged(m_run.settings);
}

void TrainingSession::look(const View& view)
{
    m_thread->control.look(view);
}

Run TrainingSession::beginning() const
{
    const Run& plan = m_run.record->plan();
    const bool isPlanned = !plan.events.empty() || plan.iterations > 0;
    return isPlanned && !m_run.byHand ? plan : Run{m_run.settings};
}

void TrainingSession::reset(const Settings& settings)
{
    open({settings});
}

void TrainingSession::open(const Run& run)
{
    checkEvents(run);
    checkMeans(run.settings);
    begin(run);
    announceRun();
}

void TrainingSession::open(const QString& savedRun)
{
    SavedRun saved = readSavedRun(savedRun, ++m_lastRunId);
    checkMeans(saved.record->plan().settings);
    resume(std::move(saved));
}

/// What is refused here leaves the current run untouched. Before LibTorch is loaded nobody knows its devices;
/// the trainer then refuses. Data is looked for at once.
void TrainingSession::checkMeans(const Settings& settings) const
{
    if (!m_devices.empty())
        requireDevice(settings, m_devices);
    if (const auto& readData = settings.experiment().readData)
        readData(settings);
}

void TrainingSession::show(const Experiment& experiment)
{
    if (&experiment == &settings().experiment())
        return;
    const ShownRun* kept = m_shelf.kept(experiment);
    if (!kept)
        return open({Settings(experiment)});
    turnTo(*kept);
    m_thread->control.reset(m_run.record);
    announceRun();
}

void TrainingSession::save(const QString& path, Past past, std::function<void()> whenWritten)
{
    m_thread->control.save(path, m_run.record, past, std::move(whenWritten));
}

void TrainingSession::pauseWhen(const std::vector<PauseCondition>& conditions)
{
    m_thread->control.pauseWhen(conditions);
}

void TrainingSession::undoReset()
{
    std::optional<SavedRun> last = m_shelf.takeNewestEnded(settings().experiment());
    if (!last)
        return;
    Q_EMIT endedRunsChanged();
    resume(std::move(*last));
}

void TrainingSession::continueFrom(std::int64_t iteration, Resumption state)
{
    resume(continuedRun(*m_run.record, iteration, std::move(state), ++m_lastRunId));
}

void TrainingSession::resume(SavedRun saved)
{
    saved.record->timeline().setLimits(Timeline::current());
    turnTo({saved.record, saved.resumption.settings, !saved.resumption.followsPlan});
    m_thread->control.reset(saved.record, std::move(saved.resumption));
    announceRun();
}

void TrainingSession::setSpeedLimit(double iterationsPerSecond)
{
    m_speedLimit = iterationsPerSecond;
    m_thread->control.setSpeedLimit(iterationsPerSecond);
}

void TrainingSession::begin(const Run& run)
{
    turnTo({std::make_shared<RunRecord>(++m_lastRunId, run), run.settings});
    m_thread->control.reset(m_run.record);
}

/// Another run becomes the current one; another experiment's leaves this one on the shelf.
void TrainingSession::turnTo(ShownRun run)
{
    if (&run.settings.experiment() != &settings().experiment())
        m_shelf.keep(m_run);
    adopt(std::move(run));
}

void TrainingSession::adopt(ShownRun run)
{
    m_run = std::move(run);
    m_snapshot = nullptr;
    m_rowsAnnounced = 0;
    m_pauseAnnounced = -1;
    m_eventsAnnounced = 0;
    if (m_state != SessionState::Loading)
        setState(SessionState::Paused);
}

void TrainingSession::announceRun()
{
    Q_EMIT runStarted();
    Q_EMIT settingsChanged(m_run.settings);
    Q_EMIT endedRunsChanged(); // they are those of the run's experiment
}

void TrainingSession::takeNews()
{
    takeEndedRuns();
    takeReports();
    takeUpdate();
}

void TrainingSession::takeEndedRuns()
{
    std::vector<SavedRun> ended = m_thread->ended.take();
    if (ended.empty())
        return;
    for (SavedRun& run : ended) {
        run.record->timeline().setLimits(Timeline::ended());
        m_shelf.addEnded(std::move(run));
    }
    Q_EMIT endedRunsChanged();
}

void TrainingSession::takeReports()
{
    for (Refusal& refusal : m_thread->refused.take())
        if (refusal.runId == m_run.record->id()) // otherwise another run has begun since
            returnFrom(std::move(refusal));
    for (const SaveReport& report : m_thread->saved.take())
        if (report.failure)
            Q_EMIT saveFailed(report.path, *report.failure);
        else
            Q_EMIT saved(report.path);
}

void TrainingSession::returnFrom(Refusal refusal)
{
    const Resumption& state = refusal.back.resumption;
    m_thread->control.forgetSettings();
    adopt({refusal.back.record, state.settings, !state.followsPlan});
    announceRun();
    Q_EMIT refused(refusal.why);
}

void TrainingSession::takeUpdate()
{
    const auto update = m_thread->pictures.take();
    if (!update)
        return;
    if (update->runId != m_run.record->id())
        return wantPicture();
    m_holdsPictures = false;
    Q_EMIT updateBegins();
    announce(*update);
    Q_EMIT updateEnds();
    if (!m_holdsPictures)
        wantPicture();
}

void TrainingSession::wantPicture()
{
    m_thread->wanted = true;
}

void TrainingSession::announce(const RunUpdate& update)
{
    if (m_devices.empty())
        m_devices = m_run.record->devices();
    // No further than the picture, so that curves and read-outs never show more than it does.
    announceMetrics(update.snapshot ? update.snapshot->iteration : m_run.record->metrics().size());
    announceEvents();
    followPlan();
    if (update.snapshot) {
        m_snapshot = update.snapshot;
        Q_EMIT snapshotReady(m_snapshot);
    }
    const SessionState before = m_state;
    if (update.failure) {
        setState(SessionState::Failed);
        if (before != SessionState::Failed) // a picture that is only looked at anew tells nothing again
            Q_EMIT failed(*update.failure);
        return;
    }
    if (update.pausedAfter && *update.pausedAfter < m_thread->control.asked())
        return; // it has been told to go on since
    setState(update.pausedAfter ? SessionState::Paused : SessionState::Running);
    if (update.pausedAfter && before == SessionState::Running)
        m_run.record->noteMark({m_rowsAnnounced, MarkKind::Pause});
    if (update.pausedAfter && update.pauseReason &&
        std::exchange(m_pauseAnnounced, m_rowsAnnounced) != m_rowsAnnounced)
        Q_EMIT pausedBecause(*update.pauseReason);
}

void TrainingSession::announceMetrics(std::int64_t until)
{
    while (m_rowsAnnounced < until) { // in parts: a run that comes back may be long
        const auto count = std::min(kRowsAtOnce, until - m_rowsAnnounced);
        const MetricRows news = m_run.record->metrics().read(m_rowsAnnounced, count);
        m_rowsAnnounced += count;
        Q_EMIT metricsReady(news);
    }
}

void TrainingSession::announceEvents()
{
    const std::vector<Event> events = m_run.record->run().events;
    if (events.size() <= m_eventsAnnounced)
        return;
    const std::vector<Event> news(events.begin() + std::ptrdiff_t(m_eventsAnnounced), events.end());
    m_eventsAnnounced = events.size();
    Q_EMIT eventsReady(news);
}

void TrainingSession::followPlan()
{
    if (m_run.byHand || m_run.record->plan().events.empty())
        return;
    const Settings planned = m_run.record->plan().settingsAt(m_rowsAnnounced);
    if (planned == m_run.settings)
        return;
    m_run.settings = planned;
    Q_EMIT settingsChanged(m_run.settings);
}

void TrainingSession::setState(SessionState state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged(state);
}

} // namespace gan
