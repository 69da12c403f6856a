#include "ui/editors/wheel_guard.h"

#include <QEvent>

namespace gan {

namespace {

class WheelGuard : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::Wheel || static_cast<QWidget*>(watched)->hasFocus())
            return false;
        event->ignore(); // so it goes on to the parent
        return true;
    }
};

} // namespace

void guardFromWheel(QWidget* widget)
{
    widget->setFocusPolicy(Qt::StrongFocus); // a wheel gives no focus either
    widget->installEventFilter(new WheelGuard(widget));
}

} // namespace gan
