#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

namespace gan {

/// Takes the next part of a file; throws Error when it cannot be written.
using WritePart = std::function<void(const QByteArray& part)>;

/// Writes a file whole or not at all: `fill` hands over its parts, and only when all of them are on disk does
/// the file take the place of an older one. Throws Error, naming the file and the cause, when that fails.
void writeWholeFile(const QString& path, const std::function<void(const WritePart&)>& fill);
void writeWholeFile(const QString& path, const QByteArray& bytes);

/// Makes the folder and its parents. Throws Error when it cannot be made or written to.
void makeWritableFolder(const QString& path);

} // namespace gan
