// The menus of the window: everything that the buttons do, and what is wanted too seldom for a button.

#include "core/device.h"
#include "core/session/time_travel.h"
#include "ui/banner.h"
#include "ui/control_panel.h"
#include "ui/experiment_page.h"
#include "ui/introduction.h"
#include "ui/keys_page.h"
#include "ui/main_window.h"
#include "ui/plot_sheet.h"
#include "ui/plots/plot_view.h"
#include "ui/projector_mode.h"
#include "ui/run_actions.h"
#include "ui/terms_page.h"
#include "ui/timeline_actions.h"
#include "ui/timeline_bar.h"
#include "ui/top_bar.h"
#include "ui/undo_history.h"
#include "ui/window_memory.h"

#include <QAction>
#include <QActionGroup>
#include <QMenuBar>
#include <QMessageBox>
#include <QWhatsThis>

namespace gan {

void MainWindow::makeMenus()
{
    makeFileMenu();
    makeEditMenu();
    makeRunMenu();
    makeTimelineMenu();
    makeViewMenu();
    makeHelpMenu();
    QMenu* exports = m_topBar->exportMenu();
    connect(exports, &QMenu::aboutToShow, this, [this, exports] { fillExportMenu(*exports); });
}

void MainWindow::makeFileMenu()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->addAction(tr("&Open run…"), QKeySequence::Open, this, &MainWindow::chooseRunFile);
    file->addAction(tr("&Save run…"), QKeySequence::Save, this, &MainWindow::chooseSaveFile);
    file->addAction(tr("&Go on with the last run"), this, &MainWindow::openLastRun);
    file->addSeparator();
    QMenu* exports = file->addMenu(tr("&Export"));
    connect(exports, &QMenu::aboutToShow, this, [this, exports] { fillExportMenu(*exports); });
    file->addSeparator();
    file->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);
}

/// A text that has the focus takes its own Ctrl+C first.
void MainWindow::makeEditMenu()
{
    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions({m_undo->undoAction(), m_undo->redoAction()});
    edit->addSeparator();
    QAction* copyPlot =
        edit->addAction(tr("&Copy plot"), QKeySequence::Copy, this, [this] { copy(plotInFocus()); });
    connect(edit, &QMenu::aboutToShow, this,
            [this, copyPlot] { copyPlot->setText(tr("&Copy \"%1\"").arg(plotInFocus()->title())); });
}

void MainWindow::makeRunMenu()
{
    const RunCommands commands{[this] { runOrPause(); }, [this] { beginAgain(); },
                               [this] { m_topBar->drawSeed(); },
                               [this](Networks networks) { m_session.step(networks); }};
    addRunActions(m_actions, commands, *menuBar()->addMenu(tr("&Run")));
    m_topBar = new TopBar(m_actions);
}

void MainWindow::makeTimelineMenu()
{
    const TimelineCommands commands{[this]() -> TimelineBar& { return m_page->timeline(); },
                                    [this] { m_travel->continueHere(); }, [this] { togglePin(); }};
    addTimelineActions(m_actions, commands, *menuBar()->addMenu(tr("&Timeline")));
}

