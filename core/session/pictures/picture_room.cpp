#include "core/session/pictures/picture_room.h"

#include "core/error.h"

#include <new>

namespace gan {

PictureSet roomForPictures(std::int64_t count, int side)
{
    PictureSet set;
    set.side = side;
    const std::int64_t most = kMostPictureBytes / set.bytesEach();
    if (count > most)
        throw Error(Text::counted(
            GE_TR_N("There are %1 pictures, more than the %2 that can be held at %3 x %3 pixels: choose a "
                    "part of them or a smaller size."),
            count, {std::to_string(count), std::to_string(most), std::to_string(side)}));
    try {
        set.bytes.resize(static_cast<std::size_t>(count * set.bytesEach()));
    } catch (const std::bad_alloc&) {
        throw Error(Text::counted(GE_TR_N("There is not enough memory for %1 pictures of %2 x %2 pixels."),
                                  count, {std::to_string(count), std::to_string(side)}));
    }
    set.trainCount = count - heldOutOf(count);
    return set;
}

} // namespace gan
