#pragma once

#include "ui/plots/history/moment_flags.h"
#include "ui/plots/qcp.h"

#include <vector>

namespace gan {

/// A height that values should be compared with.
struct PlotLevel {
    double at;
    QString text; ///< for the legend
};

/// Dashed levels across a plot, and above its top edge a small flag for each moment. Nothing is written over
/// the curves: what a flag stands for is read with the mouse.
class PlotMarks : public QCPLayerable {
    Q_OBJECT

public:
    /// The room above the plot that flags take, in pixels at scale 1.
    static constexpr int kFlagHeight = 9;

    explicit PlotMarks(QCustomPlot* plot);

    std::vector<PlotLevel> levels;   ///< on the left axis; on a logarithmic one only those above 0 are drawn
    std::vector<PlotMoment> moments; ///< on the horizontal axis, in ascending order
    /// `font`: of the number in a flag that stands for several moments.
    void setStyle(const QFont& font, const QColor& lineColor, const QColor& flagColor, const QColor& paper,
                  double scale);

    /// Of the moments in sight.
    std::vector<MomentFlag> flags() const;
    /// Where a flag is drawn.
    QRectF placeOf(const MomentFlag& flag) const;
    /// What the flag at this pixel across says; nothing where there is none.
    QString textAt(double pixel) const;

protected:
    QRect clipRect() const override;
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override;
    void draw(QCPPainter* painter) override;

private:
    double lineAt(const PlotMoment& moment) const;
    void drawLevels(QCPPainter& painter) const;
    void drawFlag(QCPPainter& painter, const MomentFlag& flag) const;

    QFont m_font;
    QColor m_lineColor, m_flagColor, m_paper;
    double m_scale = 1;
};

} // namespace gan
