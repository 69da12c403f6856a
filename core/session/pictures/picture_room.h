#pragma once

#include "core/data/picture_set.h"

namespace gan {

/// Threads that draw faces and decode files.
constexpr int kLoadingThreads = 2;

/// A set takes no more memory than that: 325 000 pictures of 64 x 64 pixels, or four times as many of 32
/// x 32.
constexpr std::int64_t kMostPictureBytes = 4'000'000'000;

/// A set with room for `count` black pictures, allocated at once, so that it never grows. Throws Error when
/// it would be too large, or the memory is not there.
PictureSet roomForPictures(std::int64_t count, int side);

} // namespace gan
