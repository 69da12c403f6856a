#pragma once

#include "core/metric_rows.h"
#include "core/run.h"
#include "core/thinned_series.h"
#include "ui/plots/plot_view.h"
#include "ui/plots/steady_range.h"

class QCPGraph;

namespace gan {

class PlotMarks;

/// Columns of the metric log over iterations. Where a pixel holds many iterations, the line is their mean and
/// the band around it reaches from their smallest to their largest: a spike of one iteration stays visible.
class HistoryPlot : public PlotView {
    Q_OBJECT

public:
    HistoryPlot(const HistorySpec& spec, const Theme& theme, QWidget* parent = nullptr);

    void append(const MetricRows& rows);
    /// A vertical line where a setting changed.
    void mark(const Event& event);
    /// Reference lines and fixed ranges follow the settings.
    void setSettings(const Settings& settings);
    /// A new run.
    void clear();

protected:
    void refresh(int width) override;
    void frame(bool steady) override;
    std::vector<HoverLine> valuesAt(double x) const override;
    bool isEmpty() const override;

private:
    struct Line {
        const HistorySeries* spec;
        ThinnedSeries series;
        QCPGraph *low, *high, *mean;
    };

    Line makeLine(const HistorySeries& spec);
    void refreshLine(Line& line, int width);
    void refreshMarks();
    QString valueText(double value) const;

    const HistorySpec m_spec;
    std::vector<Line> m_lines;
    HistoryFrame m_frame;
    std::vector<Event> m_events;
    PlotMarks* m_marks;
    std::int64_t m_lastIteration = 0;
    SteadyRange m_range;
};

} // namespace gan
