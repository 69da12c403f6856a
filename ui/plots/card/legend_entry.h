#pragma once

#include <QColor>
#include <QString>
#include <QVector>

namespace gan {

/// One thing that a plot shows, as its legend names it.
struct LegendEntry {
    enum class Mark { Line, Dashes, Bar, Disc } mark;
    QString text;
    QColor color;
    QVector<qreal> pattern = {}; ///< of dashes and gaps, in widths of the line; the usual one when empty
    bool canBeMissing = false;   ///< left out where it would need another line
    QString part = {};           ///< of the snapshot, that the entry names
};

} // namespace gan
