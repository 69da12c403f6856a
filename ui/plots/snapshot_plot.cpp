#include "ui/plots/snapshot_plot.h"

#include "ui/plots/qcp.h"
#include "ui/text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gan {

namespace {

constexpr int kFillAlpha = 115;
constexpr int kBackingAlpha = 190; ///< behind text, so that it can be read over bars
constexpr double kWorthSaying =
    0.005; ///< a share outside the range that is not mentioned is smaller than this
constexpr int kTextPixels = 11;

QVector<double> toVector(const std::vector<double>& values)
{
    return {values.begin(), values.end()};
}

QCPRange toRange(const Interval& interval)
{
    return {interval.first, interval.second};
}

/// The value of a curve at x, between its points.
double heightAt(const Curve& curve, double x)
{
    if (curve.x.empty() || x < curve.x.front() || x > curve.x.back())
        return std::numeric_limits<double>::quiet_NaN();
    const auto next = std::lower_bound(curve.x.begin(), curve.x.end(), x) - curve.x.begin();
    const auto i = static_cast<std::size_t>(std::max<std::ptrdiff_t>(1, next));
    if (i >= curve.x.size())
        return curve.y.back();
    const double part = (x - curve.x[i - 1]) / (curve.x[i] - curve.x[i - 1]);
    return curve.y[i - 1] + part * (curve.y[i] - curve.y[i - 1]);
}

double heightAt(const Histogram& histogram, double x)
{
    if (histogram.counts.empty() || x < histogram.low || x >= histogram.high)
        return std::numeric_limits<double>::quiet_NaN();
    const auto bin = static_cast<std::size_t>((x - histogram.low) / histogram.binWidth());
    return histogram.density(std::min(bin, histogram.counts.size() - 1));
}

} // namespace

