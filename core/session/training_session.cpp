#include "core/session/training_session.h"

#include "core/device.h"
#include "core/error.h"
#include "core/experiment.h"
#include "core/session/latest_value.h"
#include "core/session/training_worker.h"

#include <mutex>
#include <utility>

namespace gan {

namespace {

constexpr std::size_t kMostEndedRuns = 3;

/// News of which none may be lost. Any thread.
template <class T>
class NewsQueue {
public:
    void put(T news)
    {
        const std::lock_guard lock(m_mutex);
        m_news.push_back(std::move(news));
    }
    std::vector<T> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_news, {});
    }

private:
    std::mutex m_mutex;
    std::vector<T> m_news;
};

struct SaveReport {
    QString path;
    std::optional<Text> failure;
};

Settings checked(const Run& run)
{
    checkEvents(run);
    return run.settings;
}

} // namespace

/// What both threads see.
struct TrainingSession::Link {
    TrainerFactory makeTrainer;
    TrainingControl control;
    LatestValue<Delivery> box;
    NewsQueue<SavedRun> ended;
    NewsQueue<SaveReport> saved;
};

void TrainingSession::work(TrainingSession* session, Link& link)
{
    WorkerNews news;
    news.deliver = [session, &link](Delivery delivery) {
        if (link.box.put(std::make_shared<const Delivery>(std::move(delivery))))
            Q_EMIT session->newsWaiting();
    };
    news.ended = [session, &link](SavedRun run) {
        link.ended.put(std::move(run));
        Q_EMIT session->newsWaiting();
    };
    news.saved = [session, &link](const QString& path, const std::optional<Text>& failure) {
        link.saved.put({path, failure});
        Q_EMIT session->newsWaiting();
    };
    TrainingWorker(link.makeTrainer, link.control, std::move(news)).loop();
}

TrainingSession::TrainingSession(TrainerFactory makeTrainer, const Run& run, QObject* parent)
    : QObject(parent)
    , m_link(std::make_unique<Link>())
    , m_settings(checked(run))
{
    m_link->makeTrainer = std::move(makeTrainer);
    connect(this, &TrainingSession::newsWaiting, this, &TrainingSession::deliver, Qt::QueuedConnection);
    begin(run);
    m_thread = std::thread(&TrainingSession::work, this, std::ref(*m_link));
}

TrainingSession::~TrainingSession()
{
    m_link->control.stop();
    m_thread.join();
}

void TrainingSession::run()
{
    if (m_state == SessionState::Failed)
        return;
    m_link->control.run();
    if (m_state == SessionState::Paused)
        setState(SessionState::Running);
}

void TrainingSession::pause()
{
    m_link->control.pause(); // Paused is reported with the exact last picture
}

void TrainingSession::step(Networks networks)
{
    if (m_state != SessionState::Failed)
        m_link->control.addStep(networks);
}

void TrainingSession::changeSettings(const Settings& settings)
{
    settings.checkRules();
    for (const std::string& key : settings.differencesFrom(m_settings))
        if (!settings.experiment().setting(key).isLive())
            throw Error(GE_TR("%1 cannot change during a run: it applies with a reset."), {key});
    m_link->control.changeSettings(settings);
    m_byHand = true;
    m_settings = settings;
    Q_EMIT settingsChanged(m_settings);
}

void TrainingSession::reset(const Settings& settings)
{
    open({settings});
}

void TrainingSession::open(const Run& run)
{
    checkEvents(run);
    checkDevice(run.settings);
    begin(run);
    Q_EMIT runStarted();
    Q_EMIT settingsChanged(m_settings);
}

void TrainingSession::open(const QString& savedRun)
{
    SavedRun saved = readSavedRun(savedRun, ++m_lastRunId);
    checkDevice(saved.record->plan().settings);
    resume(std::move(saved));
}

/// What is refused here leaves the current run untouched. Before LibTorch is loaded nobody knows its devices;
/// the trainer then refuses.
void TrainingSession::checkDevice(const Settings& settings) const
{
    if (!m_devices.empty())
        requireDevice(settings, m_devices);
}

void TrainingSession::save(const QString& path)
{
    m_link->control.save(path);
}

