#include "core/session/gif_file.h"

#include "core/error.h"
#include "core/session/color_palette.h"

#include <gif_lib.h>

#include <memory>

namespace gan {

namespace {

constexpr int kMostSide = 65535, kMostHundredths = 65535; // 16 bits each

void check(bool fine)
{
    if (!fine)
        throw Error(GE_TR("The animation cannot be made into a GIF file."));
}

/// giflib's writer, whose bytes are taken frame by frame.
class GifWriter {
public:
    GifWriter()
        : m_file(EGifOpen(this, &GifWriter::keep, nullptr))
    {
        check(m_file);
        EGifSetGifVersion(m_file, true);
    }
    ~GifWriter()
    {
        if (m_file)
            EGifCloseFile(m_file, nullptr);
    }
    Q_DISABLE_COPY_MOVE(GifWriter)

    void begin(QSize size)
    {
        check(EGifPutScreenDesc(m_file, size.width(), size.height(), 8, 0, nullptr));
        const unsigned char forEver[] = {1, 0, 0};
        check(EGifPutExtensionLeader(m_file, APPLICATION_EXT_FUNC_CODE));
        check(EGifPutExtensionBlock(m_file, 11, "NETSCAPE2.0"));
        check(EGifPutExtensionBlock(m_file, sizeof forEver, forEver));
        check(EGifPutExtensionTrailer(m_file));
    }

    void add(const GifFrame& frame)
    {
        putDuration(frame.hundredths);
        const QImage picture = frame.picture.convertToFormat(QImage::Format_RGB32);
        ColorPalette palette(picture);
        putPalette(palette, picture.size());
        std::vector<GifPixelType> line(static_cast<std::size_t>(picture.width()));
        for (int y = 0; y < picture.height(); ++y) {
            const auto* pixels = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
            for (std::size_t x = 0; x < line.size(); ++x)
                line[x] = palette.indexOf(pixels[x]);
            check(EGifPutLine(m_file, line.data(), picture.width()));
        }
    }

    void end() { check(EGifCloseFile(std::exchange(m_file, nullptr), nullptr)); }

    QByteArray take() { return std::exchange(m_bytes, {}); }

private:
    static int keep(GifFileType* file, const GifByteType* bytes, int count)
    {
        static_cast<GifWriter*>(file->UserData)->m_bytes.append(reinterpret_cast<const char*>(bytes), count);
        return count;
    }

    void putDuration(int hundredths)
    {
        const GraphicsControlBlock control{DISPOSE_DO_NOT, false, hundredths, NO_TRANSPARENT_COLOR};
        GifByteType bytes[4];
        const auto size = EGifGCBToExtension(&control, bytes);
        check(EGifPutExtension(m_file, GRAPHICS_EXT_FUNC_CODE, static_cast<int>(size), bytes));
    }

    void putPalette(const ColorPalette& palette, QSize size)
    {
        const std::unique_ptr<ColorMapObject, decltype(&GifFreeMapObject)> map(
            GifMakeMapObject(ColorPalette::kMostColors, nullptr), GifFreeMapObject);
        check(map != nullptr);
        for (std::size_t i = 0; i < palette.colors().size(); ++i) {
            const QRgb color = palette.colors()[i];
            map->Colors[i] = {GifByteType(qRed(color)), GifByteType(qGreen(color)),
                              GifByteType(qBlue(color))};
        }
        check(EGifPutImageDesc(m_file, 0, 0, size.width(), size.height(), false, map.get()));
    }

    QByteArray m_bytes;
    GifFileType* m_file;
};

void checkFrame(const GifFrame& frame, QSize size)
{
    const QSize own = frame.picture.size();
    if (own.isEmpty() || own.width() > kMostSide || own.height() > kMostSide)
        throw Error(GE_TR("A picture of %1 x %2 pixels does not fit into a GIF file: 1 to %3 are allowed."),
                    {std::to_string(own.width()), std::to_string(own.height()), std::to_string(kMostSide)});
    if (own != size)
        throw Error(GE_TR("All pictures of an animation must have the same size."));
    if (frame.hundredths < 1 || frame.hundredths > kMostHundredths)
        throw Error(GE_TR("A picture of an animation is seen for 1 to %1 hundredths of a second, not %2."),
                    {std::to_string(kMostHundredths), std::to_string(frame.hundredths)});
}

} // namespace

FillFile gifFile(int count, std::function<GifFrame(int index)> frame)
{
    return [count, frame = std::move(frame)](const WritePart& write) {
        if (count < 1)
            throw Error(GE_TR("There is no picture for an animation yet."));
        GifWriter writer;
        QSize size;
        for (int i = 0; i < count; ++i) {
            const GifFrame next = frame(i);
            if (i == 0)
                size = next.picture.size();
            checkFrame(next, size);
            if (i == 0)
                writer.begin(size);
            writer.add(next);
            write(writer.take());
        }
        writer.end();
        write(writer.take());
    };
}

} // namespace gan