void MainWindow::makeViewMenu()
{
    QMenu* view = menuBar()->addMenu(tr("&View"));
    auto* themes = new QActionGroup(this);
    const std::pair<ThemeChoice, QString> choices[] = {{ThemeChoice::System, tr("Colours of the &system")},
                                                       {ThemeChoice::Light, tr("&Light")},
                                                       {ThemeChoice::Dark, tr("&Dark")}};
    for (const auto& [choice, name] : choices) {
        QAction* action = view->addAction(name, this, [this, choice = choice] {
            m_appearance.choose(choice);
            m_memory.setThemeChoice(choice);
        });
        action->setCheckable(true);
        action->setChecked(choice == m_appearance.choice());
        themes->addAction(action);
    }
    view->addSeparator();
    const auto addSwitch = [&](const QString& name, Qt::Key key, bool on, auto slot) {
        auto* action = view->addAction(name);
        action->setShortcut(QKeySequence(key));
        action->setCheckable(true);
        action->setChecked(on);
        connect(action, &QAction::toggled, this, slot);
        return action;
    };
    addSwitch(tr("&Projector: larger text"), Qt::Key_F11, false, [this](bool on) { m_projector->set(on); });
    m_showControls = addSwitch(tr("S&ettings panel"), Qt::Key_F8, true, &MainWindow::showPanels);
    m_showNumbers = addSwitch(tr("&Numbers panel"), Qt::Key_F9, true, &MainWindow::showPanels);
    m_projector = new ProjectorMode(*this, m_appearance, {m_showControls, m_showNumbers});
    connect(m_projector, &ProjectorMode::entered, this, [this] { m_page->placePanes(width()); });
    m_toggleLog =
        view->addAction(tr("L&og"), QKeySequence(Qt::Key_F7), this, [this] { m_page->toggleLog(); });
    QAction* plays = view->addAction(tr("&Play a little at the start"));
    plays->setCheckable(true);
    plays->setChecked(m_memory.playsAtStart());
    connect(plays, &QAction::toggled, this, [this](bool on) { m_memory.setPlaysAtStart(on); });
    view->addAction(tr("&Back to the usual panes"), this, [this] {
        m_memory.forgetPanes();
        m_page->placePanes(width());
        m_page->plots().placePanes();
    });
}

void MainWindow::showPanels()
{
    m_page->showControls(m_showControls->isChecked());
    m_page->showNumbers(m_showNumbers->isChecked());
}

void MainWindow::makeHelpMenu()
{
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("&What is this?"), this, [] { QWhatsThis::enterWhatsThisMode(); });
    help->addAction(tr("&Keys"), QKeySequence(Qt::Key_F1), this, &MainWindow::showKeys);
    help->addAction(tr("&Terms"), this, &MainWindow::showTerms);
    help->addAction(tr("&Introduction"), this, &MainWindow::introduce);
    help->addAction(tr("&About GAN Explorer"), this, &MainWindow::showAbout);
}

void MainWindow::showKeys()
{
    auto* page = new KeysPage(*menuBar(), this);
    page->setAttribute(Qt::WA_DeleteOnClose);
    page->show();
}

void MainWindow::showTerms()
{
    auto* page = new TermsPage(this);
    page->setAttribute(Qt::WA_DeleteOnClose);
    page->show();
}

void MainWindow::introduce()
{
    delete findChild<Introduction*>();
    const auto named = [this](const char* name) {
        return [this, name]() -> QWidget* { return findChild<QWidget*>(QLatin1String(name)); };
    };
    const std::vector<Introduction::Card> cards = {
        {tr("Two networks learn"),
         tr("The generator G makes values from noise, and the discriminator D says which are real. Each "
            "learns "
            "from the other. Run lets them learn, and pauses them again; the Space key does the same."),
         named("run")},
        {tr("Choose a story, change a setting"),
         tr("Each entry of this list is a story with its own settings: choose one, and its run begins at "
            "once. "
            "The sliders below change a run while it goes on."),
         [this]() -> QWidget* { return m_page->controls().findChild<QWidget*>(QStringLiteral("presets")); }},
        {tr("See what becomes of it"),
         tr("What G makes should come to be like the real data: this plot shows both. Rest the mouse on "
            "anything "
            "to read what it is. The Help menu explains all terms and keys."),
         [this]() -> QWidget* { return m_page->plots().plots().front(); }}};
    auto* introduction = new Introduction(cards, this);
    introduction->floatOver(&m_page->plots(), Qt::BottomEdge);
    m_memory.setIntroduced();
}

void MainWindow::showAbout()
{
    auto* box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About GAN Explorer"));
    box->setText(tr("GAN Explorer %1").arg(QStringLiteral(GAN_VERSION)));
    const auto record = m_session.record();
    const QString library = QString::fromStdString(libraryText(record->library(), record->devices()));
    box->setInformativeText(
        tr("Watch a generative adversarial network learn. Free software under the GNU General Public "
           "License, version 3 or later.") +
        QStringLiteral("\n\n") +
        (record->devices().empty() ? tr("LibTorch is not loaded yet.") : tr("%1 computes.").arg(library)));
    box->setModal(false);
    box->show();
}

} // namespace gan
