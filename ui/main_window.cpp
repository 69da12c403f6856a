#include "ui/main_window.h"

#include "core/error.h"
#include "core/experiment.h"
#include "ui/banner.h"
#include "ui/control_panel.h"
#include "ui/icons.h"
#include "ui/pages/pages.h"
#include "ui/plot_sheet.h"
#include "ui/plots/plot_view.h"
#include "ui/readout_panel.h"
#include "ui/run_keys.h"
#include "ui/status_line.h"
#include "ui/text.h"
#include "ui/top_bar.h"

#include <QActionGroup>
#include <QApplication>
#include <QMenuBar>
#include <QMessageBox>
#include <QSplitter>
#include <QVBoxLayout>

namespace gan {

namespace {

constexpr int kControlsWidth = 240, kNumbersWidth = 216;
constexpr int kMargin = 8;

} // namespace

MainWindow::MainWindow(TrainingSession& session, const Theme& theme, QWidget* parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_theme(theme)
    , m_topBar(new TopBar)
    , m_banner(new Banner)
    , m_page(new QSplitter(Qt::Horizontal))
    , m_status(new StatusLine)
{
    setWindowIcon(symbolIcon(Symbol::Program));
    resize(1280, 720);
    placePanels();
    makeMenus();
    connectSession();
    connectControls();
    followRun();
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
    box->addWidget(m_banner);
    box->addWidget(m_page, 1);
    box->addWidget(m_status);
    m_page->setChildrenCollapsible(false);
    setCentralWidget(central);
}

/// Controls, plots and numbers of the session's experiment, in place of another experiment's.
void MainWindow::placePage()
{
    m_experiment = &m_session.settings().experiment();
    for (QWidget* old : {static_cast<QWidget*>(m_controls), static_cast<QWidget*>(m_sheet),
                         static_cast<QWidget*>(m_numbers)})
        delete old;
    m_controls = new ControlPanel(m_session.settings());
    m_sheet = new PlotSheet(*m_experiment, m_theme);
    m_numbers = new ReadoutPanel(pageFor(*m_experiment).numbers);
    m_sheet->layout()->setContentsMargins(0, kMargin, 0, kMargin);
    m_controls->setMinimumWidth(kControlsWidth - 30);
    m_numbers->setMinimumWidth(kNumbersWidth - 30);
    for (QWidget* part : {static_cast<QWidget*>(m_controls), static_cast<QWidget*>(m_sheet),
                          static_cast<QWidget*>(m_numbers)})
        m_page->addWidget(part);
    m_page->setStretchFactor(1, 1);
    m_page->setSizes({kControlsWidth, width() - kControlsWidth - kNumbersWidth, kNumbersWidth});
    connect(m_controls, &ControlPanel::liveChanged, this,
            [this](const Settings& settings) { attempt([&] { m_session.changeSettings(settings); }); });
    connect(m_controls, &ControlPanel::resetRequested, this, &MainWindow::resetTo);
    connect(m_sheet, &PlotSheet::exportRequested, this, [this](PlotView* plot) { choosePlotFile(*plot); });
    setWindowTitle(tr("%1 – GAN Explorer").arg(translated(m_experiment->title)));
}

void MainWindow::makeMenus()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->addAction(tr("&Open run…"), QKeySequence::Open, this, &MainWindow::chooseRunFile);
    file->addAction(tr("&Save run…"), QKeySequence::Save, this, &MainWindow::chooseSaveFile);
    QMenu* exports = file->addMenu(tr("&Export plots"));
    connect(exports, &QMenu::aboutToShow, this, [this, exports] { fillExportMenu(*exports); });
    file->addSeparator();
    file->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);

    m_undoReset =
        menuBar()
            ->addMenu(tr("&Edit"))
            ->addAction(tr("&Undo reset"), QKeySequence::Undo, &m_session, &TrainingSession::undoReset);
    m_undoReset->setEnabled(false);

    QMenu* view = menuBar()->addMenu(tr("&View"));
    auto* themes = new QActionGroup(this);
    for (const bool dark : {false, true}) {
        QAction* action = view->addAction(dark ? tr("&Dark") : tr("&Light"));
        action->setCheckable(true);
        action->setChecked(dark == m_theme.dark);
        themes->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, dark] { setTheme(dark ? Theme::darkTheme() : Theme::light()); });
    }
    menuBar()->addMenu(tr("&Help"))->addAction(tr("&About GAN Explorer"), this, &MainWindow::showAbout);
    QMenu* export2 = m_topBar->exportMenu();
    connect(export2, &QMenu::aboutToShow, this, [this, export2] { fillExportMenu(*export2); });
}

