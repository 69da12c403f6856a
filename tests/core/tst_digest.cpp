#include "core/digest.h"

#include <QTest>

#include <string>

using namespace gan;

class TestDigest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// From the authors' list of test vectors; saved runs rely on them.
    void knownSums()
    {
        QCOMPARE(digest({}), 0xcbf29ce484222325ULL);
        QCOMPARE(digest(bytesIn(std::string("a"))), 0xaf63dc4c8601ec8cULL);
        QCOMPARE(digest(bytesIn(std::string("foobar"))), 0x85944171f73967e8ULL);
    }

    void everyByteCounts_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {1, 7, 8, 9, 24})
            QTest::addRow("%d bytes", size) << size;
    }

    void everyByteCounts()
    {
        QFETCH(int, size);
        const std::string text(static_cast<std::size_t>(size), 'x');
        for (std::size_t i = 0; i < text.size(); ++i) {
            std::string other = text;
            other[i] = 'y';
            QVERIFY(digest(bytesIn(other)) != digest(bytesIn(text)));
            QVERIFY(digestOfWords(bytesIn(other)) != digestOfWords(bytesIn(text)));
        }
    }

    /// A word is 8 bytes in the order of the machine, so a word of one byte and zeros has that byte's sum.
    void wordsAreSummedAsBytesAre()
    {
        const std::vector<std::uint64_t> word{'a'};
        QCOMPARE(digestOfWords(bytesIn(word)), digest(bytesIn(std::string("a"))));
        QCOMPARE(digestOfWords(bytesIn(std::string("a"))), digest(bytesIn(std::string("a"))));
        QCOMPARE(digestOfWords({}), digest({}));
    }
};

QTEST_APPLESS_MAIN(TestDigest)

#include "tst_digest.moc"
