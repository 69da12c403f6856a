#pragma once

#include "core/snapshot.h"
#include "ui/plots/qcp.h"

#include <vector>

namespace gan {

/// Neighboring bars from one x to another, and the highest of them.
struct BarGroup {
    double from, to;
    double highest;
};

/// The bars of a histogram that are higher than `height`, neighbors together.
std::vector<BarGroup> barsAbove(const Histogram& histogram, double height);

/// The sign that bars go on above the plot: a notch through them near the upper edge, and an arrow with the
/// height of the highest.
class CutBars : public QCPLayerable {
    Q_OBJECT

public:
    struct Cut {
        BarGroup bars;
        QColor color;
    };

    struct Label {
        QRectF place; ///< its base line is the lower edge
        QString text;
        QColor color;
    };

    explicit CutBars(QCustomPlot* plot);

    std::vector<Cut> groups;
    void setStyle(const QFont& font, const QColor& paper);
    /// What is written; none falls on another.
    std::vector<Label> labels() const;

protected:
    QRect clipRect() const override;
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override;
    void draw(QCPPainter* painter) override;

private:
    void drawNotch(QCPPainter& painter, const Cut& cut) const;

    QFont m_font;
    QColor m_paper;
};

} // namespace gan
