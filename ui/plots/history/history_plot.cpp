#include "ui/plots/history/history_plot.h"

#include "core/experiment.h"
#include "ui/editors/typed_value.h"
#include "ui/plots/axis_ticker.h"
#include "ui/plots/card/plot_menu.h"
#include "ui/plots/card/plot_style.h"
#include "ui/plots/plot_marks.h"
#include "ui/plots/plot_navigation.h"
#include "ui/text/text.h"

#include <QAction>

#include <algorithm>
#include <cmath>
#include <limits>

namespace gan {

namespace {

constexpr double kPointsPerPixel = 1.5;
constexpr int kGhostPixels = 2;    ///< for each point of a ghost: dashes are slow to draw
constexpr int kFramePoints = 1000; ///< enough to find extremes, which joining keeps
constexpr int kFlagPixels = 9;
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

/// In the words of the screen.
PlotMoment momentOf(const Event& event, const Experiment* experiment)
{
    const Setting* setting = experiment ? experiment->find(event.key) : nullptr;
    if (!setting)
        return {double(event.iteration), QString::fromStdString(event.key),
                QString::fromStdString(settingValueText(event.value))};
    return {double(event.iteration), translated(setting->label), shownValue(*setting, event.value)};
}

/// Series, and levels once, though two of them may have one name.
std::vector<LegendEntry> legendOf(const HistorySpec& spec, const std::vector<ReferenceLine>& lines,
                                  const Theme& theme)
{
    using Mark = LegendEntry::Mark;
    std::vector<LegendEntry> entries;
    for (const HistorySeries& series : spec.series)
        entries.push_back(
            {series.dashed ? Mark::Dashes : Mark::Line, translated(series.label), theme.color(series.color)});
    QStringList levels;
    for (const ReferenceLine& line : lines)
        if (const QString name = translated(line.label); !levels.contains(name)) {
            entries.push_back({Mark::Dashes, name, theme.ideal, {}, true});
            levels.append(name);
        }
    return entries;
}

bool isLogarithmic(const QCPAxis& axis)
{
    return axis.scaleType() == QCPAxis::stLogarithmic;
}

void setLogarithmic(QCPAxis& axis, bool on)
{
    axis.setScaleType(on ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
}

/// Value and, where that can be seen, how far the values of a bucket reach.
HoverLine hoverLine(const QString& run, const HistorySeries& series, const Bucket& bucket, bool percent,
                    const Theme& theme)
{
    const auto text = [percent](double value) { return percent ? percentText(value) : measureText(value); };
    const QString low = text(bucket.minimum), high = text(bucket.maximum);
    const QString name = run.isEmpty() ? QString() : run + QLatin1Char(' ');
    return {name + translated(series.label), text(bucket.mean()), theme.textColor(series.color),
            low == high ? QString() : QStringLiteral(" (%1 – %2)").arg(low, high), !run.isEmpty()};
}

/// The iterations that the values at a place stand for.
QString placeText(const std::vector<HistoryCurve>& curves, std::int64_t lastIteration, double place)
{
    const auto here = static_cast<std::int64_t>(place);
    std::optional<std::pair<std::int64_t, std::int64_t>> all;
    for (const HistoryCurve& curve : curves)
        if (const Bucket* bucket = curve.at(place); bucket && here <= lastIteration) {
            if (!all)
                all = {bucket->firstIteration, bucket->lastIteration};
            all = {std::min(all->first, bucket->firstIteration),
                   std::max(all->second, bucket->lastIteration)};
        }
    const auto [first, last] = all.value_or(std::pair(here, here));
    return first == last ? groupedText(first)
                         : groupedText(first) + QStringLiteral(" – ") + groupedText(last);
}

} // namespace

HistoryPlot::HistoryPlot(const HistorySpec& spec, const Theme& theme, QWidget* parent)
    : PlotView(spec.face, theme, parent)
    , m_spec(spec)
    , m_ghosts(plot())
    , m_marks(new PlotMarks(&plot()))
{
    using Style = AxisTicker::Style;
    plot().xAxis->setTicker(QSharedPointer<AxisTicker>::create(plot().xAxis, Style::Count));
    plot().yAxis->setTicker(
        QSharedPointer<AxisTicker>::create(plot().yAxis, m_spec.percent ? Style::Percent : Style::Number));
    for (const HistorySeries& series : m_spec.series)
        m_curves.emplace_back(series, plot());
    addEntries();
}

void HistoryPlot::addEntries()
{
    menu().addBackToAll([this] { showAll(); });
    m_follow = menu().addSwitch(tr("Follow the newest"), Qt::Key_F, [this](bool on) {
        if (on)
            followNewest();
        else
            showAll();
    });
    menu().addLine();
    m_logValues = menu().addSwitch(tr("Logarithmic value axis"), Qt::Key_L,
                                   [this](bool on) { setLogarithmicValues(on); });
    m_logIterations = menu().addSwitch(tr("Logarithmic iteration axis"), Qt::SHIFT | Qt::Key_L,
                                       [this](bool on) { setLogarithmicIterations(on); });
    connect(&navigation(), &PlotNavigation::changed, m_follow,
            [this] { m_follow->setChecked(isFollowing()); });
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
    m_values.setFrame(m_spec.frame ? m_spec.frame(settings) : HistoryFrame());
    touch();
}

void HistoryPlot::clear()
{
    for (HistoryCurve& curve : m_curves)
        curve.take();
    m_events.clear();
    m_lastIteration = 0;
    m_values.forget();
    if (!isFollowing())
        showAll();
    touch();
}

void HistoryPlot::setSmoothing(double weight)
{
    m_smoothing = std::clamp(weight, 0.0, kMostSmoothing);
    touch();
}

void HistoryPlot::followNewest()
{
    navigation().show(PlotNavigation::Part::Newest);
}

bool HistoryPlot::isFollowing() const
{
    return navigation().part() == PlotNavigation::Part::Newest;
}

void HistoryPlot::setLogarithmicValues(bool on)
{
    m_values.forget();
    navigation().frame([&] { setLogarithmic(*plot().yAxis, on); });
    m_logValues->setChecked(on);
    touch();
}

void HistoryPlot::setLogarithmicIterations(bool on)
{
    navigation().frame([&] { setLogarithmic(*plot().xAxis, on); });
    m_logIterations->setChecked(on);
    touch();
}

void HistoryPlot::keepGhost(std::uint64_t runId, int number)
{
    m_ghosts.remove(runId);
    if (m_lastIteration > 0)
        m_ghosts.keep(runId, number, std::exchange(m_lastIteration, 0), m_curves);
    touch();
}

void HistoryPlot::removeGhost(std::uint64_t runId)
{
    m_ghosts.remove(runId);
    touch();
}

void HistoryPlot::setGhostVisible(std::uint64_t runId, bool visible)
{
    m_ghosts.setVisible(runId, visible);
    touch();
}

HistoryLook HistoryPlot::look(int points) const
{
    HistoryLook look;
    look.iterations = {plot().xAxis->range().lower, plot().xAxis->range().upper};
    look.bottom = plot().yAxis->range().lower;
    look.logIterations = isLogarithmic(*plot().xAxis);
    look.logValues = isLogarithmic(*plot().yAxis);
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
        curve.draw(now, {plotPen(theme(), curve.spec().color, curve.spec().dashed), pale, scaled(1)});
    }
    m_ghosts.draw(look(width / kGhostPixels), theme());
    m_marks->setStyle(plotFont(theme(), kFlagPixels, true), theme().ideal, theme().mutedText, theme().panel,
                      theme().scale);
    m_marks->levels.clear();
    for (const ReferenceLine& line : m_values.lines())
        m_marks->levels.push_back({line.value, translated(line.label)});
    m_marks->moments.clear();
    for (const Event& event : m_events)
        m_marks->moments.push_back(momentOf(event, m_experiment));
    std::vector<LegendEntry> legend = legendOf(m_spec, m_values.lines(), theme());
    m_ghosts.addTo(legend, theme());
    texts().setLegend(std::move(legend));
    texts().setRemark(now.logValues && extent().hasNotPositive() ? tr("Values at or below 0 are not shown.")
                                                                 : QString());
}

std::int64_t HistoryPlot::longest() const
{
    return std::max(m_lastIteration, m_ghosts.lastIteration());
}

/// Of what is in sight of this run. Ghosts are cut where they leave the axes that it needs, and count only
/// while it has no value.
Extent HistoryPlot::extent() const
{
    const HistoryLook now = look(kFramePoints);
    Extent extent;
    for (const HistoryCurve& curve : m_curves)
        addValues(extent, inSight(curve.store(), now));
    if (extent.isEmpty())
        m_ghosts.addTo(extent, now);
    for (const ReferenceLine& line : m_values.lines())
        extent.add(line.value);
    return extent;
}

/// The iterations of this run; before its first one those of the runs before.
void HistoryPlot::frame(bool steady)
{
    if (!steady)
        m_values.forget();
    const double start = isLogarithmic(*plot().xAxis) ? 1 : 0;
    const std::int64_t newest = m_lastIteration > 0 ? m_lastIteration : longest();
    const double last = std::max(kFirstIterations, static_cast<double>(newest));
    plot().xAxis->setRange(isFollowing() ? std::max(start, last - kFollowed) : start, last);
    const auto [low, high] = m_values.range(extent(), isLogarithmic(*plot().yAxis));
    plot().yAxis->setRange(low, high);
}

double HistoryPlot::placeAt(double x) const
{
    return std::clamp(std::round(x), 1.0, std::max(1.0, static_cast<double>(longest())));
}

std::vector<HoverLine> HistoryPlot::valuesAt(double x) const
{
    const double place = placeAt(x);
    std::vector<HoverLine> lines = {placeLine(placeText(m_curves, m_lastIteration, place))};
    const auto add = [&](const QString& run, const HistorySeries& series, const Bucket& bucket) {
        lines.push_back(hoverLine(run, series, bucket, m_spec.percent, theme()));
    };
    for (const HistoryCurve& curve : m_curves)
        if (const Bucket* bucket = curve.at(place); bucket && place <= double(m_lastIteration))
            add({}, curve.spec(), *bucket);
    m_ghosts.forEachAt(place, add);
    if (const QString change = m_marks->textAt(plot().xAxis->coordToPixel(x)); !change.isEmpty())
        lines.push_back({change, {}, theme().text});
    return lines;
}

} // namespace gan
