#include "ui/timeline/moment_slider.h"

#include "ui/text/text.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionSlider>
#include <QToolTip>

#include <algorithm>
#include <cstdlib>

namespace gan {

namespace {

constexpr int kMarkWidth = 2, kMarkHeight = 4, kStageHeight = 8, kPinSize = 6; ///< pixels
constexpr int kNear = 4; ///< pixels from a mark at which a press means it

QString meaningOf(MarkKind kind)
{
    switch (kind) {
    case MarkKind::Change:
        return MomentSlider::tr("a setting was changed here");
    case MarkKind::Stage:
        return MomentSlider::tr("who learns was changed here");
    case MarkKind::Pause:
        return MomentSlider::tr("the run paused here");
    case MarkKind::Pin:
        return MomentSlider::tr("pinned");
    }
    return {};
}

} // namespace

MomentSlider::MomentSlider(QWidget* parent)
    : QSlider(Qt::Horizontal, parent)
{
    setMouseTracking(true);
}

void MomentSlider::setMarks(std::vector<RunMark> marks)
{
    if (marks == m_marks)
        return;
    m_marks = std::move(marks);
    update();
}

QString MomentSlider::describe(int iteration) const
{
    QString text = tr("iteration %1").arg(groupedText(iteration));
    if (iteration == maximum())
        text += QLatin1Char('\n') + tr("now: the screen is live here");
    for (const RunMark& mark : m_marks)
        if (mark.iteration == iteration)
            text += QLatin1Char('\n') + meaningOf(mark.kind);
    return text;
}

int MomentSlider::handleWidth() const
{
    QStyleOptionSlider option;
    initStyleOption(&option);
    return style()->pixelMetric(QStyle::PM_SliderLength, &option, this);
}

int MomentSlider::pixelOf(std::int64_t iteration) const
{
    const int handle = handleWidth();
    return handle / 2 +
           QStyle::sliderPositionFromValue(minimum(), maximum(), int(iteration), width() - handle);
}

int MomentSlider::iterationAt(int pixel) const
{
    const int handle = handleWidth();
    return QStyle::sliderValueFromPosition(minimum(), maximum(), pixel - handle / 2, width() - handle);
}

/// A mark that is near, or the iteration below the pointer. The right end stays what it is: live.
int MomentSlider::nearestTo(int pixel) const
{
    const auto distance = [&](const RunMark& mark) { return std::abs(pixelOf(mark.iteration) - pixel); };
    const auto nearest = std::min_element(m_marks.begin(), m_marks.end(), [&](const auto& a, const auto& b) {
        return distance(a) < distance(b);
    });
    const int here = iterationAt(pixel);
    return here == maximum() || nearest == m_marks.end() || distance(*nearest) > kNear
               ? here
               : int(nearest->iteration);
}

bool MomentSlider::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || !m_hovered)
        return QSlider::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), describe(*m_hovered), this);
    return true;
}

void MomentSlider::paintEvent(QPaintEvent* event)
{
    QSlider::paintEvent(event);
    QPainter painter(this);
    for (auto mark = m_marks.rbegin(); mark != m_marks.rend(); ++mark) // changes above the others
        paintMark(painter, *mark);
    if (m_hovered && isEnabled())
        painter.fillRect(pixelOf(*m_hovered), 0, 1, height(), palette().color(QPalette::Text));
}

/// Told apart by shape, not by color alone.
void MomentSlider::paintMark(QPainter& painter, const RunMark& mark) const
{
    const int x = pixelOf(mark.iteration), bottom = height();
    const QColor accent = palette().color(QPalette::Highlight), text = palette().color(QPalette::Text);
    const auto bar = [&](int barHeight, const QColor& color) {
        painter.fillRect(x - kMarkWidth / 2, bottom - barHeight, kMarkWidth, barHeight, color);
    };
    switch (mark.kind) {
    case MarkKind::Change:
        return bar(kMarkHeight, accent);
    case MarkKind::Stage:
        return bar(kStageHeight, text);
    case MarkKind::Pause:
        return bar(kMarkHeight, palette().color(QPalette::PlaceholderText));
    case MarkKind::Pin:
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(accent);
        painter.drawPolygon(
            QPolygonF{{QPointF(x - kPinSize, 0), QPointF(x + kPinSize, 0), QPointF(x, kPinSize)}});
    }
}

void MomentSlider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    setSliderDown(true);
    setSliderPosition(nearestTo(event->position().toPoint().x()));
}

void MomentSlider::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint place = event->position().toPoint();
    hover(place);
    if (isSliderDown())
        setSliderPosition(nearestTo(place.x()));
}

void MomentSlider::mouseReleaseEvent(QMouseEvent*)
{
    setSliderDown(false);
}

void MomentSlider::hover(const QPoint& place)
{
    m_hovered = nearestTo(place.x());
    QToolTip::showText(mapToGlobal(QPoint(place.x(), height())), describe(*m_hovered), this);
    update();
}

void MomentSlider::leaveEvent(QEvent* event)
{
    QSlider::leaveEvent(event);
    m_hovered.reset();
    QToolTip::hideText();
    update();
}

} // namespace gan
