#include "core/error.h"
#include "core/experiment.h"
#include "core/session/run_export.h"
#include "tests/support/files.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace gan;

namespace {

std::shared_ptr<RunRecord> newRecord()
{
    return std::make_shared<RunRecord>(1, Run{Settings(experimentNamed("density-1d"))});
}

QList<QByteArray> lines(const FillFile& fill)
{
    QByteArray all;
    fill([&](const QByteArray& part) { all += part; });
    return all.trimmed().split('\n');
}

} // namespace

class TestRunExport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void metricsHaveTheirHeaderCountsAndEmptyCells()
    {
        const auto record = newRecord();
        record->metrics().setExperimentColumns({"w1"});
        StepMetrics both;
        both.updatesD = 5;
        both.updatesG = 1;
        both.lossD = 1.5f;
        both.lossG = 0.1f;
        StepMetrics onlyD;
        onlyD.updatesD = 2;
        onlyD.measured = {0.25f};
        record->metrics().append(both);
        record->metrics().append(onlyD);
        const auto written = lines(metricsCsv(record, 2));
        QCOMPARE(written.size(), 3);
        QCOMPARE(written[0],
                 QByteArray("iteration,updates_d,updates_g,loss_d,loss_g,d_real,d_fake_before,d_fake_after,"
                            "accuracy_real,accuracy_fake,grad_norm_d,grad_norm_g,w1"));
        QCOMPARE(written[1], QByteArray("1,5,1,1.5,0.1,,,,,,,,"));
        QCOMPARE(written[2], QByteArray("2,7,1,,,,,,,,,,0.25"));
    }

    void numbersReadBackExactly()
    {
        const auto record = newRecord();
        StepMetrics step;
        step.lossD = 1.0f / 3;
        record->metrics().append(step);
        QCOMPARE(lines(metricsCsv(record, 1))[1].split(',')[3].toFloat(), 1.0f / 3);
    }

    /// Training may be further than the picture on the screen.
    void rowsEndWhereTheyShould()
    {
        const auto record = newRecord();
        for (int i = 0; i < 20000; ++i)
            record->metrics().append(StepMetrics());
        for (const int rows : {0, 1, 16384, 16385, 20000}) {
            const auto written = lines(metricsCsv(record, rows));
            QCOMPARE(written.size(), rows + 1);
            QVERIFY(rows == 0 || written.last().startsWith(QByteArray::number(rows) + ','));
        }
    }

    void aTableHasOneRowALine()
    {
        QCOMPARE(lines(tableCsv({"samples", {"x"}, {{1.5}, {-2}}})), (QList<QByteArray>{"1.5", "-2"}));
    }

    void theFilesOfARunDescribeOneIteration()
    {
        const QTemporaryDir folder;
        const auto record = newRecord();
        for (int i = 0; i < 50; ++i)
            record->metrics().append(StepMetrics());
        RunExport shown{record->plan(), {}, record, {}};
        shown.run.iterations = 30;
        writeWholeFiles(runFiles(folder.path(), shown));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), (QStringList{"metrics.csv", "run.json"}));
        QCOMPARE(readRunFile(folder.filePath("run.json")), shown.run);
        QCOMPARE(content(folder.filePath("metrics.csv")).trimmed().split('\n').size(), 31);
        shown.samples = Table{"samples", {"x"}, {{1.5}}};
        writeWholeFiles(runFiles(folder.path(), shown));
        QCOMPARE(content(folder.filePath("samples.csv")), QByteArray("1.5\n"));
    }

    void anUnwritablePlaceIsASentence()
    {
        QVERIFY_THROWS_EXCEPTION(
            Error, writeWholeFile(QStringLiteral("/proc/none/metrics.csv"), metricsCsv(newRecord(), 0)));
    }
};

QTEST_GUILESS_MAIN(TestRunExport)
#include "tst_run_export.moc"
