#pragma once

#include "core/session/gif_file.h"
#include "core/session/timeline.h"
#include "core/snapshot.h"

#include <QByteArray>
#include <QImage>

#include <memory>
#include <vector>

namespace gan {

/// One of the pictures, pixel by pixel. Gray ones have one channel, colored ones three. Throws Error when
/// there is no such picture. Any thread, as all below.
QImage pictureImage(const Pictures& pictures, int index);

/// All of them in rows, as wide as high, with thin gaps; small ones are enlarged so that a grid of 64 is seen
/// at a glance. The same pictures give the same pixels. Throws Error when there is none.
QImage pictureGrid(const Pictures& pictures);

/// The image as a PNG file; the same image gives the same bytes.
QByteArray pngBytes(const QImage& image);

/// The pictures that a moment is known by: the generated ones, or the first. Throws Error when it has none.
const Pictures& picturesOf(const Snapshot& moment);

/// Up to 120 moments of a timeline, first and newest among them, as an animation that stays a while on its
/// last one. What the timeline loses later is still in it. Filling throws Error when there is no moment.
FillFile timelineGif(const Timeline& timeline, std::int64_t until);

} // namespace gan
