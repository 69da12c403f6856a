#include "app/command_line.h"
#include "app/usage_error.h"
#include "core/experiment.h"
#include "core/session/run_file.h"
#include "core/session/saved_run_file.h"

#include <QTemporaryDir>
#include <QTest>

using namespace gan;
using Kind = Command::Kind;

class TestCommandLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theWindowIsTheDefault()
    {
        const Command command = parseCommandLine({});
        QVERIFY(command.kind == Kind::Window && !command.run && !command.theme);
        QCOMPARE(parseCommandLine({"--theme", "dark"}).theme, ThemeChoice::Dark);
    }

    void trainTakesItsSettings()
    {
        const Command command =
            parseCommandLine({"train", "density-1d", "--iterations", "500", "--seed", "7", "--set",
                              "lr_d=0.02", "--set", "hidden_g=8,8", "--export", "out", "--samples", "100"});
        QVERIFY(command.kind == Kind::Train);
        QCOMPARE(command.run->iterations, std::int64_t{500});
        QCOMPARE(command.run->settings.integer("seed"), 7);
        QCOMPARE(command.run->settings.number("lr_d"), 0.02);
        QCOMPARE(command.run->settings.layers("hidden_g"), (Layers{8, 8}));
        QCOMPARE(command.exportFolder, QStringLiteral("out"));
        QCOMPARE(command.samples, 100);
    }

    void withoutIterationsTheExperimentsOwnCount()
    {
        QCOMPARE(parseCommandLine({"train", "density-1d"}).run->iterations, std::int64_t{10000});
    }

    void aSetAfterAPresetWins()
    {
        const Command command =
            parseCommandLine({"train", "density-1d", "--preset", "blind", "--set", "head=single"});
        QCOMPARE(command.run->settings.choice("head"), std::string("single"));
    }

    void aPresetWithStagesIsAPlan()
    {
        const Command command =
            parseCommandLine({"train", "signal", "--preset", "little", "--seed", "4", "--set", "lr_g=0.01"});
        QCOMPARE(command.run->settings.integer("seed"), 4);
        QCOMPARE(command.run->settings.number("lr_g"), 0.01);
        QCOMPARE(command.run->settings.integer("steps_g"), 0); // D learns alone first
        QCOMPARE(command.run->iterations, std::int64_t{600});
        QCOMPARE(command.pauseWhen.size(), std::size_t(1));
        const Command phases = parseCommandLine({"train", "signal", "--preset", "little", "--phase", "5"});
        QCOMPARE(phases.run->iterations, std::int64_t{5});
        QVERIFY(phases.run->events.empty() && phases.pauseWhen.empty());
    }

    void whatPlotsLookAtIsNoSetting()
    {
        const Command command = parseCommandLine({"train", "faces", "--look", "face=5", "--export", "out"});
        QCOMPARE(command.view->integer("face"), 5);
        QVERIFY_THROWS_EXCEPTION(UsageError, parseCommandLine({"train", "faces", "--look", "face=64"}));
        QVERIFY_THROWS_EXCEPTION(UsageError, parseCommandLine({"train", "density-1d", "--look", "face=5"}));
        QVERIFY_THROWS_EXCEPTION(UsageError, parseCommandLine({"train", "faces", "--set", "face=5"}));
    }

    void phasesFollowEachOther()
    {
        const Run run = *parseCommandLine({"train", "density-1d", "--phase", "100 steps_g=0", "--phase",
                                           "50 steps_g=2 lr_g=0.5", "--phase", "25"})
                             .run;
        QCOMPARE(run.iterations, std::int64_t{175});
        QCOMPARE(run.events, (std::vector<Event>{{0, "steps_g", std::int64_t{0}},
                                                 {100, "lr_g", 0.5},
                                                 {100, "steps_g", std::int64_t{2}}}));
    }

    void showNamesAMoment()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("run.json"));
        writeRunFile(path, Run{Settings(experimentNamed("density-1d")), {}, 20}, {});
        const Command command = parseCommandLine({"show", path, "--at", "7", "--export", "out"});
        QVERIFY(command.kind == Kind::Show);
        QCOMPARE(command.iteration, std::int64_t{7});
        QCOMPARE(command.run->iterations, std::int64_t{7});
        for (const QStringList& wrong : {QStringList{"show", path},
                                         {"show", path, "--at", "7"},
                                         {"show", "--at", "7", "--export", "out"},
                                         {"show", path, "--at", "21", "--export", "out"},
                                         {"show", path, "--at", "x", "--export", "out"},
                                         {"show", path, "--at", "7", "--export", "out", "--seed", "3"},
                                         {"train", "density-1d", "--at", "7"}})
            QVERIFY_THROWS_EXCEPTION(UsageError, parseCommandLine(wrong));
    }

    /// Also here, before a folder is made.
    void showRequiresItsData()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("run.json"));
        Run run{Settings(experimentNamed("signal")), {}, 20};
        run.settings.setText("csv", folder.filePath(QStringLiteral("none.csv")).toStdString());
        writeRunFile(path, run, {});
        QVERIFY_THROWS_EXCEPTION(Error, parseCommandLine({"show", path, "--at", "7", "--export", "out"}));
    }

    void aRunFileIsRepeated()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("run.json"));
        Run run{Settings(experimentNamed("density-1d")), {{5, "lr_d", 0.5}}, 20};
        writeRunFile(path, run, {});
        QCOMPARE(*parseCommandLine({"train", "--from", path}).run, run);
        QCOMPARE(*parseCommandLine({path}).run, run);
        run.iterations = 30;
        QCOMPARE(*parseCommandLine({"train", "--from", path, "--iterations", "30"}).run, run);
    }

    void aSavedRunIsTakenForWhatItIs()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.ganrun"));
        writeSavedRun(path, RunRecord(1, Run{Settings(experimentNamed("density-1d"))}),
                      {Settings(experimentNamed("density-1d")), true, {}});
        const Command command = parseCommandLine({path});
        QCOMPARE(command.savedRun, path);
        QVERIFY(!command.run);
    }

    void mistakesAreSentences_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const QStringList& words, const char* said) {
            QTest::addRow("%s", name) << words << QString::fromLatin1(said);
        };
        row("option", {"--color"}, "color");
        row("no experiment", {"train"}, "density-1d");
        row("two experiments", {"train", "density-1d", "signal"}, "one experiment");
        row("unknown experiment", {"train", "density-2d"}, "density-2d");
        row("unknown setting", {"train", "density-1d", "--set", "rate=1"}, "rate");
        row("no equals", {"train", "density-1d", "--set", "lr_d"}, "key=value");
        row("out of range", {"train", "density-1d", "--set", "lr_d=100"}, "1e-06 to 10");
        row("rule", {"train", "density-1d", "--set", "steps_d=0", "--set", "steps_g=0"},
            "at least one network");
        row("preset", {"train", "density-1d", "--preset", "best"}, "best");
        row("iterations", {"train", "density-1d", "--iterations", "0"}, "--iterations");
        row("iterations text", {"train", "density-1d", "--iterations", "many"}, "many");
        row("seed", {"train", "density-1d", "--seed", "-1"}, "seed");
        row("samples", {"train", "density-1d", "--samples", "0"}, "--samples");
        row("phase and iterations", {"train", "density-1d", "--iterations", "5", "--phase", "5"}, "exclude");
        row("phase without length", {"train", "density-1d", "--phase", "lr_d=1"}, "ITERATIONS");
        row("empty phase", {"train", "density-1d", "--phase", ""}, "ITERATIONS");
        row("phase rule", {"train", "density-1d", "--phase", "5 steps_d=0 steps_g=0"},
            "at least one network");
        row("phase restart", {"train", "density-1d", "--phase", "5", "--phase", "5 seed=3"},
            "cannot change during a run");
        row("from and set", {"train", "--from", "x", "--set", "lr_d=1"}, "exclude");
        row("from and name", {"train", "density-1d", "--from", "x"}, "leave its name out");
        row("set without train", {"--set", "lr_d=1"}, "train");
        row("theme", {"--theme", "blue"}, "light, dark or system");
        row("two files", {"a.json", "b.json"}, "not 2");
        row("list with a name", {"list", "density-1d"}, "list");
    }

    void mistakesAreSentences()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, said);
        try {
            parseCommandLine(words);
            QFAIL("nothing was said");
        } catch (const UsageError& error) {
            const QString message = QString::fromUtf8(error.what());
            QVERIFY2(message.contains(said), qPrintable(message));
            QVERIFY2(!message.contains(QLatin1Char('\n')), qPrintable(message));
        }
    }

    void aMissingFileIsNoUsageError()
    {
        try {
            parseCommandLine({"/nowhere/run.json"});
            QFAIL("nothing was said");
        } catch (const UsageError&) {
            QFAIL("exit code 2 is for wrong words");
        } catch (const Error& error) {
            QVERIFY(QByteArray(error.what()).contains("/nowhere/run.json"));
        }
    }

    void helpNamesEveryOption()
    {
        for (const char* word : {"train", "list", "--iterations", "--seed", "--set", "--phase", "--from",
                                 "--export", "--samples", "--preset", "--theme", "--version"})
            QVERIFY2(helpText().contains(QLatin1String(word)), word);
        QVERIFY(!helpText().contains(QLatin1String("startup-time")));
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
