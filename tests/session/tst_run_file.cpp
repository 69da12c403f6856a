#include "core/error.h"
#include "core/experiment.h"
#include "core/session/run_file.h"
#include "core/session/saved_run_file.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <random>

#include <sys/stat.h>

using namespace gan;

namespace {

Run exampleRun()
{
    Run run{Settings(experimentNamed("density-1d"))};
    run.settings.setText("seed", "4294967295");
    run.settings.setText("hidden_g", "16,32");
    run.settings.setText("lr_d", "0.012345678901234567");
    run.events = {{0, "lr_g", 0.1}, {50, "batch", std::int64_t{64}}, {50, "loss", std::string("hinge")}};
    run.iterations = 1000;
    return run;
}

const QString kName = QStringLiteral("a.json");

QString sentence(const QByteArray& bytes)
{
    try {
        runFromJson(bytes, kName);
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace

class TestRunFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pipesAreRefusedAndNotWaitedFor()
    {
        const QTemporaryDir folder;
        const QString pipe = folder.filePath(QStringLiteral("run.json"));
        QCOMPARE(mkfifo(pipe.toUtf8().constData(), 0600), 0);
        QVERIFY_EXCEPTION_THROWN(readRunFile(pipe), Error);
        QVERIFY(!isSavedRun(pipe));
        QVERIFY_EXCEPTION_THROWN(savedRunSummary(pipe), Error);
    }

    void aRunReadsBackEqual()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("run.json"));
        writeRunFile(path, exampleRun(), {"1.13.1", {{"w1", 0.25}}});
        QCOMPARE(readRunFile(path), exampleRun());
    }

    void itSaysWhatTheResultDependsOn()
    {
        const QJsonObject root =
            QJsonDocument::fromJson(runToJson(exampleRun(), {"1.13.1", {{"w1", 0.25}}})).object();
        QCOMPARE(root[QLatin1String("format")].toInt(), 1);
        QCOMPARE(root[QLatin1String("versions")][QLatin1String("libtorch")].toString(),
                 QStringLiteral("1.13.1"));
        QCOMPARE(root[QLatin1String("readouts")][QLatin1String("w1")].toDouble(), 0.25);
        QVERIFY(!root[QLatin1String("processor")].toString().isEmpty());
        QVERIFY(root[QLatin1String("same_on_every_processor")].toBool());
        Run penalized = exampleRun();
        penalized.events.push_back({60, "loss", std::string("wasserstein_gp")});
        QVERIFY(!QJsonDocument::fromJson(runToJson(penalized, {}))
                     .object()[QLatin1String("same_on_every_processor")]
                     .toBool());
    }

    /// Run files from before there was the setting.
    void withoutADeviceItIsTheProcessor()
    {
        QByteArray json = runToJson(exampleRun(), {});
        QVERIFY(json.contains("\"device\": \"cpu\""));
        json.replace("\"device\": \"cpu\",", "");
        QCOMPARE(runFromJson(json, kName), exampleRun());
    }

    /// Run files from when what is looked at was among the settings.
    void whatWasLookedAtIsLeftOut()
    {
        const Run run{Settings(experimentNamed("signal"))};
        QByteArray json = runToJson(run, {});
        QVERIFY(json.contains("\"lr_d\"") && !json.contains("chance_draw"));
        json.replace("\"lr_d\"", "\"chance_draw\": 7, \"basis\": [1, 2], \"lr_d\"");
        QCOMPARE(runFromJson(json, kName), run);
    }

    void badFilesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const char* from, const char* to, const char* said) {
            QTest::addRow("%s", name) << QByteArray(from) << QByteArray(to) << QString::fromLatin1(said);
        };
        row("newer", "\"format\": 1", "\"format\": 2", "newer version");
        row("older", "\"format\": 1", "\"format\": 0", "formats begin at 1");
        row("experiment", "density-1d", "density-9d", "density-9d");
        row("unknown key", "\"lr_d\"", "\"lr_x\"", "lr_x");
        row("range", "\"batch\": 128", "\"batch\": 0", "batch is \"0\"");
        row("type", "\"batch\": 128", "\"batch\": \"many\"", "wrong type");
        row("fraction", "\"batch\": 128", "\"batch\": 1.5", "wrong type");
        row("layers", "32\n", "\"x\"\n", "wrong type");
        row("iterations", "\"iterations\": 1000", "\"iterations\": -5", "iterations");
        row("time", "\"iteration\": 0", "\"iteration\": 70", "order");
        row("syntax", "{", "[", "not a run file");
        row("restart event", "\"key\": \"batch\"", "\"key\": \"seed\"", "cannot change during a run");
    }

    void badFilesAreNamed()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, said);
        QByteArray json = runToJson(exampleRun(), {});
        const auto place = json.indexOf(from);
        QVERIFY(place >= 0);
        json.replace(place, from.size(), to);
        const QString message = sentence(json);
        QVERIFY2(message.contains(said) && message.contains(kName), qPrintable(message));
    }

    void otherFilesAreRefused()
    {
        QVERIFY(sentence("").contains(QLatin1String("not a run file")));
        QVERIFY(sentence("[]").contains(QLatin1String("not a run file")));
        QVERIFY(sentence("{}").contains(QLatin1String("not a run file")));
        QVERIFY(sentence(QByteArray(100000, '[')).contains(QLatin1String("not a run file")));
        QVERIFY_THROWS_EXCEPTION(Error, readRunFile(QStringLiteral("/nowhere/run.json")));
        QVERIFY_THROWS_EXCEPTION(Error, readRunFile(QStringLiteral("/tmp")));
    }

    /// Each mutation is either refused with a sentence or describes a run that the program would take from a
    /// hand.
    void mutationsNeverGetThrough()
    {
        const QByteArray original = runToJson(exampleRun(), {"1.13.1", {{"w1", 0.25}}});
        std::mt19937 random(11);
        const auto below = [&](auto limit) {
            return static_cast<qsizetype>(random() % static_cast<unsigned>(limit));
        };
        for (int i = 0; i < 3000; ++i) {
            QByteArray bytes = original;
            for (auto changes = 1 + below(4); changes > 0; --changes)
                bytes[below(bytes.size())] = static_cast<char>(random());
            if (i % 3 == 0)
                bytes.truncate(below(bytes.size()));
            try {
                const Run run = runFromJson(bytes, kName);
                checkEvents(run);
                QCOMPARE(runFromJson(runToJson(run, {}), kName), run);
            } catch (const Error& error) {
                QVERIFY(QByteArray(error.what()).contains("a.json"));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestRunFile)
#include "tst_run_file.moc"
