#pragma once

#include "core/metric_rows.h"
#include "core/pause_condition.h"
#include "core/session/networks.h"
#include "core/session/run_record.h"
#include "core/snapshot.h"
#include "core/view.h"
#include "ui/plots/plot_view.h"
#include "ui/style/theme.h"

#include <QSplitter>

#include <memory>

namespace gan {

class ComparisonPanel;
class ControlPanel;
class LogPanel;
class PausePanel;
class PlotSheet;
class ReadoutPanel;
class StagePanel;
class ScrollColumn;
class TimelineBar;
struct Preset;

/// All that the window shows of one experiment: controls, plots, numbers and earlier runs. It stays as it is
/// while another experiment is shown.
class ExperimentPage : public QSplitter {
    Q_OBJECT

public:
    ExperimentPage(std::shared_ptr<const RunRecord> record, const Theme& theme, QWidget* parent = nullptr);

    ControlPanel& controls() const { return *m_controls; }
    PlotSheet& plots() const { return *m_plots; }
    TimelineBar& timeline() const { return *m_timeline; }
    /// What the plots show: the newest snapshot, or a moment of the timeline. Null when there is nothing.
    std::shared_ptr<const Snapshot> shown() const { return m_shown; }
    /// What is looked at.
    const View& view() const;
    std::vector<PauseCondition> pauseConditions() const;
    /// Those of a preset; see PausePanel::setPlanned(). May emit pauseConditionsChanged().
    void setPlannedPauses(const std::vector<PauseCondition>& conditions);
    /// The speed limit while this page is shown, in iterations a second; 0: none.
    double speed() const { return m_speed; }
    void setSpeed(double limit) { m_speed = limit; }
    bool hasLog() const { return m_log; }
    /// Shows the log in place of the lower plots, or these again.
    void toggleLog();

    /// Takes an earlier run out of the comparison, when it is there.
    void forgetEarlier(std::uint64_t runId);
    /// Another run begins, or one goes on; the one that was shown stays as pale curves, unless it is the
    /// same.
    void begin(std::shared_ptr<const RunRecord> record, const Settings& settings);
    void append(const MetricRows& rows);
    void mark(const std::vector<Event>& events);
    void setSnapshot(std::shared_ptr<const Snapshot> snapshot);
    /// Of the iteration of the past that the timeline stands at, exactly.
    void showPicture(std::shared_ptr<const Snapshot> picture);
    /// Whether the run that is shown runs.
    void setRunning(bool running);
    /// What is written where a picture is still missing.
    void setNotice(const QString& notice);
    /// Other settings are in force.
    void followSettings(const Settings& settings);
    void setTheme(const Theme& theme);
    void placePanes(int width);
    void showControls(bool shown);
    /// Numbers and earlier runs.
    void showNumbers(bool shown);

Q_SIGNALS:
    void liveChanged(const gan::Settings& settings);
    /// See ControlPanel.
    void resetRequested(const gan::Settings& settings);
    void presetChosen(const gan::Run& run, const gan::Preset& preset);
    /// Make so many iterations with these networks, then pause.
    void stepsRequested(gan::Networks networks, std::int64_t count);
    void logSaved(const QString& path);
    void logRefused(const gan::Text& why);
    /// What is shown is now of another iteration of the past, or live again.
    void momentShown();
    void pauseConditionsChanged(const std::vector<gan::PauseCondition>& conditions);
    /// Something else is looked at.
    void viewChanged(const gan::View& view);
    void exportRequested(gan::PlotView* plot);
    void copyRequested(gan::PlotView* plot);
    void animationRequested(gan::PlotView* plot);

private:
    void layOut();
    void placeMargins();
    void connectParts();
    void addStages();
    void addLog();
    void keepGhost();
    void showMoment();
    void showNotice();
    void choosePicture(const PlotView* plot, int index, bool second);
    void showNumbersOf(std::int64_t iteration);

    std::shared_ptr<const RunRecord> m_record; ///< of the run that is shown
    ControlPanel* m_controls;
    PlotSheet* m_plots;
    ReadoutPanel* m_numbers;
    ComparisonPanel* m_comparison;
    PausePanel* m_pause;
    TimelineBar* m_timeline;
    std::shared_ptr<const Snapshot> m_newest, m_shown;
    LogPanel* m_log = nullptr;      ///< null when the experiment has none
    StagePanel* m_stages = nullptr; ///< the same
    int m_logTab = 0, m_tabBeforeLog = 0;
    double m_speed;
    QString m_notice;
    ScrollColumn* m_column = nullptr; ///< numbers and earlier runs
};

} // namespace gan
