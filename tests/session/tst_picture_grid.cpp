#include "core/error.h"
#include "core/session/picture_grid.h"
#include "tests/support/files.h"

#include <QBuffer>
#include <QImageReader>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

using namespace gan;

namespace {

Pictures numbered(int count, int width, int height, int channels)
{
    Pictures pictures{"generated", count, width, height, channels, {}};
    for (int i = 0; i < count * width * height * channels; ++i)
        pictures.bytes.push_back(static_cast<std::uint8_t>(i * 7));
    return pictures;
}

/// Pixel (x, y) of picture `index`, as the bytes say.
QRgb expected(const Pictures& pictures, int index, int x, int y)
{
    const int first = ((index * pictures.height + y) * pictures.width + x) * pictures.channels;
    const auto byte = [&](int i) { return pictures.bytes[static_cast<std::size_t>(first + i)]; };
    return pictures.channels == 1 ? qRgb(byte(0), byte(0), byte(0)) : qRgb(byte(0), byte(1), byte(2));
}

Snapshot moment(std::int64_t iteration, std::uint8_t tone)
{
    Snapshot snapshot;
    snapshot.iteration = iteration;
    snapshot.addAll<Pictures>({{"generated", 4, 2, 2, 1, std::vector<std::uint8_t>(16, tone)}});
    return snapshot;
}

QByteArray allOf(const FillFile& fill)
{
    QByteArray all;
    fill([&](const QByteArray& part) { all += part; });
    return all;
}

} // namespace

class TestPictureGrid : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onePictureIsItsBytes_data()
    {
        QTest::addColumn<int>("channels");
        QTest::newRow("gray") << 1;
        QTest::newRow("colored") << 3;
    }
    void onePictureIsItsBytes()
    {
        QFETCH(int, channels);
        const Pictures pictures = numbered(3, 5, 4, channels);
        const QImage image = pictureImage(pictures, 2);
        QCOMPARE(image.size(), QSize(5, 4));
        for (int y = 0; y < 4; ++y)
            for (int x = 0; x < 5; ++x)
                QCOMPARE(image.pixel(x, y), expected(pictures, 2, x, y));
    }

    void aGridHasRowsGapsAndEnlargedPixels()
    {
        const Pictures pictures = numbered(64, 32, 32, 3);
        const QImage grid = pictureGrid(pictures);
        QCOMPARE(grid.size(), QSize(8 * 66 + 2, 8 * 66 + 2)); // twice as large, gaps of 2
        QCOMPARE(grid.pixel(0, 0), qRgb(255, 255, 255));
        QCOMPARE(grid.pixel(66, 40), qRgb(255, 255, 255));
        for (int i : {0, 7, 8, 63}) {
            const QPoint corner(2 + i % 8 * 66, 2 + i / 8 * 66);
            QCOMPARE(grid.pixel(corner), expected(pictures, i, 0, 0));
            QCOMPARE(grid.pixel(corner + QPoint(1, 1)), expected(pictures, i, 0, 0));
            QCOMPARE(grid.pixel(corner + QPoint(63, 63)), expected(pictures, i, 31, 31));
            QCOMPARE(grid.pixel(corner + QPoint(2, 63)), expected(pictures, i, 1, 31));
        }
    }

    void largePicturesStayAsLargeAsTheyAre()
    {
        QCOMPARE(pictureGrid(numbered(64, 64, 64, 3)).width(), 8 * 66 + 2);
        QCOMPARE(pictureGrid(numbered(7, 200, 100, 3)).size(), QSize(3 * 202 + 2, 3 * 102 + 2));
    }

    void whatIsNoPictureIsRefused()
    {
        QVERIFY_THROWS_EXCEPTION(Error, pictureGrid({}));
        QVERIFY_THROWS_EXCEPTION(Error, pictureGrid({"a", 2, 2, 2, 3, std::vector<std::uint8_t>(23)}));
        QVERIFY_THROWS_EXCEPTION(Error, pictureGrid({"a", 1, 2, 2, 2, std::vector<std::uint8_t>(8)}));
        QVERIFY_THROWS_EXCEPTION(Error, pictureImage(numbered(3, 2, 2, 3), 3));
        QVERIFY_THROWS_EXCEPTION(Error, picturesOf(Snapshot()));
    }

    void aPngHasTheSamePixelsAndTheSameBytes()
    {
        const QImage grid = pictureGrid(numbered(64, 32, 32, 3));
        const QByteArray bytes = pngBytes(grid);
        QCOMPARE(QImage::fromData(bytes, "png").convertToFormat(QImage::Format_RGB32), grid);
        QCOMPARE(pngBytes(pictureGrid(numbered(64, 32, 32, 3))), bytes);
    }

    /// One frame for each moment up to the one asked for; the last one is seen longer.
    void aTimelineBecomesAnAnimation()
    {
        Timeline timeline;
        for (int i = 0; i < 10; ++i)
            timeline.add(moment(i * 50, static_cast<std::uint8_t>(i * 20)));
        QByteArray bytes = allOf(timelineGif(timeline, 320));
        QBuffer buffer(&bytes);
        QImageReader reader(&buffer, "gif");
        QCOMPARE(reader.imageCount(), 7);
        for (int i = 0; i < 7; ++i) {
            const QImage frame = reader.read();
            QCOMPARE(qRed(frame.pixel(5, 5)), i * 20);
            QCOMPARE(reader.nextImageDelay(), i < 6 ? 100 : 2000);
        }
        QCOMPARE(allOf(timelineGif(timeline, 320)), bytes);
    }

    void aLongTimelineBecomesNoEndlessAnimation()
    {
        Timeline timeline;
        for (int i = 0; i < 700; ++i)
            timeline.add(moment(i, static_cast<std::uint8_t>(i % 100)));
        QByteArray bytes = allOf(timelineGif(timeline, 100000));
        QBuffer buffer(&bytes);
        QCOMPARE(QImageReader(&buffer, "gif").imageCount(), 120);
    }

    void anEmptyTimelineIsNoAnimation()
    {
        QVERIFY_THROWS_EXCEPTION(Error, allOf(timelineGif(Timeline(), 100)));
    }

    void aFolderIsMadeWithItsSubfolders()
    {
        const QTemporaryDir folder;
        std::vector<NewFile> files;
        rlimit before, few;
        getrlimit(RLIMIT_NOFILE, &before);
        few = before;
        few.rlim_cur = 250;
        setrlimit(RLIMIT_NOFILE, &few);
        for (int i = 0; i < 300; ++i) // more than the process may have open
            files.push_back({folder.filePath(QStringLiteral("new/samples/%1.png").arg(i)),
                             [i](const WritePart& write) { write(QByteArray::number(i)); }});
        writeFolder(folder.filePath(QStringLiteral("new")), files);
        QCOMPARE(content(folder.filePath(QStringLiteral("new/samples/299.png"))), QByteArray("299"));
        QCOMPARE(QDir(folder.filePath(QStringLiteral("new/samples"))).entryList(QDir::Files).size(), 300);
        setrlimit(RLIMIT_NOFILE, &before);
    }
};

QTEST_GUILESS_MAIN(TestPictureGrid)
#include "tst_picture_grid.moc"
