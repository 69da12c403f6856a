#include "core/session/autosave.h"

#include "core/error.h"

#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

namespace gan {

namespace {

/// Nothing when the file cannot be read, for instance because a newer version wrote it.
std::optional<EarlierRun> earlierRun(const QString& path)
{
    try {
        const SavedRunSummary summary = savedRunSummary(path);
        return EarlierRun{path, summary.experiment, summary.iterations, QFileInfo(path).lastModified()};
    } catch (const Error&) {
        return std::nullopt;
    }
}

} // namespace

Autosave::Autosave(TrainingSession& session, const QString& folder, std::chrono::milliseconds interval,
                   QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_folder(folder)
{
    connect(&session.saver(), &RunSaver::saved, this, [this](const QString& path) {
        if (!writes(path))
            return;
        m_written = std::exchange(m_pending, std::nullopt);
        setProblem(std::nullopt);
    });
    connect(&session.saver(), &RunSaver::saveFailed, this, [this](const QString& path, const Text& why) {
        if (!writes(path))
            return;
        m_pending.reset();
        setProblem(Text(GE_TR("This run is not being saved by itself: %1"), {why}));
    });
    connect(&m_timer, &QTimer::timeout, this, &Autosave::saveIfNews);
    m_timer.start(interval);
}

/// The save is only asked for: the session's destructor waits until it is done. Should it fail, the slot's
/// file stays, and the next start offers it.
Autosave::~Autosave()
{
    if (hasNews() && hasSlot())
        m_session.saver().save(lastPath(), Past::LeftOut, [slot = m_slot] { slot->discard(); });
    else if (m_slot)
        m_slot->renameTo(lastPath());
}

QString Autosave::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) +
           QLatin1String("/autosave");
}

QString Autosave::lastPath() const
{
    return m_folder + QLatin1String("/last.ganrun");
}

std::vector<EarlierRun> Autosave::leftBehind()
{
    for (const auto& slot : AutosaveSlot::takeAbandoned(m_folder))
        m_leftBehind[slot->path()] = slot;
    std::vector<EarlierRun> runs;
    for (const auto& [path, slot] : m_leftBehind)
        if (const auto run = earlierRun(path))
            runs.push_back(*run);
    std::sort(runs.begin(), runs.end(),
              [](const EarlierRun& a, const EarlierRun& b) { return a.when > b.when; });
    return runs;
}

void Autosave::open(const QString& path)
{
    m_session.runs().open(path);
    const auto slot = std::exchange(m_leftBehind[path], nullptr);
    m_leftBehind.erase(path);
    if (slot && hasSlot())
        save([slot] { slot->discard(); });
}

void Autosave::discard(const QString& path)
{
    const auto found = m_leftBehind.find(path);
    if (found == m_leftBehind.end())
        return;
    found->second->discard();
    m_leftBehind.erase(found);
}

std::optional<EarlierRun> Autosave::lastRun() const
{
    return earlierRun(lastPath());
}

Autosave::Moment Autosave::moment() const
{
    return {m_session.current().record()->id(), m_session.current().record()->run().iterations,
            m_session.current().settings()};
}

bool Autosave::hasNews() const
{
    const Moment now = moment();
    return !m_isHeld && now.iterations > 0 && now != m_written;
}

void Autosave::saveIfNews()
{
    if (!m_pending && hasNews() && hasSlot())
        save();
}

void Autosave::save(std::function<void()> whenWritten)
{
    m_pending = moment();
    m_session.saver().save(m_slot->path(), Past::LeftOut, std::move(whenWritten));
}

bool Autosave::hasSlot()
{
    try {
        if (!m_slot)
            m_slot = AutosaveSlot::makeIn(m_folder);
        return true;
    } catch (const Error& error) {
        setProblem(Text(GE_TR("This run is not being saved by itself: %1"), {error.text()}));
        return false;
    }
}

/// While a problem lasts its first sentence stays, however its cause is worded the next time.
void Autosave::setProblem(std::optional<Text> problem)
{
    if (problem.has_value() == m_problem.has_value())
        return;
    m_problem = std::move(problem);
    Q_EMIT problemChanged();
}

} // namespace gan
