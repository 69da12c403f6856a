#include "ui/widgets/steady_label.h"

#include "ui/text/text.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

namespace gan {

SteadyLabel::SteadyLabel(const QStringList& longest, QWidget* parent)
    : QLabel(parent)
    , m_longest(longest)
{
}

void SteadyLabel::setLongest(const QStringList& longest)
{
    m_longest = longest;
    updateGeometry();
}

QSize SteadyLabel::sizeHint() const
{
    const QFontMetrics metrics(font());
    int width = 0;
    for (const QString& text : m_longest)
        width = std::max(width, metrics.horizontalAdvance(text));
    const QMargins margins = contentsMargins();
    return {width + margins.left() + margins.right(), QLabel::sizeHint().height()};
}

bool SteadyLabel::isCut() const
{
    return fontMetrics().horizontalAdvance(text()) > contentsRect().width();
}

/// What has a help text of its own keeps it.
bool SteadyLabel::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || !toolTip().isEmpty() || !isCut())
        return QLabel::event(event);
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), tipText(text()), this);
    return true;
}

void SteadyLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
    style()->drawItemText(&painter, contentsRect(), int(alignment()), palette(), isEnabled(), shown,
                          foregroundRole());
}

} // namespace gan
