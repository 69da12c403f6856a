#include "app/model_module.h"
#include "core/experiment.h"
#include "core/session/bundled_run.h"
#include "core/session/run_engine.h"

#include <QGuiApplication>
#include <QTest>

#include <cstring>

using namespace gan;

namespace {

constexpr std::int64_t kRepeated = 150; ///< iterations

Settings defaults()
{
    return Settings(experimentNamed("plane-2d"));
}

/// The same bits, empty cells too.
bool areEqual(const MetricRows& a, const MetricRows& b)
{
    return *a.columns == *b.columns && a.values.size() == b.values.size() &&
           std::memcmp(a.values.data(), b.values.data(), a.values.size() * sizeof(float)) == 0;
}

} // namespace

/// The run that the program brings with it is one that the program makes.
class TestBundledRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Q_INIT_RESOURCE(resources); }

    void itIsThatOfTheDefaults()
    {
        const auto run = bundledRun(defaults(), 7);
        QVERIFY2(run, "./dev bundle makes it anew");
        QCOMPARE(run->record->id(), 7);
        QVERIFY(run->record->run().iterations >= 1000);
        Settings others = defaults();
        others.set("seed", std::int64_t{2});
        QVERIFY(!bundledRun(others, 7));
        QVERIFY(!bundledRun(Settings(experimentNamed("density-1d")), 7));
    }

    /// Whoever changes the numbers of a run makes it anew.
    void itsNumbersAreThoseOfNow()
    {
        const auto bundled = bundledRun(defaults(), 1);
        const auto trainer = modelModule()("plane-2d");
        const auto record = std::make_shared<RunRecord>(2, Run{defaults()});
        RunEngine engine(*trainer, record);
        while (engine.iteration() < kRepeated)
            engine.step();
        QVERIFY(
            areEqual(record->metrics().read(0, kRepeated), bundled->record->metrics().read(0, kRepeated)));
    }

    /// It goes on, and has a past.
    void itGoesOn()
    {
        const auto bundled = bundledRun(defaults(), 1);
        const std::int64_t end = bundled->record->run().iterations;
        QVERIFY(bundled->record->timeline().stateIterations().size() >= 5);
        const auto trainer = modelModule()("plane-2d");
        RunEngine engine(*trainer, *bundled);
        engine.step();
        QCOMPARE(engine.iteration(), end + 1);
    }

    /// "A good one": as like the real data as a sample of it, nearly.
    void itHasLearned()
    {
        const auto bundled = bundledRun(defaults(), 1);
        const MetricRows last = bundled->record->metrics().read(bundled->record->run().iterations - 1, 1);
        const auto value = [&](const char* column) { return last.row(0)[std::size_t(last.column(column))]; };
        QVERIFY(value("sliced") < 1.5f * value("sliced_perfect"));
    }
};

QTEST_MAIN(TestBundledRun)
#include "tst_bundled_run.moc"
