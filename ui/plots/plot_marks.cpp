#include "ui/plots/plot_marks.h"

#include "ui/plots/rimmed_text.h"

#include <algorithm>
#include <limits>

namespace gan {

namespace {

constexpr int kGap = 3;
constexpr double kLeastForTexts = 6; ///< lines of text
constexpr double kClosest = 2;       ///< pixels between two lines that are seen as two

} // namespace

PlotMarks::PlotMarks(QCustomPlot* plot)
    : QCPLayerable(plot, QStringLiteral("axes"))
{
}

void PlotMarks::setStyle(const QFont& font, const QColor& lineColor, const QColor& textColor,
                         const QColor& paper)
{
    m_font = font;
    m_lineColor = lineColor;
    m_textColor = textColor;
    m_paper = paper;
}

QRect PlotMarks::clipRect() const
{
    return mParentPlot->axisRect()->rect();
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

std::vector<MomentLabel> PlotMarks::labels() const
{
    const QRect area = clipRect();
    std::vector<PlotMoment> seen;
    std::vector<double> lines;
    for (const PlotMoment& moment : moments) {
        const double line = lineAt(moment);
        if (line < area.left() || line > area.right())
            continue;
        seen.push_back(moment);
        lines.push_back(line);
    }
    return momentLabels(seen, lines, QFontMetrics(m_font).height(), area.right());
}

void PlotMarks::draw(QCPPainter* painter)
{
    painter->setFont(m_font);
    drawLevels(*painter);
    drawLines(*painter);
    for (const MomentLabel& label : labels())
        drawLabel(*painter, label);
    drawLevelTexts(*painter);
}

/// From the bottom up.
std::vector<PlotLevel> PlotMarks::levelsInSight() const
{
    const QCPAxis* axis = mParentPlot->yAxis;
    std::vector<PlotLevel> seen;
    for (const PlotLevel& level : levels)
        if (axis->range().contains(level.at))
            seen.push_back(level);
    std::sort(seen.begin(), seen.end(), [](const PlotLevel& a, const PlotLevel& b) { return a.at < b.at; });
    return seen;
}

void PlotMarks::drawLevels(QCPPainter& painter) const
{
    const QRect area = clipRect();
    painter.setPen(QPen(m_lineColor, 1, Qt::DashLine));
    for (const PlotLevel& level : levelsInSight()) {
        const double y = mParentPlot->yAxis->coordToPixel(level.at);
        painter.drawLine(QLineF(area.left(), y, area.right(), y));
    }
}

/// Above the left end of its line, where a plot has most room; one that would fall on the text below it is
/// left out.
void PlotMarks::drawLevelTexts(QCPPainter& painter) const
{
    const QRect area = clipRect();
    const QFontMetricsF metrics(m_font);
    if (area.height() < kLeastForTexts * metrics.height())
        return; // in a small plot they would hide the curves
    double below = std::numeric_limits<double>::infinity();
    for (const PlotLevel& level : levelsInSight()) {
        const double y = mParentPlot->yAxis->coordToPixel(level.at);
        const bool fits = y - metrics.height() > area.top();
        const double base = fits ? y - metrics.descent() : y + metrics.ascent();
        if (base > below)
            continue;
        drawRimmedText(painter, {area.left() + double(kGap), base}, level.text, m_font, m_textColor, m_paper);
        below = base - metrics.height();
    }
}

void PlotMarks::drawLines(QCPPainter& painter) const
{
    const QRect area = clipRect();
    double before = -kClosest;
    painter.setPen(QPen(m_lineColor, 1, Qt::DotLine));
    for (const PlotMoment& moment : moments) {
        const double x = lineAt(moment);
        if (x - before < kClosest)
            continue;
        painter.drawLine(QLineF(x, area.top(), x, area.bottom()));
        before = x;
    }
}

void PlotMarks::drawLabel(QCPPainter& painter, const MomentLabel& label) const
{
    const QRect area = clipRect();
    const QFontMetrics metrics(m_font);
    const int room = area.height() - 2 * kGap;
    const bool fits = label.brief.isEmpty() || metrics.horizontalAdvance(label.text) <= room;
    const QString text = metrics.elidedText(fits ? label.text : label.brief, Qt::ElideRight, room);
    painter.save();
    painter.translate(label.left, area.bottom() - kGap);
    painter.rotate(-90);
    painter.setPen(m_textColor);
    painter.drawText(QRectF(0, 0, room, metrics.height()), Qt::AlignLeft | Qt::AlignVCenter, text);
    painter.restore();
}

} // namespace gan
