// The runs that the window opens and saves.

#include "core/error.h"
#include "core/experiment.h"
#include "core/session/autosave.h"
#include "core/session/run_file.h"
#include "core/session/saved_run_file.h"
#include "ui/dialogs/own_pictures.h"
#include "ui/editors/control_panel.h"
#include "ui/pages/experiment_page.h"
#include "ui/panels/banner.h"
#include "ui/panels/loading_bar.h"
#include "ui/panels/status_line.h"
#include "ui/panels/top_bar.h"
#include "ui/text/help.h"
#include "ui/text/text.h"
#include "ui/window/main_window.h"
#include "ui/window/window_memory.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace gan {

namespace {

constexpr QLatin1String kSavedRunSuffix(".ganrun");
constexpr std::size_t kSmallPast = 50'000'000; ///< bytes; a smaller one is saved unless somebody says no

/// Only Qt's own dialog has a place for it.
QCheckBox* addPastBox(QFileDialog& dialog, std::size_t bytes)
{
    dialog.setOption(QFileDialog::DontUseNativeDialog);
    auto* box =
        new QCheckBox(MainWindow::tr("With its past (about %1 more)")
                          .arg(QLocale().formattedDataSize(qint64(bytes), 1, QLocale::DataSizeSIFormat)));
    box->setObjectName(QStringLiteral("withPast"));
    box->setChecked(bytes < kSmallPast);
    explain(box, box->text(),
            MainWindow::tr(
                "Saves the states that the timeline keeps too. Then you can go back to any iteration of "
                "the saved run at once. Without them the run is computed from its beginning first."));
    if (auto* grid = qobject_cast<QGridLayout*>(dialog.layout()))
        grid->addWidget(box, grid->rowCount(), 0, 1, -1);
    return box;
}

} // namespace

/// A run file is repeated from its start; a saved run goes on where it stopped.
void MainWindow::openRun(const QString& path)
{
    attempt([&] {
        if (isSavedRun(path))
            m_session.open(path);
        else
            m_session.open(readRunFile(path));
        m_page->controls().setSettings(m_session.settings());
    });
}

void MainWindow::useAutosave(Autosave& autosave, bool offersLast)
{
    m_autosave = &autosave;
    connect(m_autosave, &Autosave::problemChanged, m_status, [this] {
        const auto& problem = m_autosave->problem();
        m_status->say(problem ? translated(*problem) : QString());
    });
    const std::vector<EarlierRun> leftBehind = m_autosave->leftBehind();
    offerLeftBehind(leftBehind);
    if (leftBehind.empty() && offersLast)
        offerLastRun();
}

/// For a while: who begins something else is not asked again and again.
void MainWindow::offerLastRun()
{
    const auto run = m_autosave->lastRun();
    if (!run || run->iteration == 0)
        return;
    m_banner->offerForAWhile(
        tr("The last run can go on: %1, iteration %2.")
            .arg(translated(run->experiment->title), groupedText(run->iteration)),
        {{tr("Go on with it"),
          tr("Opens the run as it was when the window was closed, paused. The File menu has the same."),
          [this] { openLastRun(); }}});
}

void MainWindow::playOpening(OpeningPace pace)
{
    auto* opening = new OpeningPlay(m_session, pace, this);
    connect(opening, &OpeningPlay::speedWanted, m_topBar, &TopBar::setSpeed);
    connect(opening, &OpeningPlay::passed, this, [this](std::uint64_t run) { m_page->forgetEarlier(run); });
    if (!m_autosave)
        return;
    m_autosave->setHeld(true);
    connect(opening, &OpeningPlay::touched, this, [this] { m_autosave->setHeld(false); });
}

/// One after the other, until one is taken.
void MainWindow::offerLeftBehind(std::vector<EarlierRun> runs)
{
    if (runs.empty())
        return;
    const EarlierRun run = runs.front();
    runs.erase(runs.begin());
    const QString when = QLocale().toString(run.when, QLocale::ShortFormat);
    m_banner->offer(
        tr("A run of %1 was not closed: it had come to iteration %2 on %3.")
            .arg(translated(run.experiment->title), groupedText(run.iteration), when),
        {{tr("Go on with it"), tr("Opens the run as it was saved last, paused. The file is kept."),
          [this, path = run.path] {
              attempt([&] {
                  m_autosave->open(path);
                  m_page->controls().setSettings(m_session.settings());
              });
          }}},
        [this, path = run.path, rest = std::move(runs)] {
            m_autosave->discard(path);
            offerLeftBehind(rest);
        });
}

