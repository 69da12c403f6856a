#include "core/session/pictures/picture_file.h"

#include "core/data/area_filter.h"
#include "core/error.h"

#include <QImage>
#include <QImageReader>

#include <algorithm>
#include <array>

namespace gan {

namespace {

constexpr qint64 kMostPixels = 30'000'000; // decoded whole: 240 MB with 16 bits a channel
constexpr qint64 kMostJpegPixels =
    100'000'000;                      // a progressive one keeps all its coefficients, two bytes each
constexpr int kAllocationLimit = 256; // MB, of Qt's own check; its default is 128

/// What the file is, as QImageReader calls it; empty when it is none of ours. Qt's own search would ask all
/// plugins, some of which take almost anything for a picture.
QByteArray formatOf(QIODevice& file)
{
    const QByteArray start = file.peek(12);
    if (start.startsWith("\x89PNG\r\n\x1a\n"))
        return "png";
    if (start.startsWith("\xff\xd8\xff"))
        return "jpeg";
    if (start.startsWith("RIFF") && start.endsWith("WEBP"))
        return "webp";
    return start.startsWith("BM") ? "bmp" : "";
}

void checkFormat(const QByteArray& format)
{
    if (format.isEmpty())
        throw Error(GE_TR("It is not a PNG, JPEG, WebP or BMP picture."));
    static const QList<QByteArray> known = QImageReader::supportedImageFormats();
    if (!known.contains(format))
        throw Error(format == "webp" ? GE_TR("WebP pictures need the package qt6-image-formats-plugins.")
                                     : GE_TR("This installation of Qt cannot read such pictures."));
}

void checkSize(QSize size, qint64 mostPixels)
{
    const qint64 width = std::abs(size.width()), height = std::abs(size.height());
    if (width < kSmallestSide || height < kSmallestSide)
        throw Error(GE_TR("It is smaller than 8 x 8 pixels."));
    if (width > mostPixels / height)
        throw Error(
            GE_TR("It is too large: at most 30 million pixels can be read, or 100 million of a JPEG."));
}

/// Asks for a JPEG at a half, a quarter or an eighth, as its decoder can do at no cost, while at least twice
/// the pixels that are wanted are left.
void readSmaller(QImageReader& reader, QSize size, int side)
{
    int by = 1;
    while (by < 8 && std::min(size.width(), size.height()) / (2 * by) >= 2 * side)
        by *= 2;
    if (by > 1)
        reader.setScaledSize({(size.width() + by - 1) / by, (size.height() + by - 1) / by});
}

QImage decoded(QIODevice& file, int side)
{
    static const bool limited = (QImageReader::setAllocationLimit(kAllocationLimit), true);
    Q_UNUSED(limited)
    const QByteArray format = formatOf(file);
    checkFormat(format);
    QImageReader reader(&file, format);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    // The height of a BMP may be negative: its rows are then from the top.
    if (const QSize size = reader.size(); size.width() > 0 && size.height() != 0) {
        checkSize(size, format == "jpeg" ? kMostJpegPixels : kMostPixels);
        if (format == "jpeg")
            readSmaller(reader, size, side);
    }
    const QImage image = reader.read();
    if (image.isNull())
        throw Error(GE_TR("It is damaged or not complete."));
    checkSize(image.size(), kMostPixels);
    return image;
}

/// A row of premultiplied pixels on white.
void copyRow(const QRgb* pixels, int count, std::uint8_t* rgb)
{
    for (int i = 0; i < count; ++i) {
        const int white = 255 - qAlpha(pixels[i]);
        *rgb++ = static_cast<std::uint8_t>(std::min(255, qRed(pixels[i]) + white));
        *rgb++ = static_cast<std::uint8_t>(std::min(255, qGreen(pixels[i]) + white));
        *rgb++ = static_cast<std::uint8_t>(std::min(255, qBlue(pixels[i]) + white));
    }
}

} // namespace

void readPicture(QIODevice& file, int side, std::uint8_t* rgb)
{
    QImage image = decoded(file, side);
    image.convertTo(image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    if (image.isNull())
        throw Error(GE_TR("There is not enough memory for it."));
    const int square = std::min(image.width(), image.height());
    const int left = (image.width() - square) / 2, top = (image.height() - square) / 2;
    const auto row = [&](int y, std::uint8_t* pixels) {
        copyRow(reinterpret_cast<const QRgb*>(image.constScanLine(top + y)) + left, square, pixels);
    };
    areaFilter(square, row, side, rgb);
}

bool hasPictureName(const QString& name)
{
    static constexpr std::array endings{".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".webp", ".bmp"};
    return std::any_of(endings.begin(), endings.end(), [&](const char* ending) {
        return name.endsWith(QLatin1String(ending), Qt::CaseInsensitive);
    });
}

} // namespace gan
