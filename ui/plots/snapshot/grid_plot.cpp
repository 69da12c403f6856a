#include "ui/plots/snapshot/grid_plot.h"

#include "ui/plots/card/plot_style.h"
#include "ui/style/mixed_color.h"
#include "ui/text/text.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gan {

namespace {

constexpr double kGap = 12; ///< between two grids, at scale 1 like all that follows
constexpr double kCellGap = 2;
constexpr int kLabelPixels = 12;
constexpr double kTextShare = 0.26; ///< of a cell, for its number
constexpr int kLeastText = 8, kMostText = 18;
constexpr double kStrongest = 0.6; ///< of the color: the number on it stays readable
constexpr int kDecimals = 3;

struct Shown {
    const GridItem* item;
    const Grid* grid;
};

double largestOf(const std::vector<Shown>& shown)
{
    double largest = 0;
    for (const Shown& one : shown)
        for (const float value : one.grid->values)
            if (std::isfinite(value))
                largest = std::max(largest, std::abs(double(value)));
    return largest;
}

} // namespace

GridPlot::GridPlot(const GridSpec& spec, const Theme& theme, QWidget* parent)
    : TilePlot(spec.face, theme, parent)
    , m_spec(spec)
{
}

QColor GridPlot::cellColor(double value, double largest, const Theme& theme)
{
    if (!std::isfinite(value) || largest <= 0)
        return theme.panel;
    const QColor full = value < 0 ? theme.generated : theme.real;
    const double part = kStrongest * std::min(1.0, std::abs(value) / largest);
    return mixedColor(theme.panel, full, part);
}

/// Beside each other in a wide plot, below each other in a high one.
View::Parts GridPlot::parts() const
{
    View::Parts names;
    for (const GridItem& item : m_spec.grids)
        names.insert(item.name);
    return names;
}

void GridPlot::paint(QPainter& painter, const QRectF& room) const
{
    std::vector<Shown> shown;
    for (const GridItem& item : m_spec.grids)
        if (const Grid* grid = snapshot()->find<Grid>(item.name); grid && grid->rows > 0 && grid->columns > 0)
            shown.push_back({&item, grid});
    if (shown.empty())
        return;
    const double gap = scaled(kGap), count = double(shown.size()), largest = largestOf(shown);
    const bool wide = room.width() > room.height();
    const QSizeF part = wide ? QSizeF((room.width() - (count - 1) * gap) / count, room.height())
                             : QSizeF(room.width(), (room.height() - (count - 1) * gap) / count);
    QPointF at = room.topLeft();
    for (const Shown& one : shown) {
        paintGrid(painter, QRectF(at, part), *one.item, *one.grid, largest);
        at += wide ? QPointF(part.width() + gap, 0) : QPointF(0, part.height() + gap);
    }
}

/// The grid's first row is its lowest.
void GridPlot::paintGrid(QPainter& painter, const QRectF& room, const GridItem& item, const Grid& grid,
                         double largest) const
{
    const QFont labelFont = plotFont(theme(), kLabelPixels, true);
    const double label = QFontMetricsF(labelFont).height() * 1.2;
    const double cell = std::min(room.width() / grid.columns, (room.height() - label) / grid.rows);
    if (cell < 1)
        return;
    const double left = room.center().x() - cell * grid.columns / 2;
    const double top = room.center().y() - (cell * grid.rows + label) / 2 + label;
    painter.setFont(labelFont);
    painter.setPen(theme().textColor(item.color));
    painter.drawText(QRectF(room.left(), top - label, room.width(), label), Qt::AlignCenter,
                     translated(item.label));
    const int pixels =
        int(std::clamp(kTextShare * cell / theme().scale, double(kLeastText), double(kMostText)));
    painter.setFont(plotFont(theme(), pixels));
    const double between = scaled(kCellGap) / 2;
    for (int row = 0; row < grid.rows; ++row)
        for (int column = 0; column < grid.columns; ++column) {
            const double value =
                grid.values[std::size_t(row) * std::size_t(grid.columns) + std::size_t(column)];
            const QRectF box = QRectF(left + column * cell, top + (grid.rows - 1 - row) * cell, cell, cell)
                                   .adjusted(between, between, -between, -between);
            painter.fillRect(box, cellColor(value, largest, theme()));
            painter.setPen(theme().border);
            painter.drawRect(box);
            painter.setPen(theme().text);
            painter.drawText(box, Qt::AlignCenter, measureText(value, kDecimals));
        }
}

} // namespace gan
