#include "core/smoothing.h"
#include "core/thinned_series.h"

#include <QTest>

#include <cmath>

using namespace gan;

class TestSmoothing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void constantStaysConstantFromTheFirstValue()
    {
        for (const double weight : {0.0, 0.5, 0.9, 0.999}) {
            Smoothing smoothing(weight);
            for (int i = 0; i < 1000; ++i)
                QVERIFY(std::abs(smoothing.add(0.7) - 0.7) < 1e-12);
        }
    }

    void withoutWeightNothingIsSmoothed()
    {
        Smoothing smoothing(0);
        for (const double value : {3.0, -1.0, 8.0})
            QCOMPARE(smoothing.add(value), value);
    }

    /// m zeros and then ones: after k ones, (1 - w^k) / (1 - w^(m + k)).
    void stepResponse()
    {
        constexpr double kWeight = 0.95;
        constexpr int kZeros = 40;
        Smoothing smoothing(kWeight);
        for (int i = 0; i < kZeros; ++i)
            QCOMPARE(smoothing.add(0), 0.0);
        for (int k = 1; k <= 200; ++k)
            QCOMPARE(smoothing.add(1), (1 - std::pow(kWeight, k)) / (1 - std::pow(kWeight, kZeros + k)));
    }

    /// 1, 2, 3 with w = 1/2: the weights are 1, 2, 4 of 7.
    void weightsFallByTheFactor()
    {
        Smoothing smoothing(0.5);
        smoothing.add(1);
        QCOMPARE(smoothing.add(2), 5.0 / 3);
        QCOMPARE(smoothing.add(3), 17.0 / 7);
    }

    void bucketIsManyTimesItsMean()
    {
        Smoothing together(0.99), single(0.99);
        for (const auto& [mean, count] : {std::pair{2.0, 16}, std::pair{5.0, 64}, std::pair{-1.0, 3}}) {
            double expected = 0;
            for (int i = 0; i < count; ++i)
                expected = single.add(mean);
            QVERIFY(std::abs(together.add(mean, count) - expected) < 1e-12);
        }
    }

    void thinnedEqualsUnthinnedWhereBucketsAreConstant()
    {
        ThinnedSeries series(64);
        Smoothing exact(0.999);
        std::vector<double> averages = {0}; // [iteration]
        for (int i = 1; i <= 4000; ++i) {
            const float value = i / 512 % 2 ? 3.0f : 1.0f;
            series.append(i, value);
            averages.push_back(exact.add(value));
        }
        QVERIFY(series.stride() > 1 && 512 % series.stride() == 0);
        const std::vector<double> thinned = smoothed(series.buckets(), 0.999);
        QCOMPARE(thinned.size(), series.buckets().size());
        for (std::size_t i = 0; i < thinned.size(); ++i) {
            const auto last = static_cast<std::size_t>(series.buckets()[i].lastIteration);
            QVERIFY(std::abs(thinned[i] - averages[last]) < 1e-9);
        }
    }

    void impossibleWeightsAreMoved()
    {
        QCOMPARE(Smoothing(-1).add(3), 3.0);
        Smoothing whole(1);
        whole.add(1);
        QVERIFY(std::abs(whole.add(3) - 2) < 1e-3); // nearly the mean of all
    }
};

QTEST_GUILESS_MAIN(TestSmoothing)
#include "tst_smoothing.moc"
