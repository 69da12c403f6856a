#include "ui/plots/history/history_strip.h"

#include "ui/plots/axis_ticker.h"
#include "ui/plots/card/plot_menu.h"
#include "ui/plots/qcp.h"
#include "ui/style/mixed_color.h"
#include "ui/text/text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gan {

namespace {

constexpr int kMostCells = 600;         ///< along the iterations: as many as a plot has pixels, about
constexpr double kFirstIterations = 10; ///< the axis is never shorter
constexpr double kFull = 2;             ///< times the fair share, from which on a cell has its full color
constexpr double kFairStrength = 0.45;  ///< of the color, at the fair share

/// What was measured last at or before the iteration; no value before the first measurement.
double valueAt(const Buckets& buckets, double iteration)
{
    const auto later =
        std::upper_bound(buckets.begin(), buckets.end(), iteration, [](double at, const Bucket& bucket) {
            return at < static_cast<double>(bucket.firstIteration);
        });
    return later == buckets.begin() ? std::numeric_limits<double>::quiet_NaN() : std::prev(later)->mean();
}

} // namespace

HistoryStrip::HistoryStrip(const StripSpec& spec, const Theme& theme, QWidget* parent)
    : PlotView(spec.face, theme, parent)
    , m_spec(spec)
    , m_stores(spec.columns.size())
    , m_map(new QCPColorMap(plot().xAxis, plot().yAxis))
{
    using Style = AxisTicker::Style;
    plot().xAxis->setTicker(QSharedPointer<AxisTicker>::create(plot().xAxis, Style::Count));
    plot().yAxis->setTicker(QSharedPointer<AxisTicker>::create(plot().yAxis, Style::Count));
    m_map->setInterpolate(false);
    m_map->setTightBoundary(false);
    menu().addBackToAll([this] { showAll(); });
}

void HistoryStrip::append(const MetricRows& rows)
{
    m_rows = 0;
    for (std::size_t i = 0; i < m_stores.size(); ++i) {
        const int column = rows.column(m_spec.columns[i]);
        if (column < 0)
            break;
        m_rows = i + 1;
        for (std::int64_t row = 0; row < rows.count(); ++row)
            m_stores[i].append(rows.firstIteration + row, rows.row(row)[std::size_t(column)]);
    }
    if (rows.count() > 0)
        m_lastIteration = rows.firstIteration + rows.count() - 1;
    setNotice(m_rows == 0 ? translated(m_spec.whenEmpty) : QString());
    touch();
}

void HistoryStrip::clear()
{
    m_stores.assign(m_stores.size(), {});
    m_rows = 0;
    m_lastIteration = 0;
    setNotice({});
    showAll();
    touch();
}

void HistoryStrip::frame(bool)
{
    plot().xAxis->setRange(0, std::max(kFirstIterations, double(m_lastIteration)));
    plot().yAxis->setRange(0.5, double(std::max<std::size_t>(m_rows, 1)) + 0.5);
}

/// Nothing is empty, so that what was lost is seen at once.
QColor HistoryStrip::colorOf(double share) const
{
    const double part = share / fairShare();
    const double strength =
        part < 1 ? kFairStrength * part
                 : kFairStrength + (1 - kFairStrength) * std::min(1.0, (part - 1) / (kFull - 1));
    return mixedColor(theme().panel, theme().color(m_spec.color), strength);
}

void HistoryStrip::refresh(int width)
{
    for (QCPAxis* axis : {plot().xAxis, plot().yAxis})
        axis->setTickLabels(!isEmpty());
    m_map->setVisible(!isEmpty());
    texts().setLegend(isEmpty() ? std::vector<LegendEntry>() : entries());
    if (isEmpty())
        return;
    const double last = std::max(kFirstIterations, double(m_lastIteration));
    const int cells = std::clamp(width, 1, std::min(kMostCells, int(last)));
    m_map->data()->setSize(cells, int(m_rows));
    m_map->data()->setRange({last / cells / 2, last - last / cells / 2}, {1, double(m_rows)});
    for (int row = 0; row < int(m_rows); ++row) {
        const Buckets buckets = m_stores[std::size_t(row)].even();
        for (int cell = 0; cell < cells; ++cell)
            m_map->data()->setCell(cell, row, valueAt(buckets, last * (cell + 1) / cells));
    }
    QCPColorGradient colors;
    colors.clearColorStops();
    for (const double part : {0.0, 1.0, kFull})
        colors.setColorStopAt(part / kFull, colorOf(part * fairShare()));
    colors.setNanHandling(QCPColorGradient::nhTransparent);
    m_map->setGradient(colors);
    m_map->setDataRange({0, kFull * fairShare()});
}

std::vector<LegendEntry> HistoryStrip::entries() const
{
    using Mark = LegendEntry::Mark;
    return {{Mark::Bar, tr("fair share: %1").arg(percentText(fairShare())), colorOf(fairShare())},
            {Mark::Bar, tr("twice as much or more"), colorOf(kFull * fairShare())}};
}

double HistoryStrip::placeAt(double x) const
{
    return std::clamp(std::round(x), 1.0, std::max(1.0, double(m_lastIteration)));
}

std::vector<HoverLine> HistoryStrip::valuesAtPoint(double x, double y) const
{
    std::vector<HoverLine> lines = {placeLine(groupedText(std::int64_t(placeAt(x))))};
    const auto row = std::int64_t(std::lround(y)) - 1;
    if (row < 0 || row >= std::int64_t(m_rows))
        return lines;
    const double share = valueAt(m_stores[std::size_t(row)].even(), placeAt(x));
    lines.push_back({tr("%1 %2").arg(translated(m_spec.rowName)).arg(row + 1),
                     std::isnan(share) ? measureText(share) : percentText(share, 1),
                     theme().textColor(m_spec.color)});
    return lines;
}

} // namespace gan
