#include "app/commands.h"
#include "app/model_module.h"
#include "app/progress_bar.h"
#include "app/usage_error.h"
#include "core/error.h"
#include "core/experiment.h"
#include "core/session/continued_run.h"
#include "core/session/data_loader.h"
#include "core/session/pictures/picture_cache.h"
#include "core/session/replay.h"
#include "core/session/run_engine.h"
#include "core/session/saved_run_file.h"
#include "ui/export/export_folder.h"
#include "ui/export/plot_export.h"
#include "ui/pages/filled_sheet.h"
#include "ui/pages/plot_sheet.h"
#include "ui/text/translate.h"

#include <QTextStream>

#include <algorithm>
#include <atomic>
#include <csignal>

namespace gan {

namespace {

std::atomic<bool> interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler writes it");

/// On stderr, while pictures are loaded.
LoadStep loadingBar()
{
    return [bar = std::shared_ptr<ProgressBar>(), ofTotal = std::int64_t{0}](std::int64_t done,
                                                                             std::int64_t total) mutable {
        if (total > 0 && total != ofTotal) {
            bar = std::make_shared<ProgressBar>(total);
            ofTotal = total;
        }
        if (bar)
            done < total ? bar->show(done) : bar->finish();
        return !interrupted;
    };
}

/// How many files cannot be used, and the first ones by name.
void reportUnusable(const PictureSet& set)
{
    constexpr std::size_t most = 10;
    if (set.unusable.empty())
        return;
    QTextStream out(stderr);
    out << translated(Text(GE_TR("Pictures that are used: %1. Files that cannot be used: %2."),
                           {std::to_string(set.count()), std::to_string(set.unusable.size())}))
        << '\n';
    for (std::size_t i = 0; i < std::min(most, set.unusable.size()); ++i)
        out << "  " << QString::fromStdString(set.unusable[i].path) << ": "
            << translated(set.unusable[i].reason.c_str()) << '\n';
}

void provideData(RunRecord& record)
{
    provideData(record, dataLoader(loadingBar(), pictureCacheFolder(), reportUnusable));
}

std::unique_ptr<Trainer> trainerOf(const Experiment& experiment)
{
    return modelModule()(experiment.id);
}

/// A run from its beginning, paused.
std::unique_ptr<RunEngine> beginRun(Trainer& trainer, const Run& run)
{
    const auto record = std::make_shared<RunRecord>(1, run);
    provideData(*record);
    return std::make_unique<RunEngine>(trainer, record);
}

/// A run as it was after `iteration`; from a kept state before it, the steps between are repeated.
std::unique_ptr<RunEngine> goBack(Trainer& trainer, const SavedRun& saved, std::int64_t iteration)
{
    provideData(*saved.record);
    Replay replay(trainer, saved.record);
    ProgressBar progress(iteration, ProgressBar::Shown::OnTerminal);
    const bool isThere = replay.reach(iteration, [&] {
        progress.show(replay.iteration());
        return !interrupted;
    });
    progress.finish();
    if (!isThere)
        throw Error(GE_TR("Interrupted before iteration %1 was reached."), {std::to_string(iteration)});
    return std::make_unique<RunEngine>(trainer, continuedRun(*saved.record, iteration, replay.state(), 1));
}

/// One run on the command line, from where it begins to its files.
class TrainCommand {
public:
    /// The trainer is the engine's.
    TrainCommand(const Command& command, std::unique_ptr<Trainer> trainer, std::unique_ptr<RunEngine> engine)
        : m_command(command)
        , m_trainer(std::move(trainer))
        , m_engine(std::move(engine))
        , m_record(m_engine->record())
        , m_end(command.run ? command.run->iterations : command.iteration)
    {
        m_engine->pauseWhen(command.pauseWhen);
    }

    int run()
    {
        const bool done = train();
        const std::vector<Readout> readouts = m_trainer->finalReadouts(sampleCount());
        if (!m_command.exportFolder.isEmpty())
            exportAll(readouts);
        report(readouts);
        return done ? 0 : 1;
    }

private:
    /// False when the run stopped before its end; the sentence is then on stderr.
    bool train()
    {
        ProgressBar progress(m_end,
                             m_command.log ? ProgressBar::Shown::Never : ProgressBar::Shown::OnTerminal);
        try {
            for (; isGoingOn(); progress.show(m_engine->iteration())) {
                m_engine->step();
                if (m_command.log)
                    log(progress.secondsSinceStart());
            }
        } catch (const Error& error) {
            m_stopped = error.text();
        }
        progress.finish();
        m_seconds = progress.secondsSinceStart();
        if (m_engine->iteration() < m_end && !m_stopped && !m_engine->pauseReason())
            m_stopped = Text(GE_TR("Interrupted after iteration %1 of %2."),
                             {std::to_string(m_engine->iteration()), std::to_string(m_end)});
        if (m_stopped)
            QTextStream(stderr) << translated(*m_stopped) << '\n';
        return !m_stopped;
    }

