#include "ui/actions/focus_keys.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QShortcut>
#include <QWhatsThis>

namespace gan {

namespace {

bool usesHomeAndEnd(const QObject* widget)
{
    return qobject_cast<const QAbstractSlider*>(widget) || qobject_cast<const QComboBox*>(widget) ||
           qobject_cast<const QAbstractItemView*>(widget);
}

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

bool isHomeOrEnd(const QKeyEvent& key)
{
    return key.modifiers() == Qt::NoModifier && (key.key() == Qt::Key_Home || key.key() == Qt::Key_End);
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

/// Home and End become no shortcuts where what has the focus needs them.
bool FocusKeys::eventFilter(QObject* focus, QEvent* event)
{
    const auto* key = static_cast<QKeyEvent*>(event);
    if (event->type() == QEvent::KeyPress)
        return isEnter(*key) && press(focus);
    const bool isKept =
        event->type() == QEvent::ShortcutOverride && isHomeOrEnd(*key) && usesHomeAndEnd(focus);
    if (isKept)
        event->accept();
    return isKept;
}

void FocusKeys::follow(QWidget* focus)
{
    if (focus && focus->window() == m_window)
        focus->installEventFilter(this); // once more is not twice
}

} // namespace gan
