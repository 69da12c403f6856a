#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

class QWidget;

namespace gan {

/// Calls back some time after a hand has placed, resized or maximized a window or moved its panes: what was
/// changed is to be kept now, for the program may end in a crash. GUI thread.
class LayoutKeeper : public QObject {
    Q_OBJECT

public:
    /// It lives as long as the window.
    LayoutKeeper(QWidget& window, std::function<void()> keep);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QTimer m_soon;
};

} // namespace gan
