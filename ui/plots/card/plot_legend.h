#pragma once

#include "ui/plots/card/legend_entry.h"
#include "ui/plots/qcp.h"

#include <vector>

namespace gan {

/// The legend above a plot: entries one after the other, in as many lines as the width asks for. QCPLegend
/// would put them into columns of equal width and needs twice the room.
class PlotLegend : public QCPLayoutElement {
    Q_OBJECT

public:
    explicit PlotLegend(QCustomPlot* plot);

    void setEntries(std::vector<LegendEntry> entries);
    const std::vector<LegendEntry>& entries() const { return m_entries; }
    /// What is written there; null where nothing is.
    const LegendEntry* entryAt(QPointF pixel) const;
    void setStyle(const QFont& font, const QColor& textColor);

    /// Of all entries in one line, or, where `room` is too narrow for them, of those that cannot be missing.
    int lineWidth(int room = QWIDGETSIZE_MAX) const;
    /// Whether it is one line in the middle of what height there is.
    void setOneLine(bool on) { m_isOneLine = on; }

    QSize minimumOuterSizeHint() const override;
    QSize maximumOuterSizeHint() const override;

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override;
    void draw(QCPPainter* painter) override;

private:
    /// Where each entry stands when the legend is so wide; one that is left out has no width.
    std::vector<QRect> places(int width) const;
    std::vector<QRect> places(int width, bool all) const;
    int height(int width) const;
    QPoint start() const;
    int availableWidth() const;
    int scaled(double textSizes) const;

    std::vector<LegendEntry> m_entries;
    bool m_isOneLine = false;
    QFont m_font;
    QColor m_textColor;
};

} // namespace gan
