#include "ui/window/layout_keeper.h"

#include <QEvent>
#include <QWidget>

namespace gan {

namespace {

constexpr int kSoon = 1000; ///< milliseconds after the last change, so that a drag is one

}

LayoutKeeper::LayoutKeeper(QWidget& window, std::function<void()> keep)
    : QObject(&window)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoon);
    connect(&m_soon, &QTimer::timeout, this, std::move(keep));
    window.installEventFilter(this);
}

/// A pane that was moved leaves its state in a property of the window (ui/widgets/panes.h).
bool LayoutKeeper::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::Resize || type == QEvent::Move || type == QEvent::WindowStateChange ||
        type == QEvent::DynamicPropertyChange)
        m_soon.start();
    return QObject::eventFilter(watched, event);
}

} // namespace gan
