#pragma once

#include "core/run.h"
#include "core/session/whole_file.h"
#include "core/text.h"

#include <QString>

#include <optional>
#include <vector>

namespace gan {

// Which run the files of a folder are of, and which files exports write. GUI thread.

/// "density-1d-seed1-it5000": names of files and folders begin with it, so that no run replaces another.
QString exportStem(const Run& run);

/// Why the files of `run` must not join those in `folder`: they are of another run, or of one that cannot be
/// read. Nothing when the folder is empty or has this run's files, of whatever iteration.
std::optional<Text> otherRunIn(const QString& folder, const Run& run);

/// Removes from `folder` what an earlier export left there and `written` did not replace: files of the names
/// that exports have, and pictures in its folder "samples". Everything else stays.
void removeLeftovers(const QString& folder, const std::vector<NewFile>& written);

} // namespace gan
