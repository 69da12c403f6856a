#include "core/session/autosave_slot.h"

#include "core/error.h"
#include "core/session/whole_file.h"

#include <QDir>
#include <QFileInfo>
#include <QUuid>

#include <filesystem>
#include <system_error>

namespace gan {

namespace {

constexpr QLatin1String kPrefix("running-");
constexpr QLatin1String kSuffix(".ganrun");

/// The paths of all slots of which anything is there: the file, its lock, or a save that was killed.
QStringList slotPaths(const QString& folder)
{
    QStringList paths;
    for (const QString& name : QDir(folder).entryList({kPrefix + '*'}, QDir::Files, QDir::Time)) {
        const qsizetype end = name.indexOf(kSuffix);
        const QString path = folder + '/' + name.left(end) + kSuffix;
        if (end > 0 && !paths.contains(path))
            paths += path;
    }
    return paths;
}

} // namespace

AutosaveSlot::AutosaveSlot(const QString& path)
    : m_path(path)
    , m_lock(path + QLatin1String(".lock"))
{
    m_lock.setStaleLockTime(0); // a window may live for days; only its death frees the slot
}

std::shared_ptr<AutosaveSlot> AutosaveSlot::take(const QString& path)
{
    std::shared_ptr<AutosaveSlot> slot(new AutosaveSlot(path));
    return slot->m_lock.tryLock(0) ? slot : nullptr;
}

std::shared_ptr<AutosaveSlot> AutosaveSlot::makeIn(const QString& folder)
{
    makeWritableFolder(folder);
    const QString path = folder + '/' + kPrefix + QUuid::createUuid().toString(QUuid::Id128) + kSuffix;
    if (auto slot = take(path))
        return slot;
    throw Error(GE_TR("The folder %1 cannot be written to: %2."),
                {folder.toStdString(), GE_TR("no lock can be made in it")});
}

std::vector<std::shared_ptr<AutosaveSlot>> AutosaveSlot::takeAbandoned(const QString& folder)
{
    std::vector<std::shared_ptr<AutosaveSlot>> abandoned;
    for (const QString& path : slotPaths(folder)) {
        const auto slot = take(path);
        if (!slot)
            continue;
        slot->removeUnfinished();
        if (QFileInfo::exists(path))
            abandoned.push_back(slot);
    }
    return abandoned;
}

void AutosaveSlot::discard()
{
    QFile::remove(m_path);
}

bool AutosaveSlot::renameTo(const QString& path)
{
    std::error_code error; // QFile::rename() takes no other file's place
    std::filesystem::rename(QFileInfo(m_path).filesystemFilePath(), QFileInfo(path).filesystemFilePath(),
                            error);
    return !error;
}

void AutosaveSlot::removeUnfinished()
{
    const QFileInfo file(m_path);
    for (const QString& name : file.dir().entryList({file.fileName() + QLatin1String(".*")}, QDir::Files))
        if (!name.endsWith(QLatin1String(".lock")))
            QFile::remove(file.dir().filePath(name));
}

} // namespace gan
