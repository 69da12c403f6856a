#include "core/curve_store.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace gan;

namespace {

std::int64_t valuesIn(const Buckets& buckets)
{
    return std::accumulate(buckets.begin(), buckets.end(), std::int64_t(0),
                           [](std::int64_t sum, const Bucket& bucket) { return sum + bucket.count; });
}

double sumOf(const Buckets& buckets)
{
    return std::accumulate(buckets.begin(), buckets.end(), 0.0,
                           [](double sum, const Bucket& bucket) { return sum + bucket.sum; });
}

} // namespace

class TestCurveStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyWayHoldsEveryValueOnce_data()
    {
        QTest::addColumn<int>("length");
        for (const int length : {1, 64, 2048, 2049, 5000, 123'457})
            QTest::addRow("%d", length) << length;
    }

    void everyWayHoldsEveryValueOnce()
    {
        QFETCH(int, length);
        CurveStore store;
        for (int i = 1; i <= length; ++i)
            store.append(i, static_cast<float>(i % 7));
        const double sum = sumOf(store.even());
        for (const Buckets& buckets : {store.even(), store.growing(), store.detailed()}) {
            QCOMPARE(valuesIn(buckets), length);
            QCOMPARE(sumOf(buckets), sum);
            for (std::size_t i = 1; i < buckets.size(); ++i)
                QVERIFY(buckets[i - 1].lastIteration < buckets[i].firstIteration);
        }
    }

    void newestAreKeptOneByOne()
    {
        CurveStore store;
        for (int i = 1; i <= 100'000; ++i)
            store.append(i, static_cast<float>(i));
        const Buckets detailed = store.detailed();
        for (std::size_t i = detailed.size() - CurveStore::kNewest; i < detailed.size(); ++i)
            QCOMPARE(detailed[i].count, 1);
        QCOMPARE(detailed.back().last, 100'000.0f);
        QCOMPARE(store.finest(99'000, false).size(), detailed.size());
        QCOMPARE(store.finest(1, false).size(), store.even().size());
        QCOMPARE(store.finest(1, true).size(), store.growing().size());
    }

    /// The width of a growing bucket is at most a thirty-second of the place where it lies.
    void firstIterationsStaySharp()
    {
        CurveStore store;
        for (int i = 1; i <= 1'000'000; ++i)
            store.append(i, 1);
        QVERIFY(store.growing().size() < 700);
        for (const Bucket& bucket : store.growing())
            QVERIFY(bucket.count == 1 || 32 * (bucket.count - 1) <= bucket.firstIteration);
        QCOMPARE(store.growing()[62].count, 1);
    }

    void tenMillionIterationsKeepASpike()
    {
        constexpr int kSpike = 7'654'321;
        CurveStore store;
        for (int i = 1; i <= 10'000'000; ++i)
            store.append(i, i == kSpike ? 9.0f : 0.25f);
        for (const Buckets& buckets : {store.even(), store.growing(), store.detailed()}) {
            const auto spike = std::find_if(buckets.begin(), buckets.end(), [](const Bucket& bucket) {
                return bucket.maximum == 9.0f && bucket.firstIteration <= kSpike &&
                       kSpike <= bucket.lastIteration;
            });
            QVERIFY(spike != buckets.end());
            QVERIFY(buckets.size() < 4000);
        }
    }

    void valuesThatAreNotNumbersArePassedOver()
    {
        CurveStore store;
        store.append(1, std::nanf(""));
        QVERIFY(store.isEmpty() && store.detailed().empty() && store.finest(1, true).empty());
    }
};

QTEST_GUILESS_MAIN(TestCurveStore)
#include "tst_curve_store.moc"
