#include "core/smoothing.h"
#include "core/thinned_series.h"

#include <QTest>

#include <cmath>

using namespace gan;

namespace {

/// Gives values one by one, each of the next iteration.
struct Steps {
    explicit Steps(double weight)
        : smoothing(weight)
    {
    }
    double add(double value, int iterations = 1)
    {
        Bucket bucket = Bucket::of(last + 1, static_cast<float>(value));
        bucket.lastIteration = last + iterations;
        bucket.count = iterations;
        bucket.sum = value * iterations;
        last += iterations;
        return smoothing.add(bucket);
    }

    Smoothing smoothing;
    std::int64_t last = 0;
};

} // namespace

class TestSmoothing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void constantStaysConstantFromTheFirstValue()
    {
        for (const double weight : {0.0, 0.5, 0.9, 0.999}) {
            Steps smoothing(weight);
            for (int i = 0; i < 1000; ++i)
                QVERIFY(std::abs(smoothing.add(0.7) - 0.7) < 1e-12);
        }
    }

    void withoutWeightNothingIsSmoothed()
    {
        Steps smoothing(0);
        for (const double value : {3.0, -1.0, 8.0})
            QCOMPARE(smoothing.add(value), value);
    }

    /// m zeros and then ones: after k ones, (1 - w^k) / (1 - w^(m + k)).
    void stepResponse()
    {
        constexpr double kWeight = 0.95;
        constexpr int kZeros = 40;
        Steps smoothing(kWeight);
        for (int i = 0; i < kZeros; ++i)
            QCOMPARE(smoothing.add(0), 0.0);
        for (int k = 1; k <= 200; ++k)
            QVERIFY(std::abs(smoothing.add(1) -
                             (1 - std::pow(kWeight, k)) / (1 - std::pow(kWeight, kZeros + k))) < 1e-12);
    }

    /// 1, 2, 3 with w = 1/2: the weights are 1, 2, 4 of 7.
    void weightsFallByTheFactor()
    {
        Steps smoothing(0.5);
        smoothing.add(1);
        QCOMPARE(smoothing.add(2), 5.0 / 3);
        QCOMPARE(smoothing.add(3), 17.0 / 7);
    }

    void bucketIsManyTimesItsMean()
    {
        Steps together(0.99), single(0.99);
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
        Steps exact(0.999);
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

    /// A distance that is measured in each fiftieth iteration, averaged over 126 iterations: against the
    /// formula, and within what the window can remember.
    void windowIsInIterationsAlsoOnTheGrid()
    {
        constexpr int kEvery = 50, kValues = 200;
        constexpr double kWeight = 1 - 1 / 126.0;
        Buckets buckets;
        const auto valueAt = [](int i) { return static_cast<float>(0.5 + 4.5 * std::exp(-i / 30.0)); };
        for (int i = 1; i <= kValues; ++i)
            buckets.push_back(Bucket::of(i * kEvery, valueAt(i)));
        const std::vector<double> averages = smoothed(buckets, kWeight);
        for (int n = 1; n <= kValues; ++n) {
            double sum = 0, weights = 0;
            for (int i = 1; i <= n; ++i) {
                const double weight = std::pow(kWeight, kEvery * (n - i));
                sum += weight * double(valueAt(i));
                weights += weight;
            }
            const double average = averages[std::size_t(n - 1)];
            QVERIFY(std::abs(average - sum / weights) < 1e-9);
            QVERIFY(average >= double(valueAt(n)) - 1e-9);           // the curve falls,
            QVERIFY(average <= double(valueAt(std::max(1, n - 4)))); // and 200 iterations ago it was higher
        }
    }

    /// What is measured in each iteration and what is measured in each fifth follow a straight line at the
    /// same distance, but for half of a measurement.
    void gridAndEachIterationRememberAsMuch()
    {
        constexpr double kWeight = 0.99;
        Smoothing fine(kWeight), coarse(kWeight);
        double each = 0, grid = 0;
        for (int i = 1; i <= 5000; ++i) {
            each = fine.add(Bucket::of(i, float(i)));
            if (i % 5 == 0)
                grid = coarse.add(Bucket::of(i, float(i)));
        }
        QVERIFY(std::abs(each - (5000 - 99)) < 1e-6);
        QVERIFY(std::abs(grid - each) < 3);
    }

    /// After a pause of a thousand iterations the values before it are forgotten.
    void gapCountsWithItsIterations()
    {
        Smoothing smoothing(0.95);
        smoothing.add(Bucket::of(1, 100));
        QVERIFY(std::abs(smoothing.add(Bucket::of(1001, 2)) - 2) < 1e-9);
    }

    void impossibleWeightsAreMoved()
    {
        QCOMPARE(Steps(-1).add(3), 3.0);
        Steps whole(1);
        whole.add(1);
        QVERIFY(std::abs(whole.add(3) - 2) < 1e-3); // nearly the mean of all
    }
};

QTEST_GUILESS_MAIN(TestSmoothing)
#include "tst_smoothing.moc"
