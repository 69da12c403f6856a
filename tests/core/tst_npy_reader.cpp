#include "core/data/npy_reader.h"

#include "tests/support/pictures.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <sstream>

using namespace gan;

namespace {

using Bytes = std::vector<std::uint8_t>;

std::vector<Bytes> readAll(const QByteArray& file)
{
    std::istringstream stream(file.toStdString());
    NpyReader reader(stream, "a.npy");
    std::vector<Bytes> pictures;
    for (std::int64_t i = 0; i < reader.count(); ++i)
        pictures.push_back(reader.read(i));
    return pictures;
}

QString refusal(const QByteArray& file)
{
    try {
        readAll(file);
        return QStringLiteral("accepted");
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
}

} // namespace

class TestNpyReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bytes()
    {
        const std::vector<std::uint8_t> numbers{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        const std::vector<Bytes> gray{{1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 6},
                                      {7, 7, 7, 8, 8, 8, 9, 9, 9, 10, 10, 10, 11, 11, 11, 12, 12, 12}};
        for (const char version : {1, 2, 3}) {
            QCOMPARE(readAll(npyFile(npyDictionary("|u1", "2, 2, 3"), numbers, version)), gray);
            QCOMPARE(readAll(npyFile(npyDictionary("|u1", "2, 2, 3, 1"), numbers, version)), gray);
        }
        QCOMPARE(readAll(npyFile(npyDictionary("|u1", "2,1,2,3"), numbers)),
                 (std::vector<Bytes>{{1, 2, 3, 4, 5, 6}, {7, 8, 9, 10, 11, 12}}));
    }

    void floatsUpToOneAreShares()
    {
        const float nan = std::numeric_limits<float>::quiet_NaN();
        const std::vector<float> numbers{0, 0.5f, 1, 1.4f, -3, nan};
        QCOMPARE(readAll(npyFile(npyDictionary("<f4", "2, 1, 1, 3"), numbers)),
                 (std::vector<Bytes>{{0, 128, 255}, {255, 0, 0}}));
    }

    void floatsAboveOneAndAHalfAreBytes()
    {
        const std::vector<double> numbers{0.4, 0.6, 128, 255, 1e300, -INFINITY};
        QCOMPARE(readAll(npyFile(npyDictionary("<f8", "2, 1, 1, 3"), numbers)),
                 (std::vector<Bytes>{{0, 1, 128}, {255, 255, 0}}));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("why");
        const std::vector<std::uint8_t> six(6, 7);
        const auto with = [&](const char* name, const QByteArray& dictionary, const char* why) {
            QTest::newRow(name) << npyFile(dictionary, six) << QString::fromLatin1(why);
        };
        const auto shaped = [&](const char* shape, const char* why) {
            with(shape, npyDictionary("|u1", shape), why);
        };
        QTest::newRow("empty") << QByteArray() << "not a .npy file";
        QTest::newRow("text") << QByteArray("hello, world, this is text") << "not a .npy file";
        QTest::newRow("only magic") << QByteArray("\x93NUMPY") << "damaged";
        QTest::newRow("version 9") << npyFile(npyDictionary("|u1", "1,2,3"), six, 9) << "newer";
        QTest::newRow("header of 4 GB") << QByteArray("\x93NUMPY\x02\x00\xff\xff\xff\xff{", 13) << "damaged";
        QTest::newRow("short header") << npyFile(npyDictionary("|u1", "1,2,3"), six).left(30) << "damaged";
        QTest::newRow("short data") << npyFile(npyDictionary("|u1", "1,2,3"), six).chopped(1)
                                    << "ends too early";
        shaped("2,3", "shape");
        shaped("1,2,3,1,1", "shape");
        shaped("1,1,1,4", "shape");
        shaped("", "shape");
        shaped("0,2,3", "0 pictures");
        shaped("-1,2,3", "-1 pictures");
        shaped("1,-2,3", "-2 pixels");
        shaped("1,0,3", "0 pixels");
        shaped("1,2,100000", "100000 pixels");
        shaped("99999999,2,3", "99999999 pictures");
        shaped("10000000,8192,8192,3", "ends too early");
        shaped("99999999999999999999,2,3", "damaged");
        shaped("1,2,3,1,1,1,1,1,1,1,1,1", "damaged");
        shaped("1,2,x", "damaged");
        with("object", npyDictionary("|O", "1,2,3"), "another type");
        with("int64", npyDictionary("<i8", "1,2,3"), "another type");
        with("record", "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,2,3), }",
             "another type");
        with("big endian", npyDictionary(">f4", "1,2,3"), "byte order");
        with("fortran", "{'descr': '|u1', 'fortran_order': True, 'shape': (1,2,3), }", "Fortran");
        with("no shape", "{'descr': '|u1', 'fortran_order': False}", "damaged");
        with("no end", "{'descr': '|u1', 'fortran_order': False, 'shape': (1,2,3)", "damaged");
        with("other key", "{'descr': '|u1', 'color': False, 'shape': (1,2,3)}", "damaged");
        with("open quote", "{'descr", "damaged");
        with("no dictionary", "[1, 2]", "damaged");
    }
    void refuses()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const QString, why);
        const QString sentence = refusal(file);
        QVERIFY2(sentence.startsWith("The file a.npy cannot be used: ") && sentence.endsWith('.'),
                 qPrintable(sentence));
        QVERIFY2(sentence.contains(why), qPrintable(sentence));
    }

    void longRangeCheckCanBeCanceled()
    {
        std::istringstream stream(
            npyFile(npyDictionary("<f4", "600, 1, 1"), std::vector<float>(600)).toStdString());
        int calls = 0;
        QVERIFY_EXCEPTION_THROWN(NpyReader(stream, "a.npy", [&](auto, auto) { return ++calls < 2; }),
                                 LoadingCanceled);
        QCOMPARE(calls, 2);
    }
};

QTEST_APPLESS_MAIN(TestNpyReader)
#include "tst_npy_reader.moc"
