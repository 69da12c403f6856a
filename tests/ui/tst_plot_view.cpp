#include "core/experiment.h"
#include "core/session/run_engine.h"
#include "tests/support/fake_trainer.h"
#include "tests/ui/ui_test.h"
#include "ui/pages/plot_sheet.h"
#include "ui/plots/card/plot_legend.h"
#include "ui/plots/history/history_plot.h"
#include "ui/plots/history/history_plots.h"
#include "ui/plots/hover_readout.h"
#include "ui/plots/plot_view.h"
#include "ui/plots/qcp.h"

#include <QMenu>
#include <QSignalSpy>
#include <QWindow>

using namespace gan;

namespace {

/// Plots of a short run.
std::unique_ptr<PlotSheet> filledSheet(const Theme& theme = Theme::light())
{
    const Experiment& experiment = experimentNamed("density-1d");
    const auto trainer = fakeTrainerFactory()("density-1d");
    const auto record = std::make_shared<RunRecord>(1, Run{Settings(experiment)});
    RunEngine engine(*trainer, record);
    for (int i = 0; i < 300; ++i)
        engine.step();
    auto sheet = std::make_unique<PlotSheet>(experiment, theme);
    sheet->histories().setSettings(Settings(experiment));
    sheet->histories().append(record->metrics().read(0, 300));
    sheet->setSnapshot(std::make_shared<const Snapshot>(engine.viewer().probe(View(experiment))));
    return sheet;
}

} // namespace

