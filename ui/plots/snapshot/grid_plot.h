#pragma once

#include "ui/plots/snapshot/tile_plot.h"

namespace gan {

/// Grids of the newest snapshot, by name, as numbers in colored cells.
class GridPlot : public TilePlot {
    Q_OBJECT

public:
    GridPlot(const GridSpec& spec, const Theme& theme, QWidget* parent = nullptr);

    /// The color of a cell: the panel's for 0, stronger up to `largest`, either side of 0 in its own color.
    static QColor cellColor(double value, double largest, const Theme& theme);

    View::Parts parts() const override;

protected:
    void paint(QPainter& painter, const QRectF& room) const override;

private:
    void paintGrid(QPainter& painter, const QRectF& room, const GridItem& item, const Grid& grid,
                   double largest) const;

    const GridSpec m_spec;
};

} // namespace gan
