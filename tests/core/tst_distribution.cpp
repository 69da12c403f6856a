#include "core/distribution.h"
#include "core/experiment.h"

#include <QTest>

#include <cmath>
#include <functional>

using namespace gan;

using Make = std::function<std::unique_ptr<Distribution>()>;
Q_DECLARE_METATYPE(Make)

namespace {

/// Midpoint rule over [low, high].
double integral(const std::function<double(double)>& f, double low, double high)
{
    constexpr int n = 200000;
    double total = 0;
    for (int i = 0; i < n; ++i)
        total += f(low + (high - low) * (i + 0.5) / n);
    return total * (high - low) / n;
}

} // namespace

class TestDistribution : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<Make>("make");
        QTest::addColumn<double>("mean");
        QTest::addColumn<double>("deviation");
        QTest::addRow("normal") << Make([] { return makeNormal(5, 1.5); }) << 5.0 << 1.5;
        QTest::addRow("mixture") << Make([] { return makeMixture(3, 0.7, 7, 0.4, 0.25); }) << 6.0
                                 << std::sqrt(0.25 * (0.49 + 9) + 0.75 * (0.16 + 1));
        QTest::addRow("uniform") << Make([] { return makeUniform(2, 8); }) << 5.0 << 6 / std::sqrt(12);
        QTest::addRow("exponential") << Make([] { return makeExponential(1, 2); }) << 3.0 << 2.0;
    }

    void init()
    {
        QFETCH_GLOBAL(Make, make);
        m_distribution = make();
        m_low = m_distribution->quantile(1e-9) - 1e-9;
        m_high = m_distribution->quantile(1 - 1e-9);
    }

    void momentsAgreeWithTheDensity()
    {
        QFETCH_GLOBAL(double, mean);
        QFETCH_GLOBAL(double, deviation);
        QCOMPARE(m_distribution->mean(), mean);
        QVERIFY(std::abs(m_distribution->deviation() - deviation) < 1e-12);
        const auto density = [&](double x) { return m_distribution->density(x); };
        QVERIFY(std::abs(integral(density, m_low, m_high) - 1) < 1e-4);
        QVERIFY(std::abs(integral([&](double x) { return x * density(x); }, m_low, m_high) - mean) < 1e-3);
    }

    void cumulativeAndPartialMeanAreIntegrals()
    {
        for (double u : {0.05, 0.3, 0.5, 0.9}) {
            const double x = m_distribution->quantile(u);
            const auto density = [&](double t) { return m_distribution->density(t); };
            QVERIFY(std::abs(integral(density, m_low, x) - m_distribution->cumulative(x)) < 1e-4);
            const double partial = integral([&](double t) { return t * density(t); }, m_low, x);
            QVERIFY(std::abs(partial - m_distribution->partialMean(x)) < 1e-3);
        }
    }

    void quantileInvertsCumulative()
    {
        for (double u : {1e-6, 0.01, 0.25, 0.5, 0.75, 0.99, 1 - 1e-6})
            QVERIFY(std::abs(m_distribution->cumulative(m_distribution->quantile(u)) - u) < 1e-12);
    }

    void farTailsAreFinite()
    {
        for (double x : {-1e9, 1e9}) {
            QVERIFY(std::isfinite(m_distribution->partialMean(x)));
            QVERIFY(std::isfinite(m_distribution->density(x)));
        }
        QVERIFY(std::abs(m_distribution->partialMean(1e9) - m_distribution->mean()) < 1e-9);
    }

    void plotRangeIsRoundAndHoldsTheData()
    {
        const PlotRange range = plotRange(*m_distribution);
        QVERIFY(m_distribution->cumulative(range.low) <= 0.0005);
        QVERIFY(m_distribution->cumulative(range.high) >= 0.9995 - 1e-12);
        QCOMPARE(range.low * 100, std::round(range.low * 100));
    }

    void theNotebooksRange()
    {
        const PlotRange range = plotRange(*distributionOf(realData(Settings(experimentNamed("density-1d")))));
        QCOMPARE(range.low, 0.0);
        QCOMPARE(range.high, 10.0);
    }

private:
    std::unique_ptr<Distribution> m_distribution;
    double m_low = 0, m_high = 0;
};

QTEST_GUILESS_MAIN(TestDistribution)
#include "tst_distribution.moc"
