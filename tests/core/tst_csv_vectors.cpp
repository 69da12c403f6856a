#include "core/data/csv_vectors.h"
#include "core/data/regular_file.h"
#include "core/error.h"
#include "core/experiment.h"
#include "core/settings/settings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace gan;

namespace {

/// The sentence that this text is refused with; empty when it is read.
std::string refusal(const std::string& text, std::int64_t length = 2)
{
    try {
        Vectors vectors = csvVectors(text, "data.csv", length);
        standardize(vectors, "data.csv");
    } catch (const Error& error) {
        return plainText(error.text());
    }
    return {};
}

std::string refusalOfFile(const QString& path)
{
    Settings settings(experimentNamed("signal"));
    settings.set("csv", path.toStdString());
    try {
        settings.checkRules();
        settings.experiment().data.read(settings);
    } catch (const Error& error) {
        return plainText(error.text());
    }
    return {};
}

} // namespace

class TestCsvVectors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersAreRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("commas") << QByteArray("1,2\n3,-4.5\n");
        QTest::newRow("semicolons and blanks") << QByteArray(" 1 ; 2 \n3;\t-4.5");
        QTest::newRow("blanks alone") << QByteArray("1 2\n\n   3\t-4.5  \n\n");
        QTest::newRow("Windows") << QByteArray("\xef\xbb\xbf"
                                               "1,2\r\n3,-4.5\r\n");
        QTest::newRow("signs and powers") << QByteArray("+1,2e0\n3,-45e-1");
    }
    void numbersAreRead()
    {
        QFETCH(QByteArray, text);
        const Vectors vectors = csvVectors(text.toStdString(), "data.csv", 2);
        QCOMPARE(vectors.count(), 2);
        QCOMPARE(vectors.values, (std::vector<double>{1, 2, 3, -4.5}));
    }

    void whatIsWrongIsSaidWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char* name, const char* text, const char* words) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(words);
        };
        row("text cell", "1,2\n3,pear\n", "Line 2, column 2 of data.csv: \"pear\"");
        row("header", "a,b\n1,2\n", "Line 1, column 1 of data.csv: \"a\"");
        row("empty cell", "1,2\n3,,\n", "Line 2, column 2 of data.csv: \"\"");
        row("cell missing at the end", "1,2\n3,\n", "Line 2, column 2 of data.csv: \"\"");
        row("number with a tail", "1,2x\n", "Line 1, column 2");
        row("decimal comma", "1,5;2\n",
            "Line 1, column 3 of data.csv: the line has 3 values; each line must have 2");
        row("not a number", "1,nan\n", "Line 1, column 2");
        row("infinite", "1,inf\n", "Line 1, column 2");
        row("too large for a double", "1,1e999\n", "Line 1, column 2");
        row("binary", "1,\x01\x02\n", "\"??\"");
        row("short line", "1,2\n\n3\n",
            "Line 3, column 2 of data.csv: the line has 1 values; each line must have 2");
        row("empty", "", "data.csv holds no numbers");
        row("blank", "\n  \n\r\n", "data.csv holds no numbers");
        row("all equal", "2,2\n2,2\n", "cannot be divided by their range, which is 0");
        row("range beyond double", "1e308,-1e308\n", "cannot be divided by their range");
    }
    void whatIsWrongIsSaidWithItsPlace()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, words);
        const std::string said = refusal(text.toStdString());
        QVERIFY2(said.find(words.toStdString()) != std::string::npos, said.c_str());
        QVERIFY(said.find('\n') == std::string::npos);
    }

    /// A shift and a division, which the scale undoes.
    void valuesAreStandardized()
    {
        Vectors vectors = csvVectors("0,1\n2,5\n", "data.csv", 2);
        const ValueScale scale = standardize(vectors, "data.csv");
        QCOMPARE(scale.mean, 2.0);
        QCOMPARE(scale.range, 5.0);
        QCOMPARE(vectors.values, (std::vector<double>{-0.4, -0.2, 0, 0.6}));
    }

    void filesThatCannotBeHad()
    {
        QTemporaryDir folder;
        QVERIFY(refusalOfFile(folder.filePath("nothing.csv")).find("is no file") != std::string::npos);
        QVERIFY(refusalOfFile(folder.path()).find("is no file") != std::string::npos);
        const QString pipe = folder.filePath("pipe.csv");
        QCOMPARE(mkfifo(pipe.toUtf8().constData(), 0600), 0);
        QVERIFY(refusalOfFile(pipe).find("is no file") != std::string::npos);
        QVERIFY(!regularFileStream(pipe.toStdString()).is_open()); // nor is it waited for
        QFile huge(folder.filePath("huge.csv"));
        QVERIFY(huge.open(QIODevice::WriteOnly) && huge.resize(kLargestCsv + 1));
        QVERIFY(refusalOfFile(huge.fileName()).find("at most 32 MB") != std::string::npos);
        QFile good(folder.filePath("good.csv"));
        QVERIFY(good.open(QIODevice::WriteOnly));
        good.write("0,0.5,1,0.25\n1,0,0,1\n");
        good.close();
        QCOMPARE(refusalOfFile(good.fileName()), std::string());
    }

    void anUnreadableFile()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath("secret.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("1,2,3,4\n2,3,4,5\n");
        file.close();
        QVERIFY(file.setPermissions({}));
        if (QFile(file.fileName()).open(QIODevice::ReadOnly))
            QSKIP("this user may read every file");
        QVERIFY(refusalOfFile(file.fileName()).find("cannot be read") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestCsvVectors)

#include "tst_csv_vectors.moc"
