#include "ui/plots/history_plot.h"

#include "ui/plots/axis_ticker.h"
#include "ui/plots/plot_marks.h"
#include "ui/plots/qcp.h"
#include "ui/text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gan {

namespace {

constexpr std::size_t kBuckets = 1024; ///< a plot is seldom wider
constexpr int kRenewal = 100;          ///< milliseconds: a curve over thousands of iterations moves slowly
constexpr double kPointsPerPixel = 1.5;
constexpr int kTextPixels = 10;
constexpr int kBandAlpha = 45;
constexpr int kEdgeAlpha = 130;
constexpr double kFirstIterations = 10; ///< the axis is never shorter


/// Neighbours joined until at most `most` are left: no more than the screen can show is drawn.
Buckets thinned(const Buckets& buckets, int most)
{
    const std::size_t together = buckets.size() / static_cast<std::size_t>(std::max(1, most)) + 1;
    Buckets joined;
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        const Bucket& next = buckets[i];
        if (i % together == 0) {
            joined.push_back(next);
            continue;
        }
        Bucket& into = joined.back();
        into.lastIteration = next.lastIteration;
        into.minimum = std::min(into.minimum, next.minimum);
        into.maximum = std::max(into.maximum, next.maximum);
        into.sum += next.sum;
        into.count += next.count;
    }
    return joined;
}

double middle(const Bucket& bucket)
{
    return 0.5 * static_cast<double>(bucket.firstIteration + bucket.lastIteration);
}

double mean(const Bucket& bucket)
{
    return bucket.sum / static_cast<double>(bucket.count);
}

/// The mean of the cells; no value when one of them has none, since half of a mean would mean something else.
float meanOf(std::span<const float> row, const std::vector<int>& columns)
{
    float sum = 0;
    for (const int column : columns)
        sum += column < 0 ? std::numeric_limits<float>::quiet_NaN() : row[static_cast<std::size_t>(column)];
    return sum / static_cast<float>(columns.size());
}

} // namespace

HistoryPlot::HistoryPlot(const HistorySpec& spec, const Theme& theme, QWidget* parent)
    : PlotView(spec.face, theme, parent)
    , m_spec(spec)
    , m_marks(new PlotMarks(&plot()))
{
    using Style = AxisTicker::Style;
    plot().xAxis->setTicker(QSharedPointer<AxisTicker>::create(plot().xAxis, Style::Count));
    plot().yAxis->setTicker(
        QSharedPointer<AxisTicker>::create(plot().yAxis, m_spec.percent ? Style::Percent : Style::Number));
    setRenewal(kRenewal);
    for (const HistorySeries& series : m_spec.series)
        m_lines.push_back(makeLine(series));
}

HistoryPlot::Line HistoryPlot::makeLine(const HistorySeries& spec)
{
    Line line{&spec, ThinnedSeries(kBuckets), plot().addGraph(), plot().addGraph(), plot().addGraph()};
    line.high->setChannelFillGraph(line.low);
    for (QCPGraph* edge : {line.low, line.high}) { // smooth edges would cost more than all the rest
        edge->setAntialiased(false);
        edge->setAntialiasedFill(false);
    }
    return line;
}

void HistoryPlot::append(const MetricRows& rows)
{
    for (Line& line : m_lines) {
        std::vector<int> columns;
        for (const char* name : line.spec->columns)
            columns.push_back(rows.column(name));
        for (std::int64_t i = 0; i < rows.count(); ++i)
            line.series.append(rows.firstIteration + i, meanOf(rows.row(i), columns));
    }
    if (rows.count() > 0)
        m_lastIteration = rows.firstIteration + rows.count() - 1;
    touch();
}

void HistoryPlot::mark(const Event& event)
{
    m_events.push_back(event);
    touch();
}

void HistoryPlot::setSettings(const Settings& settings)
{
    if (m_spec.frame)
        m_frame = m_spec.frame(settings);
    m_range.forget();
    touch();
}

void HistoryPlot::clear()
{
    for (Line& line : m_lines)
        line.series.clear();
    m_events.clear();
    m_lastIteration = 0;
    m_range.forget();
    showAll();
}

bool HistoryPlot::isEmpty() const
{
    return m_lastIteration == 0;
}

