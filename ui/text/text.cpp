#include "ui/text/text.h"

#include <cmath>

namespace gan {

namespace {

constexpr QChar kNoBreakSpace(0x00a0);
const QString kNothing = QStringLiteral("–");

} // namespace

QString tipText(const QString& plain)
{
    return QStringLiteral("<qt>%1</qt>")
        .arg(plain.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>")));
}

QString groupedText(std::int64_t number)
{
    QString digits = QString::number(std::abs(number));
    for (auto place = digits.size() - 3; place > 0; place -= 3)
        digits.insert(place, kNoBreakSpace);
    return number < 0 ? QLatin1Char('-') + digits : digits;
}

QString measureText(double value, int decimals)
{
    if (!std::isfinite(value))
        return kNothing;
    const double size = std::abs(value);
    const bool wouldVanish = size > 0 && size < 0.5 * std::pow(10.0, -decimals);
    if (wouldVanish || size >= 1e7)
        return QString::number(value, 'e', 1);
    return QString::number(value, 'f', size >= 1000 ? 0 : size >= 100 ? std::min(decimals, 1) : decimals);
}

QString percentText(double share, int decimals)
{
    if (!std::isfinite(share))
        return kNothing;
    return QString::number(100 * share, 'f', decimals) + kNoBreakSpace + QLatin1Char('%');
}

} // namespace gan
