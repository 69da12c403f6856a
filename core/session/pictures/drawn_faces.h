#pragma once

#include "core/data/load_step.h"
#include "core/data/picture_set.h"
#include "core/session/pictures/face_factors.h"

namespace gan {

/// Which faces are to be drawn. The factors of face i are faceFactors(seed, i, difficulty).
struct DrawnFaces {
    int side = 32;
    std::int64_t count = 4096;
    std::uint64_t seed = 1;
    FaceDifficulty difficulty;

    bool operator==(const DrawnFaces&) const = default;
};

/// Draws them on `threads` threads; the bytes do not depend on how many. The last tenth is held out. Takes
/// about 0.2 ms a face and thread at 32 pixels, 0.5 at 64. Throws Error when they need too much memory, and
/// LoadingCanceled. Any thread.
PictureSet drawFaces(const DrawnFaces& faces, const LoadStep& step = {}, int threads = 2);

} // namespace gan
