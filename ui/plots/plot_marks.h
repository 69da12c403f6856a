#pragma once

#include "ui/plots/moment_labels.h"
#include "ui/plots/qcp.h"

#include <vector>

namespace gan {

/// A height that values should be compared with.
struct PlotLevel {
    double at;
    QString text;
};

/// Dashed levels across a plot and dotted lines down it, each with a label. It works in pixels, so it sees
/// which labels would fall on each other.
class PlotMarks : public QCPLayerable {
    Q_OBJECT

public:
    explicit PlotMarks(QCustomPlot* plot);

    std::vector<PlotLevel> levels;   ///< on the left axis; on a logarithmic one only those above 0 are drawn
    std::vector<PlotMoment> moments; ///< on the horizontal axis, in ascending order
    void setStyle(const QFont& font, const QColor& lineColor, const QColor& textColor, const QColor& paper);

    /// What is written beside the moments in sight.
    std::vector<MomentLabel> labels() const;

protected:
    QRect clipRect() const override;
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override;
    void draw(QCPPainter* painter) override;

private:
    double lineAt(const PlotMoment& moment) const;
    void drawLevels(QCPPainter& painter) const;
    void drawLevelTexts(QCPPainter& painter) const;
    std::vector<PlotLevel> levelsInSight() const;
    void drawLines(QCPPainter& painter) const;
    void drawLabel(QCPPainter& painter, const MomentLabel& label) const;

    QFont m_font;
    QColor m_lineColor, m_textColor, m_paper;
};

} // namespace gan
