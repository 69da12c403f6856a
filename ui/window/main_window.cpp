#include "ui/window/main_window.h"
#include "ui/panels/iteration_counter.h"

#include "core/error.h"
#include "core/experiment.h"
#include "core/session/autosave.h"
#include "core/session/load_progress.h"
#include "ui/actions/focus_keys.h"
#include "ui/actions/help_menu.h"
#include "ui/actions/run_actions.h"
#include "ui/actions/undo_history.h"
#include "ui/actions/view_menu.h"
#include "ui/dialogs/own_pictures.h"
#include "ui/dialogs/unusable_files.h"
#include "ui/editors/control_panel.h"
#include "ui/pages/experiment_page.h"
#include "ui/pages/plot_sheet.h"
#include "ui/panels/banner.h"
#include "ui/panels/loading_bar.h"
#include "ui/panels/status_line.h"
#include "ui/panels/top_bar.h"
#include "ui/style/icons.h"
#include "ui/text/text.h"
#include "ui/widgets/panel_tab.h"
#include "ui/window/layout_keeper.h"
#include "ui/window/projector_mode.h"
#include "ui/window/window_memory.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace gan {

MainWindow::MainWindow(TrainingSession& session, WindowMemory& memory, QWidget* parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_memory(memory)
    , m_appearance(memory.themeChoice())
    , m_frames(session, *this)
    , m_actions(*this)
    , m_topBar(nullptr)
    , m_banner(new Banner(this))
    , m_loading(new LoadingBar(this))
    , m_pages(new QStackedWidget)
    , m_status(new StatusLine)
    , m_undo(new UndoHistory(session, m_actions, this))
    , m_exports(new WindowExport({session, [this]() -> ExperimentPage& { return *m_page; }, *m_banner,
                                  *m_status, memory, m_appearance, *this},
                                 this))
    , m_files(new RunFiles(
          session, [this]() -> ExperimentPage& { return *m_page; }, *m_banner, *m_status, *this))
    , m_travel(new RunTravel(session, m_actions, *m_banner, *this,
                             [this](const auto& moments) { m_exports->exportMoments(moments); }))
{
    applyTheme(*qApp, m_appearance.theme());
    setWindowIcon(symbolIcon(Symbol::Program));
    resize(1280, 720);
    makeMenus();
    placePanels();
    connectSession();
    connectControls();
    followRun();
    m_memory.restoreLayout(*this);
    new LayoutKeeper(*this, [this] { keepLayout(); });
    followState(m_session.state());
    m_topBar->focusRun();
    if (m_session.snapshot())
        showSnapshot(m_session.snapshot());
}

MainWindow::~MainWindow() = default;

void MainWindow::placePanels()
{
    auto* central = new QWidget;
    central->setFocusPolicy(
        Qt::ClickFocus); // a click beside the fields gives Space and Right back to the run
    auto* box = new QVBoxLayout(central);
    box->setContentsMargins({});
    box->setSpacing(1);
    box->addWidget(m_topBar);
    box->addWidget(withTabs(m_pages), 1);
    box->addWidget(m_status);
    setCentralWidget(central);
    m_loading->setParent(central); // they float over the others
    m_banner->setParent(central);
}

/// At its edges, for the panels that are put away.
QWidget* MainWindow::withTabs(QWidget* pages)
{
    auto* all = new QWidget;
    auto* box = new QHBoxLayout(all);
    box->setContentsMargins({});
    box->setSpacing(0);
    box->addWidget(new PanelTab(tr("Settings"),
                                tr("Shows the settings again. Key F8 does the same, and puts "
                                   "them away."),
                                m_view->showsControls()));
    box->addWidget(pages, 1);
    box->addWidget(new PanelTab(tr("Numbers"),
                                tr("Shows the numbers again. Key F9 does the same, and puts "
                                   "them away."),
                                m_view->showsNumbers()));
    return all;
}

ExperimentPage* MainWindow::makePage()
{
    auto* page = new ExperimentPage(m_session.record(), m_appearance.theme());
    page->placePanes(width());
    m_pages->addWidget(page);
    connect(page, &ExperimentPage::liveChanged, this,
            [this](const Settings& settings) { m_banner->attempt([&] { change(settings); }); });
    connect(page, &ExperimentPage::resetRequested, this, &MainWindow::begin);
    connect(page, &ExperimentPage::presetChosen, this, &MainWindow::beginPreset);
    connect(page, &ExperimentPage::stepsRequested, &m_session, &TrainingSession::steps);
    connect(page, &ExperimentPage::logRefused, m_banner, &Banner::tell);
    connect(page, &ExperimentPage::logSaved, this,
            [this](const QString& path) { m_banner->inform(tr("The log is saved in %1.").arg(path)); });
    connect(page, &ExperimentPage::pauseConditionsChanged, this, &MainWindow::pauseWhen);
    connect(page, &ExperimentPage::exportRequested, m_exports, &WindowExport::askExportOf);
    connect(page, &ExperimentPage::copyRequested, m_exports, &WindowExport::copy);
    connect(page, &ExperimentPage::animationRequested, m_exports, &WindowExport::askAnimationOf);
    m_travel->connectPage(*page);
    return page;
}

/// The page of the session's experiment; it is made when it is first asked for.
void MainWindow::showPage()
{
    const Experiment& experiment = m_session.settings().experiment();
    ExperimentPage*& page = m_pageOf[&experiment];
    if (!page)
        page = makePage();
    if (page == m_page)
        return;
    m_page = page;
    m_travel->setPage(*page, m_topBar->counter());
    m_pages->setCurrentWidget(page);
    m_banner->floatOver(&page->plots(), Qt::BottomEdge);
    m_loading->floatOver(&page->plots(), Qt::TopEdge);
    m_exports->offerPlots();
    m_view->setPage(*page);
    page->setRunning(m_session.state() == SessionState::Running);
    m_topBar->setSpeed(page->speed());
    m_session.pauseWhen(page->pauseConditions());
    setWindowTitle(tr("%1 – GAN Explorer").arg(translated(experiment.title)));
}

void MainWindow::connectSession()
{
    connect(&m_session, &TrainingSession::stateChanged, this, &MainWindow::followState);
    connect(&m_session, &TrainingSession::runStarted, this, &MainWindow::followRun);
    connect(&m_session, &TrainingSession::snapshotReady, this, &MainWindow::showSnapshot);
    connect(&m_session, &TrainingSession::failed, this, &MainWindow::offerHelp);
    connect(&m_session, &TrainingSession::pausedBecause, m_banner,
            [this](const Text& reason) { m_banner->inform(translated(reason)); });
    connect(&m_session, &TrainingSession::refused, m_banner, &Banner::tell);
    connect(m_undo, &UndoHistory::runChanged, this,
            [this] { m_page->controls().setSettings(m_session.settings()); });
    connect(&m_frames, &WindowFrames::drawing, this, [this] { m_page->plots().draw(); });
    connect(&m_session, &TrainingSession::metricsReady, this, [this](const MetricRows& rows) {
        m_page->append(rows);
        m_status->countIterations(rows);
    });
    connect(&m_session, &TrainingSession::eventsReady, this,
            [this](const std::vector<Event>& events) { m_page->mark(events); });
    connect(&m_session, &TrainingSession::settingsChanged, this, [this](const Settings& settings) {
        m_page->followSettings(settings);
        m_topBar->setSettings(settings);
    });
}

void MainWindow::connectControls()
{
    new FocusKeys(this);
    connect(&m_actions, &Actions::refused, m_banner, &Banner::inform);
    connect(m_topBar, &TopBar::speedChosen, this, [this](double limit) {
        m_page->setSpeed(limit);
        m_session.setSpeedLimit(limit);
    });
    connect(m_topBar, &TopBar::seedChosen, this, &MainWindow::chooseSeed);
    connect(m_topBar, &TopBar::experimentChosen, this, &MainWindow::chooseExperiment);
    connect(m_topBar, &TopBar::picturesRequested, this,
            [this] { askForPictures(this, [this](const QString& folder) { beginWithPictures(folder); }); });
    connect(m_status, &StatusLine::smoothingChanged, this, [this](double weight) {
        for (const auto& [experiment, page] : m_pageOf)
            page->plots().setSmoothing(weight);
    });
    connect(&m_appearance, &Appearance::themeChanged, this, &MainWindow::wear);
}

/// A run begins, or an earlier one goes on.
void MainWindow::followRun()
{
    const Settings& settings = m_session.settings();
    showPage();
    m_banner->dismiss();
    m_page->begin(m_session.record(), settings);
    m_topBar->setSettings(settings);
    m_travel->followRun();
    const bool ofPictures =
        settings.experiment().find("side"); // others make thousands of iterations a second
    const std::int64_t end = m_session.record()->plan().iterations ? m_session.record()->plan().iterations
                                                                   : settings.experiment().defaultIterations;
    m_status->setRun(ofPictures ? settings.integer("batch") : 0, end);
}

void MainWindow::followState(SessionState state)
{
    updateRunActions(m_actions, state);
    m_topBar->setState(state);
    m_status->setState(state);
    m_page->setRunning(state == SessionState::Running);
    m_page->setNotice(state == SessionState::Loading ? tr("loading LibTorch …") : QString());
}

void MainWindow::showSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    m_topBar->counter().setNow(snapshot->iteration);
    m_page->setSnapshot(std::move(snapshot));
    m_status->countPicture();
}