    bool isGoingOn() const
    {
        return m_engine->iteration() < m_end && !interrupted && !m_engine->pauseReason();
    }

    void log(double seconds)
    {
        const MetricRows newest = m_record->metrics().read(m_engine->iteration() - 1, 1);
        const LogMoment moment{m_engine->settings(), m_engine->iteration(), seconds, *newest.columns,
                               newest.row(0)};
        if (const auto line = m_engine->settings().experiment().logLine(moment))
            QTextStream(stdout) << QString::fromStdString(*line) << '\n';
    }

    void exportAll(const std::vector<Readout>& readouts) const
    {
        RunExport taken{m_record->run(), {m_record->library(), readouts}, m_record};
        takePictures(taken);
        const auto plots = filledPlots();
        const auto files = folderFiles(m_command.exportFolder, taken, *plots, {});
        writeFolder(m_command.exportFolder, files);
        removeLeftovers(m_command.exportFolder, files);
    }

    int sampleCount() const
    {
        constexpr int usualPictures = 64, usualValues = 10000;
        const bool ofPictures = m_trainer->timelinePicture().find<Pictures>("generated") != nullptr;
        return m_command.samples.value_or(ofPictures ? usualPictures : usualValues);
    }

    void takePictures(RunExport& taken) const
    {
        const Snapshot samples = m_trainer->samples(sampleCount()), moment = m_trainer->timelinePicture();
        if (const Table* table = samples.find<Table>("samples"))
            taken.samples = *table;
        if (const Pictures* pictures = samples.find<Pictures>("samples"))
            taken.samplePictures = *pictures;
        if (const Pictures* grid = moment.find<Pictures>("generated"))
            taken.grid = *grid;
    }

    /// The window's own plots, filled with all that the run has logged.
    std::unique_ptr<PlotSheet> filledPlots() const
    {
        auto sheet = filledSheet(*m_record, m_engine->iteration(), *m_command.view, Theme::light());
        sheet->show(m_engine->viewer().probe(*m_command.view));
        return sheet;
    }

    void report(const std::vector<Readout>& readouts) const
    {
        QTextStream out(stdout);
        if (m_engine->pauseReason())
            out << translated(*m_engine->pauseReason()) << '\n';
        out << translated(reportHead());
        for (const Readout& readout : readouts)
            out << "; " << QString::fromStdString(readout.name) << ' '
                << QString::number(readout.value, 'g', 4);
        out << '\n';
    }

    Text reportHead() const
    {
        const std::string iteration = std::to_string(m_engine->iteration());
        if (m_command.kind == Command::Kind::Show)
            return {GE_TR("iteration %1"), {iteration}};
        const double each = double(m_engine->iteration()) / m_seconds;
        return Text::counted(GE_TR_N("%1 iterations in %2 s (%3/s)"), m_engine->iteration(),
                             {iteration, QString::number(m_seconds, 'f', 1).toStdString(),
                              QString::number(each, 'f', 0).toStdString()});
    }

    const Command& m_command;
    const std::unique_ptr<Trainer> m_trainer;
    const std::unique_ptr<RunEngine> m_engine;
    const std::shared_ptr<const RunRecord> m_record;
    const std::int64_t m_end;
    std::optional<Text> m_stopped;
    double m_seconds = 0;
};

} // namespace

namespace {

/// Before anything is trained.
void prepareExport(const Command& command, const Run& run)
{
    if (command.exportFolder.isEmpty())
        return;
    if (const auto other = otherRunIn(command.exportFolder, run); other && !command.replace)
        throw UsageError(GE_TR("%1 Name another folder, or add --replace."), {*other});
    makeWritableFolder(command.exportFolder);
}

/// What there is is written before the program ends: also when the terminal is closed (SIGHUP), or whoever
/// read the output has gone (SIGPIPE, after which writing merely fails).
void handleSignals()
{
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        std::signal(signal, [](int) { interrupted = true; });
    std::signal(SIGPIPE, SIG_IGN);
}

} // namespace

int runTrainCommand(const Command& command)
{
    prepareExport(command, *command.run);
    handleSignals();
    auto trainer = trainerOf(command.run->settings.experiment());
    auto engine = beginRun(*trainer, *command.run);
    return TrainCommand(command, std::move(trainer), std::move(engine)).run();
}

int runShowCommand(const Command& command)
{
    if (command.savedRun.isEmpty())
        return runTrainCommand(command);
    const SavedRun saved = readSavedRun(command.savedRun, 1);
    prepareExport(command, saved.record->run());
    handleSignals();
    auto trainer = trainerOf(saved.record->plan().settings.experiment());
    auto engine = goBack(*trainer, saved, command.iteration);
    return TrainCommand(command, std::move(trainer), std::move(engine)).run();
}

} // namespace gan
