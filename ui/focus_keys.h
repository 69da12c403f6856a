#pragma once

#include "core/session/networks.h"

#include <QObject>

#include <vector>

class QKeySequence;
class QShortcut;
class QWidget;

namespace gan {

/// The keys of a window that trains. Space, Right, D and G act whatever has the focus, but in a text field
/// they are text; F5, F10 and Ctrl+R act there too. Since Space runs, Enter presses the button, ticks the box
/// or opens the list that has the focus. Shift+F1 explains it.
class RunKeys : public QObject {
    Q_OBJECT

public:
    explicit RunKeys(QWidget* window);

Q_SIGNALS:
    void runPause();
    void step(gan::Networks networks);
    void reset();

private:
    template <class Action>
    QShortcut* add(QKeySequence keys, Action action);
    void follow(QWidget* focus);

    QWidget* m_window;
    std::vector<QShortcut*> m_letters; ///< off while somebody types
    std::vector<QShortcut*> m_enter;   ///< on while a button or a list has the focus
};

} // namespace gan
