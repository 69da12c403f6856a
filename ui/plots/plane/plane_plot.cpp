#include "ui/plots/plane/plane_plot.h"

#include "ui/plots/card/plot_menu.h"
#include "ui/plots/dots.h"
#include "ui/plots/painted_item.h"
#include "ui/plots/plot_navigation.h"
#include "ui/plots/qcp.h"
#include "ui/style/mixed_color.h"
#include "ui/text/text.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace gan {

namespace {

using Kind = PlaneLayer::Kind;

constexpr double kReach = 0.16;            ///< of the longest arrow, relative to half of the square
constexpr double kDot = 5, kHollowDot = 6; ///< diameters of generated and real points, pixels at scale 1
constexpr double kLine = 1.4;
constexpr int kDecimals = 3;
constexpr double kUndecided = 0.5;
constexpr double kPale = 0.2; ///< of its color, what is not lit up while something is

} // namespace

PlanePlot::PlanePlot(const PlaneSpec& spec, const Theme& theme, QWidget* parent)
    : SnapshotView(spec.face, theme, parent)
    , m_spec(spec)
{
    for (const PlaneLayer& layer : m_spec.layers)
        add(layer);
    menu().addBackToAll([this] { showAll(); });
    connect(&plot(), &QCustomPlot::afterLayout, this, &PlanePlot::keepShape);
}

/// Over those before it.
void PlanePlot::add(const PlaneLayer& layer)
{
    if (layer.kind != Kind::Map) {
        new PaintedItem(&plot(), true,
                        [this, &layer](QPainter& painter, const QRectF&) { paint(painter, layer); });
        return;
    }
    m_maps.push_back({&layer, new QCPColorMap(plot().xAxis, plot().yAxis)});
    m_maps.back().map->setTightBoundary(false);
}

View::Parts PlanePlot::parts() const
{
    View::Parts names;
    for (const PlaneLayer& layer : m_spec.layers)
        names.insert(layer.part);
    return names;
}

void PlanePlot::setView(const View& view)
{
    m_view = view;
    touch();
}

/// A part that no layer shows leaves all as they are.
void PlanePlot::lightUp(const QString& part)
{
    const std::string name = part.toStdString();
    const std::string lit = parts().contains(name) ? name : std::string();
    if (std::exchange(m_lit, lit) != lit)
        touch();
}

QString PlanePlot::partAt(QPointF pixel) const
{
    const LegendEntry* entry = texts().legendEntryAt(pixel);
    return entry ? entry->part : QString();
}

double PlanePlot::strengthOf(const PlaneLayer& layer) const
{
    return isAnyLit() && !isLit(layer) ? kPale : 1;
}

bool PlanePlot::isShown(const PlaneLayer& layer) const
{
    return snapshot() && m_view && m_view->choice(layer.shown) == "yes";
}

void PlanePlot::refresh(int)
{
    for (const MapLayer& drawn : m_maps)
        refreshMap(drawn);
    for (QCPAxis* axis : {plot().xAxis, plot().yAxis})
        axis->setTickLabels(!isEmpty());
    plot().yAxis2->setVisible(false);
    texts().setLegend(entries());
}

/// A pale one would cover another one that is lit.
void PlanePlot::refreshMap(const MapLayer& drawn)
{
    const PlaneLayer& layer = *drawn.layer;
    const bool isInTheWay =
        !isLit(layer) && std::any_of(m_maps.begin(), m_maps.end(),
                                     [this](const MapLayer& other) { return isLit(*other.layer); });
    const Grid* grid = isSeen(layer) ? snapshot()->find<Grid>(layer.part) : nullptr;
    drawn.map->setVisible(grid && !isInTheWay);
    if (!grid)
        return;
    QCPColorMapData* data = drawn.map->data();
    data->setSize(grid->columns, grid->rows);
    const double halfX = (grid->x1 - grid->x0) / grid->columns / 2,
                 halfY = (grid->y1 - grid->y0) / grid->rows / 2;
    data->setRange({grid->x0 + halfX, grid->x1 - halfX}, {grid->y0 + halfY, grid->y1 - halfY});
    for (int row = 0; row < grid->rows; ++row)
        for (int column = 0; column < grid->columns; ++column)
            data->setCell(
                column, row,
                double(grid->values[std::size_t(row) * std::size_t(grid->columns) + std::size_t(column)]));
    QCPColorGradient colors;
    colors.clearColorStops();
    for (const double share : {0.0, 0.5, 1.0})
        colors.setColorStopAt(share, mapColor(share, theme(), strengthOf(layer)));
    drawn.map->setGradient(colors);
    const auto [low, high] = mapRange(*grid);
    drawn.map->setDataRange({low, high});
}

/// Real ones are rings, so that generated ones on them are seen. Pale ones are not transparent: many of them
/// would be strong again.
DotLook PlanePlot::dotsOf(const PlaneLayer& layer) const
{
    const QColor color = mixedColor(theme().panel, theme().color(layer.color), strengthOf(layer));
    if (layer.color == ColorRole::Real)
        return {scaled(kHollowDot), QPen(color, scaled(1.2)), Qt::NoBrush};
    return {scaled(kDot), QPen(theme().panel, scaled(0.5)), color};
}