void MainWindow::fillExportMenu(QMenu& menu)
{
    menu.clear();
    menu.addAction(tr("All plots…"), this, &MainWindow::chooseExportFolder);
    menu.addSeparator();
    for (PlotView* plot : m_sheet->plots())
        menu.addAction(tr("%1…").arg(plot->title()), this, [this, plot] { choosePlotFile(*plot); });
}

void MainWindow::connectSession()
{
    connect(&m_session, &TrainingSession::stateChanged, this, &MainWindow::followState);
    connect(&m_session, &TrainingSession::runStarted, this, &MainWindow::followRun);
    connect(&m_session, &TrainingSession::snapshotReady, this, &MainWindow::showSnapshot);
    connect(&m_session, &TrainingSession::failed, m_banner, &Banner::tell);
    connect(&m_session, &TrainingSession::refused, m_banner, &Banner::tell);
    connect(&m_session, &TrainingSession::saveFailed, m_banner,
            [this](const QString&, const Text& why) { m_banner->tell(why); });
    connect(&m_session, &TrainingSession::endedRunsChanged, this,
            [this] { m_undoReset->setEnabled(!m_session.endedRuns().empty()); });
    connect(&m_session, &TrainingSession::metricsReady, this, [this](const MetricRows& rows) {
        m_sheet->append(rows);
        m_numbers->append(rows);
        m_status->countIterations(rows);
    });
    connect(&m_session, &TrainingSession::eventsReady, this, [this](const std::vector<Event>& events) {
        for (const Event& event : events)
            m_sheet->mark(event);
    });
    connect(&m_session, &TrainingSession::settingsChanged, this, [this](const Settings& settings) {
        m_controls->followSettings(settings);
        m_sheet->setSettings(settings);
        m_topBar->setSettings(settings);
    });
}

void MainWindow::connectControls()
{
    auto* keys = new RunKeys(this);
    connect(keys, &RunKeys::runPause, this, &MainWindow::runOrPause);
    connect(keys, &RunKeys::step, &m_session, &TrainingSession::step);
    connect(keys, &RunKeys::reset, this, [this] { resetTo(m_session.settings()); });
    connect(m_topBar, &TopBar::runPause, this, &MainWindow::runOrPause);
    connect(m_topBar, &TopBar::step, &m_session, &TrainingSession::step);
    connect(m_topBar, &TopBar::reset, this, [this] { resetTo(m_session.settings()); });
    connect(m_topBar, &TopBar::speedChosen, &m_session, &TrainingSession::setSpeedLimit);
    connect(m_topBar, &TopBar::seedChosen, this, &MainWindow::chooseSeed);
    connect(m_topBar, &TopBar::experimentChosen, this, &MainWindow::chooseExperiment);
    connect(m_topBar, &TopBar::refused, m_banner, &Banner::tell);
}

/// A run begins: nothing of the old one stays.
void MainWindow::followRun()
{
    const Settings& settings = m_session.settings();
    if (m_experiment != &settings.experiment())
        placePage();
    m_banner->hide();
    m_sheet->clear();
    m_sheet->setSettings(settings);
    m_numbers->clear();
    m_topBar->setSettings(settings);
    m_topBar->setIteration(0);
}

void MainWindow::followState(SessionState state)
{
    m_topBar->setState(state);
    m_status->setState(state);
    m_sheet->setNotice(state == SessionState::Loading ? tr("loading LibTorch …") : QString());
}

void MainWindow::showSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    m_topBar->setIteration(snapshot->iteration);
    m_numbers->setSnapshot(snapshot);
    m_sheet->setSnapshot(snapshot);
    m_status->countPicture();
}

void MainWindow::setTheme(const Theme& theme)
{
    m_theme = theme;
    applyTheme(*qApp, theme);
    m_sheet->setTheme(theme);
}

void MainWindow::runOrPause()
{
    if (m_session.state() == SessionState::Running)
        m_session.pause();
    else
        m_session.run();
}

void MainWindow::resetTo(const Settings& settings)
{
    attempt(
        [&] { m_session.reset(Settings(settings)); }); // a copy: the session's own may be what is asked for
}

void MainWindow::chooseExperiment(const QString& id)
{
    const Experiment& experiment = experimentNamed(id.toStdString());
    if (&experiment != m_experiment)
        m_session.show(experiment);
}

void MainWindow::chooseSeed(std::int64_t seed)
{
    Settings settings = m_session.settings();
    settings.set("seed", seed);
    resetTo(settings);
}

void MainWindow::showAbout()
{
    auto* box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About GAN Explorer"));
    box->setText(tr("GAN Explorer %1").arg(QStringLiteral(GAN_VERSION)));
    box->setInformativeText(
        tr("Watch a generative adversarial network learn. Free software under the GNU General Public "
           "License, version 3 or later."));
    box->setModal(false);
    box->show();
}

} // namespace gan
