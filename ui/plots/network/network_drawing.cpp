#include "ui/plots/network/network_drawing.h"

#include "ui/plots/card/plot_style.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <span>

namespace gan {

namespace {

// At scale 1.
constexpr double kThinnest = 0.5, kWidest = 4;
constexpr double kPadding = 10, kTipPadding = 5, kTipAway = 14;
constexpr int kTitlePixels = 13, kTextPixels = 12;
constexpr double kMapStrength = 0.9, kLineStrength = 1;
constexpr double kFaintest = 0.25; ///< of a line's color, so that small weights are still seen

std::span<const float> mapOf(const NetworkPicture& network, const UnitPlace& place)
{
    const auto cells = std::size_t(network.side) * std::size_t(network.side);
    return std::span(network.layers[place.layer].maps).subspan(place.unit * cells, cells);
}

QImage imageOf(const NetworkPicture& network, const UnitPlace& place, const Theme& theme)
{
    const std::span<const float> map = mapOf(network, place);
    const double neutral = network.layers[place.layer].neutral;
    const auto [low, high] = rangeOf(network, place);
    const bool isProbability = neutral > 0; // its colors reach from 0 to 1, as over the plane
    const double largest = isProbability ? neutral : std::max(std::abs(low), std::abs(high));
    QImage image(network.side, network.side, QImage::Format_RGB32);
    for (int row = 0; row < network.side; ++row)
        for (int column = 0; column < network.side; ++column) {
            const auto cell = std::size_t(row) * std::size_t(network.side) + std::size_t(column);
            image.setPixelColor(column, network.side - 1 - row,
                                signColor(double(map[cell]) - neutral, largest, kMapStrength, theme));
        }
    return image;
}

} // namespace

std::pair<double, double> rangeOf(const NetworkPicture& network, const UnitPlace& place)
{
    const std::span<const float> map = mapOf(network, place);
    const auto [low, high] = std::minmax_element(map.begin(), map.end());
    return {double(*low), double(*high)};
}

QColor signColor(double value, double largest, double strongest, const Theme& theme)
{
    if (!std::isfinite(value) || largest <= 0)
        return theme.panel;
    const QColor& full = value < 0 ? theme.generated : theme.real;
    const double part = strongest * std::min(1.0, std::abs(value) / largest);
    const auto mix = [part](int from, int to) { return int(std::lround(from + part * (to - from))); };
    return {mix(theme.panel.red(), full.red()), mix(theme.panel.green(), full.green()),
            mix(theme.panel.blue(), full.blue())};
}

void drawMap(QPainter& painter, const NetworkPicture& network, const UnitPlace& place, const QRectF& box,
             const Theme& theme)
{
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(box, imageOf(network, place, theme));
    painter.setPen(QPen(theme.mutedText, plotPixels(theme, 1)));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box);
}

void drawWeight(QPainter& painter, const QLineF& line, double weight, double largest, const Theme& theme)
{
    if (largest <= 0)
        return;
    const double part = std::min(1.0, std::abs(weight) / largest);
    const double strength = kFaintest + (1 - kFaintest) * part;
    const QColor color = signColor(std::copysign(strength, weight), 1, kLineStrength, theme);
    painter.setPen(QPen(color, plotPixels(theme, kThinnest + (kWidest - kThinnest) * part), Qt::SolidLine,
                        Qt::RoundCap));
    painter.drawLine(line);
}

void drawLarge(QPainter& painter, const NetworkPicture& network, const UnitPlace& place, const QRectF& room,
               const QString& title, const QString& line, const Theme& theme)
{
    const QFont titleFont = plotFont(theme, kTitlePixels, true), textFont = plotFont(theme, kTextPixels);
    const QFontMetricsF titles(titleFont), texts(textFont);
    const double padding = plotPixels(theme, kPadding);
    const double above = titles.height() * 1.3, below = texts.height() * 1.4;
    const double side = std::min(room.width() - 2 * padding, room.height() - 2 * padding - above - below);
    if (side < network.side / 2.0)
        return;
    const double textWidth = std::max(titles.horizontalAdvance(title), texts.horizontalAdvance(line)) + 2;
    const double width = std::min(room.width(), std::max(side, textWidth) + 2 * padding);
    QRectF card(0, 0, width, side + above + below + 2 * padding);
    card.moveCenter(room.center());
    painter.fillRect(room, theme.panel); // half of a unit beside the card would look broken
    painter.setPen(QPen(theme.border, plotPixels(theme, 1)));
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(card, padding / 2, padding / 2);
    const QRectF inner = card.adjusted(padding, padding, -padding, -padding);
    painter.setPen(theme.text);
    painter.setFont(titleFont);
    painter.drawText(QRectF(inner.left(), inner.top(), inner.width(), above), Qt::AlignHCenter | Qt::AlignTop,
                     titles.elidedText(title, Qt::ElideRight, inner.width()));
    painter.setFont(textFont);
    painter.drawText(QRectF(inner.left(), inner.bottom() - below, inner.width(), below),
                     Qt::AlignHCenter | Qt::AlignBottom,
                     texts.elidedText(line, Qt::ElideRight, inner.width()));
    drawMap(painter, network, place, QRectF(inner.center().x() - side / 2, inner.top() + above, side, side),
            theme);
}

void drawTip(QPainter& painter, const QPointF& at, const QString& text, const QRectF& room,
             const Theme& theme)
{
    const QFont font = plotFont(theme, kTextPixels);
    const double padding = plotPixels(theme, kTipPadding), away = plotPixels(theme, kTipAway);
    QRectF box(QPointF(), QFontMetricsF(font).size(Qt::TextSingleLine, text));
    box.adjust(-padding, -padding / 2, padding, padding / 2);
    box.moveBottomLeft(at + QPointF(away, -away / 2));
    if (box.right() > room.right())
        box.moveRight(at.x() - away);
    if (box.top() < room.top())
        box.moveTop(at.y() + away);
    painter.setPen(QPen(theme.border, plotPixels(theme, 1)));
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(box, padding / 2, padding / 2);
    painter.setFont(font);
    painter.setPen(theme.text);
    painter.drawText(box, Qt::AlignCenter, text);
}

} // namespace gan
