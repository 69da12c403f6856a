#pragma once

#include <QRectF>
#include <QSizeF>

namespace gan {

/// Where pictures of one size stand in a room: in rows and columns, as large as they can be, centered.
struct PictureTiles {
    QRectF room;
    QSizeF picture; ///< pixels of one
    int count;
    int usualColumns = 8;
    double around = 0;           ///< of each picture, kept free
    double wholeFrom = 1;        ///< from this zoom on pictures are whole times as large
    bool choosesColumns = false; ///< as many as make the pictures largest

    QRectF place(int index) const;

private:
    int columns() const;
    double zoom(int columns) const;
};

} // namespace gan
