#include "app/commands.h"
#include "app/model_module.h"
#include "app/translations.h"
#include "app/usage_error.h"
#include "core/device.h"
#include "core/experiment.h"
#include "ui/text/translate.h"

#include <QApplication>
#include <QTextStream>

#include <new>
#include <system_error>

using namespace gan;

namespace {

int print(const QString& text)
{
    QTextStream(stdout) << text;
    return 0;
}

/// Plots are drawn without a display; of what only a display needs Qt would complain on stderr.
void prepareForNoDisplay()
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    static QtMessageHandler others = nullptr;
    others =
        qInstallMessageHandler([](QtMsgType type, const QMessageLogContext& context, const QString& message) {
            const bool ofDisplay = message.startsWith(QLatin1String("QStandardPaths: XDG_RUNTIME_DIR")) ||
                                   message.contains(QLatin1String("propagateSizeHints"));
            if (!ofDisplay)
                others(type, context, message);
        });
}

/// From the module that a training would load; needs no display.
QString libraryLine()
{
    try {
        const auto trainer = modelModule()(experiments().front().id);
        return QString::fromStdString(libraryText(trainer->info().library, trainer->info().devices));
    } catch (const Error& error) {
        return translated(Text(GE_TR("LibTorch cannot be used: %1"), {error.text()}));
    }
}

/// What is said without a window: an application knows where the program lies, and so its languages and its
/// module.
template <class Say>
auto inLanguage(int argc, char** argv, Say say)
{
    const QCoreApplication application(argc, argv);
    loadTranslations();
    return say();
}

int printVersion()
{
    return print(QStringLiteral("GAN Explorer %1\n%2\n").arg(QStringLiteral(GAN_VERSION), libraryLine()));
}

int run(const Command& command, int argc, char** argv)
{
    switch (command.kind) {
    case Command::Kind::Help:
        return inLanguage(argc, argv, [] { return print(helpText()); });
    case Command::Kind::Version:
        return inLanguage(argc, argv, printVersion);
    case Command::Kind::List:
        return inLanguage(argc, argv, runListCommand);
    case Command::Kind::Train:
    case Command::Kind::Show:
        prepareForNoDisplay();
        break;
    case Command::Kind::Window:
        if (!command.picture.isEmpty())
            prepareForNoDisplay();
        break;
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("GAN Explorer"));
    QApplication::setApplicationVersion(QStringLiteral(GAN_VERSION));
    loadTranslations();
    switch (command.kind) {
    case Command::Kind::Train:
        return runTrainCommand(command);
    case Command::Kind::Show:
        return runShowCommand(command);
    default:
        return runWindowCommand(command);
    }
}

int complain(const Error& error, int exitCode)
{
    QTextStream(stderr) << "gan-explorer: " << translated(error.text()) << '\n';
    return exitCode;
}

} // namespace

int main(int argc, char** argv)
{
    setThreadEnvironment();
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    try {
        return run(inLanguage(argc, argv, [&] { return parseCommandLine(arguments); }), argc, argv);
    } catch (const UsageError& error) {
        return inLanguage(argc, argv, [&] { return complain(error, 2); });
    } catch (const Error& error) {
        return inLanguage(argc, argv, [&] { return complain(error, 1); });
    } catch (const std::bad_alloc&) {
        return complain(Error(GE_TR("There is not enough memory for this.")), 1);
    } catch (const std::system_error& error) { // no thread can be had
        return complain(Error(GE_TR("The program cannot go on: %1."), {error.code().message()}), 1);
    }
}
