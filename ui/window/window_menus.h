#pragma once

#include "ui/actions/actions.h"

#include <QObject>

#include <functional>

class QMainWindow;

namespace gan {

class Appearance;
class ExperimentPage;
class HelpMenu;
class RunControl;
class RunFiles;
class RunTravel;
class TrainingSession;
class UndoHistory;
class ViewMenu;
class WindowExport;
class WindowMemory;

/// The menus of the window: everything that the buttons do, and what is wanted too seldom for a button. GUI
/// thread; all that it is given must outlive it.
class WindowMenus : public QObject {
    Q_OBJECT

public:
    WindowMenus(QMainWindow& window, TrainingSession& session);

    Actions& actions() { return m_actions; }
    UndoHistory& undo() const { return *m_undo; }
    ViewMenu& view() const { return *m_view; }
    HelpMenu& help() const { return *m_help; }

    /// What the entries do; `page`: the one that is shown.
    struct Commands {
        RunFiles& files;
        WindowExport& exports;
        RunControl& control;
        RunTravel& travel;
        std::function<ExperimentPage&()> page;
        std::function<void()> drawSeed;
    };
    /// Once, before view() and help() are asked for.
    void fill(const Commands& commands, Appearance& appearance, WindowMemory& memory);

private:
    void fillFile(const Commands& commands);
    void fillEdit(const Commands& commands);
    void fillRun(const Commands& commands);
    void fillTimeline(const Commands& commands);

    QMainWindow& m_window;
    TrainingSession& m_session;
    Actions m_actions;
    UndoHistory* m_undo;
    ViewMenu* m_view = nullptr;
    HelpMenu* m_help = nullptr;
};

} // namespace gan
