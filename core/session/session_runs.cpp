#include "core/session/session_runs.h"

#include "core/device.h"
#include "core/experiment.h"
#include "core/session/bundled_run.h"
#include "core/session/continued_run.h"
#include "core/session/data_loader.h"
#include "core/session/training_thread.h"

#include <utility>

namespace gan {

SessionRuns::SessionRuns(CurrentRun& current, TrainingThread& thread)
    : m_current(current)
    , m_thread(thread)
    , m_lastId(current.record()->id())
{
    connect(&current, &CurrentRun::snapshotReady, this, &SessionRuns::noteDevices);
    m_thread.control.reset(current.shown().record);
}

void SessionRuns::reset(const Settings& settings)
{
    open(Run{settings});
}

void SessionRuns::open(const Run& run)
{
    checkEvents(run);
    checkMeans(run.settings);
    begin({std::make_shared<RunRecord>(++m_lastId, run), run.settings});
}

void SessionRuns::open(const QString& savedRun)
{
    SavedRun saved = readSavedRun(savedRun, ++m_lastId);
    checkMeans(saved.record->plan().settings);
    resume(std::move(saved));
}

bool SessionRuns::openBundled(const Settings& settings)
{
    std::optional<SavedRun> run = bundledRun(settings, m_lastId + 1);
    if (!run)
        return false;
    m_bundledId = ++m_lastId;
    resume(std::move(*run));
    Q_EMIT bundledOpened();
    return true;
}

void SessionRuns::show(const Experiment& experiment)
{
    if (&experiment == &m_current.settings().experiment())
        return;
    if (const ShownRun* kept = m_shelf.kept(experiment))
        begin(*kept);
    else if (const Settings defaults(experiment); !openBundled(defaults))
        open(Run{defaults});
}

void SessionRuns::undoReset()
{
    std::optional<SavedRun> last = m_shelf.takeNewestEnded(m_current.settings().experiment());
    if (last)
        resume(std::move(*last));
}

void SessionRuns::continueFrom(std::int64_t iteration, Resumption state)
{
    resume(continuedRun(*m_current.record(), iteration, std::move(state), ++m_lastId));
}

void SessionRuns::takeNews()
{
    takeEnded();
    for (Refusal& refusal : m_thread.refused.take())
        if (refusal.runId == m_current.record()->id()) // otherwise another run has begun since
            returnFrom(std::move(refusal));
}

void SessionRuns::noteDevices()
{
    if (m_devices.empty())
        m_devices = m_current.record()->devices();
}

/// What is refused here leaves the current run untouched. Before LibTorch is loaded nobody knows its devices;
/// the trainer then refuses. Data is looked for at once.
void SessionRuns::checkMeans(const Settings& settings) const
{
    if (!m_devices.empty())
        requireDevice(settings, m_devices);
    quickData(settings);
}

void SessionRuns::resume(SavedRun saved)
{
    saved.record->timeline().setLimits(Timeline::current());
    ShownRun shown{saved.record, saved.resumption.settings, !saved.resumption.followsPlan};
    begin(std::move(shown), std::move(saved.resumption));
}

/// Another run becomes the current one; another experiment's leaves this one on the shelf. The thread is told
/// first: whoever listens may give the new run commands.
void SessionRuns::begin(ShownRun run, std::optional<Resumption> resumption)
{
    if (&run.settings.experiment() != &m_current.settings().experiment())
        m_shelf.keep(m_current.shown());
    m_thread.control.reset(run.record, std::move(resumption));
    m_current.become(std::move(run));
    Q_EMIT endedChanged(); // they are those of the run's experiment
}

void SessionRuns::takeEnded()
{
    std::vector<SavedRun> ended = m_thread.ended.take();
    if (ended.empty())
        return;
    for (SavedRun& run : ended) {
        run.record->timeline().setLimits(Timeline::ended());
        m_shelf.addEnded(std::move(run));
    }
    Q_EMIT endedChanged();
}

/// Nobody has asked for a bundled run: in its place the same begins from nothing.
void SessionRuns::returnFrom(Refusal refusal)
{
    const Resumption& state = refusal.back.resumption;
    const Settings wanted = m_current.record()->plan().settings;
    m_thread.control.forgetSettings();
    m_current.become({refusal.back.record, state.settings, !state.followsPlan});
    Q_EMIT endedChanged();
    if (refusal.runId == m_bundledId)
        return open(Run{wanted});
    Q_EMIT refused(refusal.why);
}

} // namespace gan
