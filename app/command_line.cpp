#include "app/command_line.h"

#include "app/usage_error.h"
#include "core/experiment.h"
#include "core/session/data_loader.h"
#include "core/session/run_file.h"
#include "core/session/saved_run_file.h"
#include "ui/text/translate.h"

#include <QCommandLineParser>

namespace gan {

namespace {

constexpr qint64 kMostIterations = 1'000'000'000'000;
constexpr int kMostSamples = 10'000'000;

/// The commands that take an option, as a sum.
enum For : int { kWindow = 1, kTrain = 2, kShow = 4 };

struct OptionRow {
    const char* name;
    const char* value; ///< what follows the option; null for a switch
    const char* help;
    int commands;
    bool hidden = false;
};

const std::vector<OptionRow>& optionRows()
{
    static const std::vector<OptionRow> rows = {
        {"iterations", "N", GE_TR("train so many iterations"), kTrain},
        {"seed", "S", GE_TR("where all random numbers start; the same as --set seed=S"), kTrain},
        {"preset", "NAME", GE_TR("start from a preset's settings (see list)"), kTrain},
        {"set", "KEY=VALUE", GE_TR("change a setting; may be repeated (see list)"), kTrain},
        {"phase", "\"N KEY=VALUE ...\"",
         GE_TR("instead of --iterations: train N iterations with these settings, then the next phase on the "
               "same "
               "networks; may be repeated"),
         kTrain},
        {"from", "FILE", GE_TR("repeat the run of a run file"), kTrain},
        {"export", "DIR",
         GE_TR("write metrics.csv, run.json, every plot as PNG, and samples.csv or, of pictures, grid.png, "
               "timeline.gif and samples/ into DIR"),
         kTrain | kShow},
        {"look", "KEY=VALUE",
         GE_TR("what the plots of --export show, such as a chosen face; may be repeated (see list)"),
         kTrain | kShow},
        {"at", "N", GE_TR("the iteration that show goes to"), kShow},
        {"replace", nullptr, GE_TR("replace what another run has left in the folder of --export"),
         kTrain | kShow},
        {"samples", "N",
         GE_TR("how many outputs of the final generator to write and to judge; 10000 values or 64 pictures"),
         kTrain | kShow},
        {"log", nullptr, GE_TR("print a line of progress on stdout every few iterations"), kTrain},
        {"theme", "light|dark|system", GE_TR("colors of the window"), kWindow},
        {"picture", "FILE",
         GE_TR("repeat the run of FILE to its end, save a picture of the window, and quit"), kWindow},
        {"startup-time", nullptr, "", kWindow, true},
    };
    return rows;
}

void addOptions(QCommandLineParser& parser)
{
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, {}});
    parser.addOption({QStringLiteral("version"), {}});
    for (const OptionRow& row : optionRows())
        parser.addOption({QLatin1String(row.name), {}, QLatin1String(row.value ? row.value : "")});
}

std::int64_t wholeNumber(const QString& text, const char* option, std::int64_t least, std::int64_t most)
{
    bool ok = false;
    const qlonglong value = text.toLongLong(&ok);
    if (!ok || value < least || value > most)
        throw UsageError(GE_TR("%1 is \"%2\"; it must be a whole number from %3 to %4."),
                         {option, text.toStdString(), std::to_string(least), std::to_string(most)});
    return value;
}

void assign(RowValues& values, const QString& assignment)
{
    const qsizetype sign = assignment.indexOf(QLatin1Char('='));
    if (sign <= 0)
        throw UsageError(GE_TR("\"%1\" is not of the form key=value."), {assignment.toStdString()});
    values.setText(assignment.left(sign).trimmed().toStdString(), assignment.mid(sign + 1).toStdString());
}

Settings startSettings(const QCommandLineParser& parser, const Experiment& experiment)
{
    Settings settings = parser.isSet(QStringLiteral("preset"))
                            ? experiment.preset(parser.value(QStringLiteral("preset")).toStdString())
                            : Settings(experiment);
    for (const QString& assignment : parser.values(QStringLiteral("set")))
        assign(settings, assignment);
    if (parser.isSet(QStringLiteral("seed")))
        settings.setText("seed", parser.value(QStringLiteral("seed")).toStdString());
    settings.checkRules();
    return settings;
}

/// The preset whose plan counts; null when none was named, or the phases are a plan of their own.
const Preset* plannedPreset(const QCommandLineParser& parser, const Experiment& experiment)
{
    if (!parser.isSet(QStringLiteral("preset")) || parser.isSet(QStringLiteral("phase")))
        return nullptr;
    return &experiment.presetNamed(parser.value(QStringLiteral("preset")).toStdString());
}

