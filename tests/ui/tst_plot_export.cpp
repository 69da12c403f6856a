#include "core/error.h"
#include "core/experiment.h"
#include "core/session/run_engine.h"
#include "tests/support/fake_trainer.h"
#include "tests/support/files.h"
#include "tests/support/full_disk.h"
#include "tests/ui/ui_test.h"
#include "ui/export/picture_caption.h"
#include "ui/export/plot_export.h"
#include "ui/pages/plot_sheet.h"
#include "ui/plots/history/history_plots.h"
#include "ui/plots/plot_view.h"

#include <QDir>
#include <QFile>
#include <QMimeData>
#include <QPainter>
#include <QSvgRenderer>
#include <QTemporaryDir>

using namespace gan;

namespace {

constexpr int kIterations = 300;

/// Plots of a run that went on while they were looked at.
struct Desk {
    Desk()
    {
        for (int i = 0; i < kIterations; ++i)
            engine.step();
        sheet.histories().setSettings(run.settings);
        sheet.histories().append(record->metrics().read(0, kIterations));
        sheet.setSnapshot(
            std::make_shared<const Snapshot>(engine.viewer().probe(View(run.settings.experiment()))));
        for (int i = 0; i < 20; ++i)
            engine.step();
    }

    void exportAll(const QString& folder)
    {
        makeWritableFolder(folder);
        writeWholeFiles(plotFiles(folder, sheet, {}, run));
    }

    static Run madeRun()
    {
        Run made{Settings(experimentNamed("density-1d"))};
        made.settings.set("seed", std::int64_t(42));
        made.settings.set("lr_d", 0.02);
        made.iterations = kIterations;
        made.events = {{150, "lr_g", 0.005}};
        return made;
    }

    PlotView& plot(const QString& id) const
    {
        const auto& plots = sheet.plots();
        return **std::find_if(plots.begin(), plots.end(), [&](PlotView* view) { return view->id() == id; });
    }

