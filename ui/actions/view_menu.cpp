#include "ui/actions/view_menu.h"

#include "ui/actions/actions.h"
#include "ui/pages/experiment_page.h"
#include "ui/pages/log_tab.h"
#include "ui/pages/plot_rows.h"
#include "ui/pages/plot_sheet.h"
#include "ui/style/appearance.h"
#include "ui/window/projector_mode.h"
#include "ui/window/window_memory.h"

#include <QAction>
#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace gan {

ViewMenu::ViewMenu(QMainWindow& window, Actions& actions, Appearance& appearance, WindowMemory& memory)
    : QObject(&window)
    , m_window(window)
    , m_actions(actions)
    , m_appearance(appearance)
    , m_memory(memory)
{
    QMenu* menu = window.menuBar()->addMenu(tr("&View"));
    addThemes(*menu);
    menu->addSeparator();
    addPanels(*menu);
    addRest(*menu);
}

void ViewMenu::addThemes(QMenu& menu)
{
    auto* themes = new QActionGroup(this);
    const auto add = [&](const char* id, const QString& name, ThemeChoice choice) {
        const auto choose = [this, choice] {
            m_appearance.choose(choice);
            m_memory.setThemeChoice(choice);
        };
        QAction* action =
            m_actions.add({id, name, tr("The colors of the window and of all plots."), {}, choose});
        action->setCheckable(true);
        action->setChecked(choice == m_appearance.choice());
        themes->addAction(action);
        menu.addAction(action);
    };
    add("systemTheme", tr("Colors of the &system"), ThemeChoice::System);
    add("lightTheme", tr("&Light"), ThemeChoice::Light);
    add("darkTheme", tr("&Dark"), ThemeChoice::Dark);
}

void ViewMenu::addPanels(QMenu& menu)
{
    const auto add = [&](ActionSpec spec, bool isOn, auto slot) {
        QAction* action = m_actions.add(std::move(spec));
        action->setCheckable(true);
        action->setChecked(isOn);
        connect(action, &QAction::toggled, this, slot);
        menu.addAction(action);
        return action;
    };
    add({"projector",
         tr("&Projector: larger text"),
         tr("Larger text for a lecture room."),
         {Qt::Key_F11},
         {}},
        false, [this](bool on) { m_projector->set(on); });
    m_controls = add(
        {"showSettings", tr("S&ettings panel"), tr("Shows the settings, or hides them."), {Qt::Key_F8}, {}},
        true, [this] { showPanels(); });
    m_numbers =
        add({"showNumbers", tr("&Numbers panel"), tr("Shows the numbers, or hides them."), {Qt::Key_F9}, {}},
            true, [this] { showPanels(); });
    m_projector = new ProjectorMode(m_window, m_appearance, {m_controls, m_numbers});
    connect(m_projector, &ProjectorMode::entered, this, [this] { m_page->placePanes(m_window.width()); });
}

void ViewMenu::addRest(QMenu& menu)
{
    menu.addAction(m_actions.add({"log",
                                  tr("L&og"),
                                  tr("Shows the log in place of the lower plots, or these again."),
                                  {Qt::Key_F7},
                                  [this] { m_page->log()->toggle(); }}));
    QAction* plays = m_actions.add({"playAtStart",
                                    tr("&Play a little at the start"),
                                    tr("Whether the program trains for a moment when it starts."),
                                    {},
                                    {}});
    plays->setCheckable(true);
    plays->setChecked(m_memory.playsAtStart());
    connect(plays, &QAction::toggled, this, [this](bool on) { m_memory.setPlaysAtStart(on); });
    menu.addAction(plays);
    menu.addAction(m_actions.add({"usualPanes",
                                  tr("&Back to the usual panes"),
                                  tr("Gives panels and plots the sizes that they have at first."),
                                  {},
                                  [this] { placePanes(); }}));
}

void ViewMenu::setPage(ExperimentPage& page)
{
    m_page = &page;
    showPanels();
    m_actions.setRefusal(QStringLiteral("log"), page.log() ? QString() : tr("This experiment has no log."));
}

void ViewMenu::showPanels()
{
    m_page->showPanels(m_controls->isChecked(), m_numbers->isChecked());
}

void ViewMenu::placePanes()
{
    m_memory.forgetPanes();
    m_page->placePanes(m_window.width());
    m_page->plots().rows().placePanes();
}

} // namespace gan
