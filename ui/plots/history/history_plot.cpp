#include "ui/plots/history/history_plot.h"

#include "core/experiment.h"
#include "ui/editors/typed_value.h"
#include "ui/plots/axis_ticker.h"
#include "ui/plots/history/end_tags.h"
#include "ui/plots/history/ghost_style.h"
#include "ui/plots/plot_marks.h"
#include "ui/plots/plot_navigation.h"
#include "ui/text/text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gan {

namespace {

constexpr double kPointsPerPixel = 1.5;
constexpr int kGhostPixels = 2;    ///< for each point of a ghost: dashes are slow to draw
constexpr int kFramePoints = 1000; ///< enough to find extremes, which joining keeps
constexpr int kTextPixels = 10, kFlagPixels = 9;
constexpr double kGhostWidth = 1.4;
constexpr int kRawAlpha = 120;          ///< of the curve behind a smoothed one
constexpr double kFirstIterations = 10; ///< the axis is never shorter
constexpr double kMostSmoothing = 0.999;

/// The mean of the cells; no value when one of them has none, since half of a mean would mean something else.
float meanOf(std::span<const float> row, const std::vector<int>& columns)
{
    float sum = 0;
    for (const int column : columns)
        sum += column < 0 ? std::numeric_limits<float>::quiet_NaN() : row[static_cast<std::size_t>(column)];
    return sum / static_cast<float>(columns.size());
}

void add(Extent& extent, const Buckets& buckets)
{
    for (const Bucket& bucket : buckets)
        for (const double value : {double(bucket.minimum), bucket.mean(), double(bucket.maximum)})
            extent.add(value);
}

/// In the words of the screen.
PlotMoment momentOf(const Event& event, const Experiment* experiment)
{
    const Setting* setting = experiment ? experiment->find(event.key) : nullptr;
    if (!setting)
        return {double(event.iteration), QString::fromStdString(event.key),
                QString::fromStdString(settingValueText(event.value))};
    return {double(event.iteration), translated(setting->label), shownValue(*setting, event.value)};
}

} // namespace

HistoryPlot::HistoryPlot(const HistorySpec& spec, const Theme& theme, QWidget* parent)
    : PlotView(spec.face, theme, parent)
    , m_spec(spec)
    , m_marks(new PlotMarks(&plot()))
    , m_tags(new EndTags(&plot()))
{
    using Style = AxisTicker::Style;
    plot().xAxis->setTicker(QSharedPointer<AxisTicker>::create(plot().xAxis, Style::Count));
    plot().yAxis->setTicker(
        QSharedPointer<AxisTicker>::create(plot().yAxis, m_spec.percent ? Style::Percent : Style::Number));
    for (const HistorySeries& series : m_spec.series)
        m_curves.emplace_back(series, plot());
}

