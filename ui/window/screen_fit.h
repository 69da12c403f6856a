#pragma once

#include <QObject>
#include <QTimer>

class QWidget;

namespace gan {

/// Keeps all of a window, frame included, on its screen: when it opens, and when it is no longer maximized.
/// Afterwards a hand may place it as it likes. Make it before the window is shown; it lives as long as the
/// window.
class ScreenFit : public QObject {
    Q_OBJECT

public:
    explicit ScreenFit(QWidget& window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool isFree() const;
    void fit();

    QWidget& m_window;
    QTimer m_settles; ///< the window manager adds its frame some time after the window was shown
};

} // namespace gan
