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

/// Does what a click does.
void press(QWidget* widget)
{
    if (auto* button = qobject_cast<QAbstractButton*>(widget))
        button->click();
    if (auto* list = qobject_cast<QComboBox*>(widget))
        list->showPopup();
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
    add(Qt::SHIFT | Qt::Key_F1, [] { explainAt(QApplication::focusWidget()); });
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter})
        m_enter.push_back(add(key, [] { press(QApplication::focusWidget()); }));
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
    follow(QApplication::focusWidget());
}

template <class Action>
QShortcut* FocusKeys::add(QKeySequence keys, Action action)
{
    auto* shortcut = new QShortcut(keys, m_window);
    shortcut->setAutoRepeat(false);
    connect(shortcut, &QShortcut::activated, this, action);
    return shortcut;
}

/// Before a key becomes a shortcut, what has the focus may keep it.
bool FocusKeys::eventFilter(QObject* focus, QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isKept = key->modifiers() == Qt::NoModifier && usesHomeAndEnd(focus) &&
                        (key->key() == Qt::Key_Home || key->key() == Qt::Key_End);
    if (isKept)
        event->accept();
    return isKept;
}

void FocusKeys::follow(QWidget* focus)
{
    if (usesHomeAndEnd(focus))
        focus->installEventFilter(this);
    const bool canBePressed = qobject_cast<QAbstractButton*>(focus) || qobject_cast<QComboBox*>(focus);
    for (QShortcut* shortcut : m_enter)
        shortcut->setEnabled(canBePressed);
}

} // namespace gan
