#pragma once

#include "core/curve_store.h"
#include "core/metric_rows.h"
#include "ui/plots/plot_view.h"

class QCPColorMap;

namespace gan {

/// Columns of the metric log over iterations as rows of colored cells, the first one lowest: how something is
/// shared among many, and how the shares move from one to another.
class HistoryStrip : public PlotView {
    Q_OBJECT

public:
    HistoryStrip(const StripSpec& spec, const Theme& theme, QWidget* parent = nullptr);

    void append(const MetricRows& rows);
    /// A new run. Axes stay.
    void clear();

    std::vector<HoverLine> valuesAt(double) const override { return {}; }
    std::vector<HoverLine> valuesAtPoint(double x, double y) const override;
    double placeAt(double x) const override;
    double placeStep() const override { return 1; }
    bool isEmpty() const override { return m_rows == 0; }

protected:
    void frame(bool steady) override;
    void refresh(int width) override;
    std::int64_t iteration() const override { return m_lastIteration; }

private:
    double fairShare() const { return 1 / double(m_rows); }
    QColor colorOf(double share) const;
    std::vector<LegendEntry> entries() const;

    const StripSpec m_spec;
    std::vector<CurveStore> m_stores; ///< of each column
    std::size_t m_rows = 0;           ///< columns that this run has
    std::int64_t m_lastIteration = 0;
    QCPColorMap* m_map;
};

} // namespace gan
