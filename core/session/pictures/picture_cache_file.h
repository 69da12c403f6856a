#pragma once

#include "core/data/load_step.h"
#include "core/data/picture_set.h"

#include <QCryptographicHash>
#include <QFile>

#include <optional>

namespace gan {

/// Of all that the cache tells apart: the fastest that Qt has.
inline constexpr auto kCacheHash = QCryptographicHash::Blake2b_256;

/// Writes the set, with the state of its source, whole or not at all. Throws Error and LoadingCanceled.
void writeCacheFile(const QString& path, const QByteArray& state, const PictureSet& set,
                    const LoadStep& step);

/// Reads it back from an open file; nothing when it is damaged, of another version, or `state` differs. Needs
/// no more memory than the file is long. Throws LoadingCanceled.
std::optional<PictureSet> readCacheFile(QFile& file, const QByteArray& state, const LoadStep& step);

} // namespace gan
