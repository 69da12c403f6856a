#pragma once

#include "core/run.h"

#include <QImage>
#include <QString>

#include <utility>
#include <vector>

namespace gan {

/// What a picture file says of itself: names and values of PNG text fields.
using PictureNotes = std::vector<std::pair<QString, QString>>;

/// Program and version, experiment, seed, iteration, all settings at the start and what was changed when:
/// enough to make the picture of the end of `run` again.
PictureNotes pictureNotes(const Run& run);

/// Writes a PNG file whole or not at all. Throws Error when it cannot be written.
void writePicture(const QString& path, QImage picture, const PictureNotes& notes);

} // namespace gan
