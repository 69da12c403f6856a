#include "core/error.h"
#include "core/experiment.h"
#include "tests/ui/ui_test.h"
#include "ui/plot_export.h"
#include "ui/plot_sheet.h"
#include "ui/plots/plot_view.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace gan;

namespace {

Run run()
{
    Run made{Settings(experimentNamed("density-1d"))};
    made.settings.set("seed", std::int64_t(42));
    made.iterations = 3250;
    made.events = {{1500, "lr_g", 0.005}};
    return made;
}

QImage picture()
{
    QImage image(40, 30, QImage::Format_RGB32);
    image.fill(Qt::red);
    return image;
}

} // namespace

class TestPlotExport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init() { failOnWarnings(); }

    void fileSaysWhatItShows()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath("a.png");
        writePicture(path, picture(), pictureNotes(run()));
        const QImage read(path);
        QCOMPARE(read.size(), QSize(40, 30));
        QCOMPARE(read.pixelColor(5, 5), QColor(Qt::red));
        QCOMPARE(read.text("Seed"), QStringLiteral("42"));
        QCOMPARE(read.text("Iteration"), QStringLiteral("3250"));
        QCOMPARE(read.text("Experiment"), QStringLiteral("density-1d"));
        QCOMPARE(read.text("Changes"), QStringLiteral("1500:lr_g=0.005"));
        QVERIFY(read.text("Software").startsWith("GAN Explorer "));
        QVERIFY(read.text("Settings").split(' ').contains("lr_d=0.01"));
        QVERIFY(read.text("Settings").split(' ').contains("hidden_d=64"));
    }

    void everyPlotHasItsFile()
    {
        const QTemporaryDir folder;
        PlotSheet sheet(experimentNamed("density-1d"), Theme::light());
        const QString path = folder.filePath("new/deeper");
        sheet.exportAll(path, run());
        QStringList expected;
        for (PlotView* plot : sheet.plots())
            expected.append(plot->id() + ".png");
        expected.sort();
        QCOMPARE(QDir(path).entryList(QDir::Files, QDir::Name), expected);
        QVERIFY(expected.contains("data_distributions.png") && expected.contains("w1.png"));
        QCOMPARE(QImage(path + "/losses.png").size(), QSize(1600, 1000));
    }

    void fileInTheWayIsASentence()
    {
        const QTemporaryDir folder;
        QFile blocker(folder.filePath("blocked"));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        PlotSheet sheet(experimentNamed("density-1d"), Theme::light());
        QVERIFY_EXCEPTION_THROWN(sheet.exportAll(blocker.fileName(), run()), Error);
        QVERIFY_EXCEPTION_THROWN(writePicture(blocker.fileName() + "/a.png", picture(), {}), Error);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{"blocked"}); // nothing half written
        try {
            writePicture(folder.filePath("missing/a.png"), picture(), {});
            QFAIL("a missing folder was not noticed");
        } catch (const Error& error) {
            QVERIFY(QString::fromUtf8(error.what()).contains("missing/a.png"));
        }
    }

    void olderFileSurvivesFailure()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath("a.png");
        writePicture(path, picture(), {});
        QVERIFY_EXCEPTION_THROWN(writePicture(path, QImage(), {}), Error);
        QCOMPARE(QImage(path).size(), QSize(40, 30));
    }
};

QTEST_MAIN(TestPlotExport)
#include "tst_plot_export.moc"
