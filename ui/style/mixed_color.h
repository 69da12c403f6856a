#pragma once

#include <QColor>

#include <cmath>

namespace gan {

/// From `from`, 0, to `to`, 1.
inline QColor mixedColor(const QColor& from, const QColor& to, double part)
{
    const auto mix = [part](int a, int b) { return int(std::lround(a + part * (b - a))); };
    return {mix(from.red(), to.red()), mix(from.green(), to.green()), mix(from.blue(), to.blue())};
}

} // namespace gan
