// The read-out of a plot: where it stands, and the keys that a plot knows.
#include "ui/plots/plot_header.h"
#include "ui/plots/plot_legend.h"
#include "ui/plots/plot_marks.h"
#include "ui/plots/plot_navigation.h"
#include "ui/plots/plot_view.h"
#include "ui/text/text.h"

#include <QKeyEvent>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace gan {

namespace {

constexpr int kReadoutStep = 4; ///< pixels, for one key

} // namespace

/// The plot and the flags above it.
QRect PlotView::readingArea() const
{
    return m_plot->axisRect()->rect().adjusted(0, -int(scaled(PlotMarks::kFlagHeight)), 0, 0);
}

/// Left of the buttons, which stand in the title's line.
HoverReadout::Rooms PlotView::readoutRooms() const
{
    const QRect legend = m_header->legend().rect(), title = m_header->title().rect();
    const bool isOneLine = legend.top() <= title.bottom();
    int right = m_plot->width();
    std::vector<const QWidget*> parts(m_corners.begin(), m_corners.end());
    parts.push_back(m_back);
    for (const QWidget* part : parts)
        if (part->isVisibleTo(this))
            right = std::min(right, part->x() - m_plot->x());
    const int bottom = readingArea().top();
    const QRect header(QPoint(0, title.top()), QPoint(right - 1, bottom));
    if (isOneLine)
        return {QRect(QPoint(legend.left() - 4, title.top()), QPoint(right - 1, bottom)), header};
    return {QRect(QPoint(0, title.bottom()), QPoint(m_plot->width() - 1, bottom)), header};
}

/// Reads under the mouse again: what is there changes when the plot moves on. Where nothing reads with the
/// mouse, the read-out stays where it is.
void PlotView::hover()
{
    if (!m_mouse)
        return placeReadout(m_readAt);
    const bool isOver = readingArea().contains(*m_mouse) && !isEmpty();
    readAt(isOver ? std::optional(m_plot->xAxis->pixelToCoord(m_mouse->x())) : std::nullopt);
}

void PlotView::readAt(std::optional<double> x)
{
    const std::optional<double> before = m_readAt;
    m_detail = HoverReadout::Detail::All;
    placeReadout(x);
    if (m_readAt || before)
        Q_EMIT readoutMoved(m_readAt);
}

void PlotView::showReadout(std::optional<double> x)
{
    m_detail = HoverReadout::Detail::Values;
    placeReadout(x);
}

void PlotView::placeReadout(std::optional<double> x)
{
    m_readAt = x && !isEmpty() ? std::optional(placeAt(*x)) : std::nullopt;
    if (!m_readAt || !m_plot->xAxis->range().contains(*m_readAt))
        return m_readout->hide();
    m_readout->show(m_plot->axisRect()->rect(), readoutRooms(),
                    int(std::lround(m_plot->xAxis->coordToPixel(*m_readAt))), valuesAt(*m_readAt), m_detail);
}

/// From the end of the axis that the key comes from.
void PlotView::moveReadout(int direction)
{
    const QCPRange seen = m_plot->xAxis->range();
    const double from = m_readAt.value_or(direction < 0 ? seen.upper : seen.lower);
    double x = m_plot->xAxis->pixelToCoord(m_plot->xAxis->coordToPixel(from) + direction * kReadoutStep);
    if (std::abs(x - from) < placeStep())
        x = from + direction * placeStep();
    m_mouse.reset();
    readAt(std::clamp(x, seen.lower, seen.upper));
    if (m_readAt)
        describe(valuesAt(*m_readAt));
}

/// A screen reader says what the keys have come to.
void PlotView::describe(const std::vector<HoverLine>& lines)
{
    QStringList parts;
    for (const HoverLine& line : lines)
        parts.append(line.label + QLatin1Char(' ') + line.value + line.span);
    parts.append(translated(m_face.help));
    setAccessibleDescription(parts.join(QStringLiteral(". ")));
}

bool PlotView::press(const QKeyEvent& key)
{
    const bool control = key.modifiers() == Qt::ControlModifier;
    if (control && (key.key() == Qt::Key_Left || key.key() == Qt::Key_Right))
        moveReadout(key.key() == Qt::Key_Right ? 1 : -1);
    else if (key.key() == Qt::Key_Escape && m_readAt)
        readAt({});
    else
        return m_navigation->press(key);
    return true;
}

void PlotView::keyPressEvent(QKeyEvent* event)
{
    if (!press(*event))
        QWidget::keyPressEvent(event);
}

void PlotView::focusOutEvent(QFocusEvent* event)
{
    if (!m_mouse && event->reason() != Qt::PopupFocusReason)
        readAt({});
    setAccessibleDescription(translated(m_face.help));
    QWidget::focusOutEvent(event);
}

} // namespace gan
