#include "ui/window/screen_fit.h"

#include <QEvent>
#include <QScreen>
#include <QWidget>

#include <algorithm>

namespace gan {

namespace {

constexpr int kSettles = 1000;         ///< milliseconds
constexpr QSize kUsualFrame = {8, 36}; ///< pixels, before the real one is known

/// Within `room`, its left upper corner in any case.
QPoint placeIn(const QRect& room, const QRect& frame)
{
    return {std::max(room.left(), std::min(frame.left(), room.right() + 1 - frame.width())),
            std::max(room.top(), std::min(frame.top(), room.bottom() + 1 - frame.height()))};
}

} // namespace

ScreenFit::ScreenFit(QWidget& window)
    : QObject(&window)
    , m_window(window)
{
    m_settles.setSingleShot(true);
    m_settles.setInterval(kSettles);
    connect(&m_settles, &QTimer::timeout, this, &ScreenFit::fit);
    window.installEventFilter(this);
    if (isFree())
        window.resize(window.size().boundedTo(window.screen()->availableSize() - kUsualFrame));
}

bool ScreenFit::isFree() const
{
    return !(m_window.windowState() & (Qt::WindowMaximized | Qt::WindowFullScreen | Qt::WindowMinimized));
}

/// What its frame leaves of the screen.
void ScreenFit::fit()
{
    if (!isFree() || !m_window.isVisible())
        return;
    const QRect room = m_window.screen()->availableGeometry();
    const QSize frame = m_window.frameGeometry().size() - m_window.size();
    const QSize fitting = m_window.size().boundedTo(room.size() - frame);
    if (fitting != m_window.size())
        m_window.resize(fitting);
    const QPoint place = placeIn(room, m_window.frameGeometry());
    if (place != m_window.pos())
        m_window.move(place);
}

bool ScreenFit::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::Show || type == QEvent::WindowStateChange)
        m_settles.start();
    const bool isPlaced = type == QEvent::Show || type == QEvent::Move || type == QEvent::Resize;
    if (isPlaced && m_settles.isActive())
        QMetaObject::invokeMethod(this, &ScreenFit::fit, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

} // namespace gan
