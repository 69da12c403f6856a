#include "ui/plots/card/plot_legend.h"

#include <cmath>
#include <utility>

namespace gan {

namespace {

constexpr double kMarkWidth = 1;       ///< in sizes of the text, like all that follows
constexpr double kLongMarkWidth = 1.7; ///< shows a pattern
constexpr double kMarkGap = 0.3;
constexpr double kEntryGap = 0.7;
constexpr double kLineWidth = 0.18;
constexpr double kBarHeight = 0.9;
constexpr double kDiscSize = 0.65;

double markWidth(const LegendEntry& entry)
{
    return entry.pattern.isEmpty() ? kMarkWidth : kLongMarkWidth;
}

QPen markPen(const LegendEntry& entry, double width)
{
    QPen pen(entry.color, width, Qt::SolidLine, Qt::FlatCap);
    if (!entry.pattern.isEmpty())
        pen.setDashPattern(entry.pattern);
    else if (entry.mark == LegendEntry::Mark::Dashes)
        pen.setStyle(Qt::DashLine);
    return pen;
}

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
    if (m_isOneLine)
        return QWIDGETSIZE_MAX; // it is in one line
    const QMargins around = mParentPlot->plotLayout()->margins();
    return mParentPlot->viewport().width() - around.left() - around.right();
}

QSize PlotLegend::minimumOuterSizeHint() const
{
    return {0, height(availableWidth())};
}

QSize PlotLegend::maximumOuterSizeHint() const
{
    return {QWIDGETSIZE_MAX, m_isOneLine ? QWIDGETSIZE_MAX : height(availableWidth())};
}

int PlotLegend::height(int width) const
{
    const std::vector<QRect> rects = places(width);
    return rects.empty() ? 0 : rects.back().bottom() + 1;
}

int PlotLegend::lineWidth(int room) const
{
    const auto widthOf = [&](bool all) {
        int width = 0;
        for (const QRect& rect : places(QWIDGETSIZE_MAX, all))
            if (!rect.isEmpty())
                width = rect.right() + 1;
        return width;
    };
    return widthOf(true) <= room ? widthOf(true) : widthOf(false);
}

int PlotLegend::scaled(double textSizes) const
{
    return int(std::lround(textSizes * m_font.pixelSize()));
}

std::vector<QRect> PlotLegend::places(int width) const
{
    const std::vector<QRect> all = places(width, true), fewer = places(width, false);
    return !all.empty() && all.back().top() > fewer.back().top() ? fewer : all;
}

std::vector<QRect> PlotLegend::places(int width, bool all) const
{
    const QFontMetrics metrics(m_font);
    std::vector<QRect> rects;
    QPoint at(0, 0);
    for (const LegendEntry& entry : m_entries) {
        if (entry.canBeMissing && !all) {
            rects.emplace_back(at, QSize(0, metrics.height()));
            continue;
        }
        const int needed =
            scaled(markWidth(entry)) + scaled(kMarkGap) + metrics.horizontalAdvance(entry.text);
        if (at.x() > 0 && at.x() + needed > width)
            at = {0, at.y() + metrics.height()};
        rects.emplace_back(at, QSize(needed, metrics.height()));
        at.rx() += needed + scaled(kEntryGap);
    }
    return rects;
}

/// Of the first entry.
QPoint PlotLegend::start() const
{
    return {rect().left(), rect().top() + (rect().height() - height(rect().width())) / 2};
}

const LegendEntry* PlotLegend::entryAt(QPointF pixel) const
{
    const std::vector<QRect> rects = places(rect().width());
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        if (rects[i].translated(start()).contains(pixel.toPoint()))
            return &m_entries[i];
    return nullptr;
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
        if (rects[i].isEmpty())
            continue;
        const LegendEntry& entry = m_entries[i];
        const QRectF box = rects[i].translated(start());
        const QRectF mark(box.left(), box.top(), scaled(markWidth(entry)), box.height());
        if (entry.mark == LegendEntry::Mark::Bar) {
            const double height = scaled(kBarHeight);
            painter->fillRect(QRectF(mark.left(), mark.center().y() - height / 2, mark.width(), height),
                              entry.color);
        } else if (entry.mark == LegendEntry::Mark::Disc) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(entry.color);
            const double radius = kDiscSize * m_font.pixelSize() / 2;
            painter->drawEllipse(mark.center(), radius, radius);
        } else {
            painter->setPen(markPen(entry, kLineWidth * m_font.pixelSize()));
            painter->drawLine(QLineF(mark.left(), mark.center().y(), mark.right(), mark.center().y()));
        }
        painter->setPen(m_textColor);
        painter->drawText(box.adjusted(mark.width() + scaled(kMarkGap), 0, 1, 0),
                          Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, entry.text);
    }
}

} // namespace gan
