#include "ui/run_keys.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QShortcut>
#include <QTabBar>

namespace gan {

namespace {

bool usesKeys(const QWidget* widget)
{
    return qobject_cast<const QAbstractSlider*>(widget) || qobject_cast<const QLineEdit*>(widget) ||
           qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractItemView*>(widget) ||
           qobject_cast<const QAbstractSpinBox*>(widget) || qobject_cast<const QTabBar*>(widget);
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
    m_shy = {add(Qt::Key_Space, runs), add(Qt::Key_Right, steps(Networks::Both)),
             add(Qt::Key_D, steps(Networks::DiscriminatorOnly)),
             add(Qt::Key_G, steps(Networks::GeneratorOnly))};
    m_shy[1]->setAutoRepeat(true);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter})
        m_enter.push_back(add(key, [] {
            if (auto* button = qobject_cast<QAbstractButton*>(QApplication::focusWidget()))
                button->click();
        }));
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
    for (QShortcut* shortcut : m_shy)
        shortcut->setEnabled(!usesKeys(focus));
    for (QShortcut* shortcut : m_enter)
        shortcut->setEnabled(qobject_cast<QAbstractButton*>(focus));
}

} // namespace gan
