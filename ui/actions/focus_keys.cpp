#include "ui/actions/focus_keys.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QShortcut>
#include <QWhatsThis>

namespace gan {

namespace {

/// Does what a click does. False when it is no button and no list.
bool press(QObject* widget)
{
    if (auto* button = qobject_cast<QAbstractButton*>(widget))
        return button->click(), true;
    if (auto* list = qobject_cast<QComboBox*>(widget))
        return list->showPopup(), true;
    return false;
}

bool isEnter(const QKeyEvent& key)
{
    const bool alone = !(key.modifiers() & ~Qt::KeypadModifier) && !key.isAutoRepeat();
    return alone && (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter);
}

/// The explanation of a control, or of what it is a part of.
void explainAt(const QWidget* widget)
{
    for (const QWidget* part = widget; part; part = part->parentWidget())
        if (!part->whatsThis().isEmpty())
            return QWhatsThis::showText(widget->mapToGlobal(widget->rect().center()), part->whatsThis());
}

} // namespace

FocusKeys::FocusKeys(QWidget* window)
    : QObject(window)
    , m_window(window)
{
    auto* explain = new QShortcut(Qt::SHIFT | Qt::Key_F1, window);
    connect(explain, &QShortcut::activated, this, [] { explainAt(QApplication::focusWidget()); });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
    follow(QApplication::focusWidget());
}

bool FocusKeys::eventFilter(QObject* focus, QEvent* event)
{
    return event->type() == QEvent::KeyPress && isEnter(*static_cast<QKeyEvent*>(event)) && press(focus);
}

void FocusKeys::follow(QWidget* focus)
{
    if (focus && focus->window() == m_window)
        focus->installEventFilter(this); // once more is not twice
}

} // namespace gan