Run startRun(const QCommandLineParser& parser, const Experiment& experiment)
{
    const Settings settings = startSettings(parser, experiment);
    const Preset* preset = plannedPreset(parser, experiment);
    return preset ? experiment.planned(*preset, settings) : Run{settings};
}

/// "1000 lr_d=0.02 steps_d=1": from where the run stands, so many iterations with these changes.
void addPhase(Run& run, const QString& phase)
{
    QStringList words = phase.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const QString length = words.isEmpty() ? QString() : words.takeFirst();
    const std::int64_t iterations = wholeNumber(length, "--phase: ITERATIONS", 1, kMostIterations);
    Settings settings = run.settingsAt(run.iterations);
    for (const QString& assignment : words)
        assign(settings, assignment);
    run.noteChange(run.iterations, settings);
    run.iterations += iterations;
}

void exclude(const QCommandLineParser& parser, const char* option, std::initializer_list<const char*> others)
{
    for (const char* other : others)
        if (parser.isSet(QLatin1String(option)) && parser.isSet(QLatin1String(other)))
            throw UsageError(GE_TR("--%1 and --%2 exclude each other."), {option, other});
}

Run newRun(const QCommandLineParser& parser, const std::string& experimentId)
{
    const Experiment& experiment = experimentNamed(experimentId);
    Run run = startRun(parser, experiment);
    for (const QString& phase : parser.values(QStringLiteral("phase")))
        addPhase(run, phase);
    if (run.iterations == 0)
        run.iterations = experiment.defaultIterations;
    checkEvents(run);
    return run;
}

/// A value that its setting refuses is a mistake of the command line here, not of a file.
Run newRunOrUsageError(const QCommandLineParser& parser, const QString& experimentId)
{
    try {
        return newRun(parser, experimentId.toStdString());
    } catch (const Error& error) {
        throw UsageError(error);
    }
}

View viewOf(const QCommandLineParser& parser, const Experiment& experiment)
{
    View view(experiment);
    try {
        for (const QString& assignment : parser.values(QStringLiteral("look")))
            assign(view, assignment);
    } catch (const Error& error) {
        throw UsageError(error);
    }
    return view;
}

Run planOf(const QCommandLineParser& parser, const QStringList& names)
{
    exclude(parser, "phase", {"iterations"});
    exclude(parser, "from", {"seed", "preset", "set", "phase"});
    const bool repeats = parser.isSet(QStringLiteral("from"));
    if (names.size() != (repeats ? 0 : 1))
        throw repeats
            ? UsageError(GE_TR("--from takes the experiment from the file: leave its name out."))
            : UsageError(GE_TR("train needs the name of one experiment, such as %1."), {experiments()[0].id});
    Run run = repeats ? readRunFile(parser.value(QStringLiteral("from")))
                      : newRunOrUsageError(parser, names.first());
    if (parser.isSet(QStringLiteral("iterations")))
        run.iterations =
            wholeNumber(parser.value(QStringLiteral("iterations")), "--iterations", 1, kMostIterations);
    if (run.iterations == 0)
        throw UsageError(GE_TR("The run file names no iterations: say how many with --iterations."));
    quickData(run.settings); // before anything is written
    return run;
}

/// Refuses options of other commands.
void checkOptions(const QCommandLineParser& parser, For command)
{
    for (const OptionRow& row : optionRows())
        if (!(row.commands & command) && parser.isSet(QLatin1String(row.name)))
            throw row.commands & kTrain ? UsageError(GE_TR("--%1 belongs to the command train."), {row.name})
            : row.commands & kShow      ? UsageError(GE_TR("--%1 belongs to the command show."), {row.name})
                                        : UsageError(GE_TR("--%1 belongs to the window."), {row.name});
}

void takeOutput(const QCommandLineParser& parser, Command& command)
{
    command.exportFolder = parser.value(QStringLiteral("export"));
    if (parser.isSet(QStringLiteral("export")) && command.exportFolder.isEmpty())
        throw UsageError(GE_TR("--export needs the name of a folder."));
    command.replace = parser.isSet(QStringLiteral("replace"));
    if (parser.isSet(QStringLiteral("samples")))
        command.samples = static_cast<int>(
            wholeNumber(parser.value(QStringLiteral("samples")), "--samples", 1, kMostSamples));
}

Command trainCommand(const QCommandLineParser& parser, const QStringList& names)
{
    checkOptions(parser, kTrain);
    Command command{Command::Kind::Train};
    command.run = planOf(parser, names);
    if (const Preset* preset = plannedPreset(parser, command.run->settings.experiment()))
        command.pauseWhen = preset->pauseWhen;
    command.log = parser.isSet(QStringLiteral("log"));
    command.view = viewOf(parser, command.run->settings.experiment());
    takeOutput(parser, command);
    return command;
}

