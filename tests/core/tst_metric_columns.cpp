#include "core/error.h"
#include "core/experiment.h"
#include "core/step_metrics.h"

#include <QSet>
#include <QTest>

using namespace gan;

/// What is said of a column is said in one table.
class TestMetricColumns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRowIsWhole_data()
    {
        QTest::addColumn<QByteArray>("experiment");
        for (const Experiment& experiment : experiments())
            QTest::newRow(experiment.id) << QByteArray(experiment.id);
    }
    void everyRowIsWhole()
    {
        QFETCH(QByteArray, experiment);
        QSet<QByteArray> keys;
        for (const MetricColumn& column : experimentNamed(experiment.toStdString()).columns) {
            QVERIFY2(!keys.contains(column.key), column.key);
            keys.insert(column.key);
            QVERIFY2(*column.label && *column.legendText(), column.key);
            QVERIFY2(QByteArray(column.help).endsWith('.'), column.key);
            QVERIFY2(column.decimals >= 0 && column.decimals <= 6, column.key);
        }
    }

    void theCommonOnesComeFirst_data() { everyRowIsWhole_data(); }
    void theCommonOnesComeFirst()
    {
        QFETCH(QByteArray, experiment);
        const auto& columns = experimentNamed(experiment.toStdString()).columns;
        QVERIFY(columns.size() >= kStepColumns.size());
        for (std::size_t i = 0; i < kStepColumns.size(); ++i)
            QCOMPARE(QByteArray(columns[i].key), QByteArray(kStepColumns[i]));
    }

    void anUnknownOneIsNamed()
    {
        const Experiment& experiment = experimentNamed("signal");
        QCOMPARE(QByteArray(experiment.column("a12").key), QByteArray("a12"));
        QVERIFY_THROWS_EXCEPTION(Error, experiment.column("a13"));
    }
};

QTEST_APPLESS_MAIN(TestMetricColumns)
#include "tst_metric_columns.moc"
