#include "ui/window/main_window.h"

#include "core/experiment.h"
#include "core/session/autosave.h"
#include "core/session/load_progress.h"
#include "ui/actions/focus_keys.h"
#include "ui/actions/help_menu.h"
#include "ui/actions/run_actions.h"
#include "ui/actions/view_menu.h"
#include "ui/dialogs/own_pictures.h"
#include "ui/dialogs/unusable_files.h"
#include "ui/editors/control_panel.h"
#include "ui/pages/experiment_page.h"
#include "ui/pages/log_tab.h"
#include "ui/pages/plot_sheet.h"
#include "ui/panels/banner.h"
#include "ui/panels/comparison_panel.h"
#include "ui/panels/iteration_counter.h"
#include "ui/panels/loading_bar.h"
#include "ui/panels/log_panel.h"
#include "ui/panels/pause_panel.h"
#include "ui/panels/status_line.h"
#include "ui/panels/top_bar.h"
#include "ui/plots/history/history_plots.h"
#include "ui/style/icons.h"
#include "ui/text/text.h"
#include "ui/widgets/panel_tab.h"
#include "ui/window/layout_keeper.h"
#include "ui/window/projector_mode.h"
#include "ui/window/run_control.h"
#include "ui/window/run_travel.h"
#include "ui/window/window_frames.h"
#include "ui/window/window_memory.h"
#include "ui/window/window_menus.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace gan {

MainWindow::MainWindow(TrainingSession& session, WindowMemory& memory, QWidget* parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_memory(memory)
    , m_appearance(memory.themeChoice())
    , m_menus(new WindowMenus(*this, session))
    , m_banner(new Banner(this))
    , m_pages(new PageStack(this))
    , m_status(new StatusLine)
{
    applyTheme(*qApp, m_appearance.theme());
    setWindowIcon(symbolIcon(Symbol::Program));
    resize(1280, 720);
    makeParts();
    placePanels();
    connectSession();
    connectControls();
    followRun();
    m_memory.restoreLayout(*this);
    new LayoutKeeper(*this, [this] { keepLayout(); });
    followState(m_session.current().state());
    m_topBar->focusRun();
    if (m_session.current().snapshot())
        page().moments().setNewest(m_session.current().snapshot());
}

MainWindow::~MainWindow() = default;

/// The bar comes last: its buttons are made from the actions.
void MainWindow::makeParts()
{
    const auto page = [this]() -> ExperimentPage& { return m_pages->shown(); };
    m_exports =
        new WindowExport({m_session, page, *m_banner, *m_status, m_memory, m_appearance, *this}, this);
    m_files = new RunFiles(m_session, page, *m_banner, *m_status, *this);
    m_control = new RunControl({m_session, *m_pages, *m_banner, m_menus->undo(), m_memory}, this);
    m_travel = new RunTravel(m_session, m_menus->actions(), *m_banner, *this,
                             [this](const auto& moments) { m_exports->exportMoments(moments); });
    m_menus->fill({*m_files, *m_exports, *m_control, *m_travel, page, [this] { m_topBar->drawSeed(); }},
                  m_appearance, m_memory);
    m_topBar = new TopBar(m_menus->actions());
    QMenu* exports = m_topBar->exportMenu();
    connect(exports, &QMenu::aboutToShow, this, [this, exports] { m_exports->fillMenu(*exports); });
}

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
    m_banner->setParent(central); // it floats over the others
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
                                m_menus->view().showsControls()));
    box->addWidget(pages, 1);
    box->addWidget(new PanelTab(tr("Numbers"),
                                tr("Shows the numbers again. Key F9 does the same, and puts "
                                   "them away."),
                                m_menus->view().showsNumbers()));
    return all;
}

void MainWindow::connectPage(ExperimentPage& page)
{
    if (const LogTab* log = page.log()) {
        connect(&log->panel(), &LogPanel::refused, m_banner, &Banner::tell);
        connect(&log->panel(), &LogPanel::saved, this,
                [this](const QString& path) { m_banner->inform(tr("The log is saved in %1.").arg(path)); });
    }
    connect(&page.moments(), &PageMoments::goesOn, this, [this](const Snapshot& newest) {
        m_topBar->counter().setNow(newest.iteration);
        m_status->countPicture();
    });
    m_control->connectPage(page);
    m_exports->connectSheet(page.plots());
    m_travel->connectPage(page);
}

/// Another page is shown.
void MainWindow::followPage(ExperimentPage& page)
{
    m_travel->setPage(page, m_topBar->counter());
    m_banner->floatOver(&page.plots(), Qt::BottomEdge);
    m_exports->offerPlots();
    m_menus->view().setPage(page);
    page.setRunning(m_session.current().state() == SessionState::Running);
    m_topBar->setSpeed(page.speed());
    m_session.pauseWhen(page.pause().conditions());
    setWindowTitle(
        tr("%1 – GAN Explorer").arg(translated(m_session.current().settings().experiment().title)));
}

