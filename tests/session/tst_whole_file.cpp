#include "core/error.h"
#include "core/session/whole_file.h"
#include "tests/support/files.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>

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
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        const rlimit small{1000, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
        QVERIFY_THROWS_EXCEPTION(Error, writeWholeFile(path, QByteArray(size, 'x')));
        setrlimit(RLIMIT_FSIZE, &before);
        QCOMPARE(content(path), QByteArray("old"));
        QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("c*")}, QDir::Files).size(), 1);
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
