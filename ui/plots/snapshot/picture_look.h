#pragma once

namespace gan {

/// What of a plot's look is another one in a picture.
struct PictureLook {
    double textScale = 1; ///< of text and lines
    bool transparent = false;
};

} // namespace gan
