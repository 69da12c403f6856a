#pragma once

#include <QObject>

class QAction;
class QMainWindow;
class QMenu;

namespace gan {

class Actions;
class Appearance;
class ExperimentPage;
class ProjectorMode;
class WindowMemory;

/// How the window looks and which panels it shows: the entries of the View menu and what they do. All that it
/// is given must outlive it.
class ViewMenu : public QObject {
    Q_OBJECT

public:
    ViewMenu(QMainWindow& window, Actions& actions, Appearance& appearance, WindowMemory& memory);

    /// The page whose panels they are.
    void setPage(ExperimentPage& page);
    /// On while the panel is shown.
    QAction* showsControls() const { return m_controls; }
    QAction* showsNumbers() const { return m_numbers; }
    ProjectorMode& projector() const { return *m_projector; }

private:
    void addThemes(QMenu& menu);
    void addPanels(QMenu& menu);
    void addRest(QMenu& menu);
    void showPanels();
    void placePanes();

    QMainWindow& m_window;
    Actions& m_actions;
    Appearance& m_appearance;
    WindowMemory& m_memory;
    ExperimentPage* m_page = nullptr;
    QAction *m_controls, *m_numbers;
    ProjectorMode* m_projector;
};

} // namespace gan
