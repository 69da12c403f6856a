#include "core/session/whole_file.h"

#include "core/error.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryFile>

namespace gan {

void writeWholeFile(const QString& path, const std::function<void(QIODevice&)>& write)
{
    QSaveFile file(path);
    const auto failed = [&] {
        throw Error(GE_TR("The file %1 cannot be written: %2."),
                    {path.toStdString(), file.errorString().toStdString()});
    };
    // A new file takes the place of the old name; for a device (/dev/null) that would be the end of the device.
    if (const QFileInfo old(path); old.exists() && !old.isFile())
        throw Error(GE_TR("%1 cannot be written: it is a folder or a device, not a file."), {path.toStdString()});
    if (!file.open(QIODevice::WriteOnly))
        failed();
    write(file);
    if (!file.commit())
        failed();
}

void writeWholeFile(const QString& path, const QByteArray& bytes)
{
    writeWholeFile(path, [&](QIODevice& device) { device.write(bytes); });
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
