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
