#include "core/experiment.h"
#include "core/session/training_session.h"
#include "tests/support/fake_trainer.h"
#include "tests/support/views.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace gan;

namespace {

const Settings kSettings(experimentNamed("density-1d"));

Settings with(const char* key, const char* text, Settings settings = kSettings)
{
    settings.setText(key, text);
    return settings;
}

std::vector<float> allRows(const RunRecord& record)
{
    auto values = record.metrics().read(0, record.metrics().size()).values;
    for (float& value : values)
        value = std::isnan(value) ? -1000 : value;
    return values;
}

} // namespace

class TestTrainingSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_probe = std::make_shared<FakeTrainerProbe>();
        start({kSettings});
        QTRY_VERIFY(m_session->current().snapshot());
    }
    void cleanup() { m_session.reset(); }

    /// Rows, changes, picture and state are told between one beginning and one end.
    void aDeliveryIsWhole()
    {
        QStringList told;
        connect(m_session.get(), &TrainingSession::updateBegins, this, [&] { told += "begin"; });
        connect(&m_session->current(), &CurrentRun::metricsReady, this, [&] { told += "rows"; });
        connect(&m_session->current(), &CurrentRun::snapshotReady, this, [&] { told += "picture"; });
        connect(m_session.get(), &TrainingSession::updateEnds, this, [&] { told += "end"; });
        m_session->step();
        QTRY_COMPARE(told, QStringList({"begin", "rows", "picture", "end"}));
    }

    /// Nobody computes a picture that nobody draws, and a pause shows the last iteration all the same.
    void whatIsNotWantedIsNotComputed()
    {
        connect(m_session.get(), &TrainingSession::updateEnds, m_session.get(),
                &TrainingSession::holdPictures);
        m_session->run();
        QTRY_VERIFY(iteration() > 0); // the one that was wanted
        const int probes = m_probe->probes, steps = m_probe->steps;
        const int often = steps + 2000; // many times as often as a picture comes by itself
        QTRY_VERIFY_WITH_TIMEOUT(m_probe->steps > often, 60000);
        QCOMPARE(m_probe->probes.load(), probes);
        m_session->wantPicture();
        QTRY_COMPARE(m_probe->probes.load(), probes + 1);
        m_session->pause();
        QTRY_COMPARE(m_session->current().state(), SessionState::Paused);
        QCOMPARE(iteration(), std::int64_t{m_probe->steps});
        QVERIFY(m_probe->probes <= probes + 2); // none, if it was paused where the picture was
    }

    /// Another look is waited for.
    void aLookIsNotHeld()
    {
        start({Settings(experimentNamed("signal"))});
        QTRY_VERIFY(m_session->current().snapshot());
        connect(m_session.get(), &TrainingSession::updateEnds, m_session.get(),
                &TrainingSession::holdPictures);
        m_session->run();
        QTRY_VERIFY(iteration() > 0);
        const std::int64_t before = iteration();
        m_session->look(viewOf("signal", {{"chance_draw", "7"}}));
        QTRY_VERIFY(iteration() > before);
    }

    void itBeginsPausedWithAPicture()
    {
        QCOMPARE(m_session->current().state(), SessionState::Paused);
        QCOMPARE(iteration(), std::int64_t{0});
        QCOMPARE(m_probe->steps.load(), 0);
    }

    void stepsAreExact()
    {
        for (int i = 1; i <= 5; ++i) {
            m_session->step();
            QTRY_COMPARE(iteration(), std::int64_t{i});
        }
        QCOMPARE(m_probe->steps.load(), 5);
    }

    void stepsOfOneNetwork()
    {
        m_session->step(Networks::DiscriminatorOnly);
        m_session->step(Networks::GeneratorOnly);
        QTRY_COMPARE(iteration(), std::int64_t{2});
        QCOMPARE(m_session->current().snapshot()->updatesD, std::int64_t{5});
        QCOMPARE(m_session->current().snapshot()->updatesG, std::int64_t{1});
    }

    void stagesAreExactAndPauseAtTheirEnd()
    {
        m_session->steps(Networks::DiscriminatorOnly, 200);
        QCOMPARE(m_session->current().state(), SessionState::Running);
        m_session->steps(Networks::GeneratorOnly, 20);
        QTRY_COMPARE(iteration(), std::int64_t{220});
        QTRY_COMPARE(m_session->current().state(), SessionState::Paused);
        QCOMPARE(m_probe->steps.load(), 220);
        QCOMPARE(m_session->current().snapshot()->updatesG, std::int64_t{20});
        QCOMPARE(m_session->current().record()->run().events.size(),
                 std::size_t(3)); // steps_g 0; steps_d 0, steps_g 1
    }

    void aStageCanBeEndedEarly()
    {
        m_session->steps(Networks::Both, 1'000'000'000);
        QTRY_VERIFY(iteration() > 10);
        m_session->pause();
        QTRY_COMPARE(m_session->current().state(), SessionState::Paused);
        QCOMPARE(iteration(), std::int64_t{m_probe->steps});
    }

    /// News of a pause that come after a hand has pressed Run are over already.
    void aPauseThatIsOverIsNotShown()
    {
        QSignalSpy states(&m_session->current(), &CurrentRun::stateChanged);
        for (int i = 0; i < 50; ++i) {
            m_session->look(viewOf("density-1d"));
            QTest::qSleep(1); // the picture of the pause is on its way
            m_session->run();
            QTRY_VERIFY(iteration() > 0);
            QCOMPARE(states.count(), 1); // Running
            m_session->runs().reset(m_session->current().settings());
            QTRY_COMPARE(iteration(), std::int64_t{0});
            states.clear();
        }
    }

    void lookingRenewsThePictureOfAPause()
    {
        start({Settings(experimentNamed("signal"))});
        QTRY_VERIFY(m_session->current().snapshot());
        m_session->step();
        QTRY_COMPARE(iteration(), std::int64_t{1});
        const auto before = m_session->current().snapshot();
        m_session->look(viewOf("signal", {{"chance_draw", "5"}}));
        QTRY_VERIFY(m_session->current().snapshot() != before);
        QCOMPARE(iteration(), std::int64_t{1});
        QVERIFY(m_session->current().record()->run().events.empty());
    }

    /// While a run runs a picture has what is looked at; that of a pause, and of a step, has everything.
    void aRunningRunShowsWhatIsLookedAt()
    {
        m_session->look(viewOfParts(viewOf("density-1d"), {"generated"}));
        m_session->run();
        QTRY_VERIFY(iteration() > 0);
        QTRY_VERIFY(!m_session->current().snapshot()->isWhole);
        m_session->pause();
        QTRY_COMPARE(m_session->current().state(), SessionState::Paused);
        QVERIFY(m_session->current().snapshot()->isWhole);
    }

    void aPauseShowsItsIterationAndTrainsNoMore()
    {
        m_session->run();
        QTRY_VERIFY(iteration() > 100);
        m_session->pause();
        QTRY_COMPARE(m_session->current().state(), SessionState::Paused);
        const int made = m_probe->steps;
        QCOMPARE(iteration(), std::int64_t{made});
        QCOMPARE(m_session->current().record()->metrics().size(), std::int64_t{made});
        m_session->step();
        QTRY_COMPARE(iteration(), std::int64_t{made + 1});
        QCOMPARE(m_probe->steps.load(), made + 1);
    }

    void everyRowArrivesOnceAndInOrder()
    {
        std::int64_t rows = 0;
        connect(&m_session->current(), &CurrentRun::metricsReady, this, [&](const MetricRows& news) {
            QCOMPARE(news.firstIteration, rows + 1);
            rows += news.count();
        });
        m_session->run();
        QTRY_VERIFY(rows > 2000);
        m_session->pause();
        QTRY_COMPARE(m_session->current().state(), SessionState::Paused);
        QCOMPARE(rows, iteration());
    }

    void liveSettingsApplyAndAreNoted()
    {
        QSignalSpy events(&m_session->current(), &CurrentRun::eventsReady);
        m_session->step();
        QTRY_COMPARE(iteration(), std::int64_t{1});
        m_session->changeSettings(with("lr_d", "0.5"));
        QCOMPARE(m_session->current().settings().number("lr_d"), 0.5);
        QVERIFY(m_session->current().record()->run().events.empty()); // not before a step uses it
        m_session->step();
        QTRY_COMPARE(iteration(), std::int64_t{2});
        QCOMPARE(m_session->current().record()->run().events, (std::vector<Event>{{1, "lr_d", 0.5}}));
        QCOMPARE(events.count(), 1);
        QCOMPARE(m_probe->resets.load(), 1);
    }

    void refusedChangesChangeNothing()
    {
        QVERIFY_THROWS_EXCEPTION(Error, m_session->changeSettings(with("seed", "2")));
        QVERIFY_THROWS_EXCEPTION(Error,
                                 m_session->changeSettings(with("steps_d", "0", with("steps_g", "0"))));
        QVERIFY_THROWS_EXCEPTION(Error, m_session->runs().reset(with("steps_d", "0", with("steps_g", "0"))));
        QCOMPARE(m_session->current().settings(), kSettings);
        QCOMPARE(m_session->current().record()->id(), std::uint64_t{1});
    }

    void aMissingDeviceLeavesTheRunUntouched()
    {
        QTRY_COMPARE(m_session->current().state(), SessionState::Paused);
        QVERIFY_THROWS_EXCEPTION(Error, m_session->runs().reset(with("device", "cuda")));
        QCOMPARE(m_session->current().settings(), kSettings);
        QCOMPARE(m_session->current().record()->id(), std::uint64_t{1});
        m_session->step();
        QTRY_COMPARE(iteration(), std::int64_t{1});
    }

    void aResetDropsOldPictures()
    {
        m_session->run();
        QTRY_VERIFY(iteration() > 10);
        m_session->runs().reset(with("seed", "5"));
        QVERIFY(!m_session->current().snapshot());
        QSignalSpy pictures(&m_session->current(), &CurrentRun::snapshotReady);
        QTRY_VERIFY(m_session->current().snapshot());
        QTRY_COMPARE(m_session->current().state(), SessionState::Paused);
        QCOMPARE(iteration(), std::int64_t{0});
        QCOMPARE(pictures.count(), 1);
    }

    void aRunRepeatsFromItsRecord()
    {
        m_session->run();
        QTRY_VERIFY(iteration() > 50);
        m_session->changeSettings(with("lr_d", "0.25"));
        const auto seen = iteration();
        QTRY_VERIFY(iteration() > seen + 50);
        m_session->step(Networks::DiscriminatorOnly);
        QTRY_COMPARE(m_session->current().state(), SessionState::Paused);
        m_session->step();
        QTRY_COMPARE(iteration(), std::int64_t{m_probe->steps});
        const Run run = m_session->current().record()->run();
        const std::vector<float> rows = allRows(*m_session->current().record());

        m_session->runs().open(run);
        QCOMPARE(m_session->current().record()->plan().iterations, run.iterations);
        m_session->run();
        QTRY_COMPARE(iteration(), run.iterations);
        QTRY_COMPARE(m_session->current().state(), SessionState::Paused);
        QCOMPARE(allRows(*m_session->current().record()), rows);
        QCOMPARE(m_session->current().record()->run(), run);
        QCOMPARE(m_session->current().settings().number("lr_d"), 0.25);
    }

    void anErrorStopsTheRunAndKeepsThePicture()
    {
        QSignalSpy failures(&m_session->current(), &CurrentRun::failed);
        m_probe->failAt = 30;
        m_session->run();
        QTRY_COMPARE(m_session->current().state(), SessionState::Failed);
        QCOMPARE(failures.count(), 1);
        QCOMPARE(iteration(), std::int64_t{30});
        const int made = m_probe->steps;
        m_session->run();
        m_session->step();
        m_probe->failAt = -1;
        m_session->runs().reset(kSettings);
        QTRY_COMPARE(iteration(), std::int64_t{0});
        QCOMPARE(m_session->current().state(), SessionState::Paused);
        QCOMPARE(m_probe->steps.load(), made);
    }

    void loadingMayFailAndBeTriedAgain()
    {
        m_session.reset();
        m_probe->failLoading = true;
        start({kSettings});
        QTRY_COMPARE(m_session->current().state(), SessionState::Failed);
        m_probe->failLoading = false;
        m_session->runs().reset(kSettings);
        QTRY_VERIFY(m_session->current().snapshot());
    }

    void commandsWhileLoadingAreKept()
    {
        m_session.reset();
        start({kSettings});
        m_session->run();
        QTRY_VERIFY(m_session->current().snapshot() && iteration() > 10);
        QCOMPARE(m_session->current().state(), SessionState::Running);
    }

    void aConditionPausesAtItsIterationEveryTime()
    {
        QSignalSpy reasons(&m_session->current(), &CurrentRun::pausedBecause);
        m_session->pauseWhen(
            {{PauseCondition::Kind::AtIteration, "", 77}, {PauseCondition::Kind::Exceeds, "loss_d", 99}});
        for (int i = 1; i <= 3; ++i) {
            m_session->run();
            QTRY_COMPARE(reasons.count(), i);
            QCOMPARE(m_session->current().state(), SessionState::Paused);
            QCOMPARE(iteration(), std::int64_t{77});
            m_session->runs().reset(kSettings);
            QTRY_COMPARE(iteration(), std::int64_t{0});
        }
    }

    void aResetCanBeUndone()
    {
        for (int i = 0; i < 3; ++i)
            m_session->step();
        QTRY_COMPARE(iteration(), std::int64_t{3});
        m_session->changeSettings(with("lr_d", "0.5"));
        m_session->step();
        QTRY_COMPARE(iteration(), std::int64_t{4});
        m_session->runs().reset(with("seed", "9"));
        QTRY_COMPARE(iteration(), std::int64_t{0});
        QTRY_COMPARE(m_session->runs().ended().size(), std::size_t{1});
        std::int64_t rows = 0;
        connect(&m_session->current(), &CurrentRun::metricsReady, this,
                [&](const MetricRows& news) { rows += news.count(); });
        m_session->runs().undoReset();
        QTRY_COMPARE(iteration(), std::int64_t{4});
        QCOMPARE(rows, std::int64_t{4}); // curves come back whole
        QCOMPARE(m_session->current().settings().number("lr_d"), 0.5);
        QCOMPARE(m_session->current().settings().integer("seed"), 1);
        QVERIFY(m_session->runs().ended().empty());
        m_session->step();
        QTRY_COMPARE(iteration(), std::int64_t{5});
    }

    void aSavedRunOpensWhereItStopped()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.ganrun"));
        QSignalSpy saved(&m_session->saver(), &RunSaver::saved);
        QSignalSpy saveFailed(&m_session->saver(), &RunSaver::saveFailed);
        m_session->step();
        QTRY_COMPARE(iteration(), std::int64_t{1});
        m_session->changeSettings(with("lr_d", "0.5")); // no step has used it
        m_session->saver().save(path);
        QTRY_COMPARE(saved.count(), 1);
        m_session->saver().save(QStringLiteral("/proc/none/a.ganrun"));
        QTRY_COMPARE(saveFailed.count(), 1);
        m_session->runs().reset(kSettings);
        m_session->runs().open(path);
        QTRY_COMPARE(iteration(), std::int64_t{1});
        QCOMPARE(m_session->current().settings().number("lr_d"), 0.5);
        m_session->step();
        QTRY_COMPARE(iteration(), std::int64_t{2});
        QCOMPARE(m_session->current().record()->run().events, (std::vector<Event>{{1, "lr_d", 0.5}}));
        QVERIFY_THROWS_EXCEPTION(Error, m_session->runs().open(QStringLiteral("/nowhere/a.ganrun")));
        QCOMPARE(iteration(), std::int64_t{2});
    }

    void aSaveIsDoneBeforeTheEnd()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.ganrun"));
        m_session->run();
        QTRY_VERIFY(iteration() > 10);
        m_session->saver().save(path);
        m_session.reset();
        QVERIFY(readSavedRun(path, 1).record->run().iterations > 10);
    }

    void aSlowReaderHoldsOnePicture()
    {
        m_session->run();
        QTRY_VERIFY(iteration() > 10);
        QSignalSpy pictures(&m_session->current(), &CurrentRun::snapshotReady);
        QTest::qSleep(300); // the GUI thread is busy; the worker goes on
        QCoreApplication::processEvents();
        QCOMPARE(pictures.count(), 1);
    }

    void itEndsCleanlyInEveryState_data()
    {
        QTest::addColumn<int>("state");
        for (int i = 0; i < 5; ++i)
            QTest::addRow("%d", i) << i;
    }

    void itEndsCleanlyInEveryState()
    {
        QFETCH(int, state);
        if (state == 0) { // while loading
            m_session.reset();
            start({kSettings});
        }
        if (state == 1)
            m_session->run();
        if (state == 2)
            m_session->runs().reset(kSettings);
        if (state == 3) {
            m_session->setSpeedLimit(0.001);
            m_session->run();
            QTRY_VERIFY(m_probe->steps > 0);
        }
        if (state == 4) {
            m_probe->failAt = 0;
            m_session->step();
            QTRY_COMPARE(m_session->current().state(), SessionState::Failed);
        }
        m_session.reset();
    }

private:
    void start(const Run& run)
    {
        m_session = std::make_unique<TrainingSession>(fakeTrainerFactory(m_probe), run);
    }
    std::int64_t iteration() const
    {
        return m_session->current().snapshot() ? m_session->current().snapshot()->iteration : -1;
    }

    std::shared_ptr<FakeTrainerProbe> m_probe;
    std::unique_ptr<TrainingSession> m_session;
};

QTEST_GUILESS_MAIN(TestTrainingSession)
#include "tst_training_session.moc"
