#include "core/experiment.h"
#include "core/session/training_session.h"
#include "tests/support/fake_trainer.h"
#include "tests/ui/ui_test.h"
#include "ui/pages/experiment_page.h"
#include "ui/pages/plot_row.h"
#include "ui/pages/plot_rows.h"
#include "ui/pages/plot_sheet.h"
#include "ui/plots/history/history_plot.h"
#include "ui/plots/qcp.h"
#include "ui/style/theme_size.h"
#include "ui/widgets/panes.h"
#include "ui/window/main_window.h"
#include "ui/window/window_memory.h"

#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QTabBar>
#include <QToolButton>

using namespace gan;

namespace {

/// The window of an experiment after some iterations.
struct Desk {
    explicit Desk(const char* experiment, QSize size = {1280, 720})
        : session(fakeTrainerFactory(probe), Run{Settings(experimentNamed(experiment))})
        , window(session, memory)
    {
        probe->pictureSide = 8;
        window.resize(size);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_VERIFY(session.current().snapshot());
        session.setSpeedLimit(0);
        session.steps(Networks::Both, 60);
        QTRY_COMPARE(session.current().snapshot()->iteration, std::int64_t{60});
    }
    ~Desk()
    {
        setThemeScale(1);
        useTheme(); // the font is as it was, too
    }

    void resize(QSize size)
    {
        window.resize(size);
        QTRY_COMPARE(window.size(), size);
        QTRY_VERIFY(window.page().plots().width() > 0);
        QCoreApplication::processEvents();
    }
    std::vector<PlotView*> seen()
    {
        std::vector<PlotView*> plots;
        for (PlotView* plot : window.page().plots().plots())
            if (plot->isVisible())
                plots.push_back(plot);
        return plots;
    }
    QStringList seenIds()
    {
        QStringList ids;
        for (const PlotView* plot : seen())
            ids.append(plot->id());
        return ids;
    }
    QList<QRect> places()
    {
        QList<QRect> rects;
        for (const PlotView* plot : seen())
            rects.append(QRect(plot->mapTo(&window, QPoint(0, 0)), plot->size()));
        return rects;
    }
    PlotView& plot(const char* id)
    {
        for (PlotView* plot : window.page().plots().plots())
            if (plot->id() == QLatin1String(id))
                return *plot;
        throw std::runtime_error(id);
    }
    /// On what the mouse really hits at that place of a plot.
    void doubleClick(const PlotView& plot, QPoint at)
    {
        const QPoint place = plot.mapTo(&window, at);
        QWidget* hit = window.childAt(place);
        QVERIFY(hit);
        QTest::mouseDClick(hit, Qt::LeftButton, {}, hit->mapFrom(&window, place));
    }
    void doubleClickTitle(const char* id) { doubleClick(plot(id), QPoint(40, 18)); }
    void key(Qt::Key key)
    {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &window, key);
    }

    std::shared_ptr<FakeTrainerProbe> probe = std::make_shared<FakeTrainerProbe>();
    TrainingSession session;
    WindowMemory memory;
    MainWindow window;
};

QString report(const PlotView& plot)
{
    return QStringLiteral("%1: %2 x %3, axes %4 high")
        .arg(plot.id())
        .arg(plot.width())
        .arg(plot.height())
        .arg(plot.plot().axisRect()->height());
}

} // namespace

