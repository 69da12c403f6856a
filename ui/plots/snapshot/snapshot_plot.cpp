#include "ui/plots/snapshot/snapshot_plot.h"

#include "ui/plots/axis_ticker.h"
#include "ui/plots/card/plot_menu.h"
#include "ui/plots/card/plot_style.h"
#include "ui/plots/endless_lines.h"
#include "ui/plots/extent.h"
#include "ui/plots/qcp.h"
#include "ui/plots/snapshot/beads.h"
#include "ui/plots/snapshot/cut_bars.h"
#include "ui/plots/snapshot/outside_texts.h"
#include "ui/plots/snapshot/snapshot_values.h"
#include "ui/text/text.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace gan {

namespace {

constexpr int kFillAlpha = 115;
constexpr double kHeadroom = 1.5;     ///< times the curves that set the height
constexpr double kAir = 0.03;         ///< of the axis, above and below discs
constexpr double kBesidePlaces = 0.5; ///< beside the first and the last whole place
constexpr int kTextPixels = 11;       ///< of what is said about values outside of the range

QVector<double> toVector(const std::vector<double>& values)
{
    return {values.begin(), values.end()};
}

QCPRange toRange(const Interval& interval)
{
    return {interval.first, interval.second};
}

/// With room for discs that lie on the ends.
QCPRange aired(const Interval& interval, bool hasDiscs)
{
    const double air = hasDiscs ? kAir * (interval.second - interval.first) : 0;
    return {interval.first - air, interval.second + air};
}

/// What curves and histograms take of the axes.
struct Extents {
    Extent x, left, right;
    Extent height; ///< of the curves that set it, headroom and all
    std::optional<Interval> fixedRight;

    void add(const Histogram& histogram)
    {
        x.add(histogram.low);
        x.add(histogram.high);
        left.add(0);
        for (std::size_t bin = 0; bin < histogram.counts.size(); ++bin)
            left.add(histogram.density(bin));
    }
    void add(const Curve& curve, const SnapshotItem& item)
    {
        x.add(curve.x.front());
        x.add(curve.x.back());
        for (const double y : curve.y)
            (item.rightAxis ? right : left).add(y);
        if (item.setsHeight)
            for (const double y : curve.y)
                height.add(kHeadroom * y);
        if (item.rightAxis)
            fixedRight = item.rightRange;
    }
    Extent shownLeft() const
    {
        if (height.isEmpty())
            return left;
        Extent shown = height;
        shown.add(0);
        return shown;
    }
};

} // namespace

bool SnapshotPlot::Drawn::isShown() const
{
    return bars ? bars->visible() : graph->visible();
}

SnapshotPlot::SnapshotPlot(const SnapshotSpec& spec, const Theme& theme, QWidget* parent)
    : SnapshotView(spec.face, theme, parent)
    , m_spec(spec)
    , m_cuts(new CutBars(&plot()))
{
    for (const SnapshotItem& item : m_spec.items)
        m_drawn.push_back(makeDrawn(item));
    if (m_spec.wholePlaces)
        plot().xAxis->setTicker(QSharedPointer<AxisTicker>::create(plot().xAxis, AxisTicker::Style::Count));
    addDrawButton();
    menu().addBackToAll([this] { showAll(); });
}

View::Parts SnapshotPlot::parts() const
{
    View::Parts names;
    for (const SnapshotItem& item : m_spec.items)
        names.insert(item.name);
    return names;
}

SnapshotPlot::~SnapshotPlot() = default;

SnapshotPlot::Drawn SnapshotPlot::makeDrawn(const SnapshotItem& item)
{
    Drawn drawn;
    drawn.item = &item;
    QCPAxis* height = item.rightAxis ? plot().yAxis2 : plot().yAxis;
    if (item.kind != SnapshotItem::Kind::Histogram) {
        drawn.graph = new QCPGraph(plot().xAxis, height);
    } else {
        drawn.bars = new QCPBars(plot().xAxis, height);
        drawn.bars->setAntialiased(false);
        drawn.outside = std::make_unique<OutsideTexts>(&plot());
    }
    if (item.midLine)
        drawn.midLine = makeMidLine(item);
    return drawn;
}

