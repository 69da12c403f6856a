#include "core/experiment.h"
#include "core/session/autosave.h"
#include "tests/support/fake_trainer.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

#include <csignal>
#include <cstdlib>

using namespace gan;
using namespace std::chrono_literals;

namespace {

const Settings kSettings(experimentNamed("density-1d"));

/// A window without a window: a session and what saves it.
struct Desk {
    explicit Desk(const QString& folder, std::chrono::milliseconds interval = 10ms)
        : session(fakeTrainerFactory(), {kSettings})
        , autosave(std::make_unique<Autosave>(session, folder, interval))
    {
    }
    ~Desk() { autosave.reset(); }

    void stepTo(std::int64_t iteration)
    {
        for (auto at = session.current().record()->run().iterations; at < iteration; ++at)
            session.step();
        QTRY_VERIFY(session.current().snapshot() && session.current().snapshot()->iteration == iteration);
    }

    TrainingSession session;
    std::unique_ptr<Autosave> autosave;
};

} // namespace

class TestAutosave : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void onlyNewsAreWritten()
    {
        Desk desk(folder());
        QSignalSpy saved(&desk.session.saver(), &RunSaver::saved);
        QTRY_VERIFY(desk.session.current().snapshot());
        QTest::qWait(50); // several intervals: there is nothing to wait for
        QVERIFY(!QDir(folder()).exists());
        desk.stepTo(3);
        QTRY_COMPARE(iterationOf(runningFile()), std::int64_t{3});
        QTRY_VERIFY(saved.count() >= 1);
        const auto count = saved.count();
        QTest::qWait(50);
        QVERIFY(saved.count() <= count + 1);  // the last step may have come while a save was under way
        desk.session.runs().reset(kSettings); // a run without a step does not take the place of one with some
        QTest::qWait(50);
        QCOMPARE(iterationOf(runningFile()), std::int64_t{3});
    }

    void aCleanCloseLeavesTheLastRunAndOffersNothing()
    {
        {
            Desk desk(folder());
            desk.stepTo(3);
            QTRY_COMPARE(iterationOf(runningFile()), std::int64_t{3});
        }
        {
            Desk desk(folder(), 1h);
            QVERIFY(desk.autosave->leftBehind().empty());
            QCOMPARE(desk.autosave->lastRun()->iteration, std::int64_t{3});
            QCOMPARE(desk.autosave->lastRun()->experiment, &kSettings.experiment());
            desk.session.runs().open(desk.autosave->lastRun()->path);
            QTRY_VERIFY(desk.session.current().snapshot());
            desk.stepTo(5); // closed before the first interval is over
        }
        QCOMPARE(names(), QStringList{QStringLiteral("last.ganrun")});
        QCOMPARE(Desk(folder()).autosave->lastRun()->iteration, std::int64_t{5});
    }

    void aCrashIsOfferedUntilItIsDecided()
    {
        crash();
        const QString unfinished = runningFile() + QStringLiteral(".Ab12Cd"); // as a killed save leaves it
        QFile(unfinished).open(QIODevice::WriteOnly);
        {
            Desk desk(folder(), 1h);
            const auto runs = desk.autosave->leftBehind();
            QCOMPARE(runs.size(), std::size_t{1});
            QVERIFY(runs[0].iteration > 0);
            QCOMPARE(runs[0].experiment, &kSettings.experiment());
            QVERIFY(runs[0].when.secsTo(QDateTime::currentDateTime()) < 60);
            QVERIFY(!QFile::exists(unfinished));
            QVERIFY(Desk(folder(), 1h).autosave->leftBehind().empty()); // another window at the same time
        }
        Desk desk(folder(), 1h); // nobody decided
        const auto runs = desk.autosave->leftBehind();
        QCOMPARE(runs.size(), std::size_t{1});
        desk.autosave->discard(runs[0].path);
        QVERIFY(desk.autosave->leftBehind().empty());
        QVERIFY(names().isEmpty());
    }

    void aRunLeftBehindGoesOnAndItsFileStaysUntilItIsSavedAnew()
    {
        crash();
        Desk desk(folder(), 1h);
        const EarlierRun run = desk.autosave->leftBehind().at(0);
        QSignalSpy saved(&desk.session.saver(), &RunSaver::saved);
        desk.autosave->open(run.path);
        QTRY_VERIFY(desk.session.current().snapshot() &&
                    desk.session.current().snapshot()->iteration == run.iteration);
        QTRY_COMPARE(saved.count(), 1);
        QVERIFY(!QFile::exists(run.path));
        QCOMPARE(iterationOf(runningFile()), run.iteration);
        QVERIFY(desk.autosave->leftBehind().empty());
    }

    void twoWindowsDoNotFight()
    {
        {
            Desk one(folder()), two(folder());
            one.stepTo(3);
            two.stepTo(4);
            QTRY_COMPARE(QDir(folder()).entryList({QStringLiteral("running-*.ganrun")}).size(), 2);
            QVERIFY(one.autosave->leftBehind().empty());
            QVERIFY(two.autosave->leftBehind().empty());
        }
        QCOMPARE(names(), QStringList{QStringLiteral("last.ganrun")});
    }

    void anUnwritableHomeIsNoError()
    {
        const QString file = m_folder->filePath(QStringLiteral("file"));
        QVERIFY(QFile(file).open(QIODevice::WriteOnly));
        Desk desk(file + QStringLiteral("/home"));
        QSignalSpy problems(desk.autosave.get(), &Autosave::problemChanged);
        QSignalSpy failures(&desk.session.saver(), &RunSaver::saveFailed);
        QVERIFY(desk.autosave->leftBehind().empty());
        QVERIFY(!desk.autosave->lastRun());
        desk.stepTo(3);
        QTRY_COMPARE(problems.count(), 1);
        QTest::qWait(50);
        QCOMPARE(problems.count(), 1);
        QCOMPARE(failures.count(), 0);
        QVERIFY(plainText(*desk.autosave->problem()).find("cannot be made") != std::string::npos);
    }

    void aFullDiskKeepsTheOlderFile()
    {
        Desk desk(folder());
        QSignalSpy problems(desk.autosave.get(), &Autosave::problemChanged);
        desk.stepTo(3);
        QTRY_COMPARE(iterationOf(runningFile()), std::int64_t{3});
        {
            const FullDisk full(QFileInfo(runningFile()).size());
            desk.stepTo(2000);
            QTRY_COMPARE(problems.count(), 1);
            QTest::qWait(50);
            QCOMPARE(problems.count(), 1);
            QCOMPARE(iterationOf(runningFile()), std::int64_t{3});
        }
        QTRY_COMPARE(iterationOf(runningFile()), std::int64_t{2000});
        QTRY_VERIFY(!desk.autosave->problem());
    }

    /// The last minute is lost, but the file of the minute before is offered, not forgotten.
    void aFullDiskOnCloseLeavesTheOlderFileToOffer()
    {
        std::optional<FullDisk> full;
        {
            Desk desk(folder());
            desk.stepTo(3);
            QTRY_COMPARE(iterationOf(runningFile()), std::int64_t{3});
            full.emplace(QFileInfo(runningFile()).size());
            desk.stepTo(2000);
        }
        full.reset();
        Desk desk(folder(), 1h);
        QVERIFY(!desk.autosave->lastRun());
        QCOMPARE(desk.autosave->leftBehind().at(0).iteration, std::int64_t{3});
    }

    void aFileThatCannotBeReadIsNotOffered()
    {
        QVERIFY(QDir().mkpath(folder()));
        QFile file(folder() + QStringLiteral("/running-1.ganrun"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("GAN Explorer saved run\n\0\0\0\x07", 27);
        file.close();
        Desk desk(folder());
        QVERIFY(desk.autosave->leftBehind().empty());
        QVERIFY(file.exists()); // a newer version of the program may want it
    }

private:
    /// No file can have more bytes.
    struct FullDisk {
        explicit FullDisk(qint64 bytes)
        {
            signal(SIGXFSZ, SIG_IGN);
            getrlimit(RLIMIT_FSIZE, &before);
            rlimit less{static_cast<rlim_t>(bytes), before.rlim_max};
            setrlimit(RLIMIT_FSIZE, &less);
        }
        ~FullDisk() { setrlimit(RLIMIT_FSIZE, &before); }
        rlimit before{};
    };

    QString folder() const { return m_folder->filePath(QStringLiteral("autosave")); }
    QStringList names() const { return QDir(folder()).entryList(QDir::Files); }
    QString runningFile() const
    {
        const QStringList files = QDir(folder()).entryList({QStringLiteral("running-*.ganrun")});
        return files.isEmpty() ? QString() : folder() + '/' + files.first();
    }
    static std::int64_t iterationOf(const QString& path)
    {
        return path.isEmpty() ? 0 : readSavedRun(path, 1).record->run().iterations;
    }
    /// Another process trains, saves by itself, and is killed. Not with QProcess: its fork shares this
    /// process's memory, and ThreadSanitizer then takes every lock of this thread for none.
    void crash() const
    {
        const QString command = QStringLiteral("'" GAN_SAVE_AGAIN "' window '%1'").arg(folder());
        QVERIFY(std::system(command.toLocal8Bit().constData()) != 0);
        QCOMPARE(QDir(folder()).entryList({QStringLiteral("running-*.ganrun")}).size(), 1);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestAutosave)
#include "tst_autosave.moc"
