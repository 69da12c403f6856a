#pragma once

#include "core/session/training_session.h"
#include "ui/actions/actions.h"
#include "ui/export/exporter.h"
#include "ui/style/appearance.h"
#include "ui/window/opening_play.h"
#include "ui/window/run_travel.h"
#include "ui/window/window_frames.h"

#include <QMainWindow>

#include <functional>
#include <map>
#include <memory>

class QFileDialog;
class QMenu;
class QStackedWidget;

namespace gan {

class Autosave;
class Banner;
class ExperimentPage;
class ExportDialog;
class HelpMenu;
class PlotView;
class LoadProgress;
class LoadingBar;
class StatusLine;
class TopBar;
class UndoHistory;
class ViewMenu;
class WindowMemory;
struct EarlierRun;
struct UnusablePicture;
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

    /// What the menus do once a path is chosen. Failure is a sentence in the window.
    void openRun(const QString& path);
    void saveRun(const QString& path, Past past = Past::LeftOut);
    /// Offers what a crash has left, or else the run of the last time where `offersLast`, and reads from it
    /// what the File menu needs. It must outlive the window.
    void useAutosave(Autosave& autosave, bool offersLast = true);
    /// Plays the beginning of the run, which nobody has asked for yet; see OpeningPlay. After useAutosave().
    void playOpening(OpeningPace pace = {});
    /// See HelpMenu; the program does it once by itself.
    void introduce();
    /// Shows how far the loading of pictures is, and can end it.
    void watchLoading(std::shared_ptr<LoadProgress> progress);
    /// Of what the screen shows now; written in the background.
    void exportNow(const ExportOrder& order);

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
    void fillExportMenu(QMenu& menu);

    void connectExports();
    ExportDialog& exportDialog();
    void offerPlots();
    void askExport(ExportOrder::What what);
    void askExportOf(PlotView* plot);
    void askAnimation(const QString& plotId);
    void copy(PlotView* plot);
    PlotView* plotInFocus() const;
    RunExport shownExport() const;

    void addPictureExports(QMenu& menu);
    void chooseFileFor(const QString& title, const QString& name, std::function<FillFile()> file);
    void exportComparison(const RunTravel::TwoMoments& moments);

    void offerLeftBehind(std::vector<EarlierRun> runs);
    void offerLastRun();
    void openLastRun();
    void keepLayout();
    QWidget* withTabs(QWidget* pages);
    void showUnusable(const std::vector<UnusablePicture>& files);
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
    QFileDialog* fileDialog(const QString& title, const QString& filters);
    void chooseRunFile();
    void chooseSaveFile();
    Run shownRun() const;
    void attempt(const std::function<void()>& action);

    TrainingSession& m_session;
    WindowMemory& m_memory;
    Autosave* m_autosave = nullptr;
    Appearance m_appearance;
    WindowFrames m_frames;
    Actions m_actions;
    TopBar* m_topBar;
    Banner* m_banner;
    LoadingBar* m_loading;
    QStackedWidget* m_pages;
    StatusLine* m_status;
    UndoHistory* m_undo;
    RunTravel* m_travel;
    Exporter m_exporter;
    ExportDialog* m_export = nullptr; ///< made when it is first asked for
    ViewMenu* m_view;
    HelpMenu* m_help;
    std::map<const Experiment*, ExperimentPage*> m_pageOf;
    ExperimentPage* m_page = nullptr; ///< of the session's experiment
};

} // namespace gan