void MainWindow::wear(const Theme& theme)
{
    applyTheme(*qApp, theme);
    for (const auto& [experiment, page] : m_pageOf)
        page->setTheme(theme);
}

void MainWindow::runOrPause()
{
    if (m_session.state() == SessionState::Running)
        return m_session.pause();
    m_banner->dismiss();
    m_session.run();
}

void MainWindow::pauseWhen(const std::vector<PauseCondition>& conditions)
{
    m_session.pauseWhen(conditions);
    for (const PauseCondition& condition : conditions)
        if (const auto why = pauseIsPast(condition, m_session.record()->run().iterations))
            m_banner->tell(*why);
}

void MainWindow::beginAgain()
{
    m_banner->attempt([&] { m_session.open(m_session.beginning()); });
}

/// Live settings, by hand.
void MainWindow::change(const Settings& settings)
{
    const Settings before = m_session.settings();
    m_session.changeSettings(settings);
    m_undo->noteChange(before, settings);
}

/// A run that has stopped can only begin again: what helps against numbers that are no longer finite.
void MainWindow::offerHelp(const Text& failure)
{
    std::vector<Banner::Choice> choices;
    if (m_session.record()->run().iterations > 0)
        choices = {{tr("Halve the learning rates"),
                    tr("Starts again from iteration 0 with half the learning rates of D and G. Undo (Ctrl+Z) "
                       "brings the run before back."),
                    [this] { beginSlower(); }},
                   {tr("Default settings"),
                    tr("Starts again from iteration 0 with the settings of the first preset. Undo (Ctrl+Z) "
                       "brings the run before back."),
                    [this] { m_page->controls().chooseDefaults(); }}};
    choices.push_back({tr("Reset"),
                       tr("Back to iteration 0 with the same settings and the same seed. Change a setting "
                          "then, or the run will stop again."),
                       [this] { beginAgain(); }});
    m_banner->offer(translated(failure), std::move(choices), {}, true);
}

