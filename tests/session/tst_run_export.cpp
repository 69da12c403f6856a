#include "core/error.h"
#include "core/session/run_export.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gan;

namespace {

QList<QByteArray> lines(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().split('\n') : QList<QByteArray>();
}

} // namespace

class TestRunExport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void metricsHaveTheirHeaderCountsAndEmptyCells()
    {
        MetricLog log;
        log.setMeasuredColumns({"w1"});
        StepMetrics both;
        both.updatesD = 5;
        both.updatesG = 1;
        both.lossD = 1.5f;
        both.lossG = 0.1f;
        StepMetrics onlyD;
        onlyD.updatesD = 2;
        onlyD.measured = {0.25f};
        log.append(both);
        log.append(onlyD);
        const QString path = m_folder.filePath(QStringLiteral("metrics.csv"));
        writeMetricsCsv(path, log);
        const auto written = lines(path);
        QCOMPARE(written.size(), 3);
        QCOMPARE(written[0],
                 QByteArray("iteration,updates_d,updates_g,loss_d,loss_g,d_real,d_fake_before,d_fake_after,"
                            "accuracy_real,accuracy_fake,grad_norm_d,grad_norm_g,w1"));
        QCOMPARE(written[1], QByteArray("1,5,1,1.5,0.1,,,,,,,,"));
        QCOMPARE(written[2], QByteArray("2,7,1,,,,,,,,,,0.25"));
    }

    void numbersReadBackExactly()
    {
        MetricLog log;
        StepMetrics step;
        step.lossD = 1.0f / 3;
        log.append(step);
        const QString path = m_folder.filePath(QStringLiteral("exact.csv"));
        writeMetricsCsv(path, log);
        QCOMPARE(lines(path)[1].split(',')[3].toFloat(), 1.0f / 3);
    }

    void aTableHasOneRowALine()
    {
        const QString path = m_folder.filePath(QStringLiteral("samples.csv"));
        writeTableCsv(path, {"samples", {"x"}, {{1.5}, {-2}}});
        QCOMPARE(lines(path), (QList<QByteArray>{"1.5", "-2"}));
    }

    void anUnwritablePlaceIsASentence()
    {
        QVERIFY_THROWS_EXCEPTION(Error,
                                 writeMetricsCsv(QStringLiteral("/proc/none/metrics.csv"), MetricLog()));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestRunExport)
#include "tst_run_export.moc"
