#pragma once

#include <QIODevice>

#include <cstdint>

namespace gan {

constexpr int kSmallestSide = 8; ///< pixels of a picture that can be used

/// Reads a PNG, JPEG, WebP or BMP picture (told by its content), turns it upright as its EXIF data says,
/// crops it to the square in its middle, and writes side x side pixels by the area filter, RGB RGB. Gray has
/// three equal channels; transparent parts are white. A picture of up to 30 million pixels is decoded whole,
/// a JPEG of up to 100 million at a smaller scale, so one thread needs 360 MB at most. Throws Error with a
/// sentence that names no file, such as "It is not a picture ...". Any thread; `file` is open and stands at
/// its beginning.
void readPicture(QIODevice& file, int side, std::uint8_t* rgb);

/// Whether the name ends as that of such a picture.
bool hasPictureName(const QString& name);

} // namespace gan
