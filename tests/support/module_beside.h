#pragma once

#include "core/model_interface.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace gan {

/// The module of networks is looked for beside the program that runs; a test stands in another folder than
/// `program`. Whether it lies beside the test too now.
inline bool linkModuleBeside(const QString& program)
{
    const QString name = QLatin1String(kModelFileName);
    const QString module = QFileInfo(program).dir().filePath(name);
    const QString beside = QDir(QCoreApplication::applicationDirPath()).filePath(name);
    return QFileInfo::exists(beside) || QFile::link(module, beside);
}

} // namespace gan
