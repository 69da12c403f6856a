#include "ui/plots/history/history_curve.h"

#include "core/step_metrics.h"
#include "ui/plots/endless_lines.h"

#include <algorithm>
#include <cmath>

namespace gan {

namespace {

constexpr int kBandAlpha = 45;
constexpr int kEdgeAlpha = 130;
constexpr int kCalmAlpha = 28; ///< of bands that may fill the plot: the mean is what is read
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

HistoryLook lookOf(const HistorySeries& spec, HistoryLook look)
{
    look.hasEachIteration = hasEachIteration(spec);
    look.pointsTogether = spec.pointsTogether;
    return look;
}

} // namespace

bool hasEachIteration(const HistorySeries& spec)
{
    return std::all_of(spec.columns.begin(), spec.columns.end(), isStepColumn);
}

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

void HistoryCurve::draw(const HistoryLook& all, const CurvePens& pens)
{
    const HistoryLook look = lookOf(*m_spec, all);
    m_drawn = inSight(m_store, look);
    const bool isCalm = m_spec->pointsTogether > 1;
    const bool hasBand =
        !(isCalm && m_spec->dashed) && // of another curve's quantity; two bands would hide each other
        std::any_of(m_drawn.begin(), m_drawn.end(), [](const Bucket& bucket) { return bucket.count > 1; });
    const bool isSmoothed = look.smoothing > 0, isPale = isSmoothed || isCalm;
    m_low->data()->set(hasBand ? lowEdge(m_drawn, look) : QVector<QCPGraphData>(), true);
    m_high->data()->set(hasBand ? highEdge(m_drawn, look) : QVector<QCPGraphData>(), true);
    m_mean->data()->set(meanLine(m_drawn, look), true);
    m_average->data()->set(isSmoothed ? averageLine(m_store, look) : QVector<QCPGraphData>(), true);
    for (QCPGraph* edge : {m_low, m_high}) {
        edge->setVisible(hasBand);
        edge->setPen(QPen(withAlpha(pens.line.color(), isCalm   ? kCalmAlpha
                                                       : isPale ? kBandAlpha
                                                                : kEdgeAlpha),
                          0));
    }
    m_high->setBrush(withAlpha(pens.line.color(), isCalm ? kCalmAlpha : kBandAlpha));
    m_mean->setPen(isSmoothed ? QPen(pens.pale, pens.paleWidth) : pens.line);
    m_average->setVisible(isSmoothed);
    m_average->setPen(pens.line);
    simplifyEndless(*m_mean);
    simplifyEndless(*m_average);
}

const Bucket* HistoryCurve::at(double iteration) const
{
    return bucketAt(m_drawn, iteration, hasEachIteration(*m_spec));
}

GhostCurve::GhostCurve(const HistorySeries& spec, CurveStore store, QCustomPlot& plot)
    : m_spec(&spec)
    , m_store(std::move(store))
    , m_line(plot.addGraph())
{
    m_line->setLayer(ghostLayer(plot));
}

void GhostCurve::draw(const HistoryLook& all, const QPen& pen)
{
    const HistoryLook look = lookOf(*m_spec, all);
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

const Bucket* GhostCurve::at(double iteration) const
{
    return bucketAt(m_drawn, iteration, hasEachIteration(*m_spec));
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
