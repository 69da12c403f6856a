#include "core/session/whole_file.h"

#include "core/error.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryFile>

namespace gan {

void writeWholeFile(const QString& path, const std::function<void(const WritePart&)>& fill)
{
    // A new file takes the place of the old name; for a device (/dev/null) that would be the end of the
    // device.
    if (const QFileInfo old(path); old.exists() && !old.isFile())
        throw Error(GE_TR("%1 cannot be written: it is a folder or a device, not a file."),
                    {path.toStdString()});
    QSaveFile file(path);
    const auto check = [&](bool fine) {
        if (fine)
            return;
        const bool cause = file.error() != QFileDevice::NoError;
        throw Error(
            GE_TR("The file %1 cannot be written: %2."),
            {path.toStdString(), cause ? Text(file.errorString().toStdString()) : GE_TR("the disk is full")});
    };
    check(file.open(QIODevice::WriteOnly));
    // On a full disk write() may take a part of the bytes and report no error.
    fill([&](const QByteArray& part) { check(file.write(part) == part.size()); });
    check(file.flush()); // Qt 6.4's commit() takes no notice when its own flush fails
    check(file.commit());
}

void writeWholeFile(const QString& path, const QByteArray& bytes)
{
    writeWholeFile(path, [&](const WritePart& write) { write(bytes); });
}

void makeWritableFolder(const QString& path)
{
    if (!QDir().mkpath(path) || !QFileInfo(path).isDir())
        throw Error(
            GE_TR("The folder %1 cannot be made: no permission, or a file of that name is in the way."),
            {path.toStdString()});
    QTemporaryFile probe(path + QLatin1String("/.write-test-XXXXXX"));
    if (!probe.open())
        throw Error(GE_TR("The folder %1 cannot be written to: %2."),
                    {path.toStdString(), probe.errorString().toStdString()});
}

} // namespace gan
