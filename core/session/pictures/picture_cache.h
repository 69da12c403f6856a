#pragma once

#include "core/data/load_step.h"
#include "core/data/picture_set.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace gan {

/// What is cached: `source` names the file in the cache (what the pictures are from, and the settings), and
/// `state` changes whenever that source would give other pictures.
struct CacheKey {
    QByteArray source;
    QByteArray state;
};

/// A folder of picture sets that took long to make. Files are written whole or not at all and carry a
/// checksum; one that is damaged, of another version or of an older state is as good as none. Any thread;
/// several programs may use the same folder.
class PictureCache {
public:
    static constexpr qint64 kMostBytes = 6'000'000'000;

    /// An empty folder name: nothing is cached.
    explicit PictureCache(QString folder, qint64 mostBytes = kMostBytes);

    /// The set, or nothing. Reads about a gigabyte a second; tells `step` of bytes. Throws LoadingCanceled,
    /// and Error when there is not enough memory.
    std::optional<PictureSet> find(const CacheKey& key, const LoadStep& step) const;

    /// Keeps the set, and removes the files that were not used for longest until all of them together have at
    /// most `mostBytes`; the new one always stays. When it cannot be written (a full disk) nothing is kept
    /// and nothing is said: a cache only saves time. Throws LoadingCanceled.
    void keep(const CacheKey& key, const PictureSet& set, const LoadStep& step) const;

private:
    QString pathOf(const CacheKey& key) const;
    void removeOldest() const;

    QString m_folder;
    qint64 m_mostBytes;
};

/// The user's folder for it.
QString pictureCacheFolder();

} // namespace gan
