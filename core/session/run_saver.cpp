#include "core/session/run_saver.h"

#include "core/session/current_run.h"
#include "core/session/training_thread.h"

#include <utility>

namespace gan {

RunSaver::RunSaver(const CurrentRun& current, TrainingThread& thread)
    : m_current(current)
    , m_thread(thread)
{
}

void RunSaver::save(const QString& path, Past past, std::function<void()> whenWritten)
{
    m_thread.control.save(path, m_current.shown().record, past, std::move(whenWritten));
}

void RunSaver::takeNews()
{
    for (const SaveReport& report : m_thread.saved.take())
        if (report.failure)
            Q_EMIT saveFailed(report.path, *report.failure);
        else
            Q_EMIT saved(report.path);
}

} // namespace gan
