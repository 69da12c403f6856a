#include "ui/widgets/floating_card.h"

#include "ui/style/flat_style.h"
#include "ui/style/theme_size.h"

#include <QEvent>
#include <QLayout>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace gan {

namespace {

constexpr int kWidth = 760, kMargin = 10, kStrip = 5;

}

FloatingCard::FloatingCard(QWidget* parent)
    : QWidget(parent)
{
    hide();
}

void FloatingCard::floatOver(QWidget* ground, Qt::Edge edge)
{
    if (m_ground)
        m_ground->removeEventFilter(this);
    m_ground = ground;
    m_edge = edge;
    ground->installEventFilter(this);
    place();
}

void FloatingCard::setStrip(QPalette::ColorRole role)
{
    m_strip = role;
    update();
}

void FloatingCard::place()
{
    if (!m_ground || isHidden())
        return;
    const QRect ground(m_ground->mapTo(parentWidget(), QPoint()), m_ground->size());
    const int width = std::min(scaled(kWidth), ground.width() - 2 * kMargin);
    layout()->activate();
    const int height = layout()->hasHeightForWidth() ? layout()->heightForWidth(width) : sizeHint().height();
    const int top = m_edge == Qt::TopEdge ? ground.top() + kMargin : ground.bottom() + 1 - kMargin - height;
    setGeometry(ground.left() + (ground.width() - width) / 2, top, width, height);
    raise();
}

bool FloatingCard::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move || event->type() == QEvent::Show)
        place();
    return QWidget::eventFilter(watched, event);
}

void FloatingCard::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    place();
}

void FloatingCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath card;
    card.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), FlatStyle::kRadius,
                        FlatStyle::kRadius);
    painter.fillPath(card, palette().color(QPalette::Base));
    painter.save();
    painter.setClipPath(card);
    painter.fillRect(QRect(0, 0, kStrip, height()), palette().color(m_strip));
    painter.restore();
    painter.setPen(palette().color(m_strip));
    painter.drawPath(card);
}

} // namespace gan
