#pragma once

#include "ui/plots/qcp.h"

namespace gan {

class PlotLegend;

/// Title and legend above a plot: in one line where both fit, otherwise below each other.
class PlotHeader : public QCPLayoutGrid {
    Q_OBJECT

public:
    explicit PlotHeader(QCustomPlot* plot);

    QCPTextElement& title() const { return *m_title; }
    PlotLegend& legend() const { return *m_legend; }

    /// Chooses between the two, for so much room; whether that changed. `whole`: the title in full. In a low
    /// plot one line without the entries that can be missing is better than two.
    bool arrange(const QString& whole, int width, bool isLow);
    /// Where title, or title and legend, end in the first line.
    int lineEnd() const;

private:
    QCPTextElement* m_title;
    PlotLegend* m_legend;
    bool m_isOneLine = false;
    int m_legendWidth = 0; ///< in one line
};

} // namespace gan
