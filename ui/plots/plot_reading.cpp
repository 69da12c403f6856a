#include "ui/plots/plot_reading.h"

#include "ui/plots/plot_values.h"
#include "ui/plots/qcp.h"

#include <QFocusEvent>
#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace gan {

namespace {

constexpr int kStep = 4; ///< pixels, for one key

QString spoken(const std::vector<HoverLine>& lines)
{
    QStringList parts;
    for (const HoverLine& line : lines)
        parts.append(line.label + QLatin1Char(' ') + line.value + line.span);
    return parts.join(QStringLiteral(". "));
}

} // namespace

PlotReading::PlotReading(QCustomPlot& plot, const PlotValues& values, Place place)
    : QObject(&plot)
    , m_plot(plot)
    , m_values(values)
    , m_place(std::move(place))
    , m_readout(new HoverReadout(&plot))
{
}

void PlotReading::pointAt(QPoint mouse)
{
    m_mouse = mouse;
    refresh();
}

bool PlotReading::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Leave) {
        m_mouse.reset();
        readAt({});
    }
    if (event->type() == QEvent::FocusOut)
        leaveKeys(*static_cast<QFocusEvent*>(event));
    return QObject::eventFilter(watched, event);
}

/// What they read stays in sight behind a menu.
void PlotReading::leaveKeys(const QFocusEvent& event)
{
    if (!m_mouse && event.reason() != Qt::PopupFocusReason)
        readAt({});
    Q_EMIT told({});
}

/// Where nothing reads with the mouse, the read-out stays where it is.
void PlotReading::refresh()
{
    if (!m_mouse)
        return place(m_at);
    const bool isOver = m_place.curves().contains(*m_mouse) && !m_values.isEmpty();
    readAt(isOver ? std::optional(m_plot.xAxis->pixelToCoord(m_mouse->x())) : std::nullopt);
}

void PlotReading::readAt(std::optional<double> x)
{
    const std::optional<double> before = m_at;
    m_detail = HoverReadout::Detail::All;
    place(x);
    if (m_at || before)
        Q_EMIT moved(m_at);
}

void PlotReading::showAt(std::optional<double> x)
{
    m_detail = HoverReadout::Detail::Values;
    place(x);
}

std::vector<HoverLine> PlotReading::values() const
{
    return m_values.valuesAtPoint(*m_at, m_height);
}

void PlotReading::place(std::optional<double> x)
{
    m_height = m_mouse ? m_plot.yAxis->pixelToCoord(m_mouse->y()) : m_plot.yAxis->range().center();
    m_at = x && !m_values.isEmpty() ? std::optional(m_values.placeAt(*x)) : std::nullopt;
    if (!m_at || !m_plot.xAxis->range().contains(*m_at))
        return m_readout->hide();
    m_readout->show(m_plot.axisRect()->rect(), m_place.rooms(),
                    int(std::lround(m_plot.xAxis->coordToPixel(*m_at))), values(), m_detail);
}

/// From the end of the axis that the key comes from.
void PlotReading::step(int direction)
{
    const QCPRange seen = m_plot.xAxis->range();
    const double from = m_at.value_or(direction < 0 ? seen.upper : seen.lower);
    double x = m_plot.xAxis->pixelToCoord(m_plot.xAxis->coordToPixel(from) + direction * kStep);
    if (std::abs(x - from) < m_values.placeStep())
        x = from + direction * m_values.placeStep();
    m_mouse.reset();
    readAt(std::clamp(x, seen.lower, seen.upper));
    if (m_at)
        Q_EMIT told(spoken(values()));
}

bool PlotReading::press(const QKeyEvent& key)
{
    const bool control = key.modifiers() == Qt::ControlModifier;
    if (control && (key.key() == Qt::Key_Left || key.key() == Qt::Key_Right))
        step(key.key() == Qt::Key_Right ? 1 : -1);
    else if (key.key() == Qt::Key_Escape && m_at)
        readAt({});
    else
        return false;
    return true;
}

} // namespace gan
