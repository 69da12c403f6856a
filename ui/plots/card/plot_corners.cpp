#include "ui/plots/card/plot_corners.h"

#include "ui/text/help.h"

#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace gan {

namespace {

constexpr int kGap = 4;

bool isLabel(const QWidget* part)
{
    return qobject_cast<const QLabel*>(part);
}

} // namespace

PlotCorners::PlotCorners(QWidget* card)
    : QObject(card)
    , m_card(card)
    , m_back(new QToolButton(card))
{
    explain(m_back, tr("Back to all"),
            tr("Shows the whole plot again. Key 0 or a double click on the plot does the same."));
    m_back->setAutoRaise(true);
    m_back->hide();
    connect(m_back, &QToolButton::clicked, this, &PlotCorners::backRequested);
}

std::vector<QWidget*> PlotCorners::all() const
{
    std::vector<QWidget*> parts = m_parts;
    parts.push_back(m_back);
    return parts;
}

void PlotCorners::add(QWidget* part, bool outermost)
{
    const auto innermost =
        isLabel(part) ? m_parts.end() : std::find_if(m_parts.begin(), m_parts.end(), isLabel);
    m_parts.insert(outermost ? m_parts.begin() : innermost, part);
    part->setParent(m_card);
    if (auto* button = qobject_cast<QToolButton*>(part))
        button->setAutoRaise(true);
}

void PlotCorners::setStyle(const QFont& font, const QColor& link)
{
    QPalette colors = m_card->palette();
    colors.setColor(QPalette::ButtonText, link);
    for (QWidget* part : all()) {
        part->setFont(font);
        if (qobject_cast<QToolButton*>(part))
            part->setPalette(colors);
    }
}

void PlotCorners::showBack(bool isThere)
{
    if (m_back->hasFocus())
        m_card->setFocus(); // the button goes
    m_back->setVisible(isThere);
}

/// The button that leads back has as many words as are left room for.
void PlotCorners::place(QPoint start, int titleEnd, int titleHeight)
{
    int right = m_card->width() - kGap;
    const auto place = [&](QWidget& part) {
        part.resize(part.sizeHint());
        part.move(right - part.width(), start.y() + (titleHeight - part.height()) / 2 + 1);
        right = part.x() - kGap;
    };
    for (QWidget* part : m_parts) {
        const bool hasRoom = titleEnd + part->sizeHint().width() <= right;
        part->setVisible(hasRoom || !isLabel(part));
        if (hasRoom || part->isVisibleTo(m_card))
            place(*part);
    }
    for (const QString& text : {tr("Back to all"), tr("All")}) {
        m_back->setText(text);
        if (titleEnd + m_back->sizeHint().width() <= right + kGap)
            break;
    }
    place(*m_back);
}

int PlotCorners::width() const
{
    int width = QFontMetrics(m_back->font()).horizontalAdvance(tr("All")) + 4 * kGap;
    for (const QWidget* part : m_parts)
        if (!isLabel(part))
            width += part->sizeHint().width() + kGap;
    return width;
}

int PlotCorners::left(int right) const
{
    for (const QWidget* part : all())
        if (part->isVisibleTo(m_card))
            right = std::min(right, part->x());
    return right;
}

} // namespace gan
