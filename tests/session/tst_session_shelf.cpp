#include "core/experiment.h"
#include "core/session/run_engine.h"
#include "core/session/run_file.h"
#include "core/session/training_session.h"
#include "tests/support/fake_trainer.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace gan;

namespace {

const Experiment& first()
{
    return experimentNamed("density-1d");
}

const Experiment& second()
{
    static const Experiment other = [] {
        Experiment copy = first();
        copy.id = "second";
        return copy;
    }();
    return other;
}

Settings withSeed(const char* seed)
{
    Settings settings(first());
    settings.setText("seed", seed);
    return settings;
}

std::vector<float> allRows(const RunRecord& record)
{
    auto values = record.metrics().read(0, record.metrics().size()).values;
    for (float& value : values)
        value = std::isnan(value) ? -1000 : value;
    return values;
}

/// A run that nothing interrupts.
std::vector<float> rowsOf(const Run& run)
{
    FakeTrainer trainer(std::make_shared<FakeTrainerProbe>());
    const auto record = std::make_shared<RunRecord>(1, run);
    RunEngine engine(trainer, record);
    while (engine.iteration() < run.iterations)
        engine.step();
    return allRows(*record);
}

} // namespace

/// What a session keeps: runs of other experiments, and those that were ended.
class TestSessionShelf : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_probe = std::make_shared<FakeTrainerProbe>();
        m_session = std::make_unique<TrainingSession>(fakeTrainerFactory(m_probe), Run{Settings(first())});
        QTRY_COMPARE(iteration(), std::int64_t{0});
    }
    void cleanup() { m_session.reset(); }

    void eachExperimentKeepsItsRun()
    {
        stepTo(5);
        Settings asked = m_session->current().settings();
        asked.setText("lr_d", "0.5");
        m_session->changeSettings(asked); // no step has used it
        m_session->runs().show(second());
        QTRY_COMPARE(iteration(), std::int64_t{0});
        QCOMPARE(m_session->current().settings(), Settings(second()));
        stepTo(3);
        const auto secondRecord = m_session->current().record();

        m_session->runs().show(first());
        QTRY_COMPARE(iteration(), std::int64_t{5});
        QCOMPARE(m_session->current().state(), SessionState::Paused);
        QCOMPARE(m_session->current().settings(), asked);
        stepTo(10);
        QCOMPARE(allRows(*m_session->current().record()),
                 rowsOf({Settings(first()), {{5, "lr_d", 0.5}}, 10}));

        m_session->runs().show(second());
        QCOMPARE(m_session->current().record(), secondRecord);
        QTRY_COMPARE(iteration(), std::int64_t{3});
        QVERIFY(m_session->runs().ended().empty());
    }

    void nothingIsLostHoweverFastTheyChange()
    {
        m_probe->stepMicroseconds = 50;
        m_session->run();
        QTRY_VERIFY(iteration() > 20);
        const auto record = m_session->current().record();
        for (int i = 0; i < 21; ++i) {
            m_session->runs().show(i % 2 ? first() : second());
            m_session->run();
        }
        m_session->runs().show(first());
        QCOMPARE(m_session->current().record(), record);
        const QTemporaryDir folder;
        QSignalSpy saved(&m_session->saver(), &RunSaver::saved);
        m_session->saver().save(folder.filePath(QStringLiteral("a.ganrun")));
        QTRY_COMPARE(saved.count(), 1); // the training thread has done all that it was asked before
        const Run run = record->run();
        QTRY_COMPARE(iteration(), run.iterations);
        stepTo(run.iterations + 3);
        QCOMPARE(allRows(*record), rowsOf({run.settings, {}, run.iterations + 3}));
    }

    void theRowsComeBackWithTheRun()
    {
        stepTo(4);
        m_session->runs().show(second());
        QTRY_COMPARE(iteration(), std::int64_t{0});
        std::int64_t rows = 0;
        connect(&m_session->current(), &CurrentRun::metricsReady, this,
                [&](const MetricRows& news) { rows += news.count(); });
        m_session->runs().show(first());
        QTRY_COMPARE(iteration(), std::int64_t{4});
        QCOMPARE(rows, std::int64_t{4});
    }

    void undoStaysWithItsExperiment()
    {
        stepTo(3);
        m_session->runs().reset(withSeed("9"));
        QTRY_COMPARE(m_session->runs().ended().size(), std::size_t{1});
        QSignalSpy changed(&m_session->runs(), &SessionRuns::endedChanged);
        m_session->runs().show(second());
        QVERIFY(changed.count() > 0);
        QVERIFY(m_session->runs().ended().empty());
        m_session->runs().undoReset();
        QCOMPARE(m_session->current().settings(), Settings(second()));
        m_session->runs().show(first());
        QCOMPARE(m_session->runs().ended().size(), std::size_t{1});
        m_session->runs().undoReset();
        QTRY_COMPARE(iteration(), std::int64_t{3});
    }

    void aRunStoppedByAnErrorIsKeptAsFarAsItWent()
    {
        m_probe->failAt = 30;
        m_session->run();
        QTRY_COMPARE(m_session->current().state(), SessionState::Failed);
        m_session->runs().show(second());
        QTRY_COMPARE(iteration(), std::int64_t{0});
        QCOMPARE(m_session->current().state(), SessionState::Paused);
        m_session->runs().show(first());
        QTRY_COMPARE(iteration(), std::int64_t{30});
        QCOMPARE(m_session->current().state(), SessionState::Paused);
        QCOMPARE(m_session->current().record()->metrics().size(), std::int64_t{30});
        m_probe->failAt = -1;
        stepTo(31);
    }

    void aTrainerThatCannotBeHadLosesNoRun()
    {
        stepTo(3);
        m_probe->failLoading = true;
        m_session->runs().show(second());
        QTRY_COMPARE(m_session->current().state(), SessionState::Failed);
        m_session->runs().show(first());
        QTRY_COMPARE(iteration(), std::int64_t{3});
        m_probe->failLoading = false;
        m_session->runs().show(second());
        QTRY_COMPARE(iteration(), std::int64_t{0});
    }

    void aNewSeedIsUndoneToTheLastBit()
    {
        stepTo(50);
        m_session->runs().reset(withSeed("9"));
        QTRY_COMPARE(iteration(), std::int64_t{0});
        stepTo(20);
        m_session->runs().undoReset();
        QTRY_COMPARE(iteration(), std::int64_t{50});
        stepTo(80);
        QCOMPARE(allRows(*m_session->current().record()), rowsOf({Settings(first()), {}, 80}));

        m_session->runs().undoReset(); // and back again
        QTRY_COMPARE(iteration(), std::int64_t{20});
        stepTo(30);
        QCOMPARE(allRows(*m_session->current().record()), rowsOf({withSeed("9"), {}, 30}));
        QTRY_COMPARE(m_session->runs().ended().size(), std::size_t{1});
        QCOMPARE(m_session->runs().ended()[0].record->run().iterations, std::int64_t{80});
    }

    void anOpenedFileIsUndone_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("saved run") << QStringLiteral("a.ganrun");
        QTest::newRow("run file") << QStringLiteral("a.json");
    }

    void anOpenedFileIsUndone()
    {
        QFETCH(QString, name);
        const QTemporaryDir folder;
        const QString path = folder.filePath(name);
        stepTo(5);
        const bool whole = name.endsWith(QLatin1String("ganrun"));
        if (whole)
            m_session->saver().save(path);
        else
            writeRunFile(path, m_session->current().record()->run(), {});
        stepTo(8);
        QTRY_VERIFY(QFile::exists(path));
        if (whole)
            m_session->runs().open(path);
        else
            m_session->runs().open(readRunFile(path));
        QTRY_COMPARE(m_session->runs().ended().size(), std::size_t{1});
        m_session->runs().undoReset();
        QTRY_COMPARE(iteration(), std::int64_t{8});
        stepTo(10);
        QCOMPARE(allRows(*m_session->current().record()), rowsOf({Settings(first()), {}, 10}));
    }

    /// The file takes the place of its experiment's kept run, which can be had back; the other stays kept.
    void aFileOfTheOtherExperiment()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.ganrun"));
        stepTo(5);
        m_session->saver().save(path);
        stepTo(7);
        m_session->runs().show(second());
        QTRY_COMPARE(iteration(), std::int64_t{0});
        stepTo(2);
        QTRY_VERIFY(QFile::exists(path)); // written whole, in the background
        m_session->runs().open(path);
        QTRY_COMPARE(iteration(), std::int64_t{5});
        QTRY_COMPARE(m_session->runs().ended().size(), std::size_t{1});
        m_session->runs().undoReset();
        QTRY_COMPARE(iteration(), std::int64_t{7});
        m_session->runs().show(second());
        QTRY_COMPARE(iteration(), std::int64_t{2});
    }

    void savesAndResetsKeepTheirOrder()
    {
        const QTemporaryDir folder;
        const QString before = folder.filePath(QStringLiteral("before.ganrun")),
                      after = folder.filePath(QStringLiteral("after.ganrun"));
        stepTo(2);
        m_session->saver().save(before);
        m_session->runs().reset(withSeed("9"));
        m_session->saver().save(after);
        m_session.reset();
        QCOMPARE(readSavedRun(before, 1).record->run().iterations, std::int64_t{2});
        QCOMPARE(readSavedRun(after, 1).record->plan().settings, withSeed("9"));
    }

    /// The state is taken between two steps; what the log gets while it is being written is not in the file.
    void aSaveIsOneMomentOfARunThatGoesOn()
    {
        m_probe->stepMicroseconds = 50;
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.ganrun"));
        QSignalSpy saved(&m_session->saver(), &RunSaver::saved);
        m_session->run();
        for (int i = 1; i <= 5; ++i) {
            const auto seen = iteration();
            QTRY_VERIFY(iteration() > seen + 100);
            m_session->saver().save(path);
            QTRY_COMPARE(saved.count(), i);
            SavedRun file = readSavedRun(path, 1);
            FakeTrainer trainer(std::make_shared<FakeTrainerProbe>());
            const auto record = file.record;
            RunEngine engine(trainer, std::move(file));
            QCOMPARE(engine.viewer().probe(View(record->plan().settings.experiment())).iteration,
                     record->run().iterations);
            for (int step = 0; step < 10; ++step)
                engine.step();
            QCOMPARE(allRows(*record), rowsOf({Settings(first()), {}, record->run().iterations}));
        }
    }

    void conditionsPauseEveryRunAndChangeNone()
    {
        m_session->pauseWhen({{PauseCondition::Kind::AtIteration, "", 7}});
        for (const Experiment* experiment : {&first(), &second()}) {
            m_session->runs().show(*experiment);
            m_session->run();
            QTRY_COMPARE(iteration(), std::int64_t{7});
            QTRY_COMPARE(m_session->current().state(), SessionState::Paused);
            stepTo(12);
            QCOMPARE(allRows(*m_session->current().record()), rowsOf({Settings(*experiment), {}, 12}));
            QCOMPARE(m_session->current().record()->run().iterations, std::int64_t{12});
        }
    }

private:
    std::int64_t iteration() const
    {
        return m_session->current().snapshot() ? m_session->current().snapshot()->iteration : -1;
    }
    void stepTo(std::int64_t wanted)
    {
        for (auto at = m_session->current().record()->run().iterations; at < wanted; ++at)
            m_session->step();
        QTRY_COMPARE(iteration(), wanted);
    }

    std::shared_ptr<FakeTrainerProbe> m_probe;
    std::unique_ptr<TrainingSession> m_session;
};

QTEST_GUILESS_MAIN(TestSessionShelf)
#include "tst_session_shelf.moc"
