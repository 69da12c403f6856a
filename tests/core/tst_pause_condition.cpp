#include "core/pause_condition.h"
#include "core/step_metrics.h"

#include <QTest>

using namespace gan;
using Kind = PauseCondition::Kind;

namespace {

const MetricColumns kColumns = {"other", "w1"};

/// The iterations, from 1, at which the run would pause.
std::vector<std::int64_t> pauses(const PauseCondition& condition, const std::vector<float>& values)
{
    PauseWatch watch(condition, Text(condition.column));
    std::vector<std::int64_t> iterations;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::vector<float> row = {100, values[i]};
        if (watch.see(static_cast<std::int64_t>(i) + 1, kColumns, row))
            iterations.push_back(static_cast<std::int64_t>(i) + 1);
    }
    return iterations;
}

using Iterations = std::vector<std::int64_t>;

} // namespace

class TestPauseCondition : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void atAnIteration() { QCOMPARE(pauses({Kind::AtIteration, "", 3}, {1, 1, 1, 1}), Iterations{3}); }

    void crossingCountsInBothDirections()
    {
        QCOMPARE(pauses({Kind::Crosses, "w1", 0.5}, {0.1f, 0.4f, 0.6f, 0.9f, 0.2f, 0.1f}),
                 (Iterations{3, 5}));
    }

    void emptyCellsSayNothing()
    {
        QCOMPARE(pauses({Kind::Crosses, "w1", 0.5}, {0.1f, kNoValue, 0.6f, kNoValue, 0.7f}), Iterations{3});
    }

    void exceedingCountsWhenItBegins()
    {
        QCOMPARE(pauses({Kind::Exceeds, "w1", 10}, {20, 30, 5, 11, 12}), (Iterations{1, 4}));
    }

    void worseningIsAgainstTheBest()
    {
        QCOMPARE(pauses({Kind::Worsens, "w1", 0.5}, {4, 2, 1, 1.4f, 1.6f, 1.7f, 2.5f}), (Iterations{5, 7}));
    }

    void anUnknownColumnNeverPauses() { QVERIFY(pauses({Kind::Exceeds, "nothing", 0}, {1, 2}).empty()); }

    void aWorseValueMayStandBetweenEmptyCells()
    {
        const float none = kNoValue;
        QCOMPARE(pauses({Kind::Worsens, "w1", 0.5}, {none, 2, none, none, 1, none, 1.6f, none}),
                 Iterations{7});
    }

    void anIterationThatIsPastSaysSo()
    {
        const PauseCondition condition{Kind::AtIteration, "", 50};
        QVERIFY(!pauseIsPast(condition, 49));
        QCOMPARE(
            plainText(*pauseIsPast(condition, 50)),
            std::string("Iteration 50 is done already: this run is at iteration 50. It pauses there after "
                        "a reset."));
        QVERIFY(!pauseIsPast({Kind::Exceeds, "w1", 10}, 50));
    }

    void theSentenceNamesValueAndLimit()
    {
        PauseWatch watch({Kind::Exceeds, "w1", 10}, "W1");
        const std::vector<float> row = {0, 12.345678f};
        QCOMPARE(plainText(*watch.see(1, kColumns, row)), std::string("Paused: W1 is 12.3, above 10."));
    }
};

QTEST_GUILESS_MAIN(TestPauseCondition)
#include "tst_pause_condition.moc"
