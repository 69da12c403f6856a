#pragma once

#include "ui/plots/card/legend_entry.h"
#include "ui/plots/plot_spec.h"

#include <QRect>
#include <QString>

#include <vector>

class QCPItemText;
class QCustomPlot;

namespace gan {

class PlotHeader;

/// All that is written in a plot: title and legend above it, the names of its axes, a notice in an empty one
/// and a remark in a corner. It is part of the plot, so exported pictures have it too.
class PlotTexts {
public:
    PlotTexts(QCustomPlot& plot, const PlotFace& face);

    /// Colors and sizes of texts, axes and margins.
    void setTheme(const Theme& theme);
    /// Cuts the title with dots and leaves names of axes out, where the plot is small.
    void fit(int width, int height);
    /// Title and legend in one line or two, for so much room; whether that changed.
    bool arrange(int width, bool isLow);

    void setLegend(std::vector<LegendEntry> entries);
    const std::vector<LegendEntry>& legend() const;
    /// The entry that is written there; null where none is.
    const LegendEntry* legendEntryAt(QPointF pixel) const;
    /// On what the plot does not show; empty for none.
    void setRemark(const QString& remark);
    void setNotice(const QString& notice);
    void showNotice(bool isEmpty);

    QRect titleRect() const;
    QRect legendRect() const;
    int titleHeight() const;
    /// Where title, or title and legend, end in the first line.
    int lineEnd() const;
    /// Curves and the flags above them.
    QRect curvesRect() const;

private:
    void layOut();
    void setAxisTheme(const Theme& theme);
    void nameIterations(bool inTheLineOfNumbers);
    int pixels(double atScaleOne) const;

    QCustomPlot& m_plot;
    const PlotFace m_face;
    PlotHeader* m_header;
    QCPItemText* m_notice;
    QCPItemText* m_remark;
    double m_scale = 1;
};

} // namespace gan
