#include "core/epochs.h"
#include "core/experiment.h"

#include <QTest>

using namespace gan;

namespace {

/// 100 vectors in batches of 5, five steps of D for one of G: 20 batches are an epoch.
Settings settings()
{
    return Settings(experimentNamed("signal"));
}

} // namespace

class TestEpochs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyLimitedDataHasEpochs()
    {
        QVERIFY(countsEpochs(experimentNamed("signal")));
        QVERIFY(!countsEpochs(experimentNamed("density-1d")));
    }

    void freshBatchesForEachStep()
    {
        QCOMPARE(iterationsPerEpoch(settings(), 100, true, true), 4);
        QCOMPARE(iterationsPerEpoch(settings(), 100, true, false), 4);
        QCOMPARE(iterationsPerEpoch(settings(), 100, false, true), 20);
        QCOMPARE(iterationsPerEpoch(settings(), 101, true, true), 5); // rounded up
    }

    void oneBatchForAllSteps()
    {
        Settings one = settings();
        one.setText("batch_per_iteration", "one");
        QCOMPARE(iterationsPerEpoch(one, 100, true, true), 20);
        QCOMPARE(iterationsPerEpoch(one, 100, false, true), 20);
    }

    void aNetworkThatIsToldToLearnMakesAStep()
    {
        Settings frozen = settings();
        frozen.setText("steps_d", "0");
        QCOMPARE(iterationsPerEpoch(frozen, 100, true, false), 20);
        QCOMPARE(iterationsPerEpoch(frozen, 1, true, true), 1);
    }
};

QTEST_APPLESS_MAIN(TestEpochs)
#include "tst_epochs.moc"
