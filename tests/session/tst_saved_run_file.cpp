#include "core/experiment.h"
#include "core/session/replay.h"
#include "core/session/run_engine.h"
#include "core/session/saved_run_file.h"
#include "tests/support/fake_trainer.h"
#include "tests/support/files.h"
#include "tests/support/views.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace gan;

namespace {

Run plan()
{
    Run run{
        Settings(experimentNamed("density-1d")), {{5, "lr_d", 0.5}, {70, "batch", std::int64_t{64}}}, 200};
    run.settings.setText("measure_every", "7");
    return run;
}

/// An engine with a trainer of its own.
struct Carried {
    explicit Carried(const Run& run)
        : record(std::make_shared<RunRecord>(1, run))
        , engine(trainer, record)
    {
    }
    explicit Carried(SavedRun saved)
        : record(saved.record)
        , engine(trainer, std::move(saved))
    {
    }
    void stepTo(std::int64_t iteration)
    {
        while (engine.iteration() < iteration)
            engine.step();
    }
    std::vector<float> values() const
    {
        auto all = record->metrics().read(0, record->metrics().size()).values;
        for (float& value : all)
            value = std::isnan(value) ? -1000 : value;
        return all;
    }

    FakeTrainer trainer{std::make_shared<FakeTrainerProbe>()};
    std::shared_ptr<RunRecord> record;
    RunEngine engine;
};

void put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class TestSavedRunFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSavedRunGoesOnAsIfItHadNotStopped()
    {
        Carried whole(plan());
        whole.stepTo(200);

        Carried first(plan());
        first.stepTo(60);
        writeSavedRun(path(), *first.record, first.engine.suspend());
        Carried second(readSavedRun(path(), 9));
        QCOMPARE(second.record->id(), 9u);
        QCOMPARE(second.record->library(), std::string("fake"));
        QCOMPARE(second.engine.iteration(), std::int64_t{60});
        second.stepTo(200);
        QCOMPARE(second.values(), whole.values());
        QCOMPARE(second.record->run(), whole.record->run());
        QVERIFY(second.engine.atPlannedEnd());
    }

    void changesByHandStayByHand()
    {
        Carried first(plan());
        first.stepTo(10);
        Settings changed = plan().settingsAt(10);
        changed.setText("lr_g", "0.25");
        first.engine.change(changed);
        first.stepTo(20);
        writeSavedRun(path(), *first.record, first.engine.suspend());
        Carried second(readSavedRun(path(), 2));
        first.stepTo(100);
        second.stepTo(100);
        QCOMPARE(second.values(), first.values());
        QCOMPARE(second.record->run().settingsAt(100), changed); // the plan's event at 70 no longer counts
    }

    /// States and marks, so that the past is there at once; what comes after the moment is not in the file.
    void theLadderIsSavedWithIt()
    {
        Carried first(plan());
        first.stepTo(150);
        first.record->noteMark({63, MarkKind::Pin});
        first.record->noteMark({140, MarkKind::Pause});
        Run run = first.record->run();
        std::erase_if(run.events, [](const Event& event) { return event.iteration >= 120; });
        run.iterations = 120;
        Carried there(plan());
        there.stepTo(120);
        writeSavedRun(path(), *first.record, run, there.engine.suspend(), Past::Kept);
        const SavedRun read = readSavedRun(path(), 9);
        QCOMPARE(read.record->notedMarks(), (std::vector<RunMark>{{63, MarkKind::Pin}}));
        const auto states = first.record->timeline().statesUntil(120);
        const auto same = read.record->timeline().statesUntil(1000);
        QVERIFY(states.size() > 4);
        QCOMPARE(same.size(), states.size());
        for (std::size_t i = 0; i < states.size(); ++i) {
            QCOMPARE(same[i].iteration, states[i].iteration);
            QCOMPARE(same[i].isFixed, states[i].isFixed);
            QVERIFY(same[i].value->trainerState == states[i].value->trainerState);
        }
        FakeTrainer trainer(std::make_shared<FakeTrainerProbe>());
        Replay replay(trainer, read.record);
        QVERIFY(replay.reach(101));
        Carried fresh(plan());
        fresh.stepTo(101);
        const Snapshot expected = fresh.engine.viewer().probe(viewOf("density-1d"));
        QVERIFY(replay.viewer().probe(viewOf("density-1d")) == expected);
    }

    void withoutItTheFileIsSmaller()
    {
        Carried first(plan());
        first.stepTo(100);
        writeSavedRun(path(), *first.record, first.engine.suspend(), Past::LeftOut);
        const auto small = content(path()).size();
        QVERIFY(readSavedRun(path(), 9).record->timeline().stateIterations().empty());
        writeSavedRun(path(), *first.record, first.engine.suspend(), Past::Kept);
        QVERIFY(content(path()).size() > small);
    }

    /// Of the version before, which had neither marks nor states.
    void anOlderFileIsRead()
    {
        Carried first(plan());
        first.stepTo(60);
        writeSavedRun(path(), *first.record, first.engine.suspend());
        QByteArray bytes = content(path());
        bytes.chop(32 + 8 + 8); // the hash, and two counts of nothing
        bytes[qsizetype(qstrlen("GAN Explorer saved run\n")) + 3] = 1;
        put(path(), bytes + QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
        Carried second(readSavedRun(path(), 2));
        first.stepTo(100);
        second.stepTo(100);
        QCOMPARE(second.values(), first.values());
    }

    void everyDamageIsASentence()
    {
        Carried first(plan());
        first.stepTo(40);
        writeSavedRun(path(), *first.record, first.engine.suspend(), Past::Kept);
        const QByteArray original = content(path());
        std::mt19937 random(5);
        for (int i = 0; i < 1500; ++i) {
            QByteArray bytes = original;
            const auto place = static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()));
            if (i % 3 == 0)
                bytes.truncate(place);
            else
                bytes[place] = static_cast<char>(bytes[place] ^ (1 << (random() % 8)));
            put(path(), bytes);
            QVERIFY_THROWS_EXCEPTION(Error, readSavedRun(path(), 2));
        }
    }

    void foreignAndNewerFilesAreNamed()
    {
        put(path(), "{\"format\": 1}");
        QVERIFY(!isSavedRun(path()));
        QVERIFY(sentence().contains(QLatin1String("not a saved run")));
        put(path(), QByteArray("GAN Explorer saved run\n") + QByteArray("\0\0\0\x07", 4));
        QVERIFY(isSavedRun(path()));
        QVERIFY(sentence().contains(QLatin1String("newer version")));
        QVERIFY_THROWS_EXCEPTION(Error, readSavedRun(m_folder.filePath(QStringLiteral("none")), 1));
    }

private:
    QString path() const { return m_folder.filePath(QStringLiteral("a.ganrun")); }
    QString sentence() const
    {
        try {
            readSavedRun(path(), 1);
        } catch (const Error& error) {
            return QString::fromUtf8(error.what());
        }
        return {};
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestSavedRunFile)
#include "tst_saved_run_file.moc"
