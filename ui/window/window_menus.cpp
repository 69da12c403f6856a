#include "ui/window/window_menus.h"

#include "core/session/training_session.h"
#include "ui/actions/help_menu.h"
#include "ui/actions/run_actions.h"
#include "ui/actions/timeline_actions.h"
#include "ui/actions/undo_history.h"
#include "ui/actions/view_menu.h"
#include "ui/pages/experiment_page.h"
#include "ui/plots/plot_view.h"
#include "ui/timeline/timeline_bar.h"
#include "ui/window/run_control.h"
#include "ui/window/run_files.h"
#include "ui/window/run_travel.h"
#include "ui/window/window_export.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace gan {

WindowMenus::WindowMenus(QMainWindow& window, TrainingSession& session)
    : QObject(&window)
    , m_window(window)
    , m_session(session)
    , m_actions(window)
    , m_undo(new UndoHistory(session, m_actions, this))
{
}

void WindowMenus::fill(const Commands& commands, Appearance& appearance, WindowMemory& memory)
{
    fillFile(commands);
    fillEdit(commands);
    fillRun(commands);
    fillTimeline(commands);
    m_view = new ViewMenu(m_window, m_actions, appearance, memory);
    m_help = new HelpMenu(m_window, m_actions, m_session, commands.page);
}

void WindowMenus::fillFile(const Commands& commands)
{
    RunFiles& files = commands.files;
    WindowExport& taken = commands.exports;
    QMenu* file = m_window.menuBar()->addMenu(tr("&File"));
    const auto add = [&](ActionSpec spec) { file->addAction(m_actions.add(std::move(spec))); };
    add({"openRun",
         tr("&Open run…"),
         tr("A run file or a saved run: the window shows it in place of the present run."),
         {QKeySequence::Open},
         [&files] { files.chooseFile(); }});
    add({"saveRun",
         tr("&Save run…"),
         tr("The whole run, to go on with later, or its settings, to repeat it."),
         {QKeySequence::Save},
         [&files] { files.chooseSaveFile(); }});
    add({"lastRun",
         tr("&Go on with the last run"),
         tr("The run that was shown when the program was closed last."),
         {},
         [&files] { files.openLastRun(); }});
    file->addSeparator();
    QMenu* exports = file->addMenu(tr("&Export"));
    connect(exports, &QMenu::aboutToShow, &taken, [&taken, exports] { taken.fillMenu(*exports); });
    file->addSeparator();
    add({"quit",
         tr("&Quit"),
         tr("Closes the program. The present run can be gone on with the next time."),
         {QKeySequence::Quit},
         [this] { m_window.close(); }});
}

/// A text that has the focus takes its own Ctrl+C first.
void WindowMenus::fillEdit(const Commands& commands)
{
    WindowExport& exports = commands.exports;
    QMenu* edit = m_window.menuBar()->addMenu(tr("&Edit"));
    edit->addActions({m_undo->undoAction(), m_undo->redoAction()});
    edit->addSeparator();
    QAction* copyPlot = m_actions.add({"copyPlot",
                                       tr("&Copy plot"),
                                       tr("The plot that has the focus, or the main one, to the clipboard."),
                                       {QKeySequence::Copy},
                                       [&exports] { exports.copy(exports.plotInFocus()); }});
    edit->addAction(copyPlot);
    connect(edit, &QMenu::aboutToShow, &exports, [&exports, copyPlot] {
        copyPlot->setText(tr("&Copy \"%1\"").arg(exports.plotInFocus()->title()));
    });
}

void WindowMenus::fillRun(const Commands& commands)
{
    RunControl& control = commands.control;
    const RunCommands run{[&control] { control.runOrPause(); }, [&control] { control.beginAgain(); },
                          commands.drawSeed, [this](Networks networks) { m_session.step(networks); }};
    addRunActions(m_actions, run, *m_window.menuBar()->addMenu(tr("&Run")));
}

void WindowMenus::fillTimeline(const Commands& commands)
{
    RunTravel& travel = commands.travel;
    const TimelineCommands timeline{[page = commands.page]() -> TimelineBar& { return page().timeline(); },
                                    [&travel] { travel.continueHere(); }, [&travel] { travel.togglePin(); }};
    addTimelineActions(m_actions, timeline, *m_window.menuBar()->addMenu(tr("&Timeline")));
}

} // namespace gan