void HistoryPlot::append(const MetricRows& rows)
{
    for (HistoryCurve& curve : m_curves) {
        std::vector<int> columns;
        for (const char* name : curve.spec().columns)
            columns.push_back(rows.column(name));
        for (std::int64_t i = 0; i < rows.count(); ++i)
            curve.append(rows.firstIteration + i, meanOf(rows.row(i), columns));
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
    m_experiment = &settings.experiment();
    if (m_spec.frame)
        m_frame = m_spec.frame(settings);
    m_range.forget();
    touch();
}

void HistoryPlot::clear()
{
    for (HistoryCurve& curve : m_curves)
        curve.take();
    m_events.clear();
    m_lastIteration = 0;
    m_range.forget();
    if (!isFollowing())
        showAll();
    touch();
}

void HistoryPlot::setSmoothing(double weight)
{
    m_smoothing = std::clamp(weight, 0.0, kMostSmoothing);
    touch();
}

bool HistoryPlot::isEmpty() const
{
    return longest() == 0;
}

HistoryLook HistoryPlot::look(int points) const
{
    HistoryLook look;
    look.iterations = {plot().xAxis->range().lower, plot().xAxis->range().upper};
    look.bottom = plot().yAxis->range().lower;
    look.logIterations = plot().xAxis->scaleType() == QCPAxis::stLogarithmic;
    look.logValues = plot().yAxis->scaleType() == QCPAxis::stLogarithmic;
    look.points = points;
    look.smoothing = m_smoothing;
    return look;
}

void HistoryPlot::refresh(int width)
{
    // Half of the time and less, at twice the pixels a third, for corners that nobody sees; but where its
    // pieces meet, a pale line would be darker.
    plot().setPlottingHint(QCP::phFastPolylines, m_smoothing == 0);
    const HistoryLook now = look(static_cast<int>(kPointsPerPixel * width));
    for (HistoryCurve& curve : m_curves) {
        QColor pale = theme().color(curve.spec().color);
        pale.setAlpha(kRawAlpha);
        curve.draw(now, {linePen(curve.spec().color, curve.spec().dashed), pale, scaled(1)});
    }
    refreshGhosts(look(width / kGhostPixels));
    refreshMarks();
    setLegend(entries());
    setRemark(now.logValues && extent().hasNotPositive() ? tr("Values at or below 0 are not shown.")
                                                         : QString());
}

std::vector<LegendEntry> HistoryPlot::entries() const
{
    using Mark = LegendEntry::Mark;
    std::vector<LegendEntry> entries;
    for (const HistorySeries& series : m_spec.series)
        entries.push_back({series.dashed ? Mark::Dashes : Mark::Line, translated(series.label),
                           theme().color(series.color)});
    QStringList levels; // once, though two of them may have one name
    for (const ReferenceLine& line : m_frame.lines)
        if (const QString name = translated(line.label); !levels.contains(name)) {
            entries.push_back({Mark::Dashes, name, theme().ideal, {}, true});
            levels.append(name);
        }
    for (const Ghost& ghost : m_ghosts)
        if (ghost.isVisible)
            entries.push_back({Mark::Dashes, ghost.name(), theme().mutedText, ghostPattern(ghost.number)});
    return entries;
}

void HistoryPlot::refreshGhosts(const HistoryLook& look)
{
    m_tags->setStyle(font(kTextPixels, true), theme().panel);
    m_tags->tags.clear();
    for (Ghost& ghost : m_ghosts) {
        for (GhostCurve& curve : ghost.curves) {
            const ColorRole role = curve.spec().color;
            if (!ghost.isVisible) {
                curve.hide();
                continue;
            }
            curve.draw(look, ghostPen(theme().color(role), ghost.number, theme(), scaled(kGhostWidth)));
            if (const auto end = curve.end(look))
                m_tags->tags.push_back({*end, QString::number(ghost.number), theme().textColor(role)});
        }
    }
}

void HistoryPlot::refreshMarks()
{
    m_marks->setStyle(font(kFlagPixels, true), theme().ideal, theme().mutedText, theme().panel,
                      theme().scale);
    m_marks->levels.clear();
    for (const ReferenceLine& line : m_frame.lines)
        m_marks->levels.push_back({line.value, translated(line.label)});
    m_marks->moments.clear();
    for (const Event& event : m_events)
        m_marks->moments.push_back(momentOf(event, m_experiment));
}

std::int64_t HistoryPlot::longest() const
{
    std::int64_t last = m_lastIteration;
    for (const Ghost& ghost : m_ghosts)
        if (ghost.isVisible)
            last = std::max(last, ghost.lastIteration);
    return last;
}

/// Those of this run; before its first one those of the runs before.
Interval HistoryPlot::iterations() const
{
    const double start = plot().xAxis->scaleType() == QCPAxis::stLogarithmic ? 1 : 0;
    const std::int64_t newest = m_lastIteration > 0 ? m_lastIteration : longest();
    const double last = std::max(kFirstIterations, static_cast<double>(newest));
    return {isFollowing() ? std::max(start, last - kFollowed) : start, last};
}

/// Of what is in sight of this run. Ghosts are cut where they leave the axes that it needs, and count only
/// while it has no value.
Extent HistoryPlot::extent() const
{
    const HistoryLook now = look(kFramePoints);
    Extent extent;
    for (const HistoryCurve& curve : m_curves)
        add(extent, inSight(curve.store(), now));
    if (extent.isEmpty())
        extent = ghostExtent();
    for (const ReferenceLine& line : m_frame.lines)
        extent.add(line.value);
    return extent;
}

Extent HistoryPlot::ghostExtent() const
{
    const HistoryLook now = look(kFramePoints);
    Extent extent;
    for (const Ghost& ghost : m_ghosts)
        if (ghost.isVisible)
            for (const GhostCurve& curve : ghost.curves)
                add(extent, inSight(curve.store(), now));
    return extent;
}

/// A logarithmic axis cannot begin at 0: then it begins with the power of ten below the data.
Interval HistoryPlot::fixedValues(const Extent& extent) const
{
    const auto [low, high] = *m_frame.yRange;
    if (low > 0 || plot().yAxis->scaleType() == QCPAxis::stLinear)
        return {low, high};
    const double smallest = std::min(extent.lowestPositive, high / 10);
    return {std::pow(10.0, std::floor(std::log10(smallest))), high};
}

Interval HistoryPlot::values(const Extent& extent)
{
    if (m_frame.yRange)
        return fixedValues(extent);
    if (plot().yAxis->scaleType() == QCPAxis::stLinear)
        return m_range.follow(std::min(0.0, extent.low), extent.isEmpty() ? 1 : extent.high);
    return extent.hasPositive() ? m_range.followDecades(extent.lowestPositive, extent.high)
                                : Interval{0.1, 1};
}

void HistoryPlot::frame(bool steady)
{
    if (!steady)
        m_range.forget();
    const auto [first, last] = iterations();
    plot().xAxis->setRange(first, last);
    const auto [low, high] = values(extent());
    plot().yAxis->setRange(low, high);
}

} // namespace gan
