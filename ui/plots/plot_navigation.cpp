#include "ui/plots/plot_navigation.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace gan {

namespace {

constexpr double kPanShare = 0.125; ///< of the axis, for one key
constexpr double kZoomShare = 0.1;  ///< taken from each end of the axis
constexpr double kLargest = 1e30;   ///< coordinate
constexpr double kFinest = 1e-9;    ///< length of an axis, relative to its coordinates

/// Whether numbers along the axis can still be told apart.
bool canBeShown(const QCPAxis& axis, const QCPRange& range)
{
    const double farthest = std::max(std::abs(range.lower), std::abs(range.upper));
    const bool isPositive = axis.scaleType() == QCPAxis::stLinear || range.lower > 1 / kLargest;
    return isPositive && farthest < kLargest && range.size() > kFinest * farthest &&
           range.size() > 1 / kLargest;
}

/// Moves both ends by a share of the axis on the screen, whatever its scale.
void moveEnds(QCPAxis& axis, double lowerShare, double upperShare)
{
    const double lower = axis.coordToPixel(axis.range().lower);
    const double length = axis.coordToPixel(axis.range().upper) - lower;
    axis.setRange(axis.pixelToCoord(lower + lowerShare * length),
                  axis.pixelToCoord(lower + (1 + upperShare) * length));
}

} // namespace

PlotNavigation::PlotNavigation(QCustomPlot* plot)
    : QObject(plot)
    , m_plot(plot)
{
    QCPAxisRect* rect = plot->axisRect();
    const QList<QCPAxis*> all = {plot->xAxis, plot->yAxis, plot->yAxis2};
    plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    rect->setRangeZoomAxes(all);
    rect->setRangeDragAxes(all);
    for (QCPAxis* axis : all)
        follow(axis);
    connect(plot, &QCustomPlot::mouseDoubleClick, this, [this] { show(Part::All); });
}

void PlotNavigation::follow(QCPAxis* axis)
{
    const auto ranged = qOverload<const QCPRange&, const QCPRange&>(&QCPAxis::rangeChanged);
    connect(axis, ranged, this, [this, axis](const QCPRange& now, const QCPRange& before) {
        if (m_framing)
            return;
        if (!canBeShown(*axis, now))
            return frame([&] { axis->setRange(before); });
        m_part = Part::Chosen;
        Q_EMIT changed();
    });
}

void PlotNavigation::show(Part part)
{
    m_part = part;
    Q_EMIT changed();
}

void PlotNavigation::frame(const std::function<void()>& setAxes)
{
    const bool before = std::exchange(m_framing, true);
    setAxes();
    m_framing = before;
}

std::vector<QCPAxis*> PlotNavigation::axes(Qt::Orientations orientations) const
{
    std::vector<QCPAxis*> found;
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis, m_plot->yAxis2})
        if (orientations.testFlag(axis->orientation()))
            found.push_back(axis);
    return found;
}

void PlotNavigation::pan(Qt::Orientation orientation, double share)
{
    for (QCPAxis* axis : axes(orientation))
        moveEnds(*axis, share, share);
}

void PlotNavigation::zoom(Qt::Orientations orientations, double share)
{
    for (QCPAxis* axis : axes(orientations))
        moveEnds(*axis, share, -share);
}

bool PlotNavigation::press(const QKeyEvent& key)
{
    const bool shift = key.modifiers().testFlag(Qt::ShiftModifier);
    const Qt::Orientation oneAxis = shift ? Qt::Horizontal : Qt::Vertical;
    if (key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    switch (key.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (shift)
            pan(Qt::Horizontal, key.key() == Qt::Key_Right ? kPanShare : -kPanShare);
        return shift;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (shift)
            pan(Qt::Vertical, key.key() == Qt::Key_Up ? kPanShare : -kPanShare);
        return shift;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(Qt::Horizontal | Qt::Vertical, kZoomShare);
        return true;
    case Qt::Key_Minus:
    case Qt::Key_Underscore:
        zoom(Qt::Horizontal | Qt::Vertical, -kZoomShare);
        return true;
    case Qt::Key_PageUp:
        zoom(oneAxis, kZoomShare);
        return true;
    case Qt::Key_PageDown:
        zoom(oneAxis, -kZoomShare);
        return true;
    default:
        return false;
    }
}

} // namespace gan
