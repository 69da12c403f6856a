#pragma once

#include "core/session/whole_file.h"

#include <QImage>

#include <functional>

namespace gan {

/// One picture of an animation, and how long it is seen.
struct GifFrame {
    QImage picture;      ///< all frames have the size of the first; transparency is not kept
    int hundredths = 10; ///< of a second, 1 to 65535; viewers are slow to believe less than 2
};

/// An animation that is repeated for ever, as a GIF: each frame has the 256 colors that suit it best, so
/// that a moment looks the same whatever else is in the file. `frame` is asked for one frame after the other
/// while the file is written, in any thread, so no more than one is in memory. The same frames give the same
/// bytes. Filling throws Error when there is no frame, or one has no pixels, another size or no such
/// duration.
FillFile gifFile(int count, std::function<GifFrame(int index)> frame);

} // namespace gan
