// The menus of the window: everything that the buttons do, and what is wanted too seldom for a button.

#include "ui/actions/help_menu.h"
#include "ui/actions/run_actions.h"
#include "ui/actions/timeline_actions.h"
#include "ui/actions/undo_history.h"
#include "ui/actions/view_menu.h"
#include "ui/pages/experiment_page.h"
#include "ui/panels/timeline_bar.h"
#include "ui/panels/top_bar.h"
#include "ui/plots/plot_view.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QMenuBar>

namespace gan {

/// The bar comes last: its buttons are made from the actions.
void MainWindow::makeMenus()
{
    makeFileMenu();
    makeEditMenu();
    makeRunMenu();
    makeTimelineMenu();
    m_view = new ViewMenu(*this, m_actions, m_appearance, m_memory);
    m_help = new HelpMenu(*this, m_actions, m_session, [this]() -> ExperimentPage& { return *m_page; });
    m_topBar = new TopBar(m_actions);
    QMenu* exports = m_topBar->exportMenu();
    connect(exports, &QMenu::aboutToShow, this, [this, exports] { m_exports->fillMenu(*exports); });
}

void MainWindow::makeFileMenu()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    const auto add = [&](ActionSpec spec) { file->addAction(m_actions.add(std::move(spec))); };
    add({"openRun",
         tr("&Open run…"),
         tr("A run file or a saved run: the window shows it in place of the present run."),
         {QKeySequence::Open},
         [this] { m_files->chooseFile(); }});
    add({"saveRun",
         tr("&Save run…"),
         tr("The whole run, to go on with later, or its settings, to repeat it."),
         {QKeySequence::Save},
         [this] { m_files->chooseSaveFile(); }});
    add({"lastRun",
         tr("&Go on with the last run"),
         tr("The run that was shown when the program was closed last."),
         {},
         [this] { m_files->openLastRun(); }});
    file->addSeparator();
    QMenu* exports = file->addMenu(tr("&Export"));
    connect(exports, &QMenu::aboutToShow, this, [this, exports] { m_exports->fillMenu(*exports); });
    file->addSeparator();
    add({"quit",
         tr("&Quit"),
         tr("Closes the program. The present run can be gone on with the next time."),
         {QKeySequence::Quit},
         [this] { close(); }});
}

/// A text that has the focus takes its own Ctrl+C first.
void MainWindow::makeEditMenu()
{
    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions({m_undo->undoAction(), m_undo->redoAction()});
    edit->addSeparator();
    QAction* copyPlot = m_actions.add({"copyPlot",
                                       tr("&Copy plot"),
                                       tr("The plot that has the focus, or the main one, to the clipboard."),
                                       {QKeySequence::Copy},
                                       [this] { m_exports->copy(m_exports->plotInFocus()); }});
    edit->addAction(copyPlot);
    connect(edit, &QMenu::aboutToShow, this, [this, copyPlot] {
        copyPlot->setText(tr("&Copy \"%1\"").arg(m_exports->plotInFocus()->title()));
    });
}

void MainWindow::makeRunMenu()
{
    const RunCommands commands{[this] { runOrPause(); }, [this] { beginAgain(); },
                               [this] { m_topBar->drawSeed(); },
                               [this](Networks networks) { m_session.step(networks); }};
    addRunActions(m_actions, commands, *menuBar()->addMenu(tr("&Run")));
}

void MainWindow::makeTimelineMenu()
{
    const TimelineCommands commands{[this]() -> TimelineBar& { return m_page->timeline(); },
                                    [this] { m_travel->continueHere(); }, [this] { m_travel->togglePin(); }};
    addTimelineActions(m_actions, commands, *menuBar()->addMenu(tr("&Timeline")));
}

} // namespace gan