void TrainingSession::pauseWhen(const std::vector<PauseCondition>& conditions)
{
    m_link->control.pauseWhen(conditions);
}

void TrainingSession::undoReset()
{
    if (m_ended.empty())
        return;
    SavedRun last = std::move(m_ended.back());
    m_ended.pop_back();
    Q_EMIT endedRunsChanged();
    resume(std::move(last));
}

void TrainingSession::resume(SavedRun saved)
{
    adopt(saved.record, saved.resumption.settings);
    m_byHand = !saved.resumption.followsPlan;
    m_link->control.reset(saved.record, std::move(saved.resumption));
    Q_EMIT runStarted();
    Q_EMIT settingsChanged(m_settings);
}

void TrainingSession::setSpeedLimit(double iterationsPerSecond)
{
    m_link->control.setSpeedLimit(iterationsPerSecond);
}

void TrainingSession::begin(const Run& run)
{
    adopt(std::make_shared<RunRecord>(++m_lastRunId, run), run.settings);
    m_link->control.reset(m_record);
}

void TrainingSession::adopt(std::shared_ptr<RunRecord> record, const Settings& settings)
{
    m_record = std::move(record);
    m_settings = settings;
    m_snapshot = nullptr;
    m_byHand = false;
    m_rowsDelivered = 0;
    m_eventsDelivered = 0;
    if (m_state != SessionState::Loading)
        setState(SessionState::Paused);
}

void TrainingSession::keepEnded(SavedRun run)
{
    m_ended.push_back(std::move(run));
    if (m_ended.size() > kMostEndedRuns)
        m_ended.erase(m_ended.begin());
    Q_EMIT endedRunsChanged();
}

void TrainingSession::reportSaved(const QString& path, const std::optional<Text>& failure)
{
    if (failure)
        Q_EMIT saveFailed(path, *failure);
    else
        Q_EMIT saved(path);
}

void TrainingSession::deliver()
{
    for (SavedRun& run : m_link->ended.take())
        keepEnded(std::move(run));
    for (const SaveReport& report : m_link->saved.take())
        reportSaved(report.path, report.failure);
    deliverPicture();
}

void TrainingSession::deliverPicture()
{
    const auto delivery = m_link->box.take();
    if (!delivery || delivery->runId != m_record->id())
        return;
    if (m_devices.empty())
        m_devices = m_record->devices();
    // No further than the picture, so that curves and read-outs never show more than it does.
    deliverMetrics(delivery->snapshot ? delivery->snapshot->iteration : m_record->metrics().size());
    deliverEvents();
    followPlan();
    if (delivery->snapshot) {
        m_snapshot = delivery->snapshot;
        Q_EMIT snapshotReady(m_snapshot);
    }
    if (delivery->failure) {
        setState(SessionState::Failed);
        Q_EMIT failed(*delivery->failure);
        return;
    }
    setState(delivery->paused ? SessionState::Paused : SessionState::Running);
    if (delivery->paused && delivery->pauseReason)
        Q_EMIT pausedBecause(*delivery->pauseReason);
}

void TrainingSession::deliverMetrics(std::int64_t until)
{
    if (until <= m_rowsDelivered)
        return;
    const MetricRows news = m_record->metrics().read(m_rowsDelivered, until - m_rowsDelivered);
    m_rowsDelivered = until;
    Q_EMIT metricsReady(news);
}

void TrainingSession::deliverEvents()
{
    const std::vector<Event> events = m_record->run().events;
    if (events.size() <= m_eventsDelivered)
        return;
    const std::vector<Event> news(events.begin() + static_cast<std::ptrdiff_t>(m_eventsDelivered),
                                  events.end());
    m_eventsDelivered = events.size();
    Q_EMIT eventsReady(news);
}

void TrainingSession::followPlan()
{
    if (m_byHand || m_record->plan().events.empty())
        return;
    const Settings planned = m_record->plan().settingsAt(m_rowsDelivered);
    if (planned == m_settings)
        return;
    m_settings = planned;
    Q_EMIT settingsChanged(m_settings);
}

void TrainingSession::setState(SessionState state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged(state);
}

} // namespace gan
