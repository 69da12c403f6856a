#include "app/model_module.h"
#include "core/experiment.h"
#include "core/session/data_loader.h"
#include "core/session/replica.h"
#include "core/session/run_engine.h"
#include "core/session/run_file.h"
#include "core/session/saved_run_file.h"
#include "tests/support/files.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <random>

using namespace gan;

namespace {

/// Few iterations must not be slow: a small data set, and few of its pictures.
Settings settingsOf(const char* experiment)
{
    Settings settings(experimentNamed(experiment));
    if (settings.experiment().find("drawn_count")) {
        settings.setText("drawn_count", "64");
        settings.setText("batch", "8");
    }
    return settings;
}

std::shared_ptr<RunRecord> recordOf(const Settings& settings)
{
    static const DataLoader load = dataLoader();
    auto record = std::make_shared<RunRecord>(5, Run{settings});
    provideData(*record, load);
    return record;
}

Settings with(Settings settings, const char* key, const char* value)
{
    settings.setText(key, value);
    return settings;
}

/// With a face, where there are faces.
View viewOf(const QByteArray& experiment)
{
    View view(experimentNamed(experiment.toStdString()));
    if (view.has("face"))
        view.setText("face", "3");
    return view;
}

/// With a hand and single networks in it.
void step(RunEngine& engine, std::int64_t iteration)
{
    if (iteration == 12)
        engine.change(with(engine.settings(), "lr_d", "0.0013"));
    if (iteration == 31)
        engine.change(with(engine.settings(), "lr_g", "0.0007"));
    engine.step(iteration == 20                      ? Networks::DiscriminatorOnly
                : iteration == 21 || iteration == 47 ? Networks::GeneratorOnly
                                                     : Networks::Both);
}

void run(const QStringList& arguments)
{
    QProcess program;
    program.start(QStringLiteral(GAN_PROGRAM), arguments);
    QVERIFY(program.waitForFinished(300000));
    QVERIFY2(program.exitCode() == 0, program.readAllStandardError());
}

} // namespace

