#include "ui/moment_slider.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionSlider>

namespace gan {

namespace {

constexpr int kMarkHeight = 4, kMarkWidth = 2; ///< pixels

}

MomentSlider::MomentSlider(QWidget* parent)
    : QSlider(Qt::Horizontal, parent)
{
}

void MomentSlider::setMarks(std::vector<int> places)
{
    if (places == m_marks)
        return;
    m_marks = std::move(places);
    update();
}

void MomentSlider::paintEvent(QPaintEvent* event)
{
    QSlider::paintEvent(event);
    QStyleOptionSlider option;
    initStyleOption(&option);
    const int handle = style()->pixelMetric(QStyle::PM_SliderLength, &option, this);
    QPainter painter(this);
    for (const int place : m_marks) {
        const int x =
            handle / 2 + QStyle::sliderPositionFromValue(minimum(), maximum(), place, width() - handle);
        painter.fillRect(x - kMarkWidth / 2, height() - kMarkHeight, kMarkWidth, kMarkHeight,
                         palette().color(QPalette::Highlight));
    }
}

} // namespace gan
