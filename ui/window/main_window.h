#pragma once

#include "core/session/training_session.h"
#include "ui/actions/actions.h"
#include "ui/style/appearance.h"
#include "ui/window/opening_play.h"
#include "ui/window/run_files.h"
#include "ui/window/run_travel.h"
#include "ui/window/window_export.h"
#include "ui/window/window_frames.h"

#include <QMainWindow>

#include <functional>
#include <map>
#include <memory>

class QStackedWidget;

namespace gan {

class Banner;
class ExperimentPage;
class HelpMenu;
class LoadProgress;
class LoadingBar;
class StatusLine;
class TopBar;
class UndoHistory;
class ViewMenu;
class WindowMemory;
struct Preset;

/// Places the panels and connects them with a training session; what they show and do is theirs.
/// Session and memory must outlive the window.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(TrainingSession& session, WindowMemory& memory, QWidget* parent = nullptr);
    ~MainWindow() override;

    Appearance& appearance() { return m_appearance; }
    ExperimentPage& page() const { return *m_page; }

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
    void placePanels();
    void connectSession();
    void connectControls();
    void followRun();
    void showPage();
    ExperimentPage* makePage();
    void followState(SessionState state);
    void showSnapshot(std::shared_ptr<const Snapshot> snapshot);
    void wear(const Theme& theme);

    void makeMenus();
    void makeFileMenu();
    void makeEditMenu();
    void makeRunMenu();
    void makeTimelineMenu();

    void keepLayout();
    QWidget* withTabs(QWidget* pages);
    void runOrPause();
    void pauseWhen(const std::vector<PauseCondition>& conditions);
    void beginAgain();
    void offerHelp(const Text& failure);
    void beginSlower();
    void change(const Settings& settings);
    void begin(const Settings& settings);
    void beginPreset(const Run& run, const Preset& preset);
    void chooseExperiment(const QString& id);
    void chooseSeed(std::int64_t seed);
    void beginWithPictures(const QString& folder);

    TrainingSession& m_session;
    WindowMemory& m_memory;
    Appearance m_appearance;
    WindowFrames m_frames;
    Actions m_actions;
    TopBar* m_topBar;
    Banner* m_banner;
    LoadingBar* m_loading;
    QStackedWidget* m_pages;
    StatusLine* m_status;
    UndoHistory* m_undo;
    WindowExport* m_exports;
    RunFiles* m_files;
    RunTravel* m_travel;
    ViewMenu* m_view;
    HelpMenu* m_help;
    std::map<const Experiment*, ExperimentPage*> m_pageOf;
    ExperimentPage* m_page = nullptr; ///< of the session's experiment
};

} // namespace gan
