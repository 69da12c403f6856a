#include "core/session/bundled_run.h"

#include "core/error.h"
#include "core/experiment.h"

#include <QFile>

namespace gan {

std::optional<SavedRun> bundledRun(const Settings& settings, std::uint64_t id)
{
    QFile file(QStringLiteral(":/gan/runs/%1.ganrun").arg(QLatin1String(settings.experiment().id)));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    try {
        SavedRun run = readSavedRun(file, file.fileName(), id);
        if (run.record->plan().settings == settings)
            return run;
    } catch (const Error&) { // one of an older version, which tst_bundled_run would have told
    }
    return std::nullopt;
}

} // namespace gan
