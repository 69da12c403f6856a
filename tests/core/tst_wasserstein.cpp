#include "core/wasserstein.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace gan;

namespace {

std::vector<double> normalSample(int n, unsigned seed, double mean = 5, double deviation = 1.5)
{
    std::mt19937_64 random(seed);
    std::normal_distribution<double> normal(mean, deviation);
    std::vector<double> values(static_cast<std::size_t>(n));
    std::generate(values.begin(), values.end(), [&] { return normal(random); });
    return values;
}

/// The integral of |F_n - F| by brute force over a fine grid.
double bruteForce(std::vector<double> values, const Distribution& truth)
{
    std::sort(values.begin(), values.end());
    constexpr int steps = 400000;
    const double low = std::min(values.front(), truth.quantile(1e-9)),
                 high = std::max(values.back(), truth.quantile(1 - 1e-9));
    double total = 0;
    for (int i = 0; i < steps; ++i) {
        const double x = low + (high - low) * (i + 0.5) / steps;
        const auto below = std::upper_bound(values.begin(), values.end(), x) - values.begin();
        total +=
            std::abs(static_cast<double>(below) / static_cast<double>(values.size()) - truth.cumulative(x));
    }
    return total * (high - low) / steps;
}

} // namespace

class TestWasserstein : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalsBruteForce()
    {
        const auto normal = makeNormal(5, 1.5);
        const auto mixture = makeMixture(3, 0.7, 7, 0.4, 0.25);
        const auto uniform = makeUniform(2, 8);
        const auto exponential = makeExponential(1, 2);
        for (const auto* truth : {normal.get(), mixture.get(), uniform.get(), exponential.get()})
            for (const auto& values :
                 {normalSample(50, 1), normalSample(7, 2, 20, 0.1), std::vector<double>{3, 3, 3}})
                QVERIFY(std::abs(wasserstein1(values, *truth) - bruteForce(values, *truth)) < 2e-4);
    }

    void aPointIsAtTheMeanAbsoluteDistance()
    {
        // E|X - m| of a normal distribution is sd sqrt(2 / pi); far away it is the distance of the means.
        const auto truth = makeNormal(5, 1.5);
        QVERIFY(std::abs(wasserstein1({5}, *truth) - 1.5 * std::sqrt(2 / M_PI)) < 1e-12);
        QVERIFY(std::abs(wasserstein1({105}, *truth) - 100) < 1e-9);
    }

    void aShiftIsItsDistance()
    {
        std::vector<double> exact;
        const auto truth = makeNormal(5, 1.5);
        for (int i = 0; i < 20000; ++i)
            exact.push_back(truth->quantile((i + 0.5) / 20000) + 0.7);
        QVERIFY(std::abs(wasserstein1(exact, *truth) - 0.7) < 1e-3);
    }

    void aPerfectGeneratorScoresTheFloor()
    {
        const auto truth = makeNormal(5, 1.5);
        for (int n : {100, 1000}) {
            double total = 0;
            constexpr int draws = 200;
            for (unsigned seed = 0; seed < draws; ++seed)
                total += wasserstein1(normalSample(n, seed), *truth);
            const double floor = wasserstein1Floor(n, *truth);
            QVERIFY2(std::abs(total / draws / floor - 1) < 0.1,
                     qPrintable(QString::number(total / draws / floor)));
        }
    }

    void theFloorOfOneSampleIsTheMeanDifference()
    {
        // With n = 1 the score is E|X - Y| for two independent draws: 2 sd / sqrt(pi) for a normal
        // distribution.
        QVERIFY(std::abs(wasserstein1Floor(1, *makeNormal(5, 1.5)) - 2 * 1.5 / std::sqrt(M_PI)) < 1e-5);
        QVERIFY(std::abs(wasserstein1Floor(1, *makeUniform(2, 8)) - 2) < 1e-5);
    }

    void brokenGeneratorsScoreFarAboveTheFloor()
    {
        const auto truth = makeNormal(5, 1.5);
        const double floor = wasserstein1Floor(1000, *truth);
        QVERIFY(wasserstein1(normalSample(1000, 1, 5.5, 1.5), *truth) > 4 * floor);
        QVERIFY(wasserstein1(normalSample(1000, 1, 5, 1.0), *truth) > 4 * floor);
        QVERIFY(wasserstein1(std::vector<double>(1000, 5.0), *truth) > 10 * floor);
    }

    void twoSamples()
    {
        QCOMPARE(wasserstein1(std::vector<double>{3, 1, 2}, std::vector<double>{2, 4, 3}), 1.0);
    }
};

QTEST_GUILESS_MAIN(TestWasserstein)
#include "tst_wasserstein.moc"
