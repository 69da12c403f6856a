#pragma once

#include <QObject>

#include <cstdint>
#include <map>
#include <memory>

class QAction;
class QUndoStack;

namespace gan {

class Actions;
class Settings;
class TrainingSession;

/// What Undo and Redo of the Edit menu do: first the changes of live settings in the run that is shown, the
/// newest first, one for each drag of a slider; then the reset, new seed, preset or file that ended the run
/// before. Undoing a change is itself a change of the run, at the iteration that it is at. GUI thread; the
/// session and the actions must outlive it.
class UndoHistory : public QObject {
    Q_OBJECT

public:
    /// Adds the actions "undo" and "redo".
    UndoHistory(TrainingSession& session, Actions& actions, QObject* parent = nullptr);
    ~UndoHistory() override;

    QAction* undoAction() const { return m_undo; }
    QAction* redoAction() const { return m_redo; }

    /// Somebody changed live settings of the run that is shown.
    void noteChange(const Settings& before, const Settings& after);

Q_SIGNALS:
    /// Another run is shown; controls that remember what waits begin anew.
    void runChanged();

private:
    void undo();
    void redo();
    void followRun();
    void refresh();
    QUndoStack& stack();
    void swapRuns(bool isUndone);

    TrainingSession& m_session;
    Actions& m_actions;
    std::map<std::uint64_t, std::unique_ptr<QUndoStack>> m_stacks; ///< of each run, by its id
    QAction *m_undo, *m_redo;
    std::uint64_t m_broughtBack = 0; ///< the run that Undo brought back; Redo then leaves it again
};

} // namespace gan
