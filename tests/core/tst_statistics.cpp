#include "core/statistics.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace gan;

class TestStatistics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void meanAndDeviation()
    {
        const std::vector<double> values = {2, 4, 4, 4, 5, 5, 7, 9};
        QCOMPARE(mean(values), 5.0);
        QVERIFY(std::abs(deviation(values) - std::sqrt(32.0 / 7)) < 1e-14);
        QCOMPARE(deviation(std::vector<double>{3}), 0.0);
    }

    void countsEqualBruteForce()
    {
        std::mt19937 random(7);
        std::normal_distribution<double> normal(5, 3);
        std::vector<double> values;
        for (int i = 0; i < 5000; ++i)
            values.push_back(normal(random));
        const Histogram h = makeHistogram("x", values, 0, 10, 20);
        for (int bin = 0; bin < 20; ++bin) {
            const auto inside = [&](double v) { return v >= bin * 0.5 && v < (bin + 1) * 0.5; };
            QCOMPARE(h.counts[static_cast<std::size_t>(bin)],
                     std::count_if(values.begin(), values.end(), inside));
        }
        QCOMPARE(h.below, std::count_if(values.begin(), values.end(), [](double v) { return v < 0; }));
        QCOMPARE(h.above, std::count_if(values.begin(), values.end(), [](double v) { return v > 10; }));
        QCOMPARE(h.total(), std::int64_t{5000});
    }

    void densityCountsTheOutsideToo()
    {
        const Histogram h = makeHistogram("x", std::vector<double>{-1, 0.25, 0.75, 3}, 0, 1, 2);
        QCOMPARE(h.density(0), 1 / (4 * 0.5));
        QCOMPARE(h.below, std::int64_t{1});
        QCOMPARE(h.above, std::int64_t{1});
    }

    void edgesBelongInside()
    {
        const Histogram h = makeHistogram("x", std::vector<double>{0, 1, std::nan("")}, 0, 1, 4);
        QCOMPARE(h.counts, (std::vector<std::int64_t>{1, 0, 0, 1}));
        QCOMPARE(h.above, std::int64_t{1});
    }

    void anEmptyHistogramHasNoDensity() { QCOMPARE(makeHistogram("x", {}, 0, 1, 3).density(1), 0.0); }
};

QTEST_GUILESS_MAIN(TestStatistics)
#include "tst_statistics.moc"