class TestPlotView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init() { failOnWarnings(); }

    void pictureIsTheSameEachTime()
    {
        const auto sheet = filledSheet();
        for (PlotView* plot : sheet->plots()) {
            const QImage image = plot->toImage();
            QCOMPARE(image.size(), QSize(1600, 1000));
            QCOMPARE(image, plot->toImage());
            QCOMPARE(image.devicePixelRatio(), 1.0);
        }
    }

    /// Shown small, shown large, never shown: one picture.
    void pictureDoesNotDependOnTheWidget()
    {
        const auto hidden = filledSheet(), small = filledSheet(), large = filledSheet();
        small->resize(700, 400);
        large->resize(1500, 900);
        for (PlotSheet* sheet : {small.get(), large.get()}) {
            sheet->show();
            QVERIFY(QTest::qWaitForWindowExposed(sheet));
            sheet->grab();
        }
        for (std::size_t i = 0; i < hidden->plots().size(); ++i) {
            const QImage image = hidden->plots()[i]->toImage();
            QVERIFY2(image == small->plots()[i]->toImage(), qPrintable(hidden->plots()[i]->id()));
            QVERIFY2(image == large->plots()[i]->toImage(), qPrintable(hidden->plots()[i]->id()));
        }
    }

    void themeChangesThePicture()
    {
        const auto sheet = filledSheet();
        PlotView* plot = sheet->plots().front();
        const QImage light = plot->toImage();
        sheet->setTheme(Theme::darkTheme());
        QCOMPARE(plot->toImage().pixelColor(0, 0), Theme::darkTheme().panel);
        sheet->setTheme(Theme::light());
        QCOMPARE(plot->toImage(), light);
    }

    void projectorEnlargesTheScreenAndNoPicture()
    {
        const auto sheet = filledSheet();
        Theme projector = Theme::light();
        projector.scale = 1.5;
        for (PlotView* plot : sheet->plots()) {
            const QImage before = plot->toImage();
            const int desk = plot->plot().xAxis->tickLabelFont().pixelSize();
            plot->setTheme(projector);
            QCOMPARE(plot->plot().xAxis->tickLabelFont().pixelSize(), qRound(1.5 * desk));
            QCOMPARE(plot->toImage(), before);
            QCOMPARE(plot->plot().xAxis->tickLabelFont().pixelSize(), qRound(1.5 * desk));
        }
    }

    /// In a window of 1280 x 720 the sheet is a little wider than this.
    void legendsOfCurvesTakeOneLine()
    {
        const auto sheet = filledSheet();
        sheet->resize(785, 600);
        sheet->show();
        QVERIFY(QTest::qWaitForWindowExposed(sheet.get()));
        for (PlotView* plot : sheet->plots()) {
            if (!qobject_cast<HistoryPlot*>(plot) || !plot->isVisible())
                continue;
            plot->plot().replot();
            QVERIFY(plot->legend().size() > 1);
            const int height = plot->plot().findChild<PlotLegend*>()->minimumOuterSizeHint().height();
            QVERIFY2(height <= QFontMetrics(plot->plot().xAxis->tickLabelFont()).height(),
                     qPrintable(plot->id()));
        }
    }

    void hiddenViewsDoNotDraw()
    {
        const auto sheet = filledSheet();
        PlotView* plot = sheet->plots().front();
        QCoreApplication::processEvents(); // what construction queued
        QSignalSpy drawn(&plot->plot(), &QCustomPlot::afterReplot);
        sheet->setSnapshot(std::make_shared<const Snapshot>());
        QCoreApplication::processEvents();
        QCOMPARE(drawn.count(), 0);
        sheet->show();
        QTRY_VERIFY(drawn.count() > 0);
    }

    void manyChangesAreOneDraw()
    {
        const auto sheet = filledSheet();
        sheet->resize(900, 600);
        sheet->show();
        QVERIFY(QTest::qWaitForWindowExposed(sheet.get()));
        QCoreApplication::processEvents();
        QSignalSpy drawn(&sheet->plots().front()->plot(), &QCustomPlot::afterReplot);
        for (int i = 0; i < 100; ++i)
            sheet->setSnapshot(std::make_shared<const Snapshot>());
        QTRY_VERIFY(drawn.count() > 0);
        QVERIFY2(drawn.count() <= 2, qPrintable(QString::number(drawn.count())));
    }

    void mouseReadsValues()
    {
        const auto sheet = filledSheet();
        sheet->resize(1200, 700);
        sheet->show();
        QVERIFY(QTest::qWaitForWindowExposed(sheet.get()));
        QCoreApplication::processEvents();
        for (PlotView* plot : sheet->plots()) {
            auto* readout = plot->findChild<HoverReadout*>();
            QVERIFY(!readout->isVisible());
            QTest::mouseMove(&plot->plot(), plot->plot().axisRect()->rect().center());
            QTRY_VERIFY2(readout->isVisible(), qPrintable(plot->id()));
            QTest::mouseMove(&plot->plot(), QPoint(2, 2));
            QTRY_VERIFY(!readout->isVisible());
        }
    }

    /// With a right click on what the mouse really hits: the platform's way, which makes the context event.
    void rightClickAnywhereOpensTheMenu_data()
    {
        QTest::addColumn<QByteArray>("experiment");
        for (const char* id : {"density-1d", "signal", "faces"})
            QTest::newRow(id) << QByteArray(id);
    }

    void rightClickAnywhereOpensTheMenu()
    {
        QFETCH(QByteArray, experiment);
        PlotSheet sheet(experimentNamed(experiment.toStdString()), Theme::light());
        sheet.resize(780, 700);
        sheet.show();
        QVERIFY(QTest::qWaitForWindowExposed(&sheet));
        int opened = 0;
        for (PlotView* plot : sheet.plots()) {
            if (!plot->isVisible())
                continue;
            QSignalSpy exported(plot, &PlotView::exportRequested);
            for (const QPoint at : {plot->rect().center(), QPoint(40, 14), QPoint(2, plot->height() - 3)}) {
                const QPoint place = plot->mapTo(&sheet, at);
                QTest::mouseClick(sheet.windowHandle(), Qt::RightButton, {}, place);
                auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
                QVERIFY2(menu, qPrintable(plot->id()));
                QVERIFY(menu->geometry()
                            .adjusted(-1, -1, 1, 1)
                            .contains(sheet.mapToGlobal(place))); // at the pointer
                QCOMPARE(menu->actions().at(0)->text(), QStringLiteral("Export…"));
                QCOMPARE(menu->actions().at(1)->text(), QStringLiteral("Copy"));
                QTest::mouseClick(menu, Qt::LeftButton, {},
                                  menu->actionGeometry(menu->actions().at(0)).center());
                QTRY_VERIFY(!QApplication::activePopupWidget());
                ++opened;
            }
            QCOMPARE(exported.count(), 3);
        }
        QVERIFY(opened >= 6);
    }

    /// A short legend stands beside the title, and the curves have its line.
    void titleAndLegendShareALineWhereBothFit()
    {
        const auto sheet = filledSheet();
        for (PlotView* plot : sheet->plots()) {
            auto* history = qobject_cast<HistoryPlot*>(plot);
            if (!history || plot->id() != QStringLiteral("losses"))
                continue;
            const auto legendTop = [&](QSize size) {
                plot->setParent(nullptr);
                plot->resize(size);
                plot->show();
                plot->plot().replot();
                return plot->plot().findChild<PlotLegend*>()->rect().top();
            };
            QVERIFY(legendTop({400, 200}) < 12);
            QVERIFY(legendTop({170, 200}) > 12);
            QVERIFY(legendTop({400, 200}) < 12);
            plot->setParent(sheet.get());
        }
    }

    void wheelZoomsAndDoubleClickGoesBack()
    {
        const auto sheet = filledSheet();
        sheet->resize(1200, 700);
        sheet->show();
        QVERIFY(QTest::qWaitForWindowExposed(sheet.get()));
        PlotView* plot = sheet->plots().front();
        QCustomPlot& inner = plot->plot();
        QTRY_COMPARE(inner.xAxis->range(), QCPRange(0, 10));
        const QPointF at = inner.axisRect()->rect().center();
        QWheelEvent wheel(at, inner.mapToGlobal(at), {0, 0}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&inner, &wheel);
        QVERIFY(plot->isZoomed());
        QVERIFY(inner.xAxis->range().size() < 10);
        const QCPRange zoomed = inner.xAxis->range();
        sheet->setTheme(Theme::light()); // whatever is drawn anew stays zoomed
        QCoreApplication::processEvents();
        QCOMPARE(inner.xAxis->range(), zoomed);
        QTest::mouseDClick(&inner, Qt::LeftButton, {}, at.toPoint());
        QVERIFY(!plot->isZoomed());
        QTRY_COMPARE(inner.xAxis->range(), QCPRange(0, 10));
    }

    void screenReaderHearsNameAndHelp()
    {
        const auto sheet = filledSheet();
        for (PlotView* plot : sheet->plots()) {
            QVERIFY(!plot->accessibleName().isEmpty());
            QVERIFY(plot->accessibleDescription().size() > 40);
        }
    }
};

QTEST_MAIN(TestPlotView)
#include "tst_plot_view.moc"