void MainWindow::beginSlower()
{
    m_banner->attempt([&] {
        Settings settings = m_session.settings();
        for (const char* key : {"lr_d", "lr_g"})
            settings.set(key, std::max(settings.number(key) / 2, settings.experiment().setting(key).minimum));
        m_session.reset(settings);
        m_page->controls().setSettings(m_session.settings());
        m_session.run();
    });
}

void MainWindow::begin(const Settings& settings)
{
    m_banner->attempt([&] {
        m_session.reset(settings);
        m_page->controls().setSettings(m_session.settings());
    });
}

/// The story of a preset starts at once.
void MainWindow::beginPreset(const Run& run, const Preset& preset)
{
    m_banner->attempt([&] {
        m_session.open(run);
        m_page->controls().setSettings(m_session.settings());
        m_page->setPlannedPauses(preset.pauses());
        m_session.run();
    });
    m_page->controls().refresh();
}

void MainWindow::chooseExperiment(const QString& id)
{
    const Experiment& experiment = experimentNamed(id.toStdString());
    if (&experiment != &m_session.settings().experiment())
        m_session.show(experiment);
}

void MainWindow::chooseSeed(std::int64_t seed)
{
    m_banner->attempt([&] {
        Run run = m_session.beginning();
        run.settings.set("seed", seed);
        m_session.open(run);
    });
}

void MainWindow::introduce()
{
    m_help->introduce();
    m_memory.setIntroduced();
}

void MainWindow::playOpening(OpeningPace pace)
{
    auto* opening = new OpeningPlay(m_session, pace, this);
    connect(opening, &OpeningPlay::speedWanted, m_topBar, &TopBar::setSpeed);
    connect(opening, &OpeningPlay::passed, this, [this](std::uint64_t run) { m_page->forgetEarlier(run); });
    if (!m_files->autosave())
        return;
    m_files->autosave()->setHeld(true);
    connect(opening, &OpeningPlay::touched, this, [this] { m_files->autosave()->setHeld(false); });
}

/// With the settings that the experiment has now, or had the last time.
void MainWindow::beginWithPictures(const QString& folder)
{
    const Experiment& experiment = pictureExperiment();
    const auto page = m_pageOf.find(&experiment);
    m_banner->attempt([&] {
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
                          [this, files = unusable.files] { showUnusable(this, files); }}},
                        [] {});
    });
}

/// Not that of a lecture room.
void MainWindow::keepLayout()
{
    if (!m_view->projector().isOn())
        m_memory.keepLayout(*this);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_view->projector().set(false);
    keepLayout();
    m_memory.keepSettings(m_session.beginning().settings);
    QMainWindow::closeEvent(event);
}

} // namespace gan
