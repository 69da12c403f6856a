#pragma once

#include <QColor>
#include <QIcon>
#include <QRectF>

class QPainter;

namespace gan {

enum class Symbol {
    Run,
    RunBack,
    Pause,
    Step,
    Reset,
    Dice,
    Pin,
    Eye,
    EyeClosed,
    Remove,
    Enlarge,
    Shrink,
    Program
};

/// Drawn, not loaded: sharp at every scale and in any color of the theme. `Program` has colors of its own.
QIcon symbolIcon(Symbol symbol, const QColor& color = {});
/// The same as lines and areas, into a square.
void drawSymbol(QPainter& painter, Symbol symbol, const QRectF& square, const QColor& color);

} // namespace gan
