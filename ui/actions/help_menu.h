#pragma once

#include <QObject>

#include <functional>

class QMainWindow;

namespace gan {

class Actions;
class ExperimentPage;
class TrainingSession;
class WindowMemory;

/// What explains the program: the entries of the Help menu and what they do. All that it is given must
/// outlive it.
class HelpMenu : public QObject {
    Q_OBJECT

public:
    /// `page`: the one that is shown.
    HelpMenu(QMainWindow& window, Actions& actions, const TrainingSession& session,
             std::function<ExperimentPage&()> page);

    /// Three cards that point at the most important controls; until they end nothing is blocked.
    void introduce();

private:
    void showKeys();
    void showTerms();
    void showAbout();

    QMainWindow& m_window;
    const TrainingSession& m_session;
    const std::function<ExperimentPage&()> m_page;
};

} // namespace gan