    Run run = madeRun();
    std::unique_ptr<Trainer> trainer = fakeTrainerFactory()("density-1d");
    std::shared_ptr<RunRecord> record = std::make_shared<RunRecord>(1, Run{run.settings});
    RunEngine engine{*trainer, record};
    PlotSheet sheet{run.settings.experiment(), Theme::light()};
};

QByteArray bytesOf(const FillFile& fill)
{
    QByteArray all;
    fill([&](const QByteArray& part) { all += part; });
    return all;
}

QImage rendered(const QByteArray& svg)
{
    QSvgRenderer renderer(svg);
    QImage image(renderer.defaultSize(), QImage::Format_RGB32);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

QImage smaller(const QImage& image)
{
    return image.scaledToWidth(image.width() / 4, Qt::SmoothTransformation);
}

PictureOptions options(QSize size, double scale, PictureFormat format = PictureFormat::Png,
                       bool caption = false)
{
    return {format, size, scale, caption};
}

QString sentence(const std::function<void()>& failing)
{
    try {
        failing();
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace

class TestPlotExport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init() { failOnWarnings(); }

    void fileSaysWhatItShows()
    {
        Desk desk;
        const auto read = QImage::fromData(bytesOf(plotPicture(desk.plot("losses"), {}, desk.run)));
        QCOMPARE(read, desk.plot("losses").toImage());
        QCOMPARE(read.text("Seed"), QStringLiteral("42"));
        QCOMPARE(read.text("Iteration"), QStringLiteral("300"));
        QCOMPARE(read.text("Experiment"), QStringLiteral("density-1d"));
        QCOMPARE(read.text("Changes"), QStringLiteral("150:lr_g=0.005"));
        QVERIFY(read.text("Software").startsWith("GAN Explorer "));
        QVERIFY(read.text("Settings").split(' ').contains("lr_d=0.02"));
        QVERIFY(read.text("Settings").split(' ').contains("hidden_d=64"));
    }

    void sizesAreExact_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::addColumn<QSize>("expected");
        QTest::newRow("default") << QSize(1600, 1000) << 1.0 << QSize(1600, 1000);
        QTest::newRow("twice") << QSize(1600, 1000) << 2.0 << QSize(3200, 2000);
        QTest::newRow("odd") << QSize(1601, 999) << 1.5 << QSize(2402, 1499);
        QTest::newRow("least") << QSize(200, 200) << 0.25 << QSize(50, 50);
        QTest::newRow("long") << QSize(8000, 200) << 1.0 << QSize(8000, 200);
    }

    void sizesAreExact()
    {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        QFETCH(QSize, expected);
        Desk desk;
        PlotView& plot = desk.plot("w1");
        const auto svg = PictureFormat::Svg;
        QCOMPARE(QImage::fromData(bytesOf(plotPicture(plot, options(size, scale), desk.run))).size(),
                 expected);
        QCOMPARE(rendered(bytesOf(plotPicture(plot, options(size, scale, svg), desk.run))).size(), expected);
    }

    /// The scale makes it sharper, and nothing else.
    void scaleKeepsTheLayout()
    {
        Desk desk;
        const QImage once = desk.plot("losses").toImage();
        const auto twice =
            QImage::fromData(bytesOf(plotPicture(desk.plot("losses"), options({1600, 1000}, 2), desk.run)));
        const QImage back = twice.scaled(once.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        QVERIFY2(meanDifference(once, back) < 1, qPrintable(QString::number(meanDifference(once, back))));
    }

    void sizesOutOfRangeAreASentence()
    {
        Desk desk;
        const auto refusal = [&](QSize size, double scale) {
            return sentence([&] { plotPicture(desk.plot("w1"), options(size, scale), desk.run); });
        };
        QVERIFY(refusal({199, 500}, 1).contains("200 to 8000"));
        QVERIFY(refusal({500, 8001}, 1).contains("200 to 8000"));
        QVERIFY(refusal({500, 500}, 0.2).contains("0.25 to 8"));
        QVERIFY(refusal({500, 500}, qQNaN()).contains("0.25 to 8"));
        QVERIFY(refusal({8000, 8000}, 2).contains("100 at most"));
    }

    void svgIsThePlotAndTheSameEachTime()
    {
        Desk desk;
        for (PlotView* plot : desk.sheet.plots()) {
            const auto svg = options({1600, 1000}, 1, PictureFormat::Svg);
            const QByteArray document = bytesOf(plotPicture(*plot, svg, desk.run));
            QCOMPARE(document, bytesOf(plotPicture(*plot, svg, desk.run)));
            const double apart = meanDifference(smaller(rendered(document)), smaller(plot->toImage()));
            QVERIFY2(apart < 2, qPrintable(plot->id() + QString::number(apart)));
            QVERIFY(document.contains("<title>" + plot->title().toHtmlEscaped().toUtf8() + "</title>"));
            QVERIFY(document.contains("Seed: 42") && document.contains("Iteration: 300"));
            QVERIFY(document.contains("GAN Explorer") && document.contains("150:lr_g=0.005"));
        }
    }

    /// On a slide of the theme's own color it is the same picture.
    void transparentPicturesLackTheBackgroundAlone()
    {
        Desk desk;
        PictureOptions picture = options({1600, 1000}, 1);
        PlotView& plot = desk.plot("losses");
        const auto opaque = QImage::fromData(bytesOf(plotPicture(plot, picture, desk.run)));
        QVERIFY(!opaque.hasAlphaChannel());
        picture.transparent = picture.caption = true;
        const auto clear = QImage::fromData(bytesOf(plotPicture(plot, picture, desk.run)));
        QCOMPARE(clear.pixelColor(2, 2).alpha(), 0);
        QCOMPARE(clear.pixelColor(2, clear.height() - 2).alpha(), 0);
        QImage slide(opaque.size(), QImage::Format_RGB32);
        slide.fill(Theme::light().panel);
        QPainter(&slide).drawImage(0, 0, clear);
        QVERIFY2(meanDifference(slide, opaque) < 0.05, QByteArray::number(meanDifference(slide, opaque)));
        picture.format = PictureFormat::Svg;
        QImage drawn(1600, 1000, QImage::Format_ARGB32_Premultiplied);
        drawn.fill(Qt::transparent);
        QSvgRenderer renderer(bytesOf(plotPicture(plot, picture, desk.run)));
        QPainter painter(&drawn);
        renderer.render(&painter, QRectF(QPointF(), renderer.defaultSize()));
        QCOMPARE(drawn.pixelColor(2, 2).alpha(), 0);
    }

    /// The title of every plot takes as much more room as the text is larger, and is not cut.
    void slidesHaveLargerText()
    {
        const auto titleHeight = [](const QImage& image) {
            const auto hasInk = [&](int y) {
                for (int x = 0; x < 120; ++x)
                    if (image.pixelColor(x, y).lightness() < 128)
                        return true;
                return false;
            };
            int first = 0;
            while (!hasInk(first))
                ++first;
            int end = first;
            while (hasInk(end))
                ++end;
            return end - first;
        };
        Desk desk;
        for (const char* id : {"losses", "w1", "data_distributions"}) {
            PictureOptions picture = options({1920, 1080}, 1);
            const auto usual = QImage::fromData(bytesOf(plotPicture(desk.plot(id), picture, desk.run)));
            picture.textScale = 2;
            const auto large = QImage::fromData(bytesOf(plotPicture(desk.plot(id), picture, desk.run)));
            QCOMPARE(large.size(), usual.size());
            const double ratio = titleHeight(large) / double(titleHeight(usual));
            QVERIFY2(ratio > 1.7 && ratio < 2.3, QByteArray(id) + QByteArray::number(ratio));
            QCOMPARE(desk.plot(id).toImage(QSize(1920, 1080)), usual); // the plot is as it was
        }
        PictureOptions huge;
        huge.textScale = 5;
        QVERIFY(sentence([&] { plotPicture(desk.plot("losses"), huge, desk.run); }).contains("0.5 to 4"));
    }

    void thePreviewIsThePicture()
    {
        Desk desk;
        for (PictureOptions picture :
             {options({1600, 1000}, 1), options({1920, 1080}, 2), options({400, 1200}, 1)}) {
            picture.textScale = 1.5;
            picture.caption = true;
            const auto whole = QImage::fromData(bytesOf(plotPicture(desk.plot("losses"), picture, desk.run)));
            const QImage preview = plotPreview(desk.plot("losses"), picture, desk.run, {400, 300});
            QVERIFY(preview.width() <= 400 && preview.height() <= 300);
            QVERIFY(preview.width() >= 398 || preview.height() >= 298);
            const QImage small =
                whole.scaled(preview.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
            QVERIFY2(meanDifference(small.convertToFormat(QImage::Format_RGB32), preview) < 4,
                     QByteArray::number(meanDifference(small, preview)));
        }
    }

    void captionNamesTheRun()
    {
        const QString text = captionText(Desk::madeRun());
        for (const char* part : {"GAN Explorer " GAN_VERSION, "seed 42", "iteration 300",
                                 "Learning rate of D: 0.02", "Learning rate of G: 0.005 after iteration 150"})
            QVERIFY2(text.contains(QLatin1String(part)), qPrintable(text));
        QVERIFY(!text.contains("Hidden layers"));
        QVERIFY(captionText(Run{Settings(experimentNamed("density-1d"))}).contains("defaults"));
    }

    /// Below the plot, which stays as it is; as high as it needs to be; of a thousand changes it names some.
    void captionMakesThePictureTaller()
    {
        Desk desk;
        PlotView& plot = desk.plot("losses");
        const auto taken = [&](PictureFormat format) {
            return bytesOf(plotPicture(plot, options({1600, 1000}, 1, format, true), desk.run));
        };
        const auto png = QImage::fromData(taken(PictureFormat::Png));
        QCOMPARE(png.width(), 1600);
        QVERIFY(png.height() > 1060 && png.height() < 1200);
        QCOMPARE(png.copy(0, 0, 1600, 1000), plot.toImage());
        const QImage svg = rendered(taken(PictureFormat::Svg));
        QCOMPARE(svg.size(), png.size());
        QVERIFY(meanDifference(smaller(svg), smaller(png)) < 2);
        for (int i = 0; i < 1000; ++i)
            desk.run.events.push_back({i, "lr_g", 0.001 * i});
        const auto tall = QImage::fromData(taken(PictureFormat::Png));
        QVERIFY(tall.height() > png.height() &&
                tall.height() < 1300); // some are named, all are in its text fields
        QVERIFY(tall.text(QStringLiteral("Changes")).contains(QLatin1String("999:lr_g=0.999")));
        QCOMPARE(tall.copy(0, tall.height() - 8, 1600, 8),
                 png.copy(0, png.height() - 8, 1600, 8)); // empty: not cut
    }

    void clipboardHoldsTheExportedPicture()
    {
        Desk desk;
        PlotView& plot = desk.plot("losses");
        const std::unique_ptr<QMimeData> data(plotForClipboard(plot, desk.run));
        QCOMPARE(data->data("image/png"), bytesOf(plotPicture(plot, {}, desk.run)));
        QCOMPARE(data->imageData().value<QImage>(), plot.toImage());
    }

    void everyPlotHasItsFile()
    {
        const QTemporaryDir folder;
        Desk desk;
        const QString path = folder.filePath("new/deeper");
        desk.exportAll(path);
        QStringList expected;
        for (PlotView* plot : desk.sheet.plots())
            expected.append(plot->id() + ".png");
        expected.sort();
        QCOMPARE(QDir(path).entryList(QDir::Files, QDir::Name), expected);
        QVERIFY(expected.contains("data_distributions.png") && expected.contains("w1.png"));
        QCOMPARE(QImage(path + "/losses.png").size(), QSize(1600, 1000));
    }

    /// Training went on to iteration 320; the folder is all of iteration 300. Other files stay.
    void everythingIsOfOneIteration()
    {
        const QTemporaryDir folder;
        Desk desk;
        writeWholeFile(folder.filePath("notes.txt"), QByteArray("mine"));
        writeWholeFile(folder.filePath("metrics.csv"), QByteArray("old"));
        const RunExport shown{desk.run, RunResults{"fake", {}}, desk.record,
                              Table{"samples", {"x"}, {{1}, {2}}}};
        writeWholeFiles(folderFiles(folder.path(), shown, desk.sheet, {}));
        QCOMPARE(desk.record->metrics().size(), 320);
        QCOMPARE(content(folder.filePath("metrics.csv")).trimmed().split('\n').last().split(',').first(),
                 QByteArray("300"));
        QCOMPARE(readRunFile(folder.filePath("run.json")), desk.run);
        QCOMPARE(content(folder.filePath("samples.csv")), QByteArray("1\n2\n"));
        QCOMPARE(content(folder.filePath("notes.txt")), QByteArray("mine"));
        for (PlotView* plot : desk.sheet.plots())
            QCOMPARE(QImage(folder.filePath(plot->id() + ".png")).text("Iteration"), QStringLiteral("300"));
    }

    void fullDiskLeavesTheFolderAsItWas()
    {
        const QTemporaryDir folder;
        Desk desk;
        const auto all = [&] {
            writeWholeFiles(folderFiles(folder.path(), {desk.run, {}, desk.record, {}}, desk.sheet, {}));
        };
        writeWholeFile(folder.filePath("run.json"), QByteArray("old"));
        const FullDisk disk(40000); // metrics.csv and run.json fit, the pictures do not
        const QString why = sentence(all);
        QVERIFY2(why.contains(folder.path()) && why.contains(".png"), qPrintable(why));
        QCOMPARE(content(folder.filePath("run.json")), QByteArray("old"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{"run.json"});
    }

    void fileInTheWayIsASentence()
    {
        const QTemporaryDir folder;
        Desk desk;
        QFile blocker(folder.filePath("blocked"));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        QVERIFY(sentence([&] { desk.exportAll(blocker.fileName()); }).contains("blocked"));
        const QString missing = folder.filePath("missing/a.png");
        QVERIFY(sentence([&] {
                    writeWholeFile(missing, plotPicture(desk.plot("w1"), {}, desk.run));
                }).contains("missing/a.png"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{"blocked"}); // nothing half written
    }

    void windowIsExportedAsSeen()
    {
        Desk desk;
        desk.sheet.resize(1000, 700);
        desk.sheet.show();
        QVERIFY(QTest::qWaitForWindowExposed(&desk.sheet));
        const QImage seen = desk.sheet.grab().toImage().convertToFormat(QImage::Format_RGB32);
        const auto png = QImage::fromData(bytesOf(windowPicture(desk.sheet, {}, desk.run)));
        QCOMPARE(png, seen);
        QCOMPARE(png.text("Seed"), QStringLiteral("42"));
        PictureOptions svg;
        svg.format = PictureFormat::Svg;
        const QByteArray document = bytesOf(windowPicture(desk.sheet, svg, desk.run));
        QCOMPARE(document, bytesOf(windowPicture(desk.sheet, svg, desk.run)));
        QVERIFY(meanDifference(smaller(rendered(document)), smaller(seen)) < 2);
        QVERIFY(!document.contains("<image")); // lines, not pixels
        if (const QString pictures = qEnvironmentVariable("GAN_PICTURES"); !pictures.isEmpty())
            writeWholeFile(pictures + "/window.svg", document);
        svg.caption = true;
        QVERIFY(rendered(bytesOf(windowPicture(desk.sheet, svg, desk.run))).height() > 730);
    }
};

QTEST_MAIN(TestPlotExport)
#include "tst_plot_export.moc"
