#pragma once

#include "core/session/run_export.h"
#include "ui/export/picture_options.h"

#include <QImage>
#include <QString>

#include <utility>
#include <vector>

class QMimeData;
class QWidget;

namespace gan {

class PlotSheet;
class PlotView;

/// What a picture file says of itself: names and values, in a PNG's text fields or an SVG's description.
using PictureNotes = std::vector<std::pair<QString, QString>>;

/// Program and version, experiment, seed, iteration, all settings at the start and what was changed when:
/// enough to make the picture of the end of `run` again.
PictureNotes pictureNotes(const Run& run);

/// The pictures below say that they show the end of `run`. Each is drawn at once, in the GUI thread, and
/// becomes a file when it is filled, in any thread. They throw Error when the options are out of range.

/// The plot as it is now: in its theme, and zoomed where it is zoomed.
FillFile plotPicture(PlotView& plot, const PictureOptions& options, const Run& run);

/// The picture that plotPicture() makes, so small that it fits into `room`.
QImage plotPreview(PlotView& plot, const PictureOptions& options, const Run& run, QSize room);

/// Every plot of the sheet that has something to show as `<id>.png` or `<id>.svg` in the folder.
std::vector<NewFile> plotFiles(const QString& folder, const PlotSheet& sheet, const PictureOptions& options,
                               const Run& run);

/// Everything: the run's own files and every plot.
std::vector<NewFile> folderFiles(const QString& folder, const RunExport& shown, const PlotSheet& sheet,
                                 const PictureOptions& options);

/// What is seen of the window, in its own size and the scale of its screen: of the options it takes format
/// and caption.
FillFile windowPicture(QWidget& window, const PictureOptions& options, const Run& run);

/// The same plot for the clipboard: as an image, and as PNG with its notes. The caller owns it.
QMimeData* plotForClipboard(PlotView& plot, const Run& run);

} // namespace gan
