#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <vector>

namespace gan {

/// Takes the next part of a file; throws Error when it cannot be written.
using WritePart = std::function<void(const QByteArray& part)>;
/// Hands over all parts of a file, one after the other.
using FillFile = std::function<void(const WritePart& write)>;

/// A file that is still to be written.
struct NewFile {
    QString path;
    FillFile fill;
};

/// Writes a file whole or not at all: `fill` hands over its parts, and only when all of them are on disk does
/// the file take the place of an older one. Throws Error, naming the file and the cause, when that fails.
void writeWholeFile(const QString& path, const FillFile& fill);
void writeWholeFile(const QString& path, const QByteArray& bytes);

/// The same for files that belong together: all of them are written before the first takes its place.
void writeWholeFiles(const std::vector<NewFile>& files);

/// The same for the files of a folder, which is made, with its sub-folders, where it is missing. With more
/// than 200 files the promise holds for groups of 200.
void writeFolder(const QString& folder, const std::vector<NewFile>& files);

/// Makes the folder and its parents. Throws Error when it cannot be made or written to.
void makeWritableFolder(const QString& path);

} // namespace gan