/// Below the curves: over x for a histogram, across the item's own axis for a curve.
QCPAbstractItem* SnapshotPlot::makeMidLine(const SnapshotItem& item)
{
    auto* line = new QCPItemStraightLine(&plot());
    const bool upright = item.kind == SnapshotItem::Kind::Histogram;
    for (QCPItemPosition* point : {line->point1, line->point2})
        point->setAxes(plot().xAxis, item.rightAxis ? plot().yAxis2 : plot().yAxis);
    line->point1->setCoords(upright ? *item.midLine : 0, upright ? 0 : *item.midLine);
    line->point2->setCoords(upright ? *item.midLine : 1, upright ? 1 : *item.midLine);
    line->setLayer(QStringLiteral("grid"));
    return line;
}

const Histogram* SnapshotPlot::histogramOf(const Drawn& drawn) const
{
    return snapshot() && drawn.bars ? snapshot()->find<Histogram>(drawn.item->name) : nullptr;
}

const Curve* SnapshotPlot::curveOf(const Drawn& drawn) const
{
    if (!snapshot() || !drawn.graph)
        return nullptr;
    if (drawn.item->kind == SnapshotItem::Kind::Column)
        return drawn.column.x.empty() ? nullptr : &drawn.column;
    return snapshot()->find<Curve>(drawn.item->name);
}

void SnapshotPlot::readTables()
{
    for (Drawn& drawn : m_drawn) {
        if (drawn.item->kind != SnapshotItem::Kind::Column)
            continue;
        const Table* table = snapshot() ? snapshot()->find<Table>(drawn.item->name) : nullptr;
        drawn.column = table ? columnOf(*table, *drawn.item) : Curve{};
    }
}

void SnapshotPlot::refresh(int width)
{
    readTables();
    for (Drawn& drawn : m_drawn) {
        if (drawn.bars)
            refreshHistogram(drawn);
        else
            refreshCurve(drawn, width);
        if (drawn.midLine) {
            drawn.midLine->setVisible(drawn.isShown());
            static_cast<QCPItemStraightLine*>(drawn.midLine)
                ->setPen(QPen(theme().ideal, scaled(1), Qt::DashLine));
        }
    }
    for (QCPAxis* axis : {plot().xAxis, plot().yAxis})
        axis->setTickLabels(!isEmpty()); // numbers without a picture would mean nothing
    refreshRightAxis();
    refreshCuts();
    std::vector<OutsideTexts*> outside;
    for (const Drawn& drawn : m_drawn)
        if (drawn.outside)
            outside.push_back(drawn.outside.get());
    stackOutsideTexts(outside);
    texts().setLegend(entries());
}

void SnapshotPlot::refreshHistogram(Drawn& drawn)
{
    const Histogram* histogram = histogramOf(drawn);
    drawn.bars->setVisible(histogram);
    drawn.outside->clear();
    if (!histogram)
        return;
    QVector<QCPBarsData> data;
    data.reserve(static_cast<qsizetype>(histogram->counts.size()));
    for (std::size_t bin = 0; bin < histogram->counts.size(); ++bin)
        data.append({histogram->low + (static_cast<double>(bin) + 0.5) * histogram->binWidth(),
                     histogram->density(bin)});
    drawn.bars->data()->set(data, true);
    drawn.bars->setWidth(histogram->binWidth());
    QColor fill = theme().color(drawn.item->color);
    fill.setAlpha(kFillAlpha);
    drawn.bars->setBrush(fill);
    drawn.bars->setPen(Qt::NoPen);
    drawn.outside->say(translated(drawn.item->label), *histogram, plotFont(theme(), kTextPixels, true),
                       theme().textColor(drawn.item->color), theme().panel);
}

void SnapshotPlot::refreshCurve(Drawn& drawn, int width)
{
    const Curve* curve = curveOf(drawn);
    drawn.graph->setVisible(curve);
    if (!curve)
        return;
    drawn.graph->setData(toVector(curve->x), toVector(curve->y), true);
    setMarks(*drawn.graph, drawn.item->marks, plotPen(theme(), drawn.item->color, drawn.item->dashed), width);
    simplifyEndless(*drawn.graph);
}

