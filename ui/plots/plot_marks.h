#pragma once

#include "ui/plots/qcp.h"

#include <vector>

namespace gan {

/// Something that happened at one place of the horizontal axis.
struct PlotMoment {
    double at;
    QString text;
};

/// Dashed levels across a plot, which the legend names, and dotted lines down it, each with a label. It works
/// in pixels, so it sees which labels would fall on each other.
class PlotMarks : public QCPLayerable {
    Q_OBJECT

public:
    explicit PlotMarks(QCustomPlot* plot);

    std::vector<double> levels;      ///< on the left axis
    std::vector<PlotMoment> moments; ///< on the horizontal axis, in ascending order
    void setStyle(const QFont& font, const QColor& lineColor, const QColor& textColor,
                  const QColor& haloColor);

protected:
    QRect clipRect() const override;
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override;
    void draw(QCPPainter* painter) override;

private:
    void drawLevels(QCPPainter& painter, const QRect& area) const;
    void drawMoments(QCPPainter& painter, const QRect& area) const;
    void drawLabel(QCPPainter& painter, const QPointF& at, const QString& text) const;

    QFont m_font;
    QColor m_lineColor, m_textColor, m_haloColor;
};

} // namespace gan
