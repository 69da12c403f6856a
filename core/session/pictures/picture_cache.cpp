#include "core/session/pictures/picture_cache.h"

#include "core/session/pictures/picture_cache_file.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace gan {

namespace {

constexpr char kEnding[] = ".pictures";

} // namespace

PictureCache::PictureCache(QString folder, qint64 mostBytes)
    : m_folder(std::move(folder))
    , m_mostBytes(mostBytes)
{
}

QString PictureCache::pathOf(const CacheKey& key) const
{
    const QByteArray name = QCryptographicHash::hash(key.source, kCacheHash).toHex().left(32);
    return m_folder + QLatin1Char('/') + QString::fromLatin1(name) + QLatin1String(kEnding);
}

std::optional<PictureSet> PictureCache::find(const CacheKey& key, const LoadStep& step) const
{
    QFile file(pathOf(key));
    // Opened to write as well: the time of the last use is noted.
    if (m_folder.isEmpty() || !file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        return std::nullopt;
    std::optional<PictureSet> set = readCacheFile(file, key.state, step);
    if (set)
        file.setFileTime(QDateTime::currentDateTime(), QFileDevice::FileModificationTime);
    return set;
}

void PictureCache::keep(const CacheKey& key, const PictureSet& set, const LoadStep& step) const
{
    if (m_folder.isEmpty() || !QDir().mkpath(m_folder))
        return;
    try {
        writeCacheFile(pathOf(key), key.state, set, step);
    } catch (const LoadingCanceled&) {
        throw;
    } catch (const Error&) {
        return;
    }
    removeOldest();
}

void PictureCache::removeOldest() const
{
    const QFileInfoList files =
        QDir(m_folder).entryInfoList({QLatin1Char('*') + QLatin1String(kEnding)}, QDir::Files, QDir::Time);
    qint64 total = 0;
    for (const QFileInfo& file : files) { // the newest first
        total += file.size();
        if (total > m_mostBytes && file.filePath() != files.first().filePath())
            QFile::remove(file.filePath());
    }
}

QString pictureCacheFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QLatin1String("/pictures");
}

} // namespace gan
