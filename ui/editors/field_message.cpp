#include "ui/editors/field_message.h"

#include "ui/style/flat_style.h"
#include "ui/style/theme_size.h"

#include <QLineEdit>
#include <QPainter>
#include <QScrollArea>

#include <algorithm>

namespace gan {

namespace {

constexpr int kWidth = 220, kMargin = 8, kGap = 3;
constexpr char kRefused[] = "refused";

/// What the field scrolls with, or its window: the sentence lies in it.
QWidget* groundOf(const QWidget* field)
{
    for (QWidget* parent = field->parentWidget(); parent; parent = parent->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(parent))
            return area->widget();
    return field->window();
}

void mark(QWidget* field, bool refused)
{
    field->setProperty(kRefused, refused);
    field->update();
}

} // namespace

void showFieldMessage(QWidget* field, const QString& sentence)
{
    hideFieldMessage(field);
    if (field->window()->isHidden())
        return; // the window closes, and with it the field loses the focus
    new FieldMessage(field, sentence, groundOf(field));
}

void hideFieldMessage(const QWidget* control)
{
    delete control->window()->findChild<FieldMessage*>();
}

bool isRefused(const QWidget* field)
{
    return field && field->property(kRefused).toBool();
}

FieldMessage::FieldMessage(QWidget* field, const QString& sentence, QWidget* parent)
    : QLabel(sentence, parent)
    , m_field(field)
{
    setObjectName(QStringLiteral("fieldMessage"));
    setAccessibleName(sentence);
    setWordWrap(true);
    setMargin(kMargin);
    setForegroundRole(QPalette::BrightText);
    mark(field, true);
    if (auto* text = qobject_cast<QLineEdit*>(field))
        connect(text, &QLineEdit::textEdited, this, &QObject::deleteLater);
    connect(field, &QObject::destroyed, this, &QObject::deleteLater);
    field->installEventFilter(this);
    parent->installEventFilter(this);
    place();
    show();
    raise();
}

FieldMessage::~FieldMessage()
{
    if (m_field)
        mark(m_field, false);
}

/// Below the field, or above it where there is no room, within what it lies in.
void FieldMessage::place()
{
    if (!m_field)
        return;
    const QWidget* ground = parentWidget();
    const int width = std::min(scaled(kWidth), ground->width());
    resize(width, heightForWidth(width));
    const QPoint below = m_field->mapTo(ground, QPoint(m_field->width(), m_field->height() + kGap));
    const int left = std::clamp(below.x() - width, 0, std::max(0, ground->width() - width));
    const bool fits = below.y() + height() <= ground->height();
    move(left, fits ? below.y() : std::max(0, below.y() - m_field->height() - 2 * kGap - height()));
}

void FieldMessage::mousePressEvent(QMouseEvent*)
{
    deleteLater();
}

void FieldMessage::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette().color(QPalette::BrightText));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), FlatStyle::kRadius,
                            FlatStyle::kRadius);
    painter.end();
    QLabel::paintEvent(event);
}

bool FieldMessage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        QMetaObject::invokeMethod(this, &FieldMessage::place, Qt::QueuedConnection);
    if (watched == m_field && event->type() == QEvent::Hide)
        deleteLater();
    return QLabel::eventFilter(watched, event);
}

} // namespace gan
