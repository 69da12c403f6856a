#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

namespace gan {

/// All bytes of a file; "(none)" when it cannot be read.
inline QByteArray content(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

} // namespace gan
