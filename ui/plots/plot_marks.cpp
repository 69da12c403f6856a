#include "ui/plots/plot_marks.h"

namespace gan {

namespace {

constexpr int kGap = 3;

} // namespace

PlotMarks::PlotMarks(QCustomPlot* plot)
    : QCPLayerable(plot, QStringLiteral("axes"))
{
}

void PlotMarks::setStyle(const QFont& font, const QColor& lineColor, const QColor& textColor,
                         const QColor& haloColor)
{
    m_font = font;
    m_lineColor = lineColor;
    m_textColor = textColor;
    m_haloColor = haloColor;
}

QRect PlotMarks::clipRect() const
{
    return mParentPlot->axisRect()->rect();
}

void PlotMarks::applyDefaultAntialiasingHint(QCPPainter* painter) const
{
    painter->setAntialiasing(false); // straight lines stay sharp
}

void PlotMarks::draw(QCPPainter* painter)
{
    const QRect area = clipRect();
    painter->setFont(m_font);
    drawLevels(*painter, area);
    drawMoments(*painter, area);
}

/// With a rim in the colour of the paper, so that it can be read over curves.
void PlotMarks::drawLabel(QCPPainter& painter, const QPointF& at, const QString& text) const
{
    QPainterPath path;
    path.addText(at, m_font, text);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.strokePath(path, QPen(m_haloColor, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(path, m_textColor);
    painter.restore();
}

void PlotMarks::drawLevels(QCPPainter& painter, const QRect& area) const
{
    painter.setPen(QPen(m_lineColor, 1, Qt::DashLine));
    for (const double level : levels) {
        const double y = mParentPlot->yAxis->coordToPixel(level);
        painter.drawLine(QLineF(area.left(), y, area.right(), y));
    }
}

/// Labels run up beside their lines, so a row of them needs little room; where even that is missing the later
/// one of two stays, and its line says where the value in force began.
void PlotMarks::drawMoments(QCPPainter& painter, const QRect& area) const
{
    const int height = QFontMetrics(m_font).height();
    for (std::size_t i = 0; i < moments.size(); ++i) {
        const double x = mParentPlot->xAxis->coordToPixel(moments[i].at);
        const bool covered =
            i + 1 < moments.size() && mParentPlot->xAxis->coordToPixel(moments[i + 1].at) - x < height;
        painter.setPen(QPen(m_lineColor, 1, Qt::DotLine));
        painter.drawLine(QLineF(x, area.top(), x, area.bottom()));
        if (covered)
            continue;
        const bool fits = x + height < area.right();
        painter.save();
        painter.translate(fits ? x + 1 : x - height - 1, area.bottom() - kGap);
        painter.rotate(-90);
        painter.setPen(m_textColor);
        painter.drawText(QRectF(0, 0, area.height(), height), Qt::AlignLeft | Qt::AlignVCenter,
                         moments[i].text);
        painter.restore();
    }
}

} // namespace gan
