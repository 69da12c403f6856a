#include "ui/plots/history/history_ghosts.h"

#include "ui/plots/card/plot_style.h"
#include "ui/plots/history/end_tags.h"
#include "ui/plots/history/ghost_style.h"

#include <QCoreApplication>

#include <algorithm>

namespace gan {

namespace {

constexpr int kTextPixels = 10;
constexpr double kLineWidth = 1.4;

} // namespace

HistoryGhosts::HistoryGhosts(QCustomPlot& plot)
    : m_plot(plot)
    , m_tags(new EndTags(&plot))
{
}

QString HistoryGhosts::Ghost::name() const
{
    return QCoreApplication::translate("gan::HistoryPlot", "run %1").arg(number);
}

void HistoryGhosts::keep(std::uint64_t runId, int number, std::int64_t lastIteration,
                         std::vector<HistoryCurve>& curves)
{
    std::erase_if(m_ghosts, [number](const Ghost& ghost) { return ghost.number == number; });
    Ghost ghost{runId, number, true, lastIteration, {}};
    for (HistoryCurve& curve : curves)
        ghost.curves.emplace_back(curve.spec(), curve.take(), m_plot);
    const auto isLater = [number](const Ghost& other) { return other.number > number; };
    m_ghosts.insert(std::find_if(m_ghosts.begin(), m_ghosts.end(), isLater), std::move(ghost));
}

void HistoryGhosts::remove(std::uint64_t runId)
{
    std::erase_if(m_ghosts, [runId](const Ghost& ghost) { return ghost.runId == runId; });
}

void HistoryGhosts::setVisible(std::uint64_t runId, bool visible)
{
    for (Ghost& ghost : m_ghosts)
        if (ghost.runId == runId)
            ghost.isVisible = visible;
}

std::int64_t HistoryGhosts::lastIteration() const
{
    std::int64_t last = 0;
    for (const Ghost& ghost : m_ghosts)
        if (ghost.isVisible)
            last = std::max(last, ghost.lastIteration);
    return last;
}

void HistoryGhosts::addTo(Extent& extent, const HistoryLook& look) const
{
    for (const Ghost& ghost : m_ghosts)
        if (ghost.isVisible)
            for (const GhostCurve& curve : ghost.curves)
                addValues(extent, inSight(curve.store(), look));
}

void HistoryGhosts::draw(const HistoryLook& look, const Theme& theme)
{
    m_tags->setStyle(plotFont(theme, kTextPixels, true), theme.panel);
    m_tags->tags.clear();
    for (Ghost& ghost : m_ghosts) {
        if (ghost.isVisible)
            draw(ghost, look, theme);
        else
            for (GhostCurve& curve : ghost.curves)
                curve.hide();
    }
}

void HistoryGhosts::draw(Ghost& ghost, const HistoryLook& look, const Theme& theme)
{
    for (GhostCurve& curve : ghost.curves) {
        const ColorRole role = curve.spec().color;
        curve.draw(look, ghostPen(theme.color(role), ghost.number, theme, plotPixels(theme, kLineWidth)));
        if (const auto end = curve.end(look))
            m_tags->tags.push_back({*end, QString::number(ghost.number), theme.textColor(role)});
    }
}

void HistoryGhosts::addTo(std::vector<LegendEntry>& entries, const Theme& theme) const
{
    for (const Ghost& ghost : m_ghosts)
        if (ghost.isVisible)
            entries.push_back(
                {LegendEntry::Mark::Dashes, ghost.name(), theme.mutedText, ghostPattern(ghost.number)});
}

void HistoryGhosts::forEachAt(double iteration, const UseValue& use) const
{
    for (const Ghost& ghost : m_ghosts) {
        if (!ghost.isVisible || iteration > double(ghost.lastIteration))
            continue;
        for (const GhostCurve& curve : ghost.curves)
            if (const Bucket* bucket = curve.at(iteration))
                use(ghost.name(), curve.spec(), *bucket);
    }
}

} // namespace gan