void HistoryPlot::refresh(int width)
{
    std::vector<LegendEntry> entries;
    for (Line& line : m_lines) {
        refreshLine(line, width);
        entries.push_back({line.spec->dashed ? LegendEntry::Mark::Dashes : LegendEntry::Mark::Line,
                           translated(line.spec->label), theme().color(line.spec->color)});
    }
    for (const ReferenceLine& line : m_frame.lines) {
        const LegendEntry entry{LegendEntry::Mark::Dashes, translated(line.label), theme().ideal};
        if (entries.back().text != entry.text)
            entries.push_back(entry);
    }
    setLegend(std::move(entries));
    refreshMarks();
}

void HistoryPlot::refreshLine(Line& line, int width)
{
    QVector<QCPGraphData> low, high, means;
    const Buckets buckets = thinned(line.series.buckets(), static_cast<int>(kPointsPerPixel * width));
    for (const Bucket& bucket : buckets) {
        low.append({middle(bucket), bucket.minimum});
        high.append({middle(bucket), bucket.maximum});
        means.append({middle(bucket), mean(bucket)});
    }
    const bool hasBand = buckets.size() < line.series.buckets().size() || line.series.stride() > 1;
    line.low->setVisible(hasBand);
    line.high->setVisible(hasBand);
    line.low->data()->set(hasBand ? low : QVector<QCPGraphData>(), true);
    line.high->data()->set(hasBand ? high : QVector<QCPGraphData>(), true);
    line.mean->data()->set(means, true);
    QColor color = theme().color(line.spec->color);
    line.mean->setPen(linePen(line.spec->color, line.spec->dashed));
    color.setAlpha(kEdgeAlpha);
    line.low->setPen(QPen(color, 0));
    line.high->setPen(QPen(color, 0));
    color.setAlpha(kBandAlpha);
    line.high->setBrush(color);
}

void HistoryPlot::refreshMarks()
{
    m_marks->setStyle(themeFont(kTextPixels), theme().ideal, theme().mutedText, theme().panel);
    m_marks->levels.clear();
    for (const ReferenceLine& line : m_frame.lines)
        m_marks->levels.push_back(line.value);
    m_marks->moments.clear();
    for (const Event& event : m_events)
        m_marks->moments.push_back({static_cast<double>(event.iteration),
                                    QString::fromStdString(event.key + ' ' + settingValueText(event.value))});
}

void HistoryPlot::frame(bool steady)
{
    if (!steady)
        m_range.forget();
    plot().xAxis->setRange(0, std::max(kFirstIterations, static_cast<double>(m_lastIteration)));
    if (m_frame.yRange)
        return plot().yAxis->setRange(m_frame.yRange->first, m_frame.yRange->second);
    double low = 0, high = -std::numeric_limits<double>::infinity();
    for (const Line& line : m_lines) {
        for (const Bucket& bucket : line.series.buckets()) {
            low = std::min<double>(low, bucket.minimum);
            high = std::max<double>(high, bucket.maximum);
        }
    }
    for (const ReferenceLine& line : m_frame.lines) {
        low = std::min(low, line.value);
        high = std::max(high, line.value);
    }
    const Interval range = m_range.follow(low, std::isfinite(high) ? high : 1);
    plot().yAxis->setRange(range.first, range.second);
}

QString HistoryPlot::valueText(double value) const
{
    return m_spec.percent ? percentText(value) : measureText(value);
}

std::vector<HoverLine> HistoryPlot::valuesAt(double x) const
{
    std::vector<HoverLine> lines;
    double place = std::clamp(std::round(x), 1.0, static_cast<double>(m_lastIteration));
    for (const Line& line : m_lines) {
        const auto& buckets = line.series.buckets();
        if (buckets.empty())
            continue;
        const auto next =
            std::lower_bound(buckets.begin(), buckets.end(), x,
                             [](const auto& bucket, double at) { return double(bucket.lastIteration) < at; });
        const Bucket& bucket = next == buckets.end() ? buckets.back() : *next;
        lines.push_back(
            {translated(line.spec->label), valueText(mean(bucket)), theme().textColor(line.spec->color)});
    }
    lines.insert(lines.begin(), placeLine(groupedText(static_cast<std::int64_t>(place))));
    return lines;
}

} // namespace gan
