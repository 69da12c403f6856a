#include "core/error.h"
#include "core/session/whole_file.h"
#include "tests/support/files.h"
#include "tests/support/full_disk.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gan;

class TestWholeFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void replacesTheOldFile()
    {
        const QString path = m_folder.filePath(QStringLiteral("a"));
        writeWholeFile(path, QByteArray("old"));
        writeWholeFile(path, QByteArray("new"));
        QCOMPARE(content(path), QByteArray("new"));
    }

    void anErrorWhileWritingLeavesTheOldFile()
    {
        const QString path = m_folder.filePath(QStringLiteral("b"));
        writeWholeFile(path, QByteArray("old"));
        const auto breaks = [](const WritePart& write) {
            write("half");
            throw Error("The data ends early.");
        };
        QVERIFY_THROWS_EXCEPTION(Error, writeWholeFile(path, breaks));
        QCOMPARE(content(path), QByteArray("old"));
        QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("b*")}, QDir::Files).size(), 1);
    }

    /// A limit on the size of files stands in for a full disk: write() fails in the same place.
    void aFullDiskLeavesTheOldFile_data()
    {
        QTest::addColumn<int>("size");
        QTest::newRow("larger than a buffer") << (1 << 20);
        QTest::newRow("all in a buffer") << 3000;
    }

    void aFullDiskLeavesTheOldFile()
    {
        QFETCH(int, size);
        const QString path = m_folder.filePath(QStringLiteral("c"));
        writeWholeFile(path, QByteArray("old"));
        {
            const FullDisk disk(1000);
            QVERIFY_THROWS_EXCEPTION(Error, writeWholeFile(path, QByteArray(size, 'x')));
        }
        QCOMPARE(content(path), QByteArray("old"));
        QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("c*")}, QDir::Files).size(), 1);
    }

    /// The last file does not fit; the ones before it, which do, leave no trace either.
    void filesThatBelongTogetherAreAllWrittenOrNone()
    {
        const QTemporaryDir folder;
        const auto file = [&](const char* name, const QByteArray& bytes) {
            return NewFile{folder.filePath(QLatin1String(name)),
                           [bytes](const WritePart& write) { write(bytes); }};
        };
        writeWholeFiles({file("first", "old")});
        {
            const FullDisk disk(1000);
            QVERIFY_THROWS_EXCEPTION(Error, writeWholeFiles({file("first", "new"), file("second", "new"),
                                                             file("third", QByteArray(2000, 'x'))}));
        }
        QCOMPARE(content(folder.filePath(QStringLiteral("first"))), QByteArray("old"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden),
                 QStringList{QStringLiteral("first")});
        writeWholeFiles({file("first", "new"), file("second", "new")});
        QCOMPARE(content(folder.filePath(QStringLiteral("first"))), QByteArray("new"));
        QCOMPARE(content(folder.filePath(QStringLiteral("second"))), QByteArray("new"));
    }

    void devicesAndFoldersAreRefused()
    {
        QVERIFY_THROWS_EXCEPTION(Error, writeWholeFile(m_folder.path(), QByteArray("x")));
        QVERIFY_THROWS_EXCEPTION(Error, writeWholeFile(QStringLiteral("/dev/null"), QByteArray("x")));
    }

    void foldersAreMadeOrRefused()
    {
        const QString inner = m_folder.filePath(QStringLiteral("x/y/z"));
        makeWritableFolder(inner);
        QVERIFY(QDir(inner).exists());
        QVERIFY(QDir(inner).isEmpty(QDir::Files | QDir::Hidden));
        writeWholeFile(m_folder.filePath(QStringLiteral("file")), QByteArray("x"));
        QVERIFY_THROWS_EXCEPTION(Error, makeWritableFolder(m_folder.filePath(QStringLiteral("file"))));
        QVERIFY_THROWS_EXCEPTION(Error, makeWritableFolder(m_folder.filePath(QStringLiteral("file/below"))));
        QVERIFY_THROWS_EXCEPTION(Error, makeWritableFolder(QStringLiteral("/proc/none")));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestWholeFile)
#include "tst_whole_file.moc"
