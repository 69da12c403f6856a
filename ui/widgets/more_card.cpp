#include "ui/widgets/more_card.h"

#include "ui/style/flat_style.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace gan {

namespace {

constexpr int kMargin = 10, kGap = 7, kEdge = 8;

/// Also through the lists and menus that belong to a control.
bool belongsTo(const QWidget* widget, const QWidget* ancestor)
{
    while (widget && widget != ancestor)
        widget = widget->parentWidget();
    return widget;
}

} // namespace

MoreCard::MoreCard(QWidget* parent)
    : QWidget(parent)
    , m_box(new QHBoxLayout(this))
{
    m_box->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    m_box->setSpacing(kGap);
    hide();
    connect(qApp, &QApplication::focusChanged, this,
            [this](const QWidget*, const QWidget* now) { followFocus(now); });
}

void MoreCard::hold(const std::vector<QWidget*>& parts)
{
    for (QWidget* part : parts) {
        m_box->addWidget(part); // once more at the end, so that they stand in this order
        part->show();
    }
}

void MoreCard::openAt(const QWidget& row, QWidget* button)
{
    m_button = button;
    QWidget* ground = row.window();
    if (parentWidget() != ground)
        setParent(ground);
    resize(sizeHint().boundedTo(ground->size()));
    const QPoint corner = row.mapTo(ground, QPoint(row.width() - width() - kEdge, row.height()));
    const bool fits = corner.y() + height() <= ground->height();
    move(std::max(0, corner.x()), fits ? corner.y() : corner.y() - row.height() - height());
    show();
    raise();
    focusFirst();
}

void MoreCard::focusFirst()
{
    for (QWidget* next = m_button->nextInFocusChain(); next != m_button; next = next->nextInFocusChain())
        if (isAncestorOf(next) && next->isEnabled() && next->focusPolicy() & Qt::TabFocus)
            return next->setFocus(Qt::TabFocusReason);
}

/// A window that goes to the back, or a list that closes, has no focus for a while.
void MoreCard::followFocus(const QWidget* now)
{
    if (isVisible() && now && !belongsTo(now, this) && now != m_button)
        hide();
}

bool MoreCard::event(QEvent* event)
{
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (!isKey || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape)
        return QWidget::event(event);
    if (event->type() == QEvent::KeyPress) {
        m_button->setFocus();
        hide();
    }
    event->accept();
    return true;
}

void MoreCard::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    Q_EMIT closed();
}

void MoreCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette().color(QPalette::Mid));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), FlatStyle::kRadius,
                            FlatStyle::kRadius);
}

} // namespace gan
