#pragma once

#include "core/session/networks.h"

#include <QObject>

#include <vector>

class QKeySequence;
class QShortcut;
class QWidget;

namespace gan {

/// The keys of a window that trains. Space, Right, D and G belong to a slider, field or list that has the
/// focus and act otherwise; F5, F10 and Ctrl+R always act. Enter presses the button with the focus, since
/// Space does not.
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
    std::vector<QShortcut*> m_shy;   ///< off while somebody types
    std::vector<QShortcut*> m_enter; ///< on while a button has the focus
};

} // namespace gan
