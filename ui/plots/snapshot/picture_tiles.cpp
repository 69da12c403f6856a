#include "ui/plots/snapshot/picture_tiles.h"

#include <algorithm>
#include <cmath>

namespace gan {

namespace {

int rowsFor(int count, int columns)
{
    return (count + columns - 1) / columns;
}

} // namespace

/// How much larger pictures are in so many columns.
double PictureTiles::zoom(int columns) const
{
    const double width = room.width() / columns - 2 * around;
    const double height = room.height() / rowsFor(count, columns) - 2 * around;
    const double zoom = std::max(0.0, std::min(width / picture.width(), height / picture.height()));
    return zoom >= wholeFrom ? std::floor(zoom) : zoom;
}

int PictureTiles::columns() const
{
    int best = std::min(usualColumns, count);
    for (int columns = 1; choosesColumns && columns <= count; ++columns)
        if (zoom(columns) > zoom(best))
            best = columns;
    return best;
}

/// Cells are as large as the zoomed pictures and what is around them.
QRectF PictureTiles::place(int index) const
{
    const int columns = this->columns(), rows = rowsFor(count, columns);
    const double zoom = this->zoom(columns), edge = 2 * around;
    const QSizeF cell(std::floor(picture.width() * zoom) + edge, std::floor(picture.height() * zoom) + edge);
    const double left = std::floor(room.center().x() - columns * cell.width() / 2);
    const double top = std::floor(room.center().y() - rows * cell.height() / 2);
    return {left + (index % columns) * cell.width() + around,
            top + (index / columns) * cell.height() + around, cell.width() - edge, cell.height() - edge};
}

} // namespace gan
