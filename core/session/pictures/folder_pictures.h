#pragma once

#include "core/session/pictures/folder_walk.h"

namespace gan {

/// A set needs one picture to learn from and one that is held out.
constexpr std::int64_t kFewestPictures = 2;

/// Reads the files that were found below the folder, at side x side pixels, on two threads. Their order is
/// that of a digest of their paths: the held-out tenth is random, the same each time, and hardly changed by a
/// new file. What cannot be read is skipped and joins `unusable`. The memory is that of the pictures
/// (kMostPictureBytes at most), names, and two pictures being decoded. Throws Error when fewer than
/// kFewestPictures are left or too many were found, and LoadingCanceled. Any thread.
PictureSet readFolder(const std::string& folder, const FolderContent& content, int side,
                      const LoadStep& step);

/// Throws Error, naming where the set is from, when it has fewer than kFewestPictures.
void checkEnough(const PictureSet& set, const std::string& from);

} // namespace gan
