#pragma once

#include <QColor>
#include <QIcon>

namespace gan {

enum class Symbol { Run, Pause, Step, Reset, Dice, Pin, Eye, EyeClosed, Remove, Program };

/// Drawn, not loaded: sharp at every scale and in any colour of the theme. `Program` has colours of its own.
QIcon symbolIcon(Symbol symbol, const QColor& color = {});

} // namespace gan