void MainWindow::openLastRun()
{
    if (const auto run = m_autosave ? m_autosave->lastRun() : std::nullopt)
        openRun(run->path);
    else
        m_banner->inform(tr("No run has been kept yet: the last one is kept when the window is closed."));
}

/// By its name: with the whole state, to go on where it stopped, or as a run file, to be repeated.
void MainWindow::saveRun(const QString& path, Past past)
{
    if (path.endsWith(kSavedRunSuffix))
        return m_session.save(path,
                              past); // on the training thread, between two steps; a failure comes as a signal
    attempt([&] {
        const auto snapshot = m_session.snapshot();
        const auto readouts = snapshot ? snapshot->readouts : std::vector<Readout>{};
        writeRunFile(path, shownRun(), {m_session.record()->library(), readouts});
    });
}

/// The run up to the picture on screen; training may be further.
Run MainWindow::shownRun() const
{
    Run run = m_session.record()->run();
    const auto shown = m_page->shown();
    run.iterations = shown ? shown->iteration : 0;
    std::erase_if(run.events, [&](const Event& event) { return event.iteration > run.iterations; });
    return run;
}

/// With the settings that the experiment has now, or had the last time.
void MainWindow::beginWithPictures(const QString& folder)
{
    const Experiment& experiment = pictureExperiment();
    const auto page = m_pageOf.find(&experiment);
    attempt([&] {
        const Settings settings =
            page == m_pageOf.end() ? m_memory.settingsOf(experiment) : page->second->controls().applied();
        m_session.open(Run{withOwnPictures(settings, folder)});
        m_page->controls().setSettings(m_session.settings());
    });
}

void MainWindow::watchLoading(std::shared_ptr<LoadProgress> progress)
{
    m_loading->watch(std::move(progress));
    connect(m_loading, &LoadingBar::someUnusable, this, [this](const LoadProgress::Unusable& unusable) {
        m_banner->offer(tr("%1 pictures are used; %2 files cannot be.")
                            .arg(groupedText(unusable.used), groupedText(std::ssize(unusable.files))),
                        {{tr("Details"), tr("Lists the files that cannot be used, each with the reason."),
                          [this, files = unusable.files] { showUnusable(files); }}},
                        [] {});
    });
}

/// Each with its reason.
void MainWindow::showUnusable(const std::vector<UnusablePicture>& files)
{
    QStringList lines;
    for (const UnusablePicture& file : files)
        lines.append(QString::fromStdString(file.path) + QStringLiteral(": ") +
                     translated(file.reason.c_str()));
    auto* dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Files that cannot be used"));
    auto* list = new QPlainTextEdit(lines.join(QLatin1Char('\n')));
    list->setObjectName(QStringLiteral("unusable"));
    list->setReadOnly(true);
    explain(list, dialog->windowTitle(),
            tr("Every file that was found and cannot be used, with the reason. The others are used."));
    auto* box = new QVBoxLayout(dialog);
    box->addWidget(list);
    dialog->resize(640, 360);
    dialog->show();
}

void MainWindow::attempt(const std::function<void()>& action)
{
    try {
        action();
    } catch (const Error& error) {
        m_banner->tell(error.text());
    }
}

/// Not modal, as no dialog is: the run goes on and can be paused meanwhile.
QFileDialog* MainWindow::fileDialog(const QString& title, const QString& filters)
{
    auto* dialog = new QFileDialog(this, title, {}, filters);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    return dialog;
}

void MainWindow::chooseRunFile()
{
    QFileDialog* dialog = fileDialog(tr("Open run"), tr("Runs (*.ganrun *.json)"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openRun);
    dialog->show();
}

void MainWindow::chooseSaveFile()
{
    const QString whole = tr("Whole run, to go on where it stopped (*.ganrun)");
    const QString recipe = tr("Run file, to repeat it from the start (*.json)");
    QFileDialog* dialog = fileDialog(tr("Save run"), whole + QStringLiteral(";;") + recipe);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QStringLiteral("run.ganrun"));
    const QCheckBox* withPast = addPastBox(*dialog, m_session.record()->timeline().stateBytes());
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog, whole, withPast](const QString& path) {
        const bool named = !QFileInfo(path).suffix().isEmpty();
        const QLatin1String suffix =
            dialog->selectedNameFilter() == whole ? kSavedRunSuffix : QLatin1String(".json");
        saveRun(named ? path : path + suffix, withPast->isChecked() ? Past::Kept : Past::LeftOut);
    });
    dialog->show();
}

} // namespace gan
