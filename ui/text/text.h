#pragma once

#include "ui/text/translate.h"

#include <QString>

#include <cstdint>

namespace gan {

/// A text for a tooltip: Qt breaks lines only in rich text.
QString tipText(const QString& plain);

/// 16250 as "16 250", with spaces that do not break.
QString groupedText(std::int64_t number);

/// A measured value for reading: at most `decimals` places, or four digits with a power of ten where they
/// would show nothing. "–" where there is no value.
QString measureText(double value, int decimals = 3);

/// 0.614 as "61 %".
QString percentText(double share, int decimals = 0);

} // namespace gan
