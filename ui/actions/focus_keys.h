#pragma once

#include <QObject>

class QWidget;

namespace gan {

/// Keys that act on what has the focus: since Space runs the training, Enter presses the button, ticks the
/// box or opens the list; Shift+F1 explains it.
class FocusKeys : public QObject {
    Q_OBJECT

public:
    explicit FocusKeys(QWidget* window);

protected:
    bool eventFilter(QObject* focus, QEvent* event) override;

private:
    void follow(QWidget* focus);

    QWidget* m_window;
};

} // namespace gan