void PlanePlot::paint(QPainter& painter, const PlaneLayer& layer) const
{
    if (!isSeen(layer))
        return;
    const ToPixel toPixel = [this](double x, double y) {
        return QPointF(plot().xAxis->coordToPixel(x), plot().yAxis->coordToPixel(y));
    };
    if (const Points* points = snapshot()->find<Points>(layer.part); points && layer.kind == Kind::Points) {
        std::vector<QPointF> places;
        for (std::size_t i = 0; i < points->x.size(); ++i)
            places.push_back(toPixel(points->x[i], points->y[i]));
        return drawDots(painter, places, dotsOf(layer));
    }
    painter.setOpacity(strengthOf(layer));
    const QColor color = theme().color(layer.color);
    const double width = scaled(kLine);
    if (const Mesh* mesh = snapshot()->find<Mesh>(layer.part); mesh && layer.kind == Kind::Mesh)
        drawMesh(painter, *mesh, color, width, toPixel);
    if (const Arrows* arrows = snapshot()->find<Arrows>(layer.part); arrows && layer.kind == Kind::Arrows)
        if (const auto* half = snapshot()->find<Readout>("frame_half"))
            drawArrows(painter, *arrows, kReach * half->value, color, width, toPixel);
    if (const Grid* grid = snapshot()->find<Grid>(layer.part); grid && layer.kind == Kind::Contour) {
        painter.setPen(QPen(theme().textColor(layer.color), width));
        for (const QLineF& piece : contourOf(*grid, kUndecided))
            painter.drawLine(toPixel(piece.x1(), piece.y1()), toPixel(piece.x2(), piece.y2()));
    }
}

std::vector<LegendEntry> PlanePlot::entries() const
{
    using Mark = LegendEntry::Mark;
    std::vector<LegendEntry> entries;
    for (const PlaneLayer& layer : m_spec.layers) {
        if (!isShown(layer))
            continue;
        const auto add = [&](Mark mark, const QString& text, const QColor& color) {
            entries.push_back({mark, text, color, {}, false, QLatin1String(layer.part)});
        };
        QString text = translated(layer.label);
        if (layer.kind == Kind::Map) {
            add(Mark::Bar, tr("%1: real").arg(text), mapColor(1, theme()));
            add(Mark::Bar, tr("%1: generated").arg(text), mapColor(0, theme()));
            continue;
        }
        const Mark mark = layer.kind == Kind::Points ? Mark::Disc
                          : layer.kind == Kind::Mesh ? Mark::Bar
                                                     : Mark::Line;
        if (const Arrows* arrows = snapshot()->find<Arrows>(layer.part))
            text = tr("%1, the longest %2").arg(text, measureText(longestOf(*arrows), kDecimals));
        add(mark, text, theme().color(layer.color));
    }
    return entries;
}

void PlanePlot::frame(bool)
{
    if (!snapshot())
        return;
    const auto number = [this](const char* name) {
        const Readout* found = snapshot()->find<Readout>(name);
        return found ? found->value : 0;
    };
    const double half = number("frame_half");
    plot().xAxis->setRange(number("frame_x") - half, number("frame_x") + half);
    plot().yAxis->setRange(number("frame_y") - half, number("frame_y") + half);
}

/// The same scale along both axes, once it is known how large they are: the longer one shows more.
void PlanePlot::keepShape()
{
    const double width = plot().axisRect()->width(), height = plot().axisRect()->height();
    if (isZoomed() || width < 1 || height < 1)
        return;
    navigation().frame([&] {
        const double half = std::min(plot().xAxis->range().size(), plot().yAxis->range().size()) / 2;
        const double unit = half / std::min(width, height); // of the plane, for half a pixel
        const auto fit = [unit](QCPAxis& axis, double pixels) {
            const double middle = axis.range().center();
            axis.setRange(middle - unit * pixels, middle + unit * pixels);
        };
        fit(*plot().xAxis, width);
        fit(*plot().yAxis, height);
    });
    plot().axisRect()->update(QCPLayoutElement::upPreparation); // the numbers on the axes
}

std::vector<HoverLine> PlanePlot::valuesAtPoint(double x, double y) const
{
    std::vector<HoverLine> lines = {
        {tr("x, y"), tr("%1, %2").arg(measureText(x), measureText(y)), theme().mutedText}};
    for (const PlaneLayer& layer : m_spec.layers) {
        const Grid* grid =
            isShown(layer) && layer.kind == Kind::Map ? snapshot()->find<Grid>(layer.part) : nullptr;
        if (const auto value = grid ? valueAt(*grid, x, y) : std::nullopt)
            lines.push_back(
                {translated(layer.label), measureText(*value, kDecimals), theme().textColor(layer.color)});
    }
    return lines;
}

} // namespace gan
