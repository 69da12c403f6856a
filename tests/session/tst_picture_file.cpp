#include "core/session/pictures/picture_file.h"

#include "core/error.h"
#include "tests/support/pictures.h"

#include <QTest>

#include <array>

#include <sys/resource.h>

using namespace gan;

namespace {

constexpr int kSide = 32;

QImage filled(QColor color, int width, int height, QImage::Format format = QImage::Format_RGB32)
{
    QImage image(width, height, format);
    image.fill(color);
    return image;
}

using Picture = std::vector<std::uint8_t>;

Picture read(QByteArray file)
{
    QBuffer buffer(&file);
    buffer.open(QIODevice::ReadOnly);
    Picture rgb(kSide * kSide * 3);
    readPicture(buffer, kSide, rgb.data());
    return rgb;
}

QString refusal(const QByteArray& file)
{
    try {
        read(file);
        return QStringLiteral("accepted");
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
}

std::array<int, 3> pixel(const Picture& picture, std::size_t x, std::size_t y)
{
    const std::size_t at = (y * kSide + x) * 3;
    return {picture[at], picture[at + 1], picture[at + 2]};
}

/// The color of all pixels of a picture that has one color.
std::array<int, 3> colorOf(const QImage& image)
{
    return pixel(read(encoded(image, "png")), 5, 5);
}

/// The JPEG with an EXIF header that says how it is to be turned.
QByteArray turnedJpeg(const QImage& image, char orientation)
{
    QByteArray exif("\xff\xe1\x00\x22"
                    "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\0\0\0\0\0\0\0\0",
                    36);
    exif[28] = orientation;
    return encoded(image, "jpeg").insert(2, exif);
}

long peakMemory()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss; // kB
}

} // namespace

class TestPictureFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void croppedToTheMiddle()
    {
        QImage wide = filled(Qt::red, 120, 40);
        for (int y = 0; y < 40; ++y)
            for (int x = 40; x < 80; ++x)
                wide.setPixel(x, y, y < 20 ? qRgb(0, 200, 0) : qRgb(0, 0, 200));
        const Picture fromWide = read(encoded(wide, "png"));
        QCOMPARE(pixel(fromWide, 0, 0), (std::array{0, 200, 0}));
        QCOMPARE(pixel(fromWide, 31, 31), (std::array{0, 0, 200}));
        const Picture fromHigh = read(encoded(wide.transformed(QTransform().rotate(90)), "png"));
        QCOMPARE(pixel(fromHigh, 31, 0), (std::array{0, 200, 0}));
        QCOMPARE(pixel(fromHigh, 0, 31), (std::array{0, 0, 200}));
    }

    void colors()
    {
        const QColor blue(9, 99, 199);
        QCOMPARE(colorOf(filled(QColor(90, 90, 90), 32, 32).convertToFormat(QImage::Format_Grayscale8)),
                 (std::array{90, 90, 90}));
        QCOMPARE(colorOf(filled(blue, 32, 32).convertToFormat(QImage::Format_Indexed8)),
                 (std::array{9, 99, 199}));
        QCOMPARE(colorOf(filled(blue, 32, 32, QImage::Format_RGBX64)), (std::array{9, 99, 199}));
    }

    void transparentIsWhite()
    {
        QCOMPARE(colorOf(filled(QColor(1, 2, 3, 0), 32, 32, QImage::Format_ARGB32)),
                 (std::array{255, 255, 255}));
        // A fifth of the color.
        QCOMPARE(colorOf(filled(QColor(0, 100, 200, 51), 32, 32, QImage::Format_ARGB32)),
                 (std::array{204, 224, 244}));
    }

    void averagedOverAreas()
    {
        QImage stripes = filled(Qt::black, 64, 64);
        for (int y = 0; y < 64; ++y)
            for (int x = 0; x < 64; x += 2)
                stripes.setPixel(x, y, qRgb(200, 100, 50));
        QCOMPARE(colorOf(stripes), (std::array{100, 50, 25}));
    }

    void turnedUpright()
    {
        QImage image = filled(Qt::black, 64, 64);
        for (int y = 0; y < 32; ++y)
            for (int x = 0; x < 64; ++x)
                image.setPixel(x, y, qRgb(255, 255, 255));
        const Picture asItIs = read(turnedJpeg(image, 1)), upsideDown = read(turnedJpeg(image, 3));
        QVERIFY(pixel(asItIs, 16, 4)[0] > 240 && pixel(asItIs, 16, 28)[0] < 15);
        QVERIFY(pixel(upsideDown, 16, 4)[0] < 15 && pixel(upsideDown, 16, 28)[0] > 240);
    }

    /// A large JPEG is decoded at a smaller scale; the picture is that of the same PNG.
    void largeJpegs()
    {
        const QImage large = numberedPicture(8, 1200, 900);
        const Picture jpeg = read(encoded(large, "jpeg")), png = read(encoded(large, "png"));
        for (std::size_t i = 0; i < png.size(); ++i)
            QVERIFY(std::abs(jpeg[i] - png[i]) < 24);
    }

    void refuses()
    {
        QVERIFY(refusal("this is text").startsWith("It is not a PNG"));
        QVERIFY(refusal("").startsWith("It is not a PNG"));
        QVERIFY(refusal("GIF89a and so on").startsWith("It is not a PNG"));
        QVERIFY(refusal("<svg xmlns='http://www.w3.org/2000/svg' width='50' height='50'/>")
                    .startsWith("It is not a"));
        QCOMPARE(refusal(encoded(numberedPicture(1), "png").left(60)), "It is damaged or not complete.");
        QCOMPARE(refusal(encoded(filled(Qt::red, 1, 1), "png")), "It is smaller than 8 x 8 pixels.");
        QCOMPARE(refusal(encoded(filled(Qt::red, 500, 7), "png")), "It is smaller than 8 x 8 pixels.");
        QCOMPARE(refusal(encoded(filled(Qt::red, 8, 8), "png")), "accepted");
    }

    /// Files of a few bytes that say they have 30 000 x 30 000 pixels are refused at once.
    void hugePictures()
    {
        const QImage small = filled(Qt::red, 16, 16);
        QByteArray png = encoded(small, "png"), bmp = encoded(small, "bmp"), jpeg = encoded(small, "jpeg");
        const qsizetype frame = jpeg.indexOf("\xff\xc0");
        QVERIFY(frame > 0);
        png.replace(16, 8, QByteArray("\0\0\x75\x30\0\0\x75\x30", 8));
        bmp.replace(18, 8, QByteArray("\x30\x75\0\0\x30\x75\0\0", 8));
        jpeg.replace(frame + 5, 4, QByteArray("\x75\x30\x75\x30", 4));
        const long before = peakMemory();
        QVERIFY(refusal(withChecksums(png)).startsWith("It is too large"));
        QVERIFY(refusal(jpeg).startsWith("It is too large"));
        QCOMPARE(refusal(bmp), "It is damaged or not complete."); // Qt compares with the file's length
        QVERIFY2(peakMemory() - before < 100'000, "more than 100 MB were used");
    }

    /// One that can be read: 30 000 pixels wide, a JPEG of 60 million pixels.
    void wideJpeg()
    {
        const QImage wide = filled(QColor(10, 150, 90), 30000, 2000, QImage::Format_RGB888);
        QVERIFY(std::abs(pixel(read(encoded(wide, "jpeg")), 3, 3)[1] - 150) < 4);
    }

    void names()
    {
        for (const char* name : {"a.png", "a.PNG", "a.jpg", "a.jpeg", "a.JPE", "a.jfif", "a.webp", "a.b.bmp"})
            QVERIFY2(hasPictureName(QString::fromLatin1(name)), name);
        for (const char* name : {"a.txt", "png", "a.png.txt", "a.gif", ""})
            QVERIFY2(!hasPictureName(QString::fromLatin1(name)), name);
    }
};

QTEST_GUILESS_MAIN(TestPictureFile)
#include "tst_picture_file.moc"