/// The range that items of one axis take.
struct SnapshotPlot::Extent {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void add(double value)
    {
        if (!std::isfinite(value))
            return;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    bool isEmpty() const { return low > high; }
};

bool SnapshotPlot::Drawn::isShown() const
{
    return bars ? bars->visible() : graph->visible();
}

SnapshotPlot::SnapshotPlot(const SnapshotSpec& spec, const Theme& theme, QWidget* parent)
    : PlotView(spec.face, theme, parent)
    , m_spec(spec)
{
    for (const SnapshotItem& item : m_spec.items)
        m_drawn.push_back(makeDrawn(item));
}

SnapshotPlot::Drawn SnapshotPlot::makeDrawn(const SnapshotItem& item)
{
    Drawn drawn{&item};
    QCPAxis* height = item.rightAxis ? plot().yAxis2 : plot().yAxis;
    if (item.kind == SnapshotItem::Kind::Curve) {
        drawn.graph = new QCPGraph(plot().xAxis, height);
    } else {
        drawn.bars = new QCPBars(plot().xAxis, height);
        drawn.bars->setAntialiased(false);
        for (QCPItemText*& text : drawn.outside)
            text = new QCPItemText(&plot());
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

void SnapshotPlot::setSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    m_snapshot = std::move(snapshot);
    touch();
}

bool SnapshotPlot::isEmpty() const
{
    return !m_snapshot;
}

const Histogram* SnapshotPlot::histogramOf(const Drawn& drawn) const
{
    return m_snapshot && drawn.bars ? m_snapshot->histogram(drawn.item->name) : nullptr;
}

const Curve* SnapshotPlot::curveOf(const Drawn& drawn) const
{
    return m_snapshot && drawn.graph ? m_snapshot->curve(drawn.item->name) : nullptr;
}

void SnapshotPlot::refresh(int)
{
    for (Drawn& drawn : m_drawn) {
        if (drawn.bars)
            refreshHistogram(drawn);
        else
            refreshCurve(drawn);
        if (drawn.midLine) {
            drawn.midLine->setVisible(drawn.isShown());
            static_cast<QCPItemStraightLine*>(drawn.midLine)->setPen(QPen(theme().ideal, 1, Qt::DashLine));
        }
    }
    for (QCPAxis* axis : {plot().xAxis, plot().yAxis})
        axis->setTickLabels(!isEmpty()); // numbers without a picture would mean nothing
    refreshRightAxis();
    placeOutsideTexts();
    setLegend(entries());
}

void SnapshotPlot::refreshHistogram(Drawn& drawn)
{
    const Histogram* histogram = histogramOf(drawn);
    drawn.bars->setVisible(histogram);
    for (QCPItemText* text : drawn.outside)
        text->setVisible(false);
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
    refreshOutside(drawn, *histogram);
}

/// An empty histogram would be a riddle: how much lies outside is written where it went.
void SnapshotPlot::refreshOutside(Drawn& drawn, const Histogram& histogram)
{
    const auto total = static_cast<double>(std::max<std::int64_t>(1, histogram.total()));
    const double shares[] = {static_cast<double>(histogram.below) / total,
                             static_cast<double>(histogram.above) / total};
    const QString name = translated(drawn.item->label);
    const QString sentences[] = {
        tr("‹ %1: %2 below %3").arg(name, percentText(shares[0]), measureText(histogram.low, 0)),
        tr("%1: %2 above %3 ›").arg(name, percentText(shares[1]), measureText(histogram.high, 0))};
    QColor backing = theme().panel;
    backing.setAlpha(kBackingAlpha);
    for (int side : {0, 1}) {
        drawn.outside[side]->setVisible(shares[side] >= kWorthSaying);
        drawn.outside[side]->setText(sentences[side]);
        drawn.outside[side]->setColor(theme().textColor(drawn.item->color));
        drawn.outside[side]->setFont(themeFont(kTextPixels, true));
        drawn.outside[side]->setBrush(backing);
    }
}

/// One below the other at the edge that they speak of.
void SnapshotPlot::placeOutsideTexts()
{
    for (int side : {0, 1}) {
        QCPItemAnchor* below = nullptr;
        for (Drawn& drawn : m_drawn) {
            QCPItemText* text = drawn.outside[side];
            if (!text || !text->visible())
                continue;
            text->setPositionAlignment(Qt::AlignTop | (side ? Qt::AlignRight : Qt::AlignLeft));
            text->setPadding({4, 0, 4, 0});
            text->position->setParentAnchor(below);
            text->position->setType(below ? QCPItemPosition::ptAbsolute : QCPItemPosition::ptAxisRectRatio);
            text->position->setCoords(below ? 0 : side, 0);
            below = side ? text->bottomRight : text->bottomLeft;
        }
    }
}

void SnapshotPlot::refreshCurve(Drawn& drawn)
{
    const Curve* curve = curveOf(drawn);
    drawn.graph->setVisible(curve);
    if (!curve)
        return;
    drawn.graph->setData(toVector(curve->x), toVector(curve->y), true);
    drawn.graph->setPen(linePen(drawn.item->color, drawn.item->dashed));
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

std::vector<LegendEntry> SnapshotPlot::entries() const
{
    using Mark = LegendEntry::Mark;
    std::vector<LegendEntry> entries;
    for (const Drawn& drawn : m_drawn) {
        if (!drawn.isShown())
            continue;
        QColor color = theme().color(drawn.item->color);
        if (drawn.bars)
            color.setAlpha(kFillAlpha + 40);
        const Mark line = drawn.item->dashed ? Mark::Dashes : Mark::Line;
        entries.push_back({drawn.bars ? Mark::Bar : line, translated(drawn.item->label), color});
    }
    return entries;
}

void SnapshotPlot::frame(bool steady)
{
    Extent x, left, right;
    std::optional<Interval> fixedRight;
    for (const Drawn& drawn : m_drawn) {
        if (const Histogram* histogram = histogramOf(drawn)) {
            x.add(histogram->low);
            x.add(histogram->high);
            left.add(0);
            for (std::size_t bin = 0; bin < histogram->counts.size(); ++bin)
                left.add(histogram->density(bin));
        } else if (const Curve* curve = curveOf(drawn); curve && !curve->x.empty()) {
            x.add(curve->x.front());
            x.add(curve->x.back());
            for (const double y : curve->y)
                (drawn.item->rightAxis ? right : left).add(y);
            if (drawn.item->rightAxis)
                fixedRight = drawn.item->rightRange;
        }
    }
    if (!steady) {
        m_leftRange.forget();
        m_rightRange.forget();
    }
    if (!x.isEmpty())
        plot().xAxis->setRange(x.low, x.high);
    if (!left.isEmpty())
        plot().yAxis->setRange(toRange(m_leftRange.follow(left.low, left.high)));
    if (fixedRight || !right.isEmpty())
        plot().yAxis2->setRange(
            toRange(fixedRight ? *fixedRight : m_rightRange.follow(right.low, right.high)));
}

std::vector<HoverLine> SnapshotPlot::valuesAt(double x) const
{
    std::vector<HoverLine> lines = {placeLine(measureText(x))};
    for (const Drawn& drawn : m_drawn) {
        const Histogram* histogram = histogramOf(drawn);
        const Curve* curve = curveOf(drawn);
        if (histogram || curve)
            lines.push_back({translated(drawn.item->label),
                             measureText(histogram ? heightAt(*histogram, x) : heightAt(*curve, x)),
                             theme().textColor(drawn.item->color)});
    }
    return lines;
}

} // namespace gan
