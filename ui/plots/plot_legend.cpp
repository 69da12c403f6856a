#include "ui/plots/plot_legend.h"

#include <utility>

namespace gan {

namespace {

constexpr int kMarkWidth = 12;
constexpr int kMarkGap = 4;
constexpr int kEntryGap = 10;

} // namespace

PlotLegend::PlotLegend(QCustomPlot* plot)
    : QCPLayoutElement(plot)
{
    setLayer(QStringLiteral("legend"));
}

void PlotLegend::setEntries(std::vector<LegendEntry> entries)
{
    m_entries = std::move(entries);
}

void PlotLegend::setStyle(const QFont& font, const QColor& textColor)
{
    m_font = font;
    m_textColor = textColor;
}

int PlotLegend::availableWidth() const
{
    const QMargins around = mParentPlot->plotLayout()->margins();
    return mParentPlot->viewport().width() - around.left() - around.right();
}

QSize PlotLegend::minimumOuterSizeHint() const
{
    return {0, height(availableWidth())};
}

QSize PlotLegend::maximumOuterSizeHint() const
{
    return {QWIDGETSIZE_MAX, height(availableWidth())};
}

int PlotLegend::height(int width) const
{
    const std::vector<QRect> rects = places(width);
    return rects.empty() ? 0 : rects.back().bottom() + 1;
}

std::vector<QRect> PlotLegend::places(int width) const
{
    const QFontMetrics metrics(m_font);
    std::vector<QRect> rects;
    QPoint at(0, 0);
    for (const LegendEntry& entry : m_entries) {
        const int needed = kMarkWidth + kMarkGap + metrics.horizontalAdvance(entry.text);
        if (at.x() > 0 && at.x() + needed > width)
            at = {0, at.y() + metrics.height()};
        rects.emplace_back(at, QSize(needed, metrics.height()));
        at.rx() += needed + kEntryGap;
    }
    return rects;
}

void PlotLegend::applyDefaultAntialiasingHint(QCPPainter* painter) const
{
    painter->setAntialiasing(true);
}

void PlotLegend::draw(QCPPainter* painter)
{
    painter->setFont(m_font);
    const std::vector<QRect> rects = places(rect().width());
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const LegendEntry& entry = m_entries[i];
        const QRectF box = rects[i].translated(rect().topLeft());
        const QRectF mark(box.left(), box.top(), kMarkWidth, box.height());
        painter->setPen(Qt::NoPen);
        if (entry.mark == LegendEntry::Mark::Bar) {
            painter->fillRect(QRectF(mark.left(), mark.center().y() - 5, mark.width(), 10), entry.color);
        } else {
            const auto style = entry.mark == LegendEntry::Mark::Dashes ? Qt::DashLine : Qt::SolidLine;
            painter->setPen(QPen(entry.color, 2, style, Qt::FlatCap));
            painter->drawLine(QLineF(mark.left(), mark.center().y(), mark.right(), mark.center().y()));
        }
        painter->setPen(m_textColor);
        painter->drawText(box.adjusted(kMarkWidth + kMarkGap, 0, 1, 0),
                          Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, entry.text);
    }
}

} // namespace gan
