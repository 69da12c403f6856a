#include "core/error.h"
#include "core/session/saved_run_file.h"
#include "tests/support/tries.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace gan;

/// A program that is killed while it saves leaves the old or the new file, whole.
class TestKilledSave : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theOldOrTheNewFileOpensEveryTime()
    {
        constexpr int kKills = tries(200);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.ganrun"));
        std::mt19937 random(3);
        int whole = 0, underWay = 0;
        for (int i = 0; i < kKills; ++i) {
            underWay += killedWhileSaving(path, static_cast<int>(random() % 40));
            whole += opens(path);
        }
        qInfo("killed %d times, %d of them while saving: %d files open", kKills, underWay, whole);
        QCOMPARE(whole, kKills);
        QVERIFY(underWay > kKills / 4); // or the test shows nothing
    }

private:
    /// A new process saves over the file that the one before it left; whether it was at it when it was
    /// killed.
    static bool killedWhileSaving(const QString& path, int milliseconds)
    {
        QProcess process;
        process.start(QStringLiteral(GAN_SAVE_AGAIN), {QStringLiteral("file"), path});
        QByteArray marks;
        while (!marks.contains(')') && process.waitForReadyRead())
            marks += process.readAll();
        QTest::qSleep(milliseconds);
        process.kill();
        process.waitForFinished();
        return (marks + process.readAll()).endsWith('(');
    }

    static bool opens(const QString& path)
    {
        try {
            const SavedRun saved = readSavedRun(path, 1);
            return saved.record->run().iterations > 0 &&
                   saved.record->metrics().size() == saved.record->run().iterations;
        } catch (const Error& error) {
            qWarning("%s", error.what());
            return false;
        }
    }
};

QTEST_GUILESS_MAIN(TestKilledSave)
#include "tst_killed_save.moc"
