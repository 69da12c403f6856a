#pragma once

#include <QColor>
#include <QString>

namespace gan {

/// One thing that a plot shows, as its legend names it.
struct LegendEntry {
    enum class Mark { Line, Dashes, Bar } mark;
    QString text;
    QColor color;
};

} // namespace gan
