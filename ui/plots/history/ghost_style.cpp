#include "ui/plots/history/ghost_style.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gan {

namespace {

constexpr double kContrast = 3.05; ///< a little more than 3, for colors are rounded

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

QColor mixed(const QColor& color, const QColor& paper, double share)
{
    const auto mix = [share](float a, float b) { return float(a + share * (b - a)); };
    return QColor::fromRgbF(mix(color.redF(), paper.redF()), mix(color.greenF(), paper.greenF()),
                            mix(color.blueF(), paper.blueF()));
}

} // namespace

QColor paleColor(const QColor& color, const QColor& paper)
{
    double enough = 0, tooMuch = 1; // of the paper
    for (int i = 0; i < 12; ++i) {
        const double share = (enough + tooMuch) / 2;
        (contrast(mixed(color, paper, share), paper) >= kContrast ? enough : tooMuch) = share;
    }
    return mixed(color, paper, enough);
}

QVector<qreal> ghostPattern(int number)
{
    switch (number) {
    case 1:
        return {6, 2.5};
    case 2:
        return {1.5, 2};
    default:
        return {6, 2, 1.5, 2};
    }
}

QPen ghostPen(const QColor& color, int number, const Theme& theme, double width)
{
    QPen pen(paleColor(color, theme.panel), width, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern(ghostPattern(number));
    return pen;
}

QPixmap ghostSwatch(int number, const Theme& theme, double ratio)
{
    const QSizeF size = QSizeF(28, 12) * theme.scale;
    QPixmap swatch((size * ratio).toSize());
    swatch.setDevicePixelRatio(ratio);
    swatch.fill(Qt::transparent);
    QPainter painter(&swatch);
    QPen pen(theme.mutedText, 2 * theme.scale, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern(ghostPattern(number));
    painter.setPen(pen);
    painter.drawLine(QLineF(0, size.height() / 2, size.width(), size.height() / 2));
    return swatch;
}

} // namespace gan
