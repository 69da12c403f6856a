#include "core/session/metric_log.h"

#include <QTest>

#include <cmath>
#include <thread>

using namespace gan;

namespace {

StepMetrics row(std::int64_t iteration)
{
    StepMetrics metrics;
    metrics.updatesD = 5;
    metrics.updatesG = 1;
    metrics.lossD = static_cast<float>(iteration);
    if (iteration % 50 == 0)
        metrics.measured = {static_cast<float>(-iteration)};
    return metrics;
}

} // namespace

class TestMetricLog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesItsColumns()
    {
        MetricLog log;
        log.setExperimentColumns({"w1"});
        const MetricColumns& columns = *log.columns();
        QCOMPARE(columns.front(), std::string("steps_d"));
        QCOMPARE(columns[2], std::string("loss_d"));
        QCOMPARE(columns.back(), std::string("w1"));
    }

    void readsBackWhatWasWritten_data()
    {
        QTest::addColumn<int>("limit");
        QTest::addRow("in memory") << (32 << 20);
        QTest::addRow("spilled") << 1;
    }

    void readsBackWhatWasWritten()
    {
        QFETCH(int, limit);
        MetricLog log(static_cast<std::size_t>(limit));
        log.setExperimentColumns({"w1"});
        constexpr std::int64_t length = 30000;
        for (std::int64_t i = 1; i <= length; ++i)
            log.append(row(i));
        QCOMPARE(log.size(), length);
        for (const auto& [first, count] :
             {std::pair<int, int>{0, 30000}, {4095, 2}, {12000, 9000}, {29999, 10}, {30000, 5}}) {
            const MetricRows rows = log.read(first, count);
            QCOMPARE(rows.count(), std::min<std::int64_t>(count, length - first));
            QCOMPARE(rows.firstIteration, first + 1);
            const auto loss = static_cast<std::size_t>(rows.column("loss_d")),
                       w1 = static_cast<std::size_t>(rows.column("w1"));
            for (std::int64_t i = 0; i < rows.count(); ++i) {
                const std::int64_t iteration = first + i + 1;
                QCOMPARE(rows.row(i)[0], 5.0f);
                QCOMPARE(rows.row(i)[loss], static_cast<float>(iteration));
                QCOMPARE(std::isnan(rows.row(i)[w1]), iteration % 50 != 0);
            }
        }
    }

    void readsWhileAnotherThreadAppends()
    {
        MetricLog log(1);
        constexpr std::int64_t length = 20000;
        std::thread writer([&] {
            for (std::int64_t i = 1; i <= length; ++i)
                log.append(row(i));
        });
        std::int64_t known = 0;
        while (known < length) {
            const MetricRows rows = log.read(known, log.size() - known);
            for (std::int64_t i = 0; i < rows.count(); ++i)
                QCOMPARE(rows.row(i)[2], static_cast<float>(++known));
        }
        writer.join();
    }
};

QTEST_GUILESS_MAIN(TestMetricLog)
#include "tst_metric_log.moc"