/// A saved run, or a run file that says how far it goes.
Command showCommand(const QCommandLineParser& parser, const QStringList& names)
{
    checkOptions(parser, kShow);
    if (names.size() != 1)
        throw UsageError(GE_TR("show needs one file: a saved run (.ganrun) or a run file (run.json)."));
    if (!parser.isSet(QStringLiteral("at")) || !parser.isSet(QStringLiteral("export")))
        throw UsageError(GE_TR("show needs --at N, the iteration, and --export DIR, where to write it."));
    Command command{Command::Kind::Show};
    takeOutput(parser, command);
    std::int64_t last = 0;
    if (isSavedRun(names.first())) {
        command.savedRun = names.first();
        const SavedRunSummary saved = savedRunSummary(command.savedRun);
        command.view = viewOf(parser, *saved.experiment);
        last = saved.iterations;
    } else {
        command.run = readRunFile(names.first());
        quickData(command.run->settings);
        command.view = viewOf(parser, command.run->settings.experiment());
        last = command.run->iterations;
    }
    command.iteration = wholeNumber(parser.value(QStringLiteral("at")), "--at", 0, last);
    if (command.run)
        command.run->iterations = command.iteration;
    return command;
}

Command listCommand(const QCommandLineParser& parser, const QStringList& names)
{
    if (names.size() > 1 || !parser.optionNames().isEmpty())
        throw UsageError(GE_TR("list stands alone: it shows everything."));
    return {Command::Kind::List};
}

Command windowCommand(const QCommandLineParser& parser, const QStringList& names)
{
    checkOptions(parser, kWindow);
    if (names.size() > 1)
        throw UsageError(GE_TR("One run file can be opened, not %1; the commands are train, show and list."),
                         {std::to_string(names.size())});
    Command command;
    const QString theme = parser.value(QStringLiteral("theme"));
    command.theme = themeChoiceNamed(theme);
    if (!theme.isEmpty() && !command.theme)
        throw UsageError(GE_TR("--theme is \"%1\"; it must be light, dark or system."),
                         {theme.toStdString()});
    command.picture = parser.value(QStringLiteral("picture"));
    if (!command.picture.isEmpty() && names.isEmpty())
        throw UsageError(GE_TR("--picture needs a run file to repeat."));
    command.reportStart = parser.isSet(QStringLiteral("startup-time"));
    if (names.isEmpty())
        return command;
    if (isSavedRun(names.first()) && command.picture.isEmpty())
        command.savedRun = names.first();
    else
        command.run = readRunFile(names.first());
    return command;
}

} // namespace

Command parseCommandLine(const QStringList& arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(QStringList{QString()} + arguments))
        throw UsageError(GE_TR("%1 --help shows what there is."), {parser.errorText().toStdString()});
    if (parser.isSet(QStringLiteral("help")))
        return {Command::Kind::Help};
    if (parser.isSet(QStringLiteral("version")))
        return {Command::Kind::Version};
    QStringList names = parser.positionalArguments();
    const QString first = names.value(0);
    if (first == QLatin1String("train"))
        return trainCommand(parser, names.mid(1));
    if (first == QLatin1String("show"))
        return showCommand(parser, names.mid(1));
    if (first == QLatin1String("list"))
        return listCommand(parser, names);
    return windowCommand(parser, names);
}

QString helpText()
{
    QString text = translated(GE_TR(
        "GAN Explorer shows how a generative adversarial network learns.\n"
        "\n"
        "  gan-explorer [FILE]                    open the window, with the run of a run file\n"
        "  gan-explorer train EXPERIMENT [...]    train without a window\n"
        "  gan-explorer train --from FILE [...]   repeat a run\n"
        "  gan-explorer show FILE --at N --export DIR\n"
        "                                         write what an earlier iteration of a run looked like\n"
        "  gan-explorer list                      show experiments, settings and presets\n"
        "\n"
        "Options:\n"));
    const auto line = [&](const QString& option, const QString& help) {
        text += QStringLiteral("  %1 %2\n").arg(option, -26).arg(help);
    };
    for (const OptionRow& row : optionRows())
        if (!row.hidden)
            line(QStringLiteral("--%1 %2").arg(QLatin1String(row.name), QLatin1String(row.value)),
                 translated(row.help));
    line(QStringLiteral("--help"), translated(GE_TR("show this text")));
    line(QStringLiteral("--version"), translated(GE_TR("show the version")));
    return text;
}

} // namespace gan
