#pragma once

#include <QByteArray>
#include <QString>

class QIODevice;

#include <functional>

namespace gan {

/// Writes a file whole or not at all: `write` fills it, and only when all of it is on disk does it take the
/// place of an older one. Throws Error, naming the file and the cause, when that fails.
void writeWholeFile(const QString& path, const std::function<void(QIODevice&)>& write);
void writeWholeFile(const QString& path, const QByteArray& bytes);

/// Makes the folder and its parents. Throws Error when it cannot be made or written to.
void makeWritableFolder(const QString& path);

} // namespace gan
