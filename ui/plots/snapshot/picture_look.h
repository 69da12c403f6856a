#pragma once

#include <QSize>

#include <algorithm>

namespace gan {

/// What of a plot's look is another one in a picture.
struct PictureLook {
    double textScale = 1; ///< of text and lines
    bool transparent = false;
};

/// Pixels that a unit of the layout takes in a picture of that size, before scale: text is 13 units high. In
/// a small picture text is smaller instead of cut.
inline double pictureZoom(QSize size)
{
    constexpr double usual = 2, leastWidth = 480, leastHeight = 300;
    return std::min({usual, size.width() / leastWidth, size.height() / leastHeight});
}

} // namespace gan
