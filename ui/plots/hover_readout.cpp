#include "ui/plots/hover_readout.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <iterator>
#include <utility>

namespace gan {

namespace {

constexpr int kMargin = 4;    ///< beside all
constexpr int kGap = 5;       ///< between name and value
constexpr int kEntryGap = 14; ///< between two entries

} // namespace

HoverReadout::HoverReadout(QWidget* plot)
    : QWidget(plot)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    hide();
}

void HoverReadout::show(const QRect& across, const Rooms& rooms, int x, std::vector<HoverLine> lines,
                        Detail detail)
{
    m_across = across;
    m_x = x;
    m_lines = std::move(lines);
    setGeometry(parentWidget()->rect());
    if (detail == Detail::Values)
        keepValues();
    choose(rooms);
    setVisible(!m_lines.empty());
    update();
}

/// The title stays where it can; how far values reach is said where it has room, and then what earlier runs
/// had.
void HoverReadout::choose(const Rooms& rooms)
{
    if (fits(rooms.legend))
        return;
    const std::vector<HoverLine> whole = m_lines;
    for (HoverLine& line : m_lines)
        line.span.clear();
    if (fits(rooms.legend))
        return;
    m_lines = whole;
    if (fits(rooms.header))
        return;
    for (HoverLine& line : m_lines)
        line.span.clear();
    leaveOutEarlierRuns();
}

/// As many as there is no room for: a curve is never covered.
void HoverReadout::leaveOutEarlierRuns()
{
    const HoverLine more{{}, QStringLiteral("…"), palette().color(QPalette::PlaceholderText)};
    bool isCut = false;
    while (!fits(m_room)) {
        const auto last = std::find_if(m_lines.rbegin(), m_lines.rend(),
                                       [](const HoverLine& line) { return line.isOfEarlierRun; });
        if (last == m_lines.rend())
            return;
        const auto place = m_lines.erase(std::next(last).base());
        if (!std::exchange(isCut, true))
            m_lines.insert(place, more);
    }
}

bool HoverReadout::fits(const QRect& room)
{
    m_room = room;
    return table().bottom() <= room.bottom();
}

/// The first line is the place; one without a value is a remark.
void HoverReadout::keepValues()
{
    if (!m_lines.empty())
        m_lines.erase(m_lines.begin());
    std::erase_if(m_lines, [](const HoverLine& line) { return line.isOfEarlierRun || line.value.isEmpty(); });
}

/// One after the other, like the words of a text.
std::vector<QRect> HoverReadout::places() const
{
    const QFontMetrics metrics(font());
    std::vector<QRect> rects;
    QPoint at = m_room.topLeft() + QPoint(kMargin, 0);
    const int start = at.x(), end = m_room.right() - kMargin;
    for (const HoverLine& line : m_lines) {
        const int label = line.label.isEmpty() ? 0 : metrics.horizontalAdvance(line.label) + kGap;
        const int needed = std::min(label + metrics.horizontalAdvance(line.value + line.span), end - start);
        if (at.x() > start && at.x() + needed > end)
            at = {start, at.y() + metrics.height()};
        rects.emplace_back(at, QSize(needed, metrics.height()));
        at.rx() += needed + kEntryGap;
    }
    return rects;
}

QRect HoverReadout::table() const
{
    const std::vector<QRect> rects = places();
    QRect all = m_room;
    if (!rects.empty())
        all.setBottom(std::max(all.bottom(), rects.back().bottom()));
    return all;
}

void HoverReadout::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawLine(m_x, m_across.top(), m_x, m_across.bottom());
    painter.fillRect(table(), palette().color(QPalette::Base));
    const std::vector<QRect> rects = places();
    for (std::size_t i = 0; i < rects.size(); ++i) {
        const HoverLine& line = m_lines[i];
        painter.setPen(line.color);
        painter.drawText(rects[i], Qt::AlignLeft | Qt::AlignVCenter, line.label);
        if (!line.label.isEmpty())
            painter.setPen(palette().color(QPalette::Text));
        painter.drawText(rects[i], Qt::AlignRight | Qt::AlignVCenter, line.value + line.span);
    }
}

} // namespace gan
