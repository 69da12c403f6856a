#include "ui/plots/axis_ticker.h"

#include "ui/text/text.h"

#include <cmath>

namespace gan {

namespace {

constexpr double kAcross = 4.4; ///< for one label, about; in sizes of its text
constexpr double kUp = 5.6;
constexpr double kBeside = 6.5; ///< of the plot, not of the axis
constexpr double kGap = 1.1;
constexpr int kFewest = 2, kMost = 6;

/// Multiples of powers of ten in range: {1, 2, 5} of each, or {1} of each `every`-th.
QVector<double> decades(const QCPRange& range, std::initializer_list<double> factors, int every)
{
    QVector<double> ticks;
    const int first = every * int(std::floor(std::log10(range.lower) / every));
    const int last = int(std::ceil(std::log10(range.upper)));
    for (int exponent = first; exponent <= last; exponent += every)
        for (const double factor : factors)
            if (const double tick = factor * std::pow(10.0, exponent); range.contains(tick))
                ticks.append(tick);
    return ticks;
}

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
    const int text = m_axis->tickLabelFont().pixelSize();
    int count = int(across ? room.width() / (kAcross * text) : room.height() / (kUp * text));
    count = std::clamp(count, kFewest, kMost);
    for (;; --count) {
        setTickCount(count);
        QCPAxisTicker::generate(range, locale, format, precision, ticks, subTicks, labels);
        if (!across || !labels || count == 1 || widthOf(*labels) <= room.width() - kBeside * text)
            break;
    }
    if (across && labels && !m_name.isEmpty())
        writeName(ticks, *labels);
}

bool AxisTicker::setName(const QString& name)
{
    if (m_style != Style::Count)
        return false;
    m_name = name;
    return true;
}

/// As near to the middle as its neighbors allow, and at neither end.
void AxisTicker::writeName(const QVector<double>& ticks, QVector<QString>& labels) const
{
    const QFontMetrics metrics(m_axis->tickLabelFont());
    const auto half = [&](const QString& text) { return metrics.horizontalAdvance(text) / 2.0; };
    const auto isFree = [&](qsizetype at, const QString& text, qsizetype beside) {
        const double distance =
            std::abs(m_axis->coordToPixel(ticks[at]) - m_axis->coordToPixel(ticks[beside]));
        return half(text) + half(labels[beside]) + m_axis->tickLabelFont().pixelSize() / 2.0 < distance;
    };
    for (qsizetype i = labels.size() / 2; i > 0 && i + 1 < labels.size(); --i) {
        const QString text = m_name + QChar::Nbsp + labels[i];
        if (isFree(i, text, i - 1) && isFree(i, text, i + 1)) {
            labels[i] = text;
            return;
        }
    }
}

int AxisTicker::widthOf(const QVector<QString>& labels) const
{
    const QFontMetrics metrics(m_axis->tickLabelFont());
    double width = 0;
    for (const QString& label : labels)
        width += metrics.horizontalAdvance(label) + kGap * m_axis->tickLabelFont().pixelSize();
    return int(width);
}

/// On a short piece of a logarithmic axis the even numbers of a linear one serve best.
QVector<double> AxisTicker::createTickVector(double tickStep, const QCPRange& range)
{
    if (m_axis->scaleType() == QCPAxis::stLinear || range.upper < 10 * range.lower)
        return QCPAxisTicker::createTickVector(tickStep, range);
    QVector<double> ticks = decades(range, {1, 2, 5}, 1);
    if (ticks.size() > tickCount())
        ticks = decades(range, {1, 3}, 1);
    for (int every = 1; ticks.size() > tickCount() && ticks.size() > kFewest; ++every)
        ticks = decades(range, {1}, every);
    return ticks;
}

/// Counts have no halves.
double AxisTicker::getTickStep(const QCPRange& range)
{
    const double step = QCPAxisTicker::getTickStep(range);
    return m_style == Style::Count ? std::max(1.0, std::round(step)) : step;
}

QString AxisTicker::getTickLabel(double tick, const QLocale&, QChar, int)
{
    if (std::abs(tick) < 1e-12 && m_axis->scaleType() == QCPAxis::stLinear)
        tick = 0; // but for rounding
    if (m_style == Style::Percent)
        return QString::number(100 * tick, 'g', 4) + QStringLiteral("\u00a0%");
    const double whole = std::round(tick);
    if (std::abs(tick) >= 1000 && std::abs(tick - whole) < 1e-6 && std::abs(tick) < 1e12)
        return groupedText(static_cast<std::int64_t>(whole));
    return QString::number(tick, 'g', 6);
}

} // namespace gan
