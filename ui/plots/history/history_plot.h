#pragma once

#include "core/metric_rows.h"
#include "core/run.h"
#include "ui/plots/history/history_curve.h"
#include "ui/plots/history/history_ghosts.h"
#include "ui/plots/history/value_axis.h"
#include "ui/plots/plot_view.h"

namespace gan {

class PlotMarks;

/// Columns of the metric log over iterations. Where a pixel holds many iterations, the line is their mean and
/// the band around it reaches from their smallest to their largest: a spike of one iteration stays visible.
/// Earlier runs can stay behind the current one as ghosts.
class HistoryPlot : public PlotView {
    Q_OBJECT

public:
    /// So many iterations are in sight while the plot follows the newest.
    static constexpr int kFollowed = 1000;

    HistoryPlot(const HistorySpec& spec, const Theme& theme, QWidget* parent = nullptr);

    /// So that no row of a projector's small screen has three: their legends would take the height.
    int readableWidth() const override { return theme().scale > 1 ? 266 : 260; }

    void append(const MetricRows& rows);
    /// A flag where a setting changed.
    void mark(const Event& event);
    /// Reference lines and fixed ranges follow the settings.
    void setSettings(const Settings& settings);
    /// A new run. Ghosts, axes and smoothing stay.
    void clear();

    void followNewest();
    bool isFollowing() const;
    void setLogarithmicValues(bool on);
    void setLogarithmicIterations(bool on);

    /// The weight of an exponential moving average (core/smoothing.h), 0 to 0.999; other values are moved
    /// there. The curve as it is stays behind it.
    void setSmoothing(double weight);

    /// The current curves become ghost `number` (1 to 3) and this plot has none; called before `clear()`. A
    /// run without an iteration leaves no ghost.
    void keepGhost(std::uint64_t runId, int number);
    void removeGhost(std::uint64_t runId);
    void setGhostVisible(std::uint64_t runId, bool visible);

    std::vector<HoverLine> valuesAt(double x) const override;
    double placeAt(double x) const override;
    double placeStep() const override { return 1; }
    bool isEmpty() const override { return longest() == 0; }

protected:
    void frame(bool steady) override;
    void refresh(int width) override;
    std::int64_t iteration() const override { return m_lastIteration; }

private:
    void addEntries();
    std::int64_t longest() const;
    Extent extent() const;
    HistoryLook look(int points) const;

    const HistorySpec m_spec;
    std::vector<HistoryCurve> m_curves;
    HistoryGhosts m_ghosts;
    ValueAxis m_values;
    const Experiment* m_experiment = nullptr; ///< knows what settings are called on the screen
    std::vector<Event> m_events;
    PlotMarks* m_marks;
    std::int64_t m_lastIteration = 0;
    double m_smoothing = 0;
    QAction *m_follow, *m_logValues, *m_logIterations; ///< switches of the context menu
};

} // namespace gan
