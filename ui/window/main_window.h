#pragma once

#include "core/session/training_session.h"
#include "ui/style/appearance.h"
#include "ui/window/opening_play.h"
#include "ui/window/page_stack.h"
#include "ui/window/run_files.h"
#include "ui/window/window_export.h"

#include <QMainWindow>

#include <memory>

namespace gan {

class Banner;
class LoadProgress;
class RunControl;
class RunTravel;
class StatusLine;
class TopBar;
class WindowMemory;
class WindowMenus;

/// Places the panels and connects them with a training session; what they show and do is theirs.
/// Session and memory must outlive the window.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(TrainingSession& session, WindowMemory& memory, QWidget* parent = nullptr);
    ~MainWindow() override;

    Appearance& appearance() { return m_appearance; }
    ExperimentPage& page() const { return m_pages->shown(); }

    RunFiles& files() const { return *m_files; }
    WindowExport& exports() const { return *m_exports; }

    /// Plays the beginning of the run, which nobody has asked for yet; see OpeningPlay. After
    /// RunFiles::useAutosave().
    void playOpening(OpeningPace pace = {});
    /// See HelpMenu; the program does it once by itself.
    void introduce();
    /// Shows how far the loading of pictures is, and can end it.
    void watchLoading(std::shared_ptr<LoadProgress> progress);

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void makeParts();
    void placePanels();
    QWidget* withTabs(QWidget* pages);
    void connectSession();
    void connectControls();
    void connectPage(ExperimentPage& page);
    void followPage(ExperimentPage& page);
    void followRun();
    void followState(SessionState state);
    void wear(const Theme& theme);
    void keepLayout();

    TrainingSession& m_session;
    WindowMemory& m_memory;
    Appearance m_appearance;
    WindowMenus* m_menus;
    TopBar* m_topBar;
    Banner* m_banner;
    PageStack* m_pages;
    StatusLine* m_status;
    WindowExport* m_exports;
    RunFiles* m_files;
    RunTravel* m_travel;
    RunControl* m_control;
};

} // namespace gan
