#pragma once

#include "core/session/training_session.h"
#include "ui/theme.h"

#include <QMainWindow>

#include <functional>
#include <memory>

class QAction;
class QMenu;
class QSplitter;

namespace gan {

class Banner;
class ControlPanel;
class PlotSheet;
class PlotView;
class ReadoutPanel;
class StatusLine;
class TopBar;

/// Places the panels and connects them with a training session; what they show and do is theirs.
/// The session must outlive the window.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(TrainingSession& session, const Theme& theme, QWidget* parent = nullptr);
    ~MainWindow() override;

    void setTheme(const Theme& theme);

    /// What the menus do once a path is chosen. Failure is a sentence in the window.
    void openRun(const QString& path);
    void saveRun(const QString& path);
    void exportAll(const QString& folder);
    void exportPlot(PlotView& plot, const QString& path);

private:
    void placePanels();
    void placePage();
    void makeMenus();
    void connectSession();
    void connectControls();
    void fillExportMenu(QMenu& menu);
    void followRun();
    void followState(SessionState state);
    void showSnapshot(std::shared_ptr<const Snapshot> snapshot);

    void runOrPause();
    void resetTo(const Settings& settings);
    void chooseExperiment(const QString& id);
    void chooseSeed(std::int64_t seed);
    void chooseRunFile();
    void chooseSaveFile();
    void chooseExportFolder();
    void choosePlotFile(PlotView& plot);
    Run shownRun() const;
    void showAbout();
    void attempt(const std::function<void()>& action);

    TrainingSession& m_session;
    Theme m_theme;
    TopBar* m_topBar;
    Banner* m_banner;
    QSplitter* m_page;
    StatusLine* m_status;
    QAction* m_undoReset = nullptr;
    const Experiment* m_experiment = nullptr; ///< that the page shows
    ControlPanel* m_controls = nullptr;
    PlotSheet* m_sheet = nullptr;
    ReadoutPanel* m_numbers = nullptr;
};

} // namespace gan
