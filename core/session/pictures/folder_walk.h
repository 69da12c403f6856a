#pragma once

#include "core/data/load_step.h"
#include "core/data/picture_set.h"

namespace gan {

/// A file that is named like a picture.
struct FoundFile {
    std::string path; ///< below the folder
    std::int64_t size = 0;
    std::int64_t changed = 0; ///< when, in units of the file system's clock
};

struct FolderContent {
    std::vector<FoundFile> files; ///< by path
    std::vector<UnusablePicture> unusable;
};

/// All files below the folder that are named *.png, *.jpg, *.jpeg, *.jpe, *.jfif, *.webp or *.bmp, links too.
/// Names that begin with a dot are left out. Each folder is visited once, whatever links lead to it, so loops
/// end. A file or sub-folder that may not be read, or a name that leads to no file, is unusable. Tells `step`
/// how many files were found, with total 0. Throws Error when the folder is not there or may not be read, and
/// LoadingCanceled.
FolderContent findPictures(const std::string& folder, const LoadStep& step);

} // namespace gan