/// What of the plots is seen, and at what size.
class TestPlotsInSight : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init() { failOnWarnings(); }

    void mainPictureAndTwoCurvesCanBeRead_data()
    {
        QTest::addColumn<QString>("experiment");
        QTest::addColumn<QString>("mainPicture");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("projector");
        QTest::addColumn<int>("axesHeight"); // of curves
        const std::tuple<const char*, QSize, bool, int> sizes[] = {
            {"small", {1024, 640}, false, 85},
            {"laptop", {1280, 720}, false, 125},
            {"desk", {1920, 1080}, false, 180},
            {"projector", {1280, 720}, true, 110},
            {"projector, in a frame", {1272, 684}, true, 95},
            {"in a frame", {1272, 684}, false, 125},
            {"large projector", {1920, 1080}, true, 150}};
        const std::pair<const char*, const char*> pages[] = {
            {"density-1d", "data_distributions"}, {"signal", "response"}, {"faces", "generated"}};
        for (const auto& [experiment, picture] : pages)
            for (const auto& [name, size, projector, height] : sizes)
                QTest::addRow("%s, %s", experiment, name)
                    << QString::fromLatin1(experiment) << QString::fromLatin1(picture) << size << projector
                    << height;
    }

    void mainPictureAndTwoCurvesCanBeRead()
    {
        QFETCH(QString, experiment);
        QFETCH(QString, mainPicture);
        QFETCH(QSize, size);
        QFETCH(bool, projector);
        QFETCH(int, axesHeight);
        Desk desk(experiment.toLatin1());
        desk.resize(size);
        if (projector)
            desk.key(Qt::Key_F11);
        QCOMPARE(desk.window.size(), size);
        int curves = 0;
        QTRY_VERIFY(!desk.seen().empty());
        for (PlotView* plot : desk.seen()) {
            plot->plot().replot(QCustomPlot::rpImmediateRefresh);
            const QByteArray what = report(*plot).toUtf8();
            QVERIFY2(plot->width() >= scaled(plot->readableWidth()), what);
            QVERIFY2(plot->visibleRegion().boundingRect() == plot->rect(), what + " is cut");
            if (!qobject_cast<HistoryPlot*>(plot))
                continue;
            ++curves;
            QVERIFY2(plot->plot().axisRect()->height() >= axesHeight, what);
        }
        QVERIFY(curves >= 2);
        QVERIFY(desk.plot(mainPicture.toLatin1()).isVisible());
    }

    void allAreSeenWhereThereIsRoom()
    {
        Desk desk("density-1d");
        desk.resize({1920, 1080});
        QCOMPARE(desk.seen().size(), std::size_t(7));
        for (const PlotRow* row : desk.window.page().plots().rows().all())
            QCOMPARE(row->findChild<QTabBar*>()->count(),
                     row == desk.window.page().plots().rows().all().back() ? 2 : 1);
    }

    /// One click on a tab shows each of the others, beside the main picture.
    void othersAreOneClickAway()
    {
        Desk desk("density-1d");
        QSet<QString> found;
        for (const PlotRow* row : desk.window.page().plots().rows().all()) {
            auto* bar = row->findChild<QTabBar*>();
            for (int i = 0; i < bar->count(); ++i) {
                QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(i).center());
                for (const QString& id : desk.seenIds())
                    found.insert(id);
                QVERIFY(desk.plot("data_distributions").isVisible());
            }
        }
        QCOMPARE(found.size(), qsizetype(7));
    }

    void regroupingKeepsZoomDataAndTab()
    {
        Desk desk("density-1d");
        desk.resize({1920, 1080});
        PlotView& losses = desk.plot("losses");
        losses.plot().xAxis->setRange(10, 20);
        desk.resize({1280, 720});
        desk.window.page().plots().reveal(QStringLiteral("losses"));
        QVERIFY(losses.isVisible() && !desk.plot("w1").isVisible());
        QVERIFY(losses.isZoomed());
        desk.resize({1300, 730});
        QVERIFY(losses.isVisible());
        desk.resize({1920, 1080});
        desk.resize({1280, 720});
        QTRY_VERIFY(losses.isVisible()); // what was looked at is in sight again
        QCOMPARE(losses.plot().xAxis->range().lower, 10.0);
        QCOMPARE(losses.plot().xAxis->range().upper, 20.0);
        QVERIFY(!losses.legend().empty());
    }

    void aHandMovedHandleStays()
    {
        Desk desk("density-1d");
        auto* pane = qobject_cast<QSplitter*>(desk.plot("w1").parentWidget());
        QVERIFY(pane);
        QSplitterHandle* handle = pane->handle(1);
        const int before = pane->sizes().first();
        QTest::mousePress(handle, Qt::LeftButton, {}, handle->rect().center());
        QTest::mouseMove(handle, handle->rect().center() + QPoint(-60, 0));
        QTest::mouseRelease(handle, Qt::LeftButton, {}, handle->rect().center());
        const int moved = pane->sizes().first();
        QVERIFY(moved < before - 20);
        desk.resize({1280, 760});
        QCOMPARE(qobject_cast<QSplitter*>(desk.plot("w1").parentWidget())->sizes().first(), moved);
        desk.resize({1920, 1080});
        desk.resize({1280, 720}); // the pane is made anew
        QTRY_VERIFY(
            std::abs(qobject_cast<QSplitter*>(desk.plot("w1").parentWidget())->sizes().first() - moved) <= 4);
    }

    void aSmallWindowCanBeHad()
    {
        for (const char* experiment : {"density-1d", "signal", "faces"}) {
            Desk desk(experiment);
            const QSize least = desk.window.page().plots().minimumSizeHint();
            QVERIFY2(least.width() <= 300 && least.height() <= 420, experiment);
        }
    }

    void aDoubleClickOnTheTitleMakesAPlotLarge()
    {
        Desk desk("density-1d");
        const QStringList before = desk.seenIds();
        const QList<QRect> places = desk.places();
        desk.doubleClickTitle("w1");
        QCOMPARE(desk.seenIds(), QStringList({"w1"}));
        const PlotSheet& sheet = desk.window.page().plots();
        QTRY_COMPARE(desk.plot("w1").size(), sheet.layout()->contentsRect().size());
        desk.key(Qt::Key_Escape);
        QCOMPARE(desk.seenIds(), before);
        QTRY_COMPARE(desk.places(), places);
        desk.doubleClickTitle("data_distributions"); // the one beside the tabs
        QCOMPARE(desk.seenIds(), QStringList({"data_distributions"}));
        desk.doubleClickTitle("data_distributions");
        QCOMPARE(desk.seenIds(), before);
        QTRY_COMPARE(desk.places(), places);
    }

    void aDoubleClickOnTheCurvesStillShowsAll()
    {
        Desk desk("density-1d");
        PlotView& plot = desk.plot("w1");
        plot.plot().xAxis->setRange(10, 20);
        QVERIFY(plot.isZoomed());
        desk.doubleClick(plot, QPoint(plot.width() / 2, plot.height() / 2));
        QVERIFY(!plot.isZoomed());
        QVERIFY(desk.seen().size() > 1);
        plot.plot().xAxis->setRange(11, 21);
        desk.doubleClickTitle("w1");
        QVERIFY(plot.isZoomed()); // and the title leaves the zoom alone
    }

    void keysAndTheButtonDoTheSame()
    {
        Desk desk("density-1d");
        const std::size_t before = desk.seen().size();
        desk.plot("w1").setFocus();
        desk.key(Qt::Key_M);
        QCOMPARE(desk.seenIds(), QStringList({"w1"}));
        QVERIFY(desk.plot("w1").hasFocus());
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.seen().size(), before);
        auto* button = desk.plot("w1").findChild<QToolButton*>(QStringLiteral("enlarge"));
        QVERIFY(button->isVisible());
        const QPoint at = button->mapTo(&desk.window, button->rect().center());
        QCOMPARE(desk.window.childAt(at), button);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(desk.seenIds(), QStringList({"w1"}));
        desk.window.findChild<QPushButton*>(QStringLiteral("run"))->setFocus();
        desk.key(Qt::Key_Escape); // from wherever the focus is
        QCOMPARE(desk.seen().size(), before);
    }

    void aLargePlotGoesOn()
    {
        Desk desk("density-1d");
        desk.doubleClickTitle("w1");
        QSignalSpy exported(&desk.window.page().plots(), &PlotSheet::exportRequested);
        Q_EMIT desk.plot("w1").exportRequested();
        QCOMPARE(exported.count(), 1);
        desk.window.activateWindow(); // the dialog took the keys
        QVERIFY(QTest::qWaitForWindowActive(&desk.window));
        desk.session.runs().reset(Settings(desk.session.current().settings()));
        desk.session.steps(Networks::Both, 60);
        QTRY_VERIFY(desk.session.current().snapshot() && desk.session.current().snapshot()->iteration == 60);
        QCOMPARE(desk.seenIds(), QStringList({"w1"}));
        desk.resize({1920, 1080});
        QCOMPARE(desk.seenIds(), QStringList({"w1"}));
        desk.key(Qt::Key_Escape);
        QTRY_COMPARE(desk.seen().size(), std::size_t(7)); // grouped for the size of now
        for (const PlotView* plot : desk.seen())
            QVERIFY2(plot->width() >= plot->readableWidth(), report(*plot).toUtf8());
    }

    void whatIsAskedForEndsIt()
    {
        Desk desk("faces");
        desk.doubleClickTitle("generated");
        QCOMPARE(desk.seenIds(), QStringList({"generated"}));
        desk.window.page().plots().reveal(QStringLiteral("chosen")); // as a click on a face does
        QVERIFY(desk.plot("chosen").isVisible() && desk.plot("generated").isVisible());
        desk.doubleClickTitle("generated");
        desk.key(Qt::Key_F7);
        QVERIFY(desk.seen().size() >= 2); // the log, below the pictures
    }

    void eachExperimentHasItsOwn()
    {
        Desk desk("density-1d");
        desk.doubleClickTitle("w1");
        desk.session.runs().show(experimentNamed("signal"));
        QTRY_VERIFY(desk.seen().size() > 2);
        desk.session.runs().show(experimentNamed("density-1d"));
        QTRY_COMPARE(desk.seenIds(), QStringList({"w1"}));
        desk.key(Qt::Key_Escape);
        QVERIFY(desk.seen().size() > 2);
    }
};

QTEST_MAIN(TestPlotsInSight)
#include "tst_plots_in_sight.moc"