/// What a replica with the real networks shows of the past is what the run showed, to the bit.
class TestPastMoments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// What a trainer measures is what the experiment's table says, in its order.
    void theColumnsAreThoseOfTheTable_data() { everyPartIsEqual_data(); }
    void theColumnsAreThoseOfTheTable()
    {
        QFETCH(QByteArray, experiment);
        const TrainerInfo info = modelModule()(experiment.toStdString())->info();
        MetricColumns expected(kStepColumns.begin(), kStepColumns.end());
        for (const auto& names : {info.ownColumns, info.measuredColumns})
            expected.insert(expected.end(), names.begin(), names.end());
        const std::vector<std::string>& measured = info.measuredColumns;
        MetricColumns table;
        for (const MetricColumn& column : experimentNamed(experiment.toStdString()).columns) {
            table.push_back(column.key);
            const bool isOnGrid = std::count(measured.begin(), measured.end(), column.key) > 0;
            QCOMPARE(column.measured == MetricColumn::Measured::OnGrid, isOnGrid);
        }
        QCOMPARE(table, expected);
    }

    void everyPartIsEqual_data()
    {
        QTest::addColumn<QByteArray>("experiment");
        for (const Experiment& experiment : experiments())
            QTest::newRow(experiment.id) << QByteArray(experiment.id);
    }
    void everyPartIsEqual()
    {
        QFETCH(QByteArray, experiment);
        const Settings settings = settingsOf(experiment);
        const TrainerFactory make = modelModule();
        const auto trainer = make(experiment.toStdString());
        const auto record = recordOf(settings);
        RunEngine engine(*trainer, record);
        std::map<std::int64_t, Snapshot> shown;
        for (std::int64_t i = 0; i < 60; ++i) {
            shown[i] = engine.viewer().probe(viewOf(experiment));
            step(engine, i);
        }
        shown[60] = engine.viewer().probe(viewOf(experiment));
        const auto second = make(experiment.toStdString());
        Replay replay(*second, record);
        std::mt19937 random(1);
        for (int seek = 0; seek < 30; ++seek) {
            const auto iteration = std::int64_t(random() % 61);
            QVERIFY(replay.reach(iteration));
            QVERIFY2(replay.viewer().probe(viewOf(experiment)) == shown[iteration],
                     QByteArray::number(qint64(iteration)));
        }
    }

    /// Also of a run that was saved with its past and is opened another day.
    void aSavedRunHasTheSamePast_data() { everyPartIsEqual_data(); }
    void aSavedRunHasTheSamePast()
    {
        QFETCH(QByteArray, experiment);
        const Settings settings = settingsOf(experiment);
        const TrainerFactory make = modelModule();
        const auto trainer = make(experiment.toStdString());
        RunEngine engine(*trainer, recordOf(settings));
        std::map<std::int64_t, Snapshot> shown;
        for (std::int64_t i = 0; i < 60; ++i) {
            shown[i] = engine.viewer().probe(viewOf(experiment));
            step(engine, i);
        }
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("run.ganrun"));
        writeSavedRun(path, *engine.record(), engine.suspend(), Past::Kept);
        const SavedRun saved = readSavedRun(path, 5);
        saved.record->noteData(engine.record()->data());
        QVERIFY(saved.record->timeline().stateIterations().size() > 3);
        const auto second = make(experiment.toStdString());
        Replay replay(*second, saved.record);
        std::mt19937 random(2);
        for (int seek = 0; seek < 5; ++seek) {
            const auto iteration = std::int64_t(random() % 60);
            QVERIFY(replay.reach(iteration));
            QVERIFY2(replay.viewer().probe(viewOf(experiment)) == shown[iteration],
                     QByteArray::number(qint64(iteration)));
        }
    }

    /// The command show writes what a training that ends there writes. From a run file it is that training.
    void showWritesWhatTrainingWrites_data() { everyPartIsEqual_data(); }
    void showWritesWhatTrainingWrites()
    {
        QFETCH(QByteArray, experiment);
        const auto trainer = modelModule()(experiment.toStdString());
        RunEngine engine(*trainer, recordOf(settingsOf(experiment)));
        for (std::int64_t i = 0; i < 60; ++i)
            step(engine, i);
        const QTemporaryDir folder;
        const auto at = [&](const char* name) { return folder.filePath(QString::fromLatin1(name)); };
        writeSavedRun(at("run.ganrun"), *engine.record(), engine.suspend(), Past::Kept);
        writeRunFile(at("run.json"), engine.record()->run(), {});
        run({"train", "--from", at("run.json"), "--iterations", "45", "--samples", "20", "--export",
             at("trained")});
        run({"show", at("run.ganrun"), "--at", "45", "--samples", "20", "--export", at("saved")});
        const QStringList files = QDir(at("trained")).entryList(QDir::Files);
        QVERIFY(files.contains(QStringLiteral("metrics.csv")) && files.size() > 4);
        for (const QString& file : files) {
            const QByteArray expected = content(at("trained") + QLatin1Char('/') + file);
            if (file != QLatin1String("run.json") &&
                file != QLatin1String("timeline.gif")) // these tell the way
                QVERIFY2(content(at("saved") + QLatin1Char('/') + file) == expected, qPrintable(file));
        }
    }

    /// Nor does a replica that is busy all the time change a bit of the run.
    void theRunIsTheSame_data() { everyPartIsEqual_data(); }
    void theRunIsTheSame()
    {
        QFETCH(QByteArray, experiment);
        const Settings settings = settingsOf(experiment);
        std::string states[2];
        for (const bool isBusy : {false, true}) {
            const TrainerFactory make = modelModule();
            const auto trainer = make(experiment.toStdString());
            const auto record = recordOf(settings);
            RunEngine engine(*trainer, record);
            std::atomic<int> answers = 0;
            Replica replica(make, [&](const ReplicaAnswer& answer) {
                answers += answer.picture ? 1 : 0;
                replica.ask({answer.id + 1, record, std::int64_t(answer.id % 20), viewOf(experiment), true});
            });
            for (std::int64_t i = 0; i < 60; ++i) {
                step(engine, i);
                if (i == 20 && isBusy)
                    replica.ask({1, record, 7, viewOf(experiment), true});
            }
            if (isBusy)
                QTRY_VERIFY_WITH_TIMEOUT(answers > 0, 60000);
            states[isBusy] = trainer->save();
        }
        QVERIFY(states[0] == states[1]);
    }
};

QTEST_GUILESS_MAIN(TestPastMoments)
#include "tst_past_moments.moc"
