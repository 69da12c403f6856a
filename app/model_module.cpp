#include "app/model_module.h"

#include "core/error.h"
#include "core/model_interface.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLibrary>

namespace gan {

namespace {

QString modulePath()
{
    const QDir program(QCoreApplication::applicationDirPath());
    for (const char* folder : {".", "../lib/gan-explorer"}) {
        const QString path =
            QDir(program.filePath(QLatin1String(folder))).filePath(QLatin1String(kModelFileName));
        if (QFileInfo(path).isFile())
            return QDir::cleanPath(path);
    }
    throw Error(GE_TR("The module %1 with the networks is missing: it must be beside the program in %2 or in "
                      "../lib/gan-explorer from there."),
                {std::string(kModelFileName), program.path().toStdString()});
}

[[noreturn]] void failToLoad(const QString& why)
{
    // Words of the dynamic linker, which translates none of them.
    for (const char* memory : {"failed to map segment", "Cannot allocate memory", "cannot allocate memory"})
        if (why.contains(QLatin1String(memory)))
            throw Error(GE_TR("There is not enough memory to load LibTorch, which needs about 1 GB."));
    throw Error(GE_TR("The module with the networks cannot be loaded: %1"), {why.toStdString()});
}

template <class Function>
Function* resolve(QLibrary& library, const char* symbol)
{
    return reinterpret_cast<Function*>(library.resolve(symbol));
}

MakeTrainerFunction* loadModule()
{
    QLibrary library(modulePath());
    library.setLoadHints(QLibrary::ResolveAllSymbolsHint | QLibrary::PreventUnloadHint);
    if (!library.load())
        failToLoad(library.errorString());
    auto* const interface = resolve<ModelInterfaceFunction>(library, kModelInterfaceSymbol);
    auto* const makeTrainer = resolve<MakeTrainerFunction>(library, kMakeTrainerSymbol);
    if (!interface || !makeTrainer || std::string_view(interface()) != kModelInterface)
        throw Error(
            GE_TR("The module %1 does not belong to this version of the program; build or install both "
                  "together."),
            {library.fileName().toStdString()});
    return makeTrainer;
}

} // namespace

TrainerFactory modelModule()
{
    return [](std::string_view experimentId) {
        static MakeTrainerFunction* const makeTrainer = loadModule();
        return std::unique_ptr<Trainer>(makeTrainer(std::string(experimentId).c_str()));
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