void SnapshotPlot::refreshRightAxis()
{
    QCPAxis* axis = plot().yAxis2;
    const auto owner = std::find_if(m_drawn.begin(), m_drawn.end(), [](const Drawn& drawn) {
        return drawn.item->rightAxis && drawn.isShown();
    });
    axis->setVisible(owner != m_drawn.end());
    axis->setTickLabels(axis->visible());
    if (!axis->visible())
        return;
    axis->setLabel(translated(owner->item->rightAxis));
    axis->setLabelColor(theme().textColor(owner->item->color));
}

/// A hand that zooms cuts all bars and knows it.
void SnapshotPlot::refreshCuts()
{
    m_cuts->setStyle(plotFont(theme(), kTextPixels, true), theme().panel);
    m_cuts->groups.clear();
    if (isZoomed())
        return;
    for (const Drawn& drawn : m_drawn)
        if (const Histogram* histogram = histogramOf(drawn))
            for (const BarGroup& group : barsAbove(*histogram, plot().yAxis->range().upper))
                m_cuts->groups.push_back({group, theme().textColor(drawn.item->color)});
}

std::vector<LegendEntry> SnapshotPlot::entries() const
{
    using Mark = LegendEntry::Mark;
    std::vector<LegendEntry> entries;
    for (const Drawn& drawn : m_drawn) {
        if (!drawn.isShown() || drawn.item->marks == SnapshotItem::Marks::Haze)
            continue;
        QColor color = theme().color(drawn.item->color);
        if (drawn.bars)
            color.setAlpha(kFillAlpha + 40);
        const bool isLine = drawn.item->marks == SnapshotItem::Marks::Line;
        const Mark line = drawn.item->dashed ? Mark::Dashes : isLine ? Mark::Line : Mark::Disc;
        entries.push_back({drawn.bars ? Mark::Bar : line, labelOf(*drawn.item, snapshot()), color});
    }
    return entries;
}

void SnapshotPlot::frame(bool steady)
{
    readTables();
    Extents extents;
    for (const Drawn& drawn : m_drawn)
        if (const Histogram* histogram = histogramOf(drawn))
            extents.add(*histogram);
        else if (const Curve* curve = curveOf(drawn); curve && !curve->x.empty())
            extents.add(*curve, *drawn.item);
    if (!steady) {
        m_leftRange.forget();
        m_rightRange.forget();
    }
    const double beside = m_spec.wholePlaces ? kBesidePlaces : 0;
    if (const Extent& x = extents.x; !x.isEmpty())
        plot().xAxis->setRange(x.low - beside, x.high + beside);
    Extent left = extents.shownLeft();
    if (m_spec.inSight && !left.isEmpty()) {
        left.add(m_spec.inSight->first);
        left.add(m_spec.inSight->second);
    }
    if (!left.isEmpty())
        plot().yAxis->setRange(aired(m_leftRange.follow(left.low, left.high), m_spec.wholePlaces));
    const Extent& right = extents.right;
    if (extents.fixedRight || !right.isEmpty())
        plot().yAxis2->setRange(
            toRange(extents.fixedRight ? *extents.fixedRight : m_rightRange.follow(right.low, right.high)));
}

std::vector<HoverLine> SnapshotPlot::valuesAt(double x) const
{
    std::vector<HoverLine> lines = {
        placeLine(m_spec.wholePlaces ? QString::number(std::llround(x)) : measureText(x))};
    for (const Drawn& drawn : m_drawn) {
        const Histogram* histogram = histogramOf(drawn);
        const Curve* curve = curveOf(drawn);
        if (drawn.item->marks == SnapshotItem::Marks::Haze)
            continue;
        if (histogram || curve)
            lines.push_back(
                {labelOf(*drawn.item, snapshot()),
                 measureText(histogram ? heightAt(*histogram, x) : heightAt(*curve, x + drawn.item->shift)),
                 theme().textColor(drawn.item->color)});
    }
    return lines;
}

double SnapshotPlot::placeAt(double x) const
{
    return m_spec.wholePlaces ? std::round(x) : x;
}

} // namespace gan
