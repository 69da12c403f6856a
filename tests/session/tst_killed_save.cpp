#include "core/error.h"
#include "core/session/saved_run_file.h"
#include "tests/support/tries.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <random>
#include <thread>

using namespace gan;

/// A program that is killed while it saves leaves the old or the new file, whole.
class TestKilledSave : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theOldOrTheNewFileOpensEveryTime()
    {
        constexpr int kWanted = tries(200);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.ganrun"));
        std::mt19937 random(3);
        int kills = 0, whole = 0, underWay = 0;
        for (; underWay < kWanted && kills < 40 * kWanted; ++kills) {
            underWay += killedWhileSaving(path, std::uniform_real_distribution<>()(random));
            whole += opens(path);
        }
        qInfo("killed %d times, %d of them while saving: %d files open", kills, underWay, whole);
        QCOMPARE(whole, kills);
        QCOMPARE(underWay, kWanted);
    }

private:
    /// A new process saves over the file that the one before it left, and is killed after this part (0 to 1)
    /// of the time that its first save took; whether it was still at the second.
    static bool killedWhileSaving(const QString& path, double part)
    {
        QProcess process;
        process.start(QStringLiteral(GAN_SAVE_AGAIN), {QStringLiteral("file"), path});
        QByteArray marks;
        const auto waitFor = [&](const char* wanted) {
            while (!marks.startsWith(wanted) && process.waitForReadyRead())
                marks += process.readAll();
        };
        waitFor("(");
        QElapsedTimer save;
        save.start();
        waitFor("()");
        const auto length = std::chrono::nanoseconds(save.nsecsElapsed());
        waitFor("()(");
        std::this_thread::sleep_for(length * part);
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
