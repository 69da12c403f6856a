#pragma once

#include "ui/plots/network/network_layout.h"
#include "ui/style/theme.h"

#include <QString>

class QPainter;

namespace gan {

/// From the panel's color at 0 to that of its sign at `largest`, up to `strongest` of it.
QColor signColor(double value, double largest, double strongest, const Theme& theme);

/// What a unit says: its map, with a frame.
void drawMap(QPainter& painter, const NetworkPicture& network, const UnitPlace& place, const QRectF& box,
             const Theme& theme);
/// A weight against the largest of its network.
void drawWeight(QPainter& painter, const QLineF& line, double weight, double largest, const Theme& theme);

/// A card in place of what is in the room, with the map as large as fits, a title above it and a line below
/// it.
void drawLarge(QPainter& painter, const NetworkPicture& network, const UnitPlace& place, const QRectF& room,
               const QString& title, const QString& line, const Theme& theme);

/// A small text on a ground of its own near a place, within the room.
void drawTip(QPainter& painter, const QPointF& at, const QString& text, const QRectF& room,
             const Theme& theme);

/// The lowest and the highest value of a unit's map.
std::pair<double, double> rangeOf(const NetworkPicture& network, const UnitPlace& place);

} // namespace gan
