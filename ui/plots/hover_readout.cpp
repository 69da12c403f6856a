#include "ui/plots/hover_readout.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace gan {

namespace {

constexpr int kPadding = 6;
constexpr int kGap = 10;

} // namespace

HoverReadout::HoverReadout(QWidget* plot)
    : QWidget(plot)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    hide();
}

void HoverReadout::show(const QRect& across, int x, std::vector<HoverLine> lines, Detail detail)
{
    m_across = across;
    m_x = x;
    m_lines = std::move(lines);
    setGeometry(parentWidget()->rect());
    if (detail == Detail::Values)
        keepValues();
    if (tableSize().width() > width())
        for (HoverLine& line : m_lines)
            line.span.clear();
    setVisible(!m_lines.empty());
    update();
}

/// The place, the first line, is told where the mouse is.
void HoverReadout::keepValues()
{
    if (!m_lines.empty())
        m_lines.erase(m_lines.begin());
    std::erase_if(m_lines, [](const HoverLine& line) { return line.isOfEarlierRun; });
    for (HoverLine& line : m_lines)
        line = {{}, line.value, line.color};
}

QSize HoverReadout::tableSize() const
{
    const QFontMetrics metrics(font());
    int labels = 0, values = 0;
    for (const HoverLine& line : m_lines) {
        labels = std::max(labels, metrics.horizontalAdvance(line.label));
        values = std::max(values, metrics.horizontalAdvance(line.value + line.span));
    }
    return {labels + (labels > 0 ? kGap : 0) + values + 2 * kPadding,
            int(m_lines.size()) * metrics.height() + 2 * kPadding};
}

void HoverReadout::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawLine(m_x, m_across.top(), m_x, m_across.bottom());

    QRect table(QPoint(m_x + kGap, m_across.top() + 4), tableSize());
    if (table.right() > rect().right())
        table.moveRight(m_x - kGap);
    table.moveLeft(std::max(0, table.left()));
    table.moveTop(std::clamp(rect().bottom() - table.height(), 0, table.top()));
    painter.setBrush(palette().color(QPalette::Base));
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(table);
    QRect row = table.adjusted(kPadding, kPadding, -kPadding, 0);
    row.setHeight(QFontMetrics(font()).height());
    for (const HoverLine& line : m_lines) {
        painter.setPen(line.color);
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, line.label);
        if (!line.label.isEmpty())
            painter.setPen(palette().color(QPalette::Text));
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, line.value + line.span);
        row.translate(0, row.height());
    }
}

} // namespace gan
