#include "core/experiment.h"
#include "core/session/run_engine.h"
#include "tests/support/fake_trainer.h"
#include "tests/support/files.h"
#include "tests/ui/ui_test.h"
#include "ui/export/export_folder.h"
#include "ui/export/exporter.h"
#include "ui/pages/plot_sheet.h"
#include "ui/plots/history/history_plots.h"
#include "ui/plots/plot_view.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace gan;

namespace {

/// A run of which the screen shows iteration 30, while training is at 50.
struct Desk {
    Desk()
    {
        for (int i = 0; i < 50; ++i)
            engine.step();
        shown.run.iterations = 30;
        sheet.histories().append(record->metrics().read(0, 30));
        QObject::connect(&exporter, &Exporter::done, [this](const QString& sentence) { done = sentence; });
        QObject::connect(&exporter, &Exporter::failed,
                         [this](const Text& text) { failed = QString::fromStdString(plainText(text)); });
    }

    void carryOut(ExportOrder::What what, const QString& path)
    {
        done.clear();
        failed.clear();
        exporter.carryOut({what, "w1", {}, path}, {shown, sheet, sheet});
        QTRY_VERIFY(!done.isEmpty() || !failed.isEmpty());
    }

    std::unique_ptr<Trainer> trainer = fakeTrainerFactory()("density-1d");
    std::shared_ptr<RunRecord> record =
        std::make_shared<RunRecord>(1, Run{Settings(experimentNamed("density-1d"))});
    RunEngine engine{*trainer, record};
    PlotSheet sheet{record->plan().settings.experiment(), Theme::light()};
    RunExport shown{record->plan(), RunResults{"fake", {}}, record, {}};
    Exporter exporter;
    QString done, failed;
};

} // namespace

class TestExporter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init() { failOnWarnings(); }

    void eachThingGoesToItsFile()
    {
        using What = ExportOrder::What;
        const QTemporaryDir folder;
        Desk desk;
        const auto path = [&](const char* name) { return folder.filePath(QLatin1String(name)); };
        desk.carryOut(What::Plot, path("a.png"));
        QVERIFY2(desk.done.contains(path("a.png")), qPrintable(desk.failed));
        QCOMPARE(QImage(path("a.png")).text("Iteration"), QStringLiteral("30"));
        desk.sheet.show();
        QVERIFY(QTest::qWaitForWindowExposed(&desk.sheet));
        desk.carryOut(What::Window, path("b.png"));
        QCOMPARE(QImage(path("b.png")).size(), desk.sheet.size());
        desk.carryOut(What::Metrics, path("c.csv"));
        QCOMPARE(content(path("c.csv")).count('\n'), 31);
        desk.carryOut(What::AllPlots, path("plots"));
        QCOMPARE(QDir(path("plots")).entryList(QDir::Files).size(), qsizetype(desk.sheet.plots().size()));
    }

    void everythingIsCompleteAndOfOneIteration()
    {
        const QTemporaryDir folder;
        Desk desk;
        desk.carryOut(ExportOrder::What::Everything, folder.filePath("new/all"));
        QStringList expected = {"metrics.csv", "run.json", "window.png"};
        for (PlotView* plot : desk.sheet.plots())
            expected.append(plot->id() + ".png");
        expected.sort();
        const QDir all(folder.filePath("new/all"));
        QCOMPARE(all.entryList(QDir::Files | QDir::Hidden, QDir::Name), expected);
        QCOMPARE(content(all.filePath("metrics.csv")).count('\n'), 31);
        QCOMPARE(readRunFile(all.filePath("run.json")).iterations, std::int64_t(30));
        for (const QString& name : expected.filter(".png"))
            QCOMPARE(QImage(all.filePath(name)).text("Iteration"), QStringLiteral("30"));
    }

    /// A folder takes this run again at any iteration, and no other run; what is not an export is nobody's.
    void aFolderHoldsOneRun()
    {
        const QTemporaryDir folder;
        Desk desk;
        QVERIFY(!otherRunIn(folder.filePath("none"), desk.shown.run));
        writeWholeFile(folder.filePath("notes.txt"), QByteArray("mine"));
        QVERIFY(!otherRunIn(folder.path(), desk.shown.run));
        desk.carryOut(ExportOrder::What::Everything, folder.path());
        QVERIFY(!otherRunIn(folder.path(), desk.shown.run));
        Run later = desk.shown.run;
        later.iterations = 50;
        QVERIFY(!otherRunIn(folder.path(), later));
        Run changed = later;
        changed.events.push_back({40, "lr_d", 0.5}); // after what is there
        QVERIFY(!otherRunIn(folder.path(), changed));
        changed.events.push_back({10, "lr_d", 0.5});
        QVERIFY(otherRunIn(folder.path(), changed));
        Run other = later;
        other.settings.set("seed", std::int64_t(2));
        QVERIFY(otherRunIn(folder.path(), other));
        const Run faces{Settings(experimentNamed("faces"))};
        QVERIFY(plainText(*otherRunIn(folder.path(), faces)).find("seed 1, 30 iterations") !=
                std::string::npos);
        QFile::remove(folder.filePath("run.json"));
        QVERIFY(otherRunIn(folder.path(), later)); // nobody knows whose they are
    }

    /// Nothing of an older export stays among the new files, and nothing else goes.
    void leftoversGo()
    {
        const QTemporaryDir folder;
        Desk desk;
        QVERIFY(QDir(folder.path()).mkdir("samples"));
        for (const char* name : {"samples/0001.png", "samples/63.png", "timeline.gif", "response.svg",
                                 "notes.txt", "samples/cat.png", "holiday.png"})
            writeWholeFile(folder.filePath(QLatin1String(name)), QByteArray("old"));
        desk.carryOut(ExportOrder::What::Everything, folder.path());
        for (const char* name : {"samples/0001.png", "samples/63.png", "timeline.gif", "response.svg"})
            QVERIFY2(!QFile::exists(folder.filePath(name)), name);
        for (const char* name : {"notes.txt", "samples/cat.png", "holiday.png", "metrics.csv", "w1.png"})
            QVERIFY2(QFile::exists(folder.filePath(name)), name);
    }

    void namesSayWhichRun()
    {
        Desk desk;
        QCOMPARE(exportStem(desk.shown.run), QStringLiteral("density-1d-seed1-it30"));
    }

    void failuresAreOneSentence()
    {
        using What = ExportOrder::What;
        const QTemporaryDir folder;
        Desk desk;
        desk.carryOut(What::Plot, "  ");
        QVERIFY(desk.failed.contains("file name"));
        desk.carryOut(What::Plot, "/proc/none/a.png");
        QVERIFY(desk.failed.contains("/proc/none/a.png"));
        desk.carryOut(What::Everything, "/proc/none/all");
        QVERIFY(desk.failed.contains("/proc/none/all"));
        desk.carryOut(What::Plot, folder.path());
        QVERIFY(desk.failed.contains(folder.path()));
    }

    /// The window closes while a long log is being written: the file is whole.
    void closingMeanwhileIsSafe()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath("metrics.csv");
        {
            Desk desk;
            StepMetrics step;
            for (int i = 50; i < 300000; ++i)
                desk.record->metrics().append(step);
            desk.shown.run.iterations = 300000;
            desk.exporter.carryOut({ExportOrder::What::Metrics, {}, {}, path},
                                   {desk.shown, desk.sheet, desk.sheet});
        }
        QCOMPARE(content(path).count('\n'), 300001);
    }
};

QTEST_MAIN(TestExporter)
#include "tst_exporter.moc"
