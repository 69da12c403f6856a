#include "ui/plots/history_curve.h"

#include "ui/plots/endless_lines.h"

#include <algorithm>
#include <cmath>

namespace gan {

namespace {

constexpr int kBandAlpha = 45;
constexpr int kEdgeAlpha = 130;
const auto kGhostLayer = QStringLiteral("ghosts");

QColor withAlpha(QColor color, int alpha)
{
    color.setAlpha(alpha);
    return color;
}

/// Behind the curves of the current run, before the grid.
QCPLayer* ghostLayer(QCustomPlot& plot)
{
    if (!plot.layer(kGhostLayer))
        plot.addLayer(kGhostLayer, plot.layer(QStringLiteral("main")), QCustomPlot::limBelow);
    return plot.layer(kGhostLayer);
}

} // namespace

HistoryCurve::HistoryCurve(const HistorySeries& spec, QCustomPlot& plot)
    : m_spec(&spec)
    , m_low(plot.addGraph())
    , m_high(plot.addGraph())
    , m_mean(plot.addGraph())
    , m_average(plot.addGraph())
{
    m_high->setChannelFillGraph(m_low);
    for (QCPGraph* edge : {m_low, m_high}) { // smooth edges would cost more than all the rest
        edge->setAntialiased(false);
        edge->setAntialiasedFill(false);
    }
}

void HistoryCurve::draw(const HistoryLook& look, const CurvePens& pens)
{
    m_drawn = inSight(m_store, look);
    const bool hasBand =
        std::any_of(m_drawn.begin(), m_drawn.end(), [](const Bucket& bucket) { return bucket.count > 1; });
    const bool isSmoothed = look.smoothing > 0;
    m_low->data()->set(hasBand ? lowEdge(m_drawn, look) : QVector<QCPGraphData>(), true);
    m_high->data()->set(hasBand ? highEdge(m_drawn, look) : QVector<QCPGraphData>(), true);
    m_mean->data()->set(meanLine(m_drawn, look), true);
    m_average->data()->set(isSmoothed ? averageLine(m_store, look) : QVector<QCPGraphData>(), true);
    for (QCPGraph* edge : {m_low, m_high}) {
        edge->setVisible(hasBand);
        edge->setPen(QPen(withAlpha(pens.line.color(), isSmoothed ? kBandAlpha : kEdgeAlpha), 0));
    }
    m_high->setBrush(withAlpha(pens.line.color(), kBandAlpha));
    m_mean->setPen(isSmoothed ? QPen(pens.pale, pens.paleWidth) : pens.line);
    m_average->setVisible(isSmoothed);
    m_average->setPen(pens.line);
    simplifyEndless(*m_mean);
    simplifyEndless(*m_average);
}

GhostCurve::GhostCurve(const HistorySeries& spec, CurveStore store, QCustomPlot& plot)
    : m_spec(&spec)
    , m_store(std::move(store))
    , m_line(plot.addGraph())
{
    m_line->setLayer(ghostLayer(plot));
}

void GhostCurve::draw(const HistoryLook& look, const QPen& pen)
{
    m_drawn = inSight(m_store, look);
    m_line->setVisible(true);
    m_line->setPen(pen);
    m_line->data()->set(look.smoothing > 0 ? averageLine(m_store, look) : meanLine(m_drawn, look), true);
    simplifyEndless(*m_line);
}

void GhostCurve::hide()
{
    m_drawn.clear();
    m_line->setVisible(false);
}

std::optional<QPointF> GhostCurve::end(const HistoryLook& look) const
{
    std::optional<QPointF> last;
    for (const QCPGraphData& point : *m_line->data())
        if (look.iterations.first <= point.key && point.key <= look.iterations.second &&
            std::isfinite(point.value))
            last = QPointF(point.key, point.value);
    return last;
}

} // namespace gan
