#include "core/experiment.h"
#include "core/session/background_writer.h"
#include "core/session/run_export.h"
#include "tests/support/files.h"
#include "tests/support/full_disk.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace gan;

namespace {

NewFile file(const QString& path, const QByteArray& bytes)
{
    return {path, [bytes](const WritePart& write) { write(bytes); }};
}

/// Takes its time, and says between its parts that it goes on.
NewFile slowFile(const QString& path)
{
    return {path, [](const WritePart& write) {
                for (int i = 0; i < 30; ++i) {
                    QThread::msleep(10);
                    write("part ");
                }
            }};
}

} // namespace

class TestBackgroundWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filesAreWrittenInOrderAndSaid()
    {
        const QTemporaryDir folder;
        const QString inner = folder.filePath("new/folder");
        BackgroundWriter writer;
        QSignalSpy written(&writer, &BackgroundWriter::written);
        writer.write({file(inner + "/a", "1"), file(inner + "/b", "2")}, inner, inner);
        writer.write({file(inner + "/a", "3")}, inner + "/a");
        QTRY_COMPARE(written.count(), 2);
        QCOMPARE(written[0][0].toString(), inner);
        QCOMPARE(content(inner + "/a"), QByteArray("3"));
        QCOMPARE(content(inner + "/b"), QByteArray("2"));
    }

    void orderingDoesNotWaitAndProgressIsTold()
    {
        const QTemporaryDir folder;
        BackgroundWriter writer;
        QSignalSpy written(&writer, &BackgroundWriter::written);
        QSignalSpy progressed(&writer, &BackgroundWriter::progressed);
        QElapsedTimer clock;
        clock.start();
        writer.write({slowFile(folder.filePath("slow"))}, "slow");
        QVERIFY(clock.elapsed() < 100);
        QTRY_COMPARE(written.count(), 1);
        QVERIFY(progressed.count() >= 1 && progressed.count() <= 4);
        QVERIFY(progressed.last()[1].toLongLong() > 0);
    }

    void aFullDiskIsASentenceAndLeavesTheOldFiles()
    {
        const QTemporaryDir folder;
        writeWholeFile(folder.filePath("a"), QByteArray("old"));
        BackgroundWriter writer;
        QString why;
        connect(&writer, &BackgroundWriter::failed, this,
                [&](const QString&, const Text& text) { why = QString::fromStdString(plainText(text)); });
        const FullDisk disk(1000);
        const QString large = folder.filePath("b");
        writer.write({file(folder.filePath("a"), "new"), file(large, QByteArray(5000, 'x'))}, folder.path());
        QTRY_VERIFY(!why.isEmpty());
        QVERIFY2(why.contains(large) && why.endsWith('.'), qPrintable(why));
        QCOMPARE(content(folder.filePath("a")), QByteArray("old"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{"a"});
    }

    void endingWaitsForTheFile()
    {
        const QTemporaryDir folder;
        {
            BackgroundWriter writer;
            writer.write({slowFile(folder.filePath("slow"))}, "slow");
        }
        QCOMPARE(content(folder.filePath("slow")).size(), 150);
    }

    /// What the thread is for. The figure belongs to the machine; it is printed, and only its order is
    /// checked.
    void aMillionRows()
    {
        const QTemporaryDir folder;
        const auto record = std::make_shared<RunRecord>(1, Run{Settings(experimentNamed("density-1d"))});
        StepMetrics step;
        step.updatesD = step.updatesG = 1;
        step.lossD = step.lossG = step.dReal = 1.0f / 3;
        for (int i = 0; i < 1000000; ++i)
            record->metrics().append(step);
        BackgroundWriter writer;
        QSignalSpy written(&writer, &BackgroundWriter::written);
        QElapsedTimer clock;
        clock.start();
        writer.write({{folder.filePath("metrics.csv"), metricsCsv(record, 1000000)}}, "metrics");
        const qint64 ordering = clock.elapsed();
        QTRY_COMPARE_WITH_TIMEOUT(written.count(), 1, 60000);
        qInfo("1 000 000 rows: %lld ms; the window waits %lld ms", clock.elapsed(), ordering);
        QVERIFY(ordering < 50);
        QCOMPARE(content(folder.filePath("metrics.csv")).count('\n'), 1000001);
    }
};

QTEST_GUILESS_MAIN(TestBackgroundWriter)
#include "tst_background_writer.moc"
