#include "ui/plots/plot_marks.h"

#include <algorithm>
#include <utility>

namespace gan {

namespace {

constexpr double kFlagWidth = 11, kPennantHeight = 8; ///< at scale 1
constexpr double kReach = 3;                          ///< pixels beside a flag from which it is still read

} // namespace

PlotMarks::PlotMarks(QCustomPlot* plot)
    : QCPLayerable(plot, QStringLiteral("axes"))
{
}

void PlotMarks::setStyle(const QFont& font, const QColor& lineColor, const QColor& flagColor,
                         const QColor& paper, double scale)
{
    m_font = font;
    m_lineColor = lineColor;
    m_flagColor = flagColor;
    m_paper = paper;
    m_scale = scale;
}

/// Flags stand above the plot, and the last one may reach into the margin.
QRect PlotMarks::clipRect() const
{
    return mParentPlot->axisRect()->outerRect();
}

void PlotMarks::applyDefaultAntialiasingHint(QCPPainter* painter) const
{
    painter->setAntialiasing(false); // straight lines stay sharp
}

/// A logarithmic axis begins at 1, and so does a run there.
double PlotMarks::lineAt(const PlotMoment& moment) const
{
    const QCPAxis* axis = mParentPlot->xAxis;
    return axis->coordToPixel(axis->scaleType() == QCPAxis::stLinear ? moment.at : std::max(1.0, moment.at));
}

std::vector<MomentFlag> PlotMarks::flags() const
{
    const QRect area = mParentPlot->axisRect()->rect();
    std::size_t first = 0;
    std::vector<double> lines;
    for (std::size_t i = 0; i < moments.size(); ++i) {
        const double line = lineAt(moments[i]);
        if (line < area.left())
            first = i + 1;
        else if (line <= area.right() + 1)
            lines.push_back(line);
    }
    std::vector<MomentFlag> found = momentFlags(lines, m_scale * (kFlagWidth + 1));
    for (MomentFlag& flag : found) {
        flag.first += first;
        flag.end += first;
    }
    return found;
}

QRectF PlotMarks::placeOf(const MomentFlag& flag) const
{
    const double top = mParentPlot->axisRect()->rect().top() - m_scale * kFlagHeight;
    return {flag.pole, top, m_scale * kFlagWidth, m_scale * kPennantHeight};
}

QString PlotMarks::textAt(double pixel) const
{
    for (const MomentFlag& flag : flags()) {
        const QRectF place = placeOf(flag);
        if (place.left() - kReach <= pixel && pixel <= place.right() + kReach)
            return flagText(std::span(moments).subspan(flag.first, flag.count()));
    }
    return {};
}

void PlotMarks::draw(QCPPainter* painter)
{
    drawLevels(*painter);
    painter->setFont(m_font);
    painter->setAntialiasing(true);
    for (const MomentFlag& flag : flags())
        drawFlag(*painter, flag);
}

void PlotMarks::drawLevels(QCPPainter& painter) const
{
    const QRect area = mParentPlot->axisRect()->rect();
    const QCPAxis* axis = mParentPlot->yAxis;
    painter.setPen(QPen(m_lineColor, 1, Qt::DashLine));
    for (const PlotLevel& level : levels)
        if (axis->range().contains(level.at)) {
            const double y = axis->coordToPixel(level.at);
            painter.drawLine(QLineF(area.left(), y, area.right(), y));
        }
}

/// A pole down to the plot, and a pennant; one with a number for several moments.
void PlotMarks::drawFlag(QCPPainter& painter, const MomentFlag& flag) const
{
    const QRectF place = placeOf(flag);
    painter.setPen(QPen(m_flagColor, m_scale));
    painter.drawLine(
        QLineF(place.left(), place.top(), place.left(), place.top() + m_scale * (kFlagHeight + 3)));
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_flagColor);
    if (flag.count() == 1) {
        const QPointF tip(place.left() + 0.7 * place.width(), place.center().y());
        painter.drawPolygon(QPolygonF({place.topLeft(), tip, place.bottomLeft()}));
        return;
    }
    const QString number = flag.count() > 9 ? QStringLiteral("9+") : QString::number(flag.count());
    painter.drawRect(place);
    painter.setPen(m_paper);
    painter.drawText(place, Qt::AlignCenter | Qt::TextDontClip, number);
}

} // namespace gan
