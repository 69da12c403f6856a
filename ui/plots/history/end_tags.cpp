#include "ui/plots/history/end_tags.h"

#include "ui/plots/snapshot/rimmed_text.h"

#include <algorithm>

namespace gan {

namespace {

constexpr int kGap = 2;

} // namespace

EndTags::EndTags(QCustomPlot* plot)
    : QCPLayerable(plot, QStringLiteral("axes"))
{
}

void EndTags::setStyle(const QFont& font, const QColor& paper)
{
    m_font = font;
    m_paper = paper;
}

QRect EndTags::clipRect() const
{
    return mParentPlot->axisRect()->rect();
}

void EndTags::applyDefaultAntialiasingHint(QCPPainter* painter) const
{
    painter->setAntialiasing(true);
}

/// Above its line's end, inside of the plot.
std::vector<QRectF> EndTags::places() const
{
    const QRectF area = clipRect();
    const QFontMetricsF metrics(m_font);
    std::vector<QRectF> places;
    for (const Tag& tag : tags) {
        QRectF place(QPointF(), QSizeF(metrics.horizontalAdvance(tag.text), metrics.capHeight()));
        place.moveBottomRight({mParentPlot->xAxis->coordToPixel(tag.end.x()) - kGap,
                               mParentPlot->yAxis->coordToPixel(tag.end.y()) - kGap});
        place.moveBottom(
            std::clamp(place.bottom(), area.top() + place.height() + kGap, area.bottom() - kGap));
        place.moveRight(std::clamp(place.right(), area.left() + place.width(), area.right() - kGap));
        for (const QRectF& taken : places) // from right to left along the places before
            if (place.adjusted(-kGap, -kGap, kGap, kGap).intersects(taken))
                place.moveRight(taken.left() - 2 * kGap);
        places.push_back(place);
    }
    return places;
}

void EndTags::draw(QCPPainter* painter)
{
    const std::vector<QRectF> where = places();
    for (std::size_t i = 0; i < tags.size(); ++i)
        drawRimmedText(*painter, where[i].bottomLeft(), tags[i].text, m_font, tags[i].color, m_paper);
}

} // namespace gan
