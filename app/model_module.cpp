#include "app/model_module.h"

#include "core/error.h"
#include "core/model_interface.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLibrary>

#include <mutex>

namespace gan {

namespace {

struct Module {
    decltype(&ganMakeTrainer) makeTrainer = nullptr;
};

QString modulePath()
{
    const QDir program(QCoreApplication::applicationDirPath());
    for (const char* place : {kModelFileName, "../lib/gan-explorer/"}) {
        QString path = program.filePath(QLatin1String(place));
        if (path.endsWith(QLatin1Char('/')))
            path += QLatin1String(kModelFileName);
        if (QFileInfo(path).isFile())
            return QDir::cleanPath(path);
    }
    throw Error(GE_TR("The module %1 with the networks is missing: it must be beside the program in %2 or in "
                      "../lib/gan-explorer from there."),
                {kModelFileName, program.path().toStdString()});
}

Module load()
{
    QLibrary library(modulePath());
    library.setLoadHints(QLibrary::ResolveAllSymbolsHint | QLibrary::PreventUnloadHint);
    if (!library.load())
        throw Error(GE_TR("The module with the networks cannot be loaded: %1"),
                    {library.errorString().toStdString()});
    const auto interface =
        reinterpret_cast<decltype(&ganModelInterface)>(library.resolve("ganModelInterface"));
    const auto makeTrainer = reinterpret_cast<decltype(&ganMakeTrainer)>(library.resolve("ganMakeTrainer"));
    if (!interface || !makeTrainer || std::string_view(interface()) != kModelInterface)
        throw Error(
            GE_TR("The module %1 does not belong to this version of the program; build or install both "
                  "together."),
            {library.fileName().toStdString()});
    return {makeTrainer};
}

} // namespace

TrainerFactory modelModule()
{
    return [](std::string_view experimentId) {
        static const Module module = load();
        return std::unique_ptr<Trainer>(module.makeTrainer(std::string(experimentId).c_str()));
    };
}

void setThreadEnvironment()
{
    for (const char* variable : {"OMP_WAIT_POLICY=passive", "OPENBLAS_NUM_THREADS=1"}) {
        const QByteArrayView entry(variable);
        const qsizetype sign = entry.indexOf('=');
        const QByteArray name = entry.first(sign).toByteArray();
        if (!qEnvironmentVariableIsSet(name))
            qputenv(name, entry.sliced(sign + 1).toByteArray());
    }
}

} // namespace gan
