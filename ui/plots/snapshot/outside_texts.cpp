#include "ui/plots/snapshot/outside_texts.h"

#include "ui/text/text.h"

#include <algorithm>

namespace gan {

namespace {

constexpr int kBackingAlpha = 190;     ///< behind text, so that it can be read over bars
constexpr double kWorthSaying = 0.005; ///< a share that is not mentioned is smaller than this

void stack(const std::vector<OutsideTexts*>& all, int side)
{
    QCPItemAnchor* below = nullptr;
    for (const OutsideTexts* texts : all) {
        QCPItemText* text = texts->text(side);
        if (!text->visible())
            continue;
        text->position->setParentAnchor(below);
        text->position->setType(below ? QCPItemPosition::ptAbsolute : QCPItemPosition::ptAxisRectRatio);
        text->position->setCoords(below ? 0 : side, 0);
        below = side ? text->bottomRight : text->bottomLeft;
    }
}

} // namespace

OutsideTexts::OutsideTexts(QCustomPlot* plot)
{
    for (const int side : {0, 1}) {
        m_texts[side] = new QCPItemText(plot);
        m_texts[side]->setPositionAlignment(Qt::AlignTop | (side ? Qt::AlignRight : Qt::AlignLeft));
        m_texts[side]->setPadding({4, 0, 4, 0});
    }
}

void OutsideTexts::clear()
{
    for (QCPItemText* text : m_texts)
        text->setVisible(false);
}

void OutsideTexts::say(const QString& name, const Histogram& histogram, const QFont& font,
                       const QColor& color, QColor paper)
{
    const auto total = static_cast<double>(std::max<std::int64_t>(1, histogram.total()));
    const double shares[] = {static_cast<double>(histogram.below) / total,
                             static_cast<double>(histogram.above) / total};
    const QString sentences[] = {
        tr("‹ %1: %2 below %3").arg(name, percentText(shares[0]), measureText(histogram.low, 0)),
        tr("%1: %2 above %3 ›").arg(name, percentText(shares[1]), measureText(histogram.high, 0))};
    paper.setAlpha(kBackingAlpha);
    for (const int side : {0, 1}) {
        m_texts[side]->setVisible(shares[side] >= kWorthSaying);
        m_texts[side]->setText(sentences[side]);
        m_texts[side]->setColor(color);
        m_texts[side]->setFont(font);
        m_texts[side]->setBrush(paper);
    }
}

void stackOutsideTexts(const std::vector<OutsideTexts*>& all)
{
    for (const int side : {0, 1})
        stack(all, side);
}

} // namespace gan
