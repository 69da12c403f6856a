#include "core/session/run_engine.h"

#include "core/experiment.h"

#include <algorithm>
#include <utility>

namespace gan {

Settings settingsFor(Networks networks, Settings settings)
{
    const auto only = [&](const char* learning, const char* frozen) {
        settings.set(learning, std::max<std::int64_t>(1, settings.integer(learning)));
        settings.set(frozen, std::int64_t{0});
    };
    if (networks == Networks::DiscriminatorOnly)
        only("steps_d", "steps_g");
    if (networks == Networks::GeneratorOnly)
        only("steps_g", "steps_d");
    return settings;
}

RunEngine::RunEngine(Trainer& trainer, std::shared_ptr<RunRecord> record)
    : m_trainer(trainer)
    , m_record(std::move(record))
    , m_settings(m_record->plan().settings)
    , m_applied(m_settings)
    , m_measureEvery(m_settings.integer("measure_every"))
{
    m_trainer.reset(m_settings, m_record->data());
    TrainerInfo info = m_trainer.info();
    MetricColumns columns = std::move(info.ownColumns);
    columns.insert(columns.end(), info.measuredColumns.begin(), info.measuredColumns.end());
    m_record->metrics().setExperimentColumns(columns);
    m_record->noteLibrary(info.library);
    m_record->noteDevices(info.devices);
    keepPicture();
}

RunEngine::RunEngine(Trainer& trainer, SavedRun saved)
    : RunEngine(trainer, saved.record)
{
    const Run soFar = m_record->run();
    m_iteration = soFar.iterations;
    m_applied = soFar.settingsAt(m_iteration);
    m_trainer.apply(m_applied);
    m_trainer.restore(saved.resumption.trainerState);
    m_settings = saved.resumption.settings;
    m_followsPlan = saved.resumption.followsPlan;
    followPlan(); // what the plan changes here was not yet asked for when the state was taken
    if (m_record->timeline().iterations().size() < 2) // read from a file, which has none
        keepPicture();
    keepState(true);
}

Resumption RunEngine::suspend() const
{
    return {m_settings, m_followsPlan, m_previewed ? *m_previewed : m_trainer.save()};
}

void RunEngine::change(const Settings& settings)
{
    m_settings = settings;
    m_followsPlan = false;
    m_isAskedNoted = false;
}

void RunEngine::preview(const Settings& settings)
{
    endPreview();
    m_previewed = m_trainer.save();
    m_trainer.apply(settings);
}

void RunEngine::endPreview()
{
    if (!m_previewed)
        return;
    m_trainer.apply(m_applied);
    m_trainer.restore(*m_previewed);
    m_previewed.reset();
}

void RunEngine::followPlan()
{
    const auto& events = m_record->plan().events;
    if (!m_followsPlan)
        return;
    for (; m_plannedEvents < events.size() && events[m_plannedEvents].iteration <= m_iteration;
         ++m_plannedEvents) {
        m_settings.set(events[m_plannedEvents].key, events[m_plannedEvents].value);
        m_isAskedNoted = false;
    }
}

void RunEngine::applyFor(Networks networks)
{
    endPreview();
    const Settings wanted = settingsFor(networks, m_settings);
    if (wanted == m_applied)
        return;
    keepState(true); // where a hand has changed something it will want to look again
    m_trainer.apply(wanted);
    m_record->noteChange(m_iteration, wanted);
    m_applied = wanted;
}

void RunEngine::step(Networks networks)
{
    followPlan();
    noteAsked();
    applyFor(networks);
    StepMetrics metrics = m_trainer.step();
    ++m_iteration;
    const bool onGrid = m_iteration % m_measureEvery == 0;
    if (onGrid)
        metrics.measured = m_trainer.measure();
    m_record->metrics().append(metrics);
    m_record->noteIteration(m_iteration);
    if (onGrid)
        keepPicture();
    if (atPlannedEnd() || m_record->timeline().wantsState(m_iteration))
        keepState(atPlannedEnd());
    watch();
}

void RunEngine::noteAsked()
{
    if (!std::exchange(m_isAskedNoted, true))
        m_record->noteAsked(m_iteration, {m_settings, m_followsPlan});
}

/// The timeline has the beginning, every moment of the grid, and where a saved run went on.
void RunEngine::keepPicture()
{
    Snapshot picture = m_trainer.timelinePicture();
    if (picture.find<Pictures>("generated"))
        m_record->timeline().add(std::move(picture));
}

/// Iteration 0 needs none: a reset is that state.
void RunEngine::keepState(bool isFixed)
{
    if (m_iteration > 0)
        m_record->timeline().addState(m_iteration, suspend(), isFixed);
}

void RunEngine::pauseWhen(const std::vector<PauseCondition>& conditions)
{
    m_watches.clear();
    for (const PauseCondition& condition : conditions)
        m_watches.emplace_back(condition, condition.column.empty()
                                              ? Text("")
                                              : Text(m_settings.experiment().column(condition.column).label));
}

void RunEngine::watch()
{
    m_pauseReason.reset();
    if (m_watches.empty())
        return;
    const MetricRows newest = m_record->metrics().read(m_iteration - 1, 1);
    for (PauseWatch& watch : m_watches) // each sees every row, also when an earlier one has found a reason
        if (const auto reason = watch.see(m_iteration, *newest.columns, newest.row(0)))
            m_pauseReason = reason;
}

bool RunEngine::atPlannedEnd() const
{
    return m_iteration == m_record->plan().iterations;
}

} // namespace gan
