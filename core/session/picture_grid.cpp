#include "core/session/picture_grid.h"

#include "core/error.h"

#include <QBuffer>

#include <algorithm>
#include <cmath>

namespace gan {

namespace {

constexpr int kGap = 2;              ///< pixels between pictures, and around all
constexpr int kLeastGridWidth = 400; ///< pixels, without gaps
constexpr std::size_t kMostFrames = 120;
constexpr int kFrameTime = 10, kLastFrameTime = 200; ///< hundredths of a second

QRgb pixelAt(const Pictures& pictures, std::size_t pixel)
{
    const std::uint8_t* bytes = pictures.bytes.data() + pixel * static_cast<std::size_t>(pictures.channels);
    return pictures.channels == 1 ? qRgb(bytes[0], bytes[0], bytes[0]) : qRgb(bytes[0], bytes[1], bytes[2]);
}

void check(const Pictures& pictures)
{
    const bool sized = pictures.count > 0 && pictures.width > 0 && pictures.height > 0 &&
                       (pictures.channels == 1 || pictures.channels == 3);
    const auto bytes = std::int64_t{pictures.count} * pictures.width * pictures.height * pictures.channels;
    if (!sized || bytes != static_cast<std::int64_t>(pictures.bytes.size()))
        throw Error(GE_TR("There are no pictures yet."));
}

/// Each pixel becomes `zoom` x `zoom` of the image, from `corner` on.
void place(QImage& image, QPoint corner, const Pictures& pictures, int index, int zoom)
{
    const int width = pictures.width, height = pictures.height;
    const auto first = static_cast<std::size_t>(index) * static_cast<std::size_t>(width * height);
    for (int y = 0; y < height * zoom; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(corner.y() + y)) + corner.x();
        for (int x = 0; x < width * zoom; ++x)
            line[x] = pixelAt(pictures, first + static_cast<std::size_t>(y / zoom * width + x / zoom));
    }
}

/// Spread evenly over those that are kept, which lie closest where most happens.
std::vector<std::int64_t> frames(std::vector<std::int64_t> kept)
{
    if (kept.size() <= kMostFrames)
        return kept;
    std::vector<std::int64_t> chosen;
    for (std::size_t i = 0; i < kMostFrames; ++i)
        chosen.push_back(kept[i * (kept.size() - 1) / (kMostFrames - 1)]);
    return chosen;
}

} // namespace

QImage pictureImage(const Pictures& pictures, int index)
{
    check(pictures);
    if (index < 0 || index >= pictures.count)
        throw Error(Text::counted(GE_TR_N("There are %1 pictures; there is none with number %2."),
                                  pictures.count, {std::to_string(pictures.count), std::to_string(index)}));
    QImage image(pictures.width, pictures.height, QImage::Format_RGB32);
    place(image, {0, 0}, pictures, index, 1);
    return image;
}

QImage pictureGrid(const Pictures& pictures)
{
    check(pictures);
    const int columns = static_cast<int>(std::ceil(std::sqrt(pictures.count)));
    const int rows = (pictures.count + columns - 1) / columns;
    const int zoom =
        std::max(1, (kLeastGridWidth + columns * pictures.width - 1) / (columns * pictures.width));
    const int stepX = pictures.width * zoom + kGap, stepY = pictures.height * zoom + kGap;
    QImage image(columns * stepX + kGap, rows * stepY + kGap, QImage::Format_RGB32);
    if (image.isNull())
        throw Error(GE_TR("There is not enough memory for a picture of this size."));
    image.fill(Qt::white);
    for (int i = 0; i < pictures.count; ++i)
        place(image, {kGap + i % columns * stepX, kGap + i / columns * stepY}, pictures, i, zoom);
    return image;
}

QByteArray pngBytes(const QImage& image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "png"))
        throw Error(GE_TR("The picture cannot be made into a PNG file."));
    return bytes;
}

const Pictures& picturesOf(const Snapshot& moment)
{
    const Pictures* generated = moment.find<Pictures>("generated");
    if (!generated)
        throw Error(GE_TR("There are no pictures yet."));
    return *generated;
}

FillFile timelineGif(const Timeline& timeline, std::int64_t until)
{
    std::vector<std::int64_t> kept = timeline.iterations();
    std::erase_if(kept, [&](std::int64_t iteration) { return iteration > until; });
    std::vector<std::shared_ptr<const Snapshot>> moments;
    for (std::int64_t iteration : frames(std::move(kept)))
        if (auto moment = timeline.at(iteration); moment && (moments.empty() || moments.back() != moment))
            moments.push_back(std::move(moment));
    const int count = static_cast<int>(moments.size());
    return gifFile(count, [moments = std::move(moments), count](int index) {
        const Snapshot& moment = *moments[static_cast<std::size_t>(index)];
        return GifFrame{pictureGrid(picturesOf(moment)), index + 1 < count ? kFrameTime : kLastFrameTime};
    });
}

} // namespace gan
