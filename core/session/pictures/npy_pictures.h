#pragma once

#include "core/data/load_step.h"
#include "core/data/picture_set.h"

#include <string>

namespace gan {

/// Reads the pictures of a .npy file (see NpyReader), cropped and filtered to side x side as files are, in an
/// order that is shuffled the same way each time. A file called lfw_subset.npy with 200 pictures is
/// scikit-image's: its last 100 show no faces and are left out. Throws Error, naming the file, and
/// LoadingCanceled. Any thread.
PictureSet readNpyPictures(const std::string& path, int side, const LoadStep& step);

} // namespace gan
