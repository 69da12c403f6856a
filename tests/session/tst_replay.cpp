#include "core/experiment.h"
#include "core/session/replay.h"
#include "core/session/run_engine.h"
#include "tests/support/fake_trainer.h"
#include "tests/support/views.h"

#include <QTest>

using namespace gan;

namespace {

Settings settings()
{
    Settings values(experimentNamed("density-1d"));
    values.setText("measure_every", "10");
    return values;
}

/// A run of 200 iterations with a hand in it: rates, single networks, a plan that is left.
std::shared_ptr<RunRecord> liveRun(const TrainerFactory& factory)
{
    Run plan{settings()};
    plan.events = {{20, "lr_d", 0.3}, {60, "lr_g", 0.7}, {150, "lr_d", 0.9}};
    auto record = std::make_shared<RunRecord>(7, plan);
    const auto trainer = factory("density-1d");
    RunEngine engine(*trainer, record);
    for (int i = 0; i < 200; ++i) {
        if (i == 90) {
            Settings changed = engine.settings();
            changed.setText("lr_d", "0.11");
            engine.change(changed);
        }
        engine.step(i == 40 || i == 120 ? Networks::DiscriminatorOnly : Networks::Both);
    }
    return record;
}

} // namespace

/// Any moment of a run again, exactly.
class TestReplay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyIterationIsReachedExactly()
    {
        const TrainerFactory factory = fakeTrainerFactory(m_probe);
        const auto record = liveRun(factory);
        const auto trainer = factory("density-1d");
        Replay replay(*trainer, record);
        for (const std::int64_t iteration : {200, 0, 1, 41, 40, 39, 120, 121, 122, 89, 90, 91, 150, 3}) {
            QVERIFY(replay.reach(iteration));
            QCOMPARE(replay.iteration(), iteration);
            QCOMPARE(trainer->save(), stateMadeAnew(*record, iteration));
            QCOMPARE(replay.viewer().probe(viewOf("density-1d")).iteration, iteration);
        }
    }

    /// It begins at the nearest state, not at iteration 0, and goes on from where it is.
    void itTakesTheNearestWay()
    {
        const TrainerFactory factory = fakeTrainerFactory(m_probe);
        const auto record = liveRun(factory);
        const auto trainer = factory("density-1d");
        Replay replay(*trainer, record);
        const auto stepsTo = [&](std::int64_t iteration) {
            const int before = m_probe->steps;
            replay.reach(iteration);
            return m_probe->steps - before;
        };
        const auto states = record->timeline().stateIterations();
        QVERIFY(states.size() >= 5);
        QCOMPARE(stepsTo(states[3]), 0);
        QCOMPARE(stepsTo(states[3] + 2), 2);
        QCOMPARE(stepsTo(states[3] + 5), 3);
        QCOMPARE(stepsTo(states[3] + 1), 1); // back to the state
        QCOMPARE(stepsTo(states[0] - 1), int(states[0] - 1));
    }

    void itCanBeEnded()
    {
        const TrainerFactory factory = fakeTrainerFactory(m_probe);
        const auto record = liveRun(factory);
        const auto trainer = factory("density-1d");
        Replay replay(*trainer, record);
        const auto states = record->timeline().stateIterations();
        const std::int64_t iteration = states[1] - 1;
        QVERIFY(!replay.reach(iteration, [] { return false; }));
        QVERIFY(replay.reach(iteration));
        QCOMPARE(trainer->save(), stateMadeAnew(*record, iteration));
    }

    void whatTheRunHasNotComeToIsRefused()
    {
        const TrainerFactory factory = fakeTrainerFactory(m_probe);
        const auto record = liveRun(factory);
        const auto trainer = factory("density-1d");
        Replay replay(*trainer, record);
        QVERIFY_EXCEPTION_THROWN(replay.reach(201), Error);
        QVERIFY_EXCEPTION_THROWN(replay.reach(-1), Error);
    }

    /// What a run is asked for is more than what a step of one network shows; and a plan that was left stays
    /// left.
    void aRunGoesOnFromThere_data()
    {
        QTest::addColumn<int>("iteration");
        QTest::addColumn<bool>("followsPlan");
        QTest::addColumn<double>("lrD");
        QTest::newRow("in the plan") << 30 << true << 0.3;
        QTest::newRow("after D only") << 41 << true << 0.3;
        QTest::newRow("before the hand") << 90 << true << 0.3;
        QTest::newRow("after the hand") << 91 << false << 0.11;
        QTest::newRow("after D only, by hand") << 121 << false << 0.11;
    }
    void aRunGoesOnFromThere()
    {
        QFETCH(int, iteration);
        QFETCH(bool, followsPlan);
        QFETCH(double, lrD);
        const TrainerFactory factory = fakeTrainerFactory(m_probe);
        const auto record = liveRun(factory);
        const auto trainer = factory("density-1d");
        Replay replay(*trainer, record);
        replay.reach(iteration);
        const Resumption state = replay.state();
        QCOMPARE(state.followsPlan, followsPlan);
        QCOMPARE(state.settings.number("lr_d"), lrD);
        QCOMPARE(state.settings.integer("steps_g"), settings().integer("steps_g"));
    }

private:
    /// Of a run that never was anywhere else, made with the run's own changes.
    std::string stateMadeAnew(const RunRecord& record, std::int64_t iteration)
    {
        const auto trainer = fakeTrainerFactory(m_probe)("density-1d");
        const Run run = record.run();
        trainer->reset(run.settings);
        for (std::int64_t i = 0; i < iteration; ++i) {
            trainer->apply(run.settingsAt(i));
            trainer->step();
        }
        return trainer->save();
    }

    std::shared_ptr<FakeTrainerProbe> m_probe = std::make_shared<FakeTrainerProbe>();
};

QTEST_GUILESS_MAIN(TestReplay)

#include "tst_replay.moc"
