#include "core/session/training_session.h"

#include "core/error.h"
#include "core/experiment.h"
#include "core/session/latest_value.h"
#include "core/session/run_engine.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

namespace gan {

namespace {

using Clock = std::chrono::steady_clock;

/// What the training thread tells the screen. The newest one says it all, so unread ones may be replaced.
struct Delivery {
    std::uint64_t runId = 0;
    std::shared_ptr<const Snapshot>
        snapshot; ///< null when there is nothing to show (LibTorch could not be loaded)
    bool paused = false;
    std::optional<Text> failure;
};

/// Pictures are taken by the clock: 25 a second at most, and at most a twentieth of the time goes into them.
class PictureClock {
public:
    bool isDue() const { return Clock::now() >= m_next; }
    void taken(Clock::time_point start)
    {
        const auto now = Clock::now();
        m_next = std::max(start + std::chrono::milliseconds(40), now + 20 * (now - start));
    }

private:
    Clock::time_point m_next{};
};

} // namespace

struct TrainingSession::Link {
    TrainerFactory makeTrainer;
    TrainingControl control;
    LatestValue<Delivery> box;
};

namespace {

/// The training thread's side: obeys orders, and posts pictures and failures.
class Worker {
public:
    using Post = std::function<void(Delivery)>;

    Worker(const TrainerFactory& makeTrainer, TrainingControl& control, Post post)
        : m_makeTrainer(makeTrainer)
        , m_control(control)
        , m_post(std::move(post))
    {
    }

    void loop()
    {
        for (Order order = m_control.next(); order.kind != Order::Kind::Stop; order = m_control.next()) {
            try {
                obey(order);
            } catch (const Error& error) {
                fail(error.text());
            }
        }
    }

private:
    void obey(Order& order)
    {
        if (order.kind == Order::Kind::Reset)
            begin(std::move(order.record));
        else if (order.kind == Order::Kind::Pause)
            publish(true);
        else if (!m_failure)
            step(order);
    }

    void begin(std::shared_ptr<RunRecord> record)
    {
        m_failure.reset();
        m_engine.reset();
        m_picture.reset();
        m_record = std::move(record);
        const std::string experiment = m_record->plan().settings.experiment().id;
        if (!m_trainer || experiment != m_experiment)
            m_trainer = m_makeTrainer(experiment);
        m_experiment = experiment;
        m_engine.emplace(*m_trainer, m_record);
    }

    void step(const Order& order)
    {
        if (order.settings)
            m_engine->change(*order.settings);
        m_engine->step(order.networks);
        if (m_engine->atPlannedEnd())
            m_control.endRun();
        if (m_clock.isDue())
            publish(false);
    }

    void publish(bool paused)
    {
        const auto start = Clock::now();
        if (m_engine)
            m_picture = std::make_shared<const Snapshot>(m_engine->picture());
        m_post({m_record->id(), m_picture, paused, m_failure});
        m_clock.taken(start);
    }

    /// The last finite picture stays; the pause that follows publishes it with the sentence.
    void fail(const Text& text)
    {
        if (m_failure) // not even the last picture can be had
            return m_post({m_record->id(), nullptr, true, m_failure});
        m_failure = text;
        m_control.endRun();
    }

    const TrainerFactory& m_makeTrainer;
    TrainingControl& m_control;
    Post m_post;
    std::unique_ptr<Trainer> m_trainer;
    std::string m_experiment;
    std::shared_ptr<RunRecord> m_record;
    std::optional<RunEngine> m_engine;
    std::shared_ptr<const Snapshot> m_picture;
    std::optional<Text> m_failure;
    PictureClock m_clock;
};

Settings checked(const Run& run)
{
    checkEvents(run);
    return run.settings;
}

} // namespace

void TrainingSession::work(TrainingSession* session, Link& link)
{
    Worker worker(link.makeTrainer, link.control, [session, &link](Delivery delivery) {
        if (link.box.put(std::make_shared<const Delivery>(std::move(delivery))))
            QMetaObject::invokeMethod(session, &TrainingSession::deliver, Qt::QueuedConnection);
    });
    worker.loop();
}

TrainingSession::TrainingSession(TrainerFactory makeTrainer, const Run& run, QObject* parent)
    : QObject(parent)
    , m_link(std::make_unique<Link>())
    , m_settings(checked(run))
{
    m_link->makeTrainer = std::move(makeTrainer);
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
    begin(run);
    Q_EMIT runStarted();
    Q_EMIT settingsChanged(m_settings);
}

void TrainingSession::setSpeedLimit(double iterationsPerSecond)
{
    m_link->control.setSpeedLimit(iterationsPerSecond);
}

void TrainingSession::begin(const Run& run)
{
    m_record = std::make_shared<RunRecord>(++m_lastRunId, run);
    m_settings = run.settings;
    m_snapshot = nullptr;
    m_byHand = false;
    m_rowsDelivered = 0;
    m_eventsDelivered = 0;
    m_link->control.reset(m_record);
    if (m_state != SessionState::Loading)
        setState(SessionState::Paused);
}

void TrainingSession::deliver()
{
    const auto delivery = m_link->box.take();
    if (!delivery || delivery->runId != m_record->id())
        return;
    // No further than the picture, so that curves and read-outs never show more than it does.
    deliverMetrics(delivery->snapshot ? delivery->snapshot->iteration : m_record->metrics().size());
    deliverEvents();
    followPlan();
    if (delivery->snapshot) {
        m_snapshot = delivery->snapshot;
        Q_EMIT snapshotReady(m_snapshot);
    }
    if (!delivery->failure)
        return setState(delivery->paused ? SessionState::Paused : SessionState::Running);
    setState(SessionState::Failed);
    Q_EMIT failed(*delivery->failure);
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
