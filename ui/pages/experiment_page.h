#pragma once

#include "core/metric_rows.h"
#include "core/pause_condition.h"
#include "core/session/networks.h"
#include "core/session/run_record.h"
#include "core/snapshot.h"
#include "core/view.h"
#include "ui/pages/page_moments.h"
#include "ui/plots/plot_view.h"
#include "ui/style/theme.h"

#include <QSplitter>

#include <memory>

namespace gan {

class ComparisonPanel;
class ControlPanel;
class LogTab;
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
    PageMoments& moments() const { return *m_moments; }
    /// What the plots show: the newest snapshot, or a moment of the timeline. Null when there is nothing.
    std::shared_ptr<const Snapshot> shown() const { return m_moments->shown(); }
    /// What is looked at.
    const View& view() const;
    PausePanel& pause() const { return *m_pause; }
    ComparisonPanel& comparison() const { return *m_comparison; }
    /// Null when the experiment has none.
    LogTab* log() const { return m_log; }
    /// The speed limit while this page is shown, in iterations a second; 0: none.
    double speed() const { return m_speed; }
    void setSpeed(double limit) { m_speed = limit; }

    /// Another run begins, or one goes on; the one that was shown stays as pale curves, unless it is the
    /// same.
    void begin(std::shared_ptr<const RunRecord> record, const Settings& settings);
    void append(const MetricRows& rows);
    void mark(const std::vector<Event>& events);
    /// Whether the run that is shown runs.
    void setRunning(bool running);
    /// Other settings are in force.
    void followSettings(const Settings& settings);
    void setTheme(const Theme& theme);
    void placePanes(int width);
    /// Settings; numbers and earlier runs.
    void showPanels(bool controls, bool numbers);

Q_SIGNALS:
    /// Make so many iterations with these networks, then pause.
    void stepsRequested(gan::Networks networks, std::int64_t count);

private:
    void layOut();
    void placeMargins();
    void keepGhost();
    void drawThumbnails(const Theme& theme);

    std::shared_ptr<const RunRecord> m_record; ///< of the run that is shown
    ControlPanel* m_controls;
    PlotSheet* m_plots;
    ReadoutPanel* m_numbers;
    ComparisonPanel* m_comparison;
    PausePanel* m_pause;
    TimelineBar* m_timeline;
    PageMoments* m_moments;
    LogTab* m_log = nullptr;
    StagePanel* m_stages = nullptr; ///< null when the experiment has none
    double m_speed;
    ScrollColumn* m_column = nullptr; ///< numbers and earlier runs
};

} // namespace gan
