// What people do with a history plot: follow, change axes, keep earlier runs, read values.
#include "ui/plots/history/history_plot.h"
#include "ui/plots/plot_marks.h"
#include "ui/plots/plot_navigation.h"
#include "ui/text/text.h"

#include <QKeyEvent>
#include <QMenu>

#include <algorithm>
#include <cmath>

namespace gan {

void HistoryPlot::followNewest()
{
    navigation().show(PlotNavigation::Part::Newest);
}

bool HistoryPlot::isFollowing() const
{
    return navigation().part() == PlotNavigation::Part::Newest;
}

namespace {

void setLogarithmic(QCPAxis& axis, bool on)
{
    axis.setScaleType(on ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
}

bool isLogarithmic(const QCPAxis& axis)
{
    return axis.scaleType() == QCPAxis::stLogarithmic;
}

} // namespace

void HistoryPlot::setLogarithmicValues(bool on)
{
    m_range.forget();
    navigation().frame([&] { setLogarithmic(*plot().yAxis, on); });
    touch();
}

void HistoryPlot::setLogarithmicIterations(bool on)
{
    navigation().frame([&] { setLogarithmic(*plot().xAxis, on); });
    touch();
}

void HistoryPlot::addAxisActions(QMenu& menu)
{
    PlotView::addAxisActions(menu);
    const auto add = [this, &menu](const QString& text, const QKeySequence& key, bool isOn, auto action) {
        QAction* entry = menu.addAction(text, this, action);
        entry->setShortcut(key);
        entry->setCheckable(true);
        entry->setChecked(isOn);
    };
    add(tr("Follow the newest"), Qt::Key_F, isFollowing(), [this](bool on) {
        if (on)
            followNewest();
        else
            showAll();
    });
    menu.addSeparator();
    add(tr("Logarithmic value axis"), Qt::Key_L, isLogarithmic(*plot().yAxis),
        [this](bool on) { setLogarithmicValues(on); });
    add(tr("Logarithmic iteration axis"), Qt::SHIFT | Qt::Key_L, isLogarithmic(*plot().xAxis),
        [this](bool on) { setLogarithmicIterations(on); });
}

bool HistoryPlot::press(const QKeyEvent& key)
{
    const auto others = key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    if (key.key() == Qt::Key_F && !others)
        followNewest();
    else if (key.key() != Qt::Key_L || others)
        return PlotView::press(key);
    else if (key.modifiers() & Qt::ShiftModifier)
        setLogarithmicIterations(!isLogarithmic(*plot().xAxis));
    else
        setLogarithmicValues(!isLogarithmic(*plot().yAxis));
    return true;
}

QString HistoryPlot::Ghost::name() const
{
    return tr("run %1").arg(number);
}

void HistoryPlot::keepGhost(std::uint64_t runId, int number)
{
    removeGhost(runId);
    if (m_lastIteration == 0)
        return;
    std::erase_if(m_ghosts, [number](const Ghost& ghost) { return ghost.number == number; });
    Ghost ghost{runId, number, true, m_lastIteration, {}};
    for (HistoryCurve& curve : m_curves)
        ghost.curves.emplace_back(curve.spec(), curve.take(), plot());
    const auto isLater = [number](const Ghost& other) { return other.number > number; };
    m_ghosts.insert(std::find_if(m_ghosts.begin(), m_ghosts.end(), isLater), std::move(ghost));
    m_lastIteration = 0;
    touch();
}

void HistoryPlot::removeGhost(std::uint64_t runId)
{
    std::erase_if(m_ghosts, [runId](const Ghost& ghost) { return ghost.runId == runId; });
    touch();
}

void HistoryPlot::setGhostVisible(std::uint64_t runId, bool visible)
{
    for (Ghost& ghost : m_ghosts)
        if (ghost.runId == runId)
            ghost.isVisible = visible;
    touch();
}

double HistoryPlot::placeAt(double x) const
{
    return std::clamp(std::round(x), 1.0, std::max(1.0, static_cast<double>(longest())));
}

QString HistoryPlot::valueText(double value) const
{
    return m_spec.percent ? percentText(value) : measureText(value);
}

/// How far the values of a bucket reach, where that can be seen.
QString HistoryPlot::spanText(const Bucket& bucket) const
{
    const QString low = valueText(bucket.minimum), high = valueText(bucket.maximum);
    return low == high ? QString() : QStringLiteral(" (%1 – %2)").arg(low, high);
}

/// The iterations that the values at a place stand for.
QString HistoryPlot::placeText(double place) const
{
    auto first = static_cast<std::int64_t>(place), last = first;
    bool isFirst = true;
    for (const HistoryCurve& curve : m_curves) {
        const Bucket* bucket = curve.at(place);
        if (!bucket || m_lastIteration < place)
            continue;
        first = isFirst ? bucket->firstIteration : std::min(first, bucket->firstIteration);
        last = isFirst ? bucket->lastIteration : std::max(last, bucket->lastIteration);
        isFirst = false;
    }
    return first == last ? groupedText(first)
                         : groupedText(first) + QStringLiteral(" – ") + groupedText(last);
}

std::vector<HoverLine> HistoryPlot::valuesAt(double x) const
{
    const double place = placeAt(x);
    std::vector<HoverLine> lines = {placeLine(placeText(place))};
    const auto add = [&](const QString& run, const auto& curve, std::int64_t lastIteration) {
        const Bucket* bucket = curve.at(place);
        if (bucket && place <= static_cast<double>(lastIteration))
            lines.push_back({run + translated(curve.spec().label), valueText(bucket->mean()),
                             theme().textColor(curve.spec().color), spanText(*bucket), !run.isEmpty()});
    };
    for (const HistoryCurve& curve : m_curves)
        add({}, curve, m_lastIteration);
    for (const Ghost& ghost : m_ghosts)
        if (ghost.isVisible)
            for (const GhostCurve& curve : ghost.curves)
                add(ghost.name() + QLatin1Char(' '), curve, ghost.lastIteration);
    if (const QString change = m_marks->textAt(plot().xAxis->coordToPixel(x)); !change.isEmpty())
        lines.push_back({change, {}, theme().text});
    return lines;
}

} // namespace gan
