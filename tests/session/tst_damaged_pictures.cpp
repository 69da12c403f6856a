#include "core/data/npy_reader.h"
#include "core/session/pictures/drawn_faces.h"
#include "core/session/pictures/npy_pictures.h"
#include "core/session/pictures/picture_file.h"
#include "tests/support/pictures.h"

#include <QBuffer>
#include <QImageWriter>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <random>
#include <sstream>

using namespace gan;

namespace {

/// Damages bytes, each time in another way: a few bits, a cut, a gap, an insertion, or a number of the
/// header.
class Mutator {
public:
    QByteArray damaged(QByteArray bytes)
    {
        for (int times = 1 + below(3); times > 0 && bytes.size() > 16; --times)
            damage(bytes);
        return bytes;
    }

private:
    int below(qsizetype limit) { return static_cast<int>(m_random() % static_cast<std::uint32_t>(limit)); }

    /// Half of all damage hits the first 200 bytes, where sizes and types stand.
    qsizetype place(const QByteArray& bytes)
    {
        return below(below(2) ? bytes.size() : std::min<qsizetype>(bytes.size(), 200));
    }

    void damage(QByteArray& bytes)
    {
        const qsizetype at = place(bytes);
        switch (below(7)) {
        case 0:
            return bytes.truncate(std::max<qsizetype>(at, 1));
        case 1:
            bytes.remove(at, 1 + below(100));
            return;
        case 2:
            bytes.insert(at, QByteArray(1 + below(300), static_cast<char>(below(256))));
            return;
        case 3:
            bytes.insert(at, bytes.mid(place(bytes), 1 + below(200)));
            return;
        case 4:
            return number(bytes, at);
        case 5: // what text headers are made of
            bytes[at] = "0123456789(),'{}: TF<>|uf"[below(24)];
            return;
        default:
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
        }
    }
    void number(QByteArray& bytes, qsizetype at)
    {
        static constexpr quint32 numbers[] = {0,      1,        7,          255,        30000,
                                              0xffff, 1u << 20, 0x7fffffff, 0x80000000, 0xffffffff};
        const quint32 value = numbers[below(10)];
        char field[4];
        below(2) ? qToBigEndian(value, field) : qToLittleEndian(value, field);
        bytes.replace(at, 4, field, 4);
    }

    std::mt19937 m_random{11};
};

/// A face as it comes out of the program.
QImage face(int side)
{
    const PictureSet set = drawFaces({side, 1, 3, {}});
    return QImage(set.bytes.data(), side, side, side * 3, QImage::Format_RGB888).copy();
}

bool isSentence(const Error& error)
{
    const QString text = QString::fromUtf8(error.what());
    return text.size() > 20 && text.endsWith('.');
}

int mutations()
{
    return qEnvironmentVariableIsSet("GAN_MUTATIONS") ? qEnvironmentVariableIntValue("GAN_MUTATIONS") : 3000;
}

} // namespace

/// Damaged pictures give a picture or a sentence, and never end the program (the sanitizers watch).
/// GAN_MUTATIONS sets how many there are of all kinds together; what came of them is printed.
class TestDamagedPictures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("qt.gui.imageio*=false")); }

    void pictures_data()
    {
        QTest::addColumn<QList<QByteArray>>("files");
        QTest::addColumn<bool>("isPng");
        QTest::addColumn<int>("share"); // of all mutations, in hundredths
        QList<QByteArray> png, jpeg;
        for (const QImage::Format format :
             {QImage::Format_RGB888, QImage::Format_Indexed8, QImage::Format_Grayscale8,
              QImage::Format_RGBA64, QImage::Format_Mono})
            png += encoded(face(64).convertToFormat(format), "png");
        jpeg += encoded(face(64), "jpeg");
        jpeg += encoded(face(64).convertToFormat(QImage::Format_Grayscale8), "jpeg");
        jpeg += progressive(face(64));
        QTest::newRow("png") << png << true << 35;
        QTest::newRow("jpeg") << jpeg << false << 35;
        QTest::newRow("bmp") << QList{encoded(face(32), "bmp")} << false << 3;
        if (const QByteArray webp = encoded(face(64), "webp"); !webp.isEmpty())
            QTest::newRow("webp") << QList{webp} << false << 3;
    }
    void pictures()
    {
        QFETCH(const QList<QByteArray>, files);
        QFETCH(const bool, isPng);
        QFETCH(const int, share);
        Mutator mutator;
        std::vector<std::uint8_t> rgb(32 * 32 * 3);
        int read = 0, count = mutations() * share / 100;
        for (int i = 0; i < count; ++i) {
            QByteArray bytes = mutator.damaged(files[i % files.size()]);
            if (isPng && i % 4 != 0)
                bytes = withChecksums(bytes);
            QBuffer buffer(&bytes);
            buffer.open(QIODevice::ReadOnly);
            try {
                readPicture(buffer, 32, rgb.data());
                ++read;
            } catch (const Error& error) {
                QVERIFY2(isSentence(error), error.what());
            }
        }
        qInfo("%d of %d damaged files gave a picture", read, count);
        QVERIFY(read > 0 && read < count);
    }

    void arrays()
    {
        const std::vector<double> doubles(4 * 9 * 9, 0.5);
        const std::vector<float> floats(4 * 9 * 9 * 3, 100);
        const std::vector<std::uint8_t> bytes(4 * 9 * 9, 100);
        const QList<QByteArray> files{npyFile(npyDictionary("<f8", "4, 9, 9"), doubles),
                                      npyFile(npyDictionary("<f4", "4, 9, 9, 3"), floats, 2),
                                      npyFile(npyDictionary("|u1", "4, 9, 9, 1"), bytes, 3)};
        const QTemporaryDir folder;
        const QString path = folder.filePath("a.npy");
        Mutator mutator;
        int read = 0, count = mutations() * 30 / 100;
        for (int i = 0; i < count; ++i) {
            writeBytes(path, mutator.damaged(files[i % files.size()]));
            try {
                const PictureSet set = readNpyPictures(path.toStdString(), 32, {});
                QVERIFY(set.count() >= 2);
                ++read;
            } catch (const Error& error) {
                QVERIFY2(isSentence(error) && QByteArray(error.what()).contains("a.npy"), error.what());
            }
        }
        qInfo("%d of %d damaged files gave pictures", read, count);
        QVERIFY(read > 0 && read < count);
    }

private:
    static QByteArray progressive(const QImage& image)
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QImageWriter writer(&buffer, "jpeg");
        writer.setProgressiveScanWrite(true);
        writer.write(image);
        return buffer.data();
    }
};

QTEST_GUILESS_MAIN(TestDamagedPictures)
#include "tst_damaged_pictures.moc"
