#include "core/experiment.h"
#include "core/session/run_engine.h"
#include "core/session/time_travel.h"
#include "core/session/training_session.h"
#include "tests/support/fake_trainer.h"

#include <QSignalSpy>
#include <QTest>

using namespace gan;

namespace {

Settings settings()
{
    Settings values(experimentNamed("density-1d"));
    values.setText("measure_every", "10");
    return values;
}

std::vector<float> allRows(const RunRecord& record)
{
    auto values = record.metrics().read(0, record.metrics().size()).values;
    for (float& value : values)
        value = std::isnan(value) ? -1000 : value;
    return values;
}

} // namespace

/// A run goes back to a moment of its timeline, and on from there as a new one.
class TestContinuedRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_probe = std::make_shared<FakeTrainerProbe>();
        m_probe->pictureSide = 4;
        m_session = std::make_unique<TrainingSession>(fakeTrainerFactory(m_probe), Run{settings()});
        m_travel = std::make_unique<TimeTravel>(*m_session);
        QTRY_COMPARE(iteration(), std::int64_t{0});
    }
    void cleanup()
    {
        m_travel.reset();
        m_session.reset();
    }

    /// Numbers and pictures after one of them are those of the first time.
    void theNumbersThatFollowAreThoseOfTheFirstTime()
    {
        stepTo(30);
        change("lr_d", "0.5");
        stepTo(120);
        const auto old = m_session->current().record();
        QSignalSpy started(&m_session->current(), &CurrentRun::runStarted);
        goBack(85);
        QTRY_COMPARE(iteration(), std::int64_t{85});
        QCOMPARE(started.count(), 1);
        QCOMPARE(m_session->current().state(), SessionState::Paused);
        const auto record = m_session->current().record();
        QVERIFY(record->id() != old->id());
        QCOMPARE(record->metrics().size(), std::int64_t{85});
        QCOMPARE(record->run().events, old->run().events);
        QCOMPARE(m_session->current().settings().number("lr_d"), 0.5);
        QCOMPARE(record->timeline().iterations(),
                 (std::vector<std::int64_t>{0, 10, 20, 30, 40, 50, 60, 70, 80}));

        stepTo(120);
        QCOMPARE(allRows(*record), allRows(*old));
        QCOMPARE(record->run(), old->run());
        QCOMPARE(record->timeline().iterations(), old->timeline().iterations());
        for (std::int64_t moment : old->timeline().iterations())
            QCOMPARE(record->timeline().at(moment)->find<Pictures>("generated")->bytes,
                     old->timeline().at(moment)->find<Pictures>("generated")->bytes);
    }

    void whatIsChangedThenIsAnotherRun()
    {
        stepTo(100);
        const auto old = m_session->current().record();
        goBack(40);
        QTRY_COMPARE(iteration(), std::int64_t{40});
        change("lr_g", "0.25");
        stepTo(100);
        const std::vector<Event> expected = {{40, "lr_g", 0.25}};
        QCOMPARE(m_session->current().record()->run().events, expected);
        QVERIFY(allRows(*m_session->current().record()) != allRows(*old));
        QVERIFY(old->run().events.empty());
    }

    /// A change by hand later than the moment is not repeated.
    void laterChangesAreForgotten()
    {
        stepTo(50);
        change("lr_d", "0.5");
        stepTo(100);
        goBack(49);
        QTRY_COMPARE(iteration(), std::int64_t{49});
        QVERIFY(m_session->current().record()->run().events.empty());
        QCOMPARE(m_session->current().settings(), settings());
    }

    void thePlanOfAnOpenedRunIsFollowedAgain()
    {
        const Run plan{settings(), {{60, "lr_d", 0.5}, {95, "lr_g", 0.25}}, 100};
        m_session->runs().open(plan);
        QTRY_COMPARE(iteration(), std::int64_t{0});
        m_session->run();
        QTRY_COMPARE(iteration(), std::int64_t{100});
        const auto first = allRows(*m_session->current().record());
        goBack(45);
        QTRY_COMPARE(iteration(), std::int64_t{45});
        m_session->run();
        QTRY_COMPARE(iteration(), std::int64_t{100});
        QCOMPARE(m_session->current().record()->run(), plan);
        QCOMPARE(allRows(*m_session->current().record()), first);
    }

    void beforeTheFirstState()
    {
        stepTo(5);
        const auto old = m_session->current().record();
        goBack(3);
        QTRY_VERIFY(m_session->current().record() != old && iteration() == 3);
        stepTo(5);
        QCOMPARE(allRows(*m_session->current().record()), allRows(*old));
    }

    void theRunBeforeComesBackWithItsTimeline()
    {
        stepTo(100);
        const auto old = m_session->current().record();
        const auto moments = old->timeline().iterations();
        goBack(40);
        QTRY_COMPARE(m_session->runs().ended().size(), std::size_t{1});
        m_session->runs().undoReset();
        QTRY_COMPARE(iteration(), std::int64_t{100});
        QCOMPARE(m_session->current().record(), old);
        QCOMPARE(old->timeline().iterations(), moments);
    }

    /// While it runs, from a run that has failed, and again and again.
    void aRunThatGoesOnOrHasFailedCanGoBack()
    {
        m_probe->stepMicroseconds = 50;
        m_session->run();
        QTRY_VERIFY(iteration() > 50);
        for (int i = 0; i < 5; ++i) {
            const auto before = m_session->current().record();
            goBack(40);
            QTRY_VERIFY(m_session->current().record() != before);
            m_session->run();
            QTRY_VERIFY(iteration() > 45);
        }
        m_probe->failAt = iteration() + 5000;
        QTRY_COMPARE(m_session->current().state(), SessionState::Failed);
        m_probe->failAt = -1;
        goBack(60);
        QTRY_COMPARE(iteration(), std::int64_t{60});
        stepTo(80);
        QCOMPARE(m_session->current().state(), SessionState::Paused);
    }

    /// Three ended runs, and the current one: all of them together.
    void endedRunsKeepLess()
    {
        m_probe->pictureSide = 64; // 786 kB a moment
        for (int i = 0; i < 4; ++i) {
            m_session->runs().reset(settings());
            stepTo(400);
        }
        m_session->runs().reset(settings());
        QTRY_COMPARE(m_session->runs().ended().size(), std::size_t{3});
        for (const SavedRun& ended : m_session->runs().ended())
            QVERIFY(ended.record->timeline().bytes() <= Timeline::ended().bytes);
    }

private:
    void goBack(std::int64_t iteration)
    {
        m_travel->goTo(iteration);
        m_travel->continueHere();
    }
    std::int64_t iteration() const
    {
        return m_session->current().snapshot() ? m_session->current().snapshot()->iteration : -1;
    }
    void stepTo(std::int64_t wanted)
    {
        m_session->steps(Networks::Both, wanted - std::max<std::int64_t>(0, iteration()));
        QTRY_COMPARE(iteration(), wanted);
        QTRY_COMPARE(m_session->current().state(), SessionState::Paused);
    }
    void change(const char* key, const char* value)
    {
        Settings changed = m_session->current().settings();
        changed.setText(key, value);
        m_session->changeSettings(changed);
    }

    std::shared_ptr<FakeTrainerProbe> m_probe;
    std::unique_ptr<TrainingSession> m_session;
    std::unique_ptr<TimeTravel> m_travel;
};

QTEST_GUILESS_MAIN(TestContinuedRun)
#include "tst_continued_run.moc"
