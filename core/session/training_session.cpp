#include "core/session/training_session.h"

#include "core/error.h"
#include "core/experiment.h"
#include "core/session/training_thread.h"

#include <utility>

namespace gan {

namespace {

ShownRun firstRun(const Run& run)
{
    checkEvents(run);
    return {std::make_shared<RunRecord>(1, run), run.settings};
}

} // namespace

TrainingSession::TrainingSession(TrainerFactory makeTrainer, const Run& run, DataLoader loadData)
    : m_current(firstRun(run))
    , m_thread(startThread(std::move(makeTrainer), std::move(loadData)))
    , m_runs(m_current, *m_thread)
    , m_saver(m_current, *m_thread)
{
}

TrainingSession::~TrainingSession() = default;

std::unique_ptr<TrainingThread> TrainingSession::startThread(TrainerFactory makeTrainer, DataLoader loadData)
{
    connect(this, &TrainingSession::newsWaiting, this, &TrainingSession::takeNews, Qt::QueuedConnection);
    return std::make_unique<TrainingThread>(RunSource{std::move(makeTrainer), std::move(loadData)},
                                            [this] { Q_EMIT newsWaiting(); });
}

const TrainerFactory& TrainingSession::trainerFactory() const
{
    return m_thread->makeTrainer();
}

void TrainingSession::run()
{
    if (m_current.state() == SessionState::Failed)
        return;
    m_thread->control.run();
    m_current.goOn();
}

void TrainingSession::pause()
{
    m_thread->control.pause(); // Paused is reported with the exact last picture
}

void TrainingSession::step(Networks networks)
{
    if (m_current.state() != SessionState::Failed)
        m_thread->control.addStep(networks);
}

void TrainingSession::steps(Networks networks, std::int64_t count)
{
    if (m_current.state() == SessionState::Failed)
        return;
    m_thread->control.addSteps(networks, count);
    m_current.goOn();
}

void TrainingSession::changeSettings(const Settings& settings)
{
    settings.checkRules();
    bool isByHand = false;
    for (const std::string& key : settings.differencesFrom(m_current.settings())) {
        const Setting& setting = settings.experiment().setting(key);
        if (!setting.isLive())
            throw Error(GE_TR("%1 cannot change during a run: it applies with a reset."), {key});
        isByHand = isByHand || setting.applies == SettingApplies::ByHand;
    }
    if (isByHand)
        m_thread->control.showSettings(settings);
    else if (settings != m_current.settings())
        m_thread->control.changeSettings(settings);
    m_current.change(settings);
}

void TrainingSession::look(const View& view)
{
    m_thread->control.look(view);
}

void TrainingSession::pauseWhen(const std::vector<PauseCondition>& conditions)
{
    m_thread->control.pauseWhen(conditions);
}

void TrainingSession::setSpeedLimit(double iterationsPerSecond)
{
    m_speedLimit = iterationsPerSecond;
    m_thread->control.setSpeedLimit(iterationsPerSecond);
}

void TrainingSession::takeNews()
{
    m_runs.takeNews();
    m_saver.takeNews();
    takeUpdate();
}

void TrainingSession::takeUpdate()
{
    const auto update = m_thread->pictures.take();
    if (!update)
        return;
    if (update->runId != m_current.record()->id())
        return wantPicture();
    m_holdsPictures = false;
    Q_EMIT updateBegins();
    m_current.take(*update, m_thread->control.asked());
    Q_EMIT updateEnds();
    if (!m_holdsPictures)
        wantPicture();
}

void TrainingSession::wantPicture()
{
    m_thread->wanted = true;
}

} // namespace gan
