#include "ui/plots/axis_ticker.h"

#include "ui/text.h"

#include <cmath>

namespace gan {

namespace {

constexpr int kPixelsAcross = 48; ///< for one label, about
constexpr int kPixelsUp = 62;
constexpr int kPixelsBeside = 72; ///< of the plot, not of the axis
constexpr int kGap = 12;
constexpr int kFewest = 2, kMost = 6;

} // namespace

AxisTicker::AxisTicker(QCPAxis* axis, Style style)
    : m_axis(axis)
    , m_style(style)
{
}

/// Fewer and fewer, until no two labels touch.
void AxisTicker::generate(const QCPRange& range, const QLocale& locale, QChar format, int precision,
                          QVector<double>& ticks, QVector<double>* subTicks, QVector<QString>* labels)
{
    // The viewport and not the axis rectangle, which is laid out only after the ticks are known.
    const QSize room = m_axis->parentPlot()->viewport().size();
    const bool across = m_axis->orientation() == Qt::Horizontal;
    int count = std::clamp(across ? room.width() / kPixelsAcross : room.height() / kPixelsUp, kFewest, kMost);
    for (;; --count) {
        setTickCount(count);
        QCPAxisTicker::generate(range, locale, format, precision, ticks, subTicks, labels);
        if (!across || !labels || count == kFewest || widthOf(*labels) <= room.width() - kPixelsBeside)
            return;
    }
}

int AxisTicker::widthOf(const QVector<QString>& labels) const
{
    const QFontMetrics metrics(m_axis->tickLabelFont());
    int width = 0;
    for (const QString& label : labels)
        width += metrics.horizontalAdvance(label) + kGap;
    return width;
}

/// Counts have no halves.
double AxisTicker::getTickStep(const QCPRange& range)
{
    const double step = QCPAxisTicker::getTickStep(range);
    return m_style == Style::Count ? std::max(1.0, std::round(step)) : step;
}

QString AxisTicker::getTickLabel(double tick, const QLocale&, QChar, int)
{
    if (std::abs(tick) < 1e-12)
        tick = 0;
    if (m_style == Style::Percent)
        return QString::number(100 * tick, 'g', 4) + QStringLiteral("\u00a0%");
    const double whole = std::round(tick);
    if (std::abs(tick) >= 1000 && std::abs(tick - whole) < 1e-6 && std::abs(tick) < 1e12)
        return groupedText(static_cast<std::int64_t>(whole));
    return QString::number(tick, 'g', 6);
}

} // namespace gan