void MainWindow::connectSession()
{
    connect(m_pages, &PageStack::made, this, &MainWindow::connectPage);
    connect(m_pages, &PageStack::turned, this, &MainWindow::followPage);
    connect(&m_session.current(), &CurrentRun::stateChanged, this, &MainWindow::followState);
    connect(&m_session.current(), &CurrentRun::runStarted, this, &MainWindow::followRun);
    connect(&m_session.current(), &CurrentRun::snapshotReady, this,
            [this](const auto& snapshot) { page().moments().setNewest(snapshot); });
    connect(&m_session.current(), &CurrentRun::pausedBecause, m_banner,
            [this](const Text& reason) { m_banner->inform(translated(reason)); });
    connect(&m_session.runs(), &SessionRuns::refused, m_banner, &Banner::tell);
    connect(&m_session.runs(), &SessionRuns::bundledOpened, m_banner, [this] {
        m_banner->inform(
            tr("This run has learned already. Run goes on from here, the timeline below goes back, and "
               "Reset begins from nothing."));
    });
    connect(&m_session.current(), &CurrentRun::metricsReady, this, [this](const MetricRows& rows) {
        page().append(rows);
        m_status->countIterations(rows);
    });
    connect(&m_session.current(), &CurrentRun::eventsReady, this,
            [this](const std::vector<Event>& events) { page().mark(events); });
    connect(&m_session.current(), &CurrentRun::settingsChanged, this, [this](const Settings& settings) {
        page().followSettings(settings);
        m_topBar->setSettings(settings);
    });
    auto* frames = new WindowFrames(m_session, *this);
    connect(frames, &WindowFrames::drawing, this, [this] { page().plots().draw(); });
}

void MainWindow::connectControls()
{
    new FocusKeys(this);
    connect(&m_menus->actions(), &Actions::refused, m_banner, &Banner::inform);
    connect(m_topBar, &TopBar::speedChosen, this, [this](double limit) {
        page().setSpeed(limit);
        m_session.setSpeedLimit(limit);
    });
    connect(m_topBar, &TopBar::seedChosen, m_control, &RunControl::chooseSeed);
    connect(m_topBar, &TopBar::experimentChosen, m_control, &RunControl::chooseExperiment);
    connect(m_topBar, &TopBar::picturesRequested, this, [this] {
        askForPictures(this, [this](const QString& folder) { m_control->beginWithPictures(folder); });
    });
    connect(m_status, &StatusLine::smoothingChanged, this, [this](double weight) {
        for (ExperimentPage* page : m_pages->all())
            page->plots().histories().setSmoothing(weight);
    });
    connect(&m_appearance, &Appearance::themeChanged, this, &MainWindow::wear);
}

/// A run begins, or an earlier one goes on.
void MainWindow::followRun()
{
    const Settings& settings = m_session.current().settings();
    m_pages->turnTo(m_session.current().record(), m_appearance.theme());
    m_banner->dismiss();
    page().begin(m_session.current().record(), settings);
    m_topBar->setSettings(settings);
    m_travel->followRun();
    const bool ofPictures =
        settings.experiment().find("side"); // others make thousands of iterations a second
    const std::int64_t end = m_session.current().record()->plan().iterations
                                 ? m_session.current().record()->plan().iterations
                                 : settings.experiment().defaultIterations;
    m_status->setRun(ofPictures ? settings.integer("batch") : 0, end);
}

void MainWindow::followState(SessionState state)
{
    updateRunActions(m_menus->actions(), state);
    m_topBar->setState(state);
    m_status->setState(state);
    page().setRunning(state == SessionState::Running);
    page().moments().setNotice(state == SessionState::Loading ? tr("loading LibTorch …") : QString());
}

void MainWindow::wear(const Theme& theme)
{
    applyTheme(*qApp, theme);
    for (ExperimentPage* page : m_pages->all())
        page->setTheme(theme);
}

void MainWindow::introduce()
{
    m_menus->help().introduce();
    m_memory.setIntroduced();
}

void MainWindow::playOpening(OpeningPace pace)
{
    auto* opening = new OpeningPlay(m_session, pace, this);
    connect(opening, &OpeningPlay::speedWanted, m_topBar, &TopBar::setSpeed);
    connect(opening, &OpeningPlay::passed, this,
            [this](std::uint64_t run) { page().comparison().remove(run); });
    if (!m_files->autosave())
        return;
    m_files->autosave()->setHeld(true);
    connect(opening, &OpeningPlay::touched, this, [this] { m_files->autosave()->setHeld(false); });
}

void MainWindow::watchLoading(std::shared_ptr<LoadProgress> progress)
{
    auto* loading = new LoadingBar(centralWidget());
    const auto floatOver = [loading](ExperimentPage& page) {
        loading->floatOver(&page.plots(), Qt::TopEdge);
    };
    floatOver(page());
    connect(m_pages, &PageStack::turned, loading, floatOver);
    loading->watch(std::move(progress));
    connect(loading, &LoadingBar::someUnusable, this, [this](const LoadProgress::Unusable& unusable) {
        m_banner->offer(tr("Pictures that are used: %1. Files that cannot be used: %2.")
                            .arg(groupedText(unusable.used), groupedText(std::ssize(unusable.files))),
                        {{tr("Details"), tr("Lists the files that cannot be used, each with the reason."),
                          [this, files = unusable.files] { showUnusable(this, files); }}},
                        [] {});
    });
}

/// Not that of a lecture room.
void MainWindow::keepLayout()
{
    if (!m_menus->view().projector().isOn())
        m_memory.keepLayout(*this);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_menus->view().projector().set(false);
    keepLayout();
    m_memory.keepSettings(m_session.current().beginning().settings);
    QMainWindow::closeEvent(event);
}

} // namespace gan
