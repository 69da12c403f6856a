#include "ui/window/run_files.h"

#include "core/experiment.h"
#include "core/session/autosave.h"
#include "core/session/run_file.h"
#include "core/session/saved_run_file.h"
#include "core/session/training_session.h"
#include "ui/editors/control_panel.h"
#include "ui/pages/experiment_page.h"
#include "ui/pages/shown_run.h"
#include "ui/panels/banner.h"
#include "ui/panels/status_line.h"
#include "ui/text/help.h"
#include "ui/text/text.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLocale>

namespace gan {

namespace {

constexpr QLatin1String kSavedRunSuffix(".ganrun");
constexpr std::size_t kSmallPast = 50'000'000; ///< bytes; a smaller one is saved unless somebody says no

class PastWords {
    Q_DECLARE_TR_FUNCTIONS(PastWords)
};

/// Only Qt's own dialog has a place for it.
QCheckBox* addPastBox(QFileDialog& dialog, std::size_t bytes)
{
    dialog.setOption(QFileDialog::DontUseNativeDialog);
    auto* box =
        new QCheckBox(PastWords::tr("With its past (about %1 more)")
                          .arg(QLocale().formattedDataSize(qint64(bytes), 1, QLocale::DataSizeSIFormat)));
    box->setObjectName(QStringLiteral("withPast"));
    box->setChecked(bytes < kSmallPast);
    explain(box, box->text(),
            PastWords::tr(
                "Saves the states that the timeline keeps too. Then you can go back to any iteration of "
                "the saved run at once. Without them the run is computed from its beginning first."));
    if (auto* grid = qobject_cast<QGridLayout*>(dialog.layout()))
        grid->addWidget(box, grid->rowCount(), 0, 1, -1);
    return box;
}

} // namespace

RunFiles::RunFiles(TrainingSession& session, std::function<ExperimentPage&()> page, Banner& banner,
                   StatusLine& status, QWidget& window)
    : QObject(&window)
    , m_session(session)
    , m_page(std::move(page))
    , m_banner(banner)
    , m_status(status)
    , m_window(window)
{
    const auto isOfUser = [this](const QString& path) { return !m_autosave || !m_autosave->writes(path); };
    connect(&session.saver(), &RunSaver::saved, this, [this, isOfUser](const QString& path) {
        if (isOfUser(path))
            m_banner.inform(tr("The run is saved in %1.").arg(path));
    });
    connect(&session.saver(), &RunSaver::saveFailed, this,
            [this, isOfUser](const QString& path, const Text& why) {
                if (isOfUser(path))
                    m_banner.tell(why);
            });
}

/// A run file is repeated from its start; a saved run goes on where it stopped.
void RunFiles::open(const QString& path)
{
    m_banner.attempt([&] {
        if (isSavedRun(path))
            m_session.runs().open(path);
        else
            m_session.runs().open(readRunFile(path));
        m_page().controls().setSettings(m_session.current().settings());
    });
}

void RunFiles::useAutosave(Autosave& autosave, bool offersLast)
{
    m_autosave = &autosave;
    connect(m_autosave, &Autosave::problemChanged, &m_status, [this] {
        const auto& problem = m_autosave->problem();
        m_status.say(problem ? translated(*problem) : QString());
    });
    const std::vector<EarlierRun> leftBehind = m_autosave->leftBehind();
    offerLeftBehind(leftBehind);
    if (leftBehind.empty() && offersLast)
        offerLastRun();
}

/// For a while: who begins something else is not asked again and again.
void RunFiles::offerLastRun()
{
    const auto run = m_autosave->lastRun();
    if (!run || run->iteration == 0)
        return;
    m_banner.offerForAWhile(
        tr("The last run can go on: %1, iteration %2.")
            .arg(translated(run->experiment->title), groupedText(run->iteration)),
        {{tr("Go on with it"),
          tr("Opens the run as it was when the window was closed, paused. The File menu has the same."),
          [this] { openLastRun(); }}});
}

/// One after the other, until one is taken.
void RunFiles::offerLeftBehind(std::vector<EarlierRun> runs)
{
    if (runs.empty())
        return;
    const EarlierRun run = runs.front();
    runs.erase(runs.begin());
    const QString when = QLocale().toString(run.when, QLocale::ShortFormat);
    m_banner.offer(tr("The program ended unexpectedly. Recover the run of %1 (iteration %2, %3)?")
                       .arg(translated(run.experiment->title), groupedText(run.iteration), when),
                   {{tr("Go on with it"), tr("Opens the run as it was saved last, paused. The file is kept."),
                     [this, path = run.path] {
                         m_banner.attempt([&] {
                             m_autosave->open(path);
                             m_page().controls().setSettings(m_session.current().settings());
                         });
                     }}},
                   [this, path = run.path, rest = std::move(runs)] {
                       m_autosave->discard(path);
                       offerLeftBehind(rest);
                   });
}

void RunFiles::openLastRun()
{
    if (const auto run = m_autosave ? m_autosave->lastRun() : std::nullopt)
        open(run->path);
    else
        m_banner.inform(tr("No run has been kept yet: the last one is kept when the window is closed."));
}

/// By its name: with the whole state, to go on where it stopped, or as a run file, to be repeated.
void RunFiles::save(const QString& path, Past past)
{
    if (path.endsWith(kSavedRunSuffix))
        return m_session.saver().save(
            path,
            past); // on the training thread, between two steps; a failure comes as a signal
    m_banner.attempt([&] {
        const auto snapshot = m_session.current().snapshot();
        const auto readouts = snapshot ? snapshot->all<Readout>() : std::vector<Readout>{};
        writeRunFile(path, shownRun(m_page(), *m_session.current().record()),
                     {m_session.current().record()->library(), readouts});
    });
}

/// Not modal, as no dialog is: the run goes on and can be paused meanwhile.
QFileDialog* RunFiles::fileDialog(const QString& title, const QString& filters)
{
    auto* dialog = new QFileDialog(&m_window, title, {}, filters);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    return dialog;
}

void RunFiles::chooseFile()
{
    QFileDialog* dialog = fileDialog(tr("Open run"), tr("Runs (*.ganrun *.json)"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &RunFiles::open);
    dialog->show();
}

void RunFiles::chooseSaveFile()
{
    const QString whole = tr("Whole run, to go on where it stopped (*.ganrun)");
    const QString recipe = tr("Run file, to repeat it from the start (*.json)");
    QFileDialog* dialog = fileDialog(tr("Save run"), whole + QStringLiteral(";;") + recipe);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QStringLiteral("run.ganrun"));
    const QCheckBox* withPast = addPastBox(*dialog, m_session.current().record()->timeline().stateBytes());
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog, whole, withPast](const QString& path) {
        const bool named = !QFileInfo(path).suffix().isEmpty();
        const QLatin1String suffix =
            dialog->selectedNameFilter() == whole ? kSavedRunSuffix : QLatin1String(".json");
        save(named ? path : path + suffix, withPast->isChecked() ? Past::Kept : Past::LeftOut);
    });
    dialog->show();
}

} // namespace gan
