#include "core/error.h"
#include "core/session/gif_file.h"
#include "tests/support/files.h"

#include <QBuffer>
#include <QImageReader>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace gan;

namespace {

QByteArray bytesOf(int count, std::function<GifFrame(int)> frame)
{
    QByteArray all;
    gifFile(count, std::move(frame))([&](const QByteArray& part) { all += part; });
    return all;
}

QImage plain(QSize size, QColor color)
{
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(color);
    return picture;
}

/// Thousands of colors, in soft transitions as a photograph has them.
QImage colorful(int shift)
{
    QImage picture(96, 64, QImage::Format_RGB32);
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 96; ++x)
            picture.setPixelColor(x, y, QColor(x * 2 + shift, y * 3, 255 - (x + y) * 3 / 2));
    return picture;
}

QImage noise()
{
    QImage picture(64, 64, QImage::Format_RGB32);
    std::mt19937 random(3);
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 64; ++x)
            picture.setPixel(x, y, random() | 0xff000000);
    return picture;
}

/// The root of the mean squared difference of a channel, 0 to 255.
double differenceOf(const QImage& a, const QImage& b)
{
    double sum = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QColor one = a.pixelColor(x, y), other = b.pixelColor(x, y);
            sum += std::pow(one.red() - other.red(), 2) + std::pow(one.green() - other.green(), 2) +
                   std::pow(one.blue() - other.blue(), 2);
        }
    return std::sqrt(sum / (3.0 * a.width() * a.height()));
}

} // namespace

/// Reads back with Qt's own reader, which shares no code with giflib's writer.
class TestGifFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void framesSizeLoopAndTimesComeBack()
    {
        const QColor colors[] = {Qt::red, Qt::green, Qt::blue};
        QByteArray bytes = bytesOf(3, [&](int i) {
            return GifFrame{plain({40, 30}, colors[i]), 10 + 5 * i};
        });
        QBuffer buffer(&bytes);
        QImageReader reader(&buffer, "gif");
        QCOMPARE(reader.size(), QSize(40, 30));
        QCOMPARE(reader.imageCount(), 3);
        QCOMPARE(reader.loopCount(), -1); // for ever
        for (int i = 0; i < 3; ++i) {
            const QImage frame = reader.read();
            QVERIFY2(!frame.isNull(), qPrintable(reader.errorString()));
            QCOMPARE(frame.pixelColor(20, 15), colors[i]);
            QCOMPARE(reader.nextImageDelay(), 10 * (10 + 5 * i));
        }
        QVERIFY(reader.read().isNull());
    }

    void fewColorsStayExact()
    {
        QImage picture = plain({16, 16}, Qt::white);
        for (int i = 0; i < 256; ++i)
            picture.setPixel(i % 16, i / 16, qRgb(i, 255 - i, (i * 4) % 256));
        QByteArray bytes = bytesOf(1, [&](int) { return GifFrame{picture}; });
        const QImage back = QImage::fromData(bytes, "gif");
        QVERIFY2(differenceOf(picture, back) < 2, qPrintable(QString::number(differenceOf(picture, back))));
    }

    void manyColorsStayClose()
    {
        QByteArray bytes = bytesOf(2, [&](int i) { return GifFrame{colorful(40 * i)}; });
        QBuffer buffer(&bytes);
        QImageReader reader(&buffer, "gif");
        for (int i = 0; i < 2; ++i) {
            const double off = differenceOf(colorful(40 * i), reader.read());
            QVERIFY2(off < 5, qPrintable(QString::number(off)));
        }
    }

    /// The worst case: 256 colors for a cube that is filled evenly are some 40 apart.
    void noiseStaysNoise()
    {
        QByteArray bytes = bytesOf(1, [](int) { return GifFrame{noise()}; });
        const double off = differenceOf(noise(), QImage::fromData(bytes, "gif"));
        QVERIFY2(off < 22, qPrintable(QString::number(off)));
    }

    void theSameFramesGiveTheSameBytes()
    {
        const auto frame = [](int i) { return GifFrame{colorful(i)}; };
        QCOMPARE(bytesOf(4, frame), bytesOf(4, frame));
    }

    void onlyOneFrameIsAskedForAtATime()
    {
        int asked = 0, parts = 0;
        gifFile(5, [&](int i) {
            asked += i == asked;
            return GifFrame{plain({8, 8}, Qt::red)};
        })([&](const QByteArray&) {
            ++parts;
            if (parts <= 5 && parts != asked)
                asked = -100;
        });
        QCOMPARE(asked, 5);
        QCOMPARE(parts, 6);
    }

    void whatIsNoAnimationIsRefused_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<QSize>("second");
        QTest::addColumn<int>("hundredths");
        QTest::newRow("no frame") << 0 << QSize(8, 8) << 10;
        QTest::newRow("another size") << 2 << QSize(8, 9) << 10;
        QTest::newRow("no pixels") << 2 << QSize(0, 0) << 10;
        QTest::newRow("no time") << 2 << QSize(8, 8) << 0;
        QTest::newRow("a week") << 2 << QSize(8, 8) << 60480000;
        QTest::newRow("too wide") << 2 << QSize(70000, 1) << 10;
    }
    void whatIsNoAnimationIsRefused()
    {
        QFETCH(int, count);
        QFETCH(QSize, second);
        QFETCH(int, hundredths);
        QVERIFY_THROWS_EXCEPTION(Error, bytesOf(count, [&](int i) {
                                     return GifFrame{plain(i ? second : QSize(8, 8), Qt::red), hundredths};
                                 }));
    }

    void aFrameThatFailsLeavesTheOldFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("timeline.gif"));
        writeWholeFile(path, "before");
        QVERIFY_THROWS_EXCEPTION(Error, writeWholeFile(path, gifFile(3, [](int i) {
                                                           return i < 2 ? GifFrame{colorful(i)} : GifFrame{};
                                                       })));
        QCOMPARE(content(path), QByteArray("before"));
    }
};

QTEST_GUILESS_MAIN(TestGifFile)
#include "tst_gif_file.moc"
