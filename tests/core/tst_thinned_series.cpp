#include "core/thinned_series.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace gan;

class TestThinnedSeries : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bucketsEqualBruteForce_data()
    {
        QTest::addColumn<int>("length");
        QTest::addColumn<int>("every");
        for (int length : {1, 7, 64, 65, 1000, 12345})
            QTest::addRow("%d", length) << length << 1;
        QTest::addRow("measured each 50") << 100000 << 50;
        QTest::addRow("measured each 3") << 10000 << 3;
    }

    void bucketsEqualBruteForce()
    {
        QFETCH(int, length);
        QFETCH(int, every);
        std::mt19937 random(3);
        std::vector<std::pair<std::int64_t, float>> all;
        ThinnedSeries series(64);
        for (int i = every; i <= length; i += every) {
            all.emplace_back(i, static_cast<float>(random()));
            series.append(i, all.back().second);
        }
        QVERIFY(series.buckets().size() <= 64);
        std::size_t next = 0;
        for (const Bucket& bucket : series.buckets()) {
            const auto first = all.begin() + static_cast<std::ptrdiff_t>(next);
            const auto last = first + bucket.count;
            const auto [low, high] = std::minmax_element(
                first, last, [](const auto& a, const auto& b) { return a.second < b.second; });
            QCOMPARE(bucket.minimum, low->second);
            QCOMPARE(bucket.maximum, high->second);
            QCOMPARE(bucket.firstIteration, first->first);
            QCOMPARE(bucket.lastIteration, (last - 1)->first);
            QCOMPARE(bucket.last, (last - 1)->second);
            QVERIFY(bucket.lastIteration / series.stride() == bucket.firstIteration / series.stride());
            next += static_cast<std::size_t>(bucket.count);
        }
        QCOMPARE(next, all.size());
    }

    void aLongSeriesUsesItsBuckets()
    {
        ThinnedSeries series(64);
        for (int i = 1; i <= 100000; ++i)
            series.append(i, 1);
        QVERIFY(series.buckets().size() > 24);
    }

    void aSpikeStays()
    {
        ThinnedSeries series(128);
        for (int i = 1; i <= 1000000; ++i)
            series.append(i, i == 123456 ? 99.0f : 1.0f);
        const auto spikes = std::count_if(series.buckets().begin(), series.buckets().end(),
                                          [](const auto& bucket) { return bucket.maximum == 99.0f; });
        QCOMPARE(spikes, 1);
    }

    void valuesThatAreNotNumbersArePassedOver()
    {
        ThinnedSeries series(4);
        series.append(1, std::nanf(""));
        QVERIFY(series.buckets().empty());
        series.append(2, 5);
        series.append(3, std::nanf(""));
        QCOMPARE(series.buckets().size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(TestThinnedSeries)
#include "tst_thinned_series.moc"
