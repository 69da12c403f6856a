#include "core/experiment.h"
#include "core/session/time_travel.h"
#include "tests/support/fake_trainer.h"

#include <QSignalSpy>
#include <QTest>

using namespace gan;

/// The past of a run, while it goes on.
class TestTimeTravel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_probe = std::make_shared<FakeTrainerProbe>();
        m_session = std::make_unique<TrainingSession>(fakeTrainerFactory(m_probe),
                                                      Run{Settings(experimentNamed("density-1d"))});
        m_travel = std::make_unique<TimeTravel>(*m_session);
        QTRY_COMPARE(now(), std::int64_t{0});
    }
    void cleanup()
    {
        m_travel.reset();
        m_session.reset();
    }

    void thePictureIsThatOfTheMoment()
    {
        std::map<std::int64_t, std::vector<Readout>> seen;
        connect(&m_session->current(), &CurrentRun::snapshotReady, this,
                [&](const std::shared_ptr<const Snapshot>& picture) {
                    seen[picture->iteration] = picture->all<Readout>();
                });
        for (int i = 1; i <= 60; ++i) {
            m_session->step();
            QTRY_COMPARE(now(), std::int64_t{i});
        }
        QVERIFY(m_travel->isLive());
        for (const std::int64_t iteration : {30, 59, 1, 60, 45}) {
            m_travel->goTo(iteration);
            QCOMPARE(m_travel->iteration(), iteration);
            QTRY_VERIFY(m_travel->picture());
            QCOMPARE(m_travel->picture()->iteration, iteration);
            for (std::size_t i = 0; i < seen[iteration].size(); ++i)
                QCOMPARE(m_travel->picture()->all<Readout>()[i].value, seen[iteration][i].value);
        }
    }

    /// Nor does the run wait for it.
    void theRunGoesOn()
    {
        m_session->run();
        QTRY_VERIFY(now() > 100);
        m_travel->goTo(50);
        QTRY_VERIFY(m_travel->picture());
        const std::int64_t then = now();
        QTRY_VERIFY(now() > then + 100);
        QCOMPARE(m_session->current().state(), SessionState::Running);
        QCOMPARE(m_travel->picture()->iteration, std::int64_t{50});
        m_session->pause();
    }

    void placesOutsideTheRunAreTheNearest()
    {
        m_session->steps(Networks::Both, 20);
        QTRY_COMPARE(now(), std::int64_t{20});
        m_travel->goTo(-5);
        QCOMPARE(m_travel->iteration(), std::int64_t{0});
        m_travel->goTo(1000);
        QCOMPARE(m_travel->iteration(), std::int64_t{20});
    }

    /// A drag asks for many moments; only the last one must come.
    void theNewestRequestWins()
    {
        m_session->steps(Networks::Both, 500);
        QTRY_COMPARE(now(), std::int64_t{500});
        QSignalSpy ready(m_travel.get(), &TimeTravel::pictureReady);
        for (int iteration = 499; iteration >= 100; --iteration)
            m_travel->goTo(iteration);
        QTRY_VERIFY(m_travel->picture());
        QCOMPARE(m_travel->picture()->iteration, std::int64_t{100});
        for (const auto& picture : ready)
            QCOMPARE(picture.first().value<std::shared_ptr<const Snapshot>>()->iteration, std::int64_t{100});
    }

    void liveEndsIt()
    {
        m_session->steps(Networks::Both, 20);
        QTRY_COMPARE(now(), std::int64_t{20});
        QSignalSpy ready(m_travel.get(), &TimeTravel::pictureReady);
        m_travel->goTo(10);
        m_travel->goLive();
        QVERIFY(m_travel->isLive() && !m_travel->picture());
        m_travel->goTo(11);
        QTRY_VERIFY(m_travel->picture());
        QCOMPARE(ready.size(), 1);
    }

    void anotherRunIsLive()
    {
        m_session->steps(Networks::Both, 20);
        QTRY_COMPARE(now(), std::int64_t{20});
        m_travel->goTo(10);
        m_session->runs().reset(m_session->current().settings());
        QVERIFY(m_travel->isLive());
    }

    void whatCannotBeHadIsSaid()
    {
        m_session->steps(Networks::Both, 20);
        QTRY_COMPARE(now(), std::int64_t{20});
        m_probe->failLoading = true;
        QSignalSpy failed(m_travel.get(), &TimeTravel::failed);
        m_travel->goTo(10);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(m_travel->isLive());
    }

private:
    std::int64_t now() const
    {
        return m_session->current().snapshot() ? m_session->current().snapshot()->iteration : -1;
    }

    std::shared_ptr<FakeTrainerProbe> m_probe;
    std::unique_ptr<TrainingSession> m_session;
    std::unique_ptr<TimeTravel> m_travel;
};

QTEST_GUILESS_MAIN(TestTimeTravel)

#include "tst_time_travel.moc"
