#include "ui/run_keys.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QWhatsThis>

namespace gan {

namespace {

bool takesText(const QWidget* widget)
{
    if (const auto* text = qobject_cast<const QPlainTextEdit*>(widget))
        return !text->isReadOnly();
    const auto* list = qobject_cast<const QComboBox*>(widget);
    return qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget) ||
           (list && list->isEditable());
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

RunKeys::RunKeys(QWidget* window)
    : QObject(window)
    , m_window(window)
{
    const auto runs = [this] { Q_EMIT runPause(); };
    const auto steps = [this](Networks networks) { return [this, networks] { Q_EMIT step(networks); }; };
    add(Qt::Key_F5, runs);
    add(Qt::Key_F10, steps(Networks::Both))->setAutoRepeat(true);
    add(Qt::CTRL | Qt::Key_R, [this] { Q_EMIT reset(); });
    add(Qt::SHIFT | Qt::Key_F1, [] { explainAt(QApplication::focusWidget()); });
    m_letters = {add(Qt::Key_Space, runs), add(Qt::Key_Right, steps(Networks::Both)),
                 add(Qt::Key_D, steps(Networks::DiscriminatorOnly)),
                 add(Qt::Key_G, steps(Networks::GeneratorOnly))};
    m_letters[1]->setAutoRepeat(true);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter})
        m_enter.push_back(add(key, [] { press(QApplication::focusWidget()); }));
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
    follow(QApplication::focusWidget());
}

template <class Action>
QShortcut* RunKeys::add(QKeySequence keys, Action action)
{
    auto* shortcut = new QShortcut(keys, m_window);
    shortcut->setAutoRepeat(false);
    connect(shortcut, &QShortcut::activated, this, action);
    return shortcut;
}

void RunKeys::follow(QWidget* focus)
{
    for (QShortcut* shortcut : m_letters)
        shortcut->setEnabled(!takesText(focus));
    const bool canBePressed = qobject_cast<QAbstractButton*>(focus) || qobject_cast<QComboBox*>(focus);
    for (QShortcut* shortcut : m_enter)
        shortcut->setEnabled(canBePressed);
}

} // namespace gan
