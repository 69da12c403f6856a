#pragma once

#include "core/session/run_export.h"
#include "core/session/timeline.h"

#include <QImage>
#include <QString>

#include <vector>

namespace gan {

/// The grid of a moment's pictures as PNG, with the notes of `run`, whose end the moment is.
FillFile gridPicture(const Snapshot& moment, const Run& run);

/// Two moments side by side, each with its iteration above it. GUI thread, for the text.
QImage beforeAndAfter(const Snapshot& before, const Snapshot& after);

/// The same as a PNG file.
FillFile beforeAndAfterPicture(const Snapshot& before, const Snapshot& after);

/// What a run's folder has of its pictures: grid.png, timeline.gif, and fresh ones one by one as
/// samples/00.png and so on. Empty when the experiment has none.
std::vector<NewFile> pictureFiles(const QString& folder, const RunExport& shown);

} // namespace gan
