#include "core/experiment.h"
#include "tests/ui/ui_test.h"
#include "ui/pages/plot_row.h"
#include "ui/pages/plot_rows.h"
#include "ui/pages/plot_sheet.h"
#include "ui/plots/plot_view.h"
#include "ui/plots/qcp.h"

#include <QSignalSpy>
#include <QTabBar>

using namespace gan;

namespace {

SnapshotSpec picture(const char* id)
{
    return {{id, "Picture", "Help. More help.", "x", "y"},
            {{SnapshotItem::Kind::Curve, "curve", "curve", ColorRole::Real}}};
}

HistorySpec history(const char* id)
{
    return {{id, "History", "Help. More help.", "iteration", "y"}, {{{"a"}, "a", ColorRole::Real}}};
}

/// Two rows: pictures without tabs, and curves in two tabs, of which the second has one plot.
PageSpec page()
{
    const RowSpec pictures{{{"Pictures", {picture("p1"), picture("p2")}}}, 3};
    const RowSpec curves{
        {{"Together", {history("h1"), history("h2"), history("h3")}}, {"Apart", {picture("p3")}}}, 2};
    return {{pictures, curves}, {}};
}

struct Desk {
    Desk()
        : sheet(spec, QStringLiteral("test"), Theme::light())
    {
        sheet.resize(1000, 700);
        sheet.show();
        QVERIFY(QTest::qWaitForWindowExposed(&sheet));
    }
    QTabBar* bar(std::size_t row) { return sheet.rows().all()[row]->findChild<QTabBar*>(); }
    PlotView& plot(const char* id)
    {
        for (PlotView* view : sheet.plots())
            if (view->id() == QLatin1String(id))
                return *view;
        throw std::runtime_error(id);
    }
    int leftOf(const char* id) { return plot(id).mapTo(&sheet, QPoint(0, 0)).x(); }

    const PageSpec spec = page();
    PlotSheet sheet;
};

Snapshot snapshot()
{
    Snapshot s;
    s.addAll<Curve>({{"curve", {0, 1}, {2, 3}}});
    return s;
}

} // namespace

class TestPlotSheet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init() { failOnWarnings(); }

    void plotsOfAllTabsAreThere()
    {
        Desk desk;
        QStringList ids;
        for (const PlotView* view : desk.sheet.plots())
            ids.append(view->id());
        QCOMPARE(ids, QStringList({"p1", "p2", "h1", "h2", "h3", "p3"}));
    }

    void aSingleTabHasNoBar()
    {
        Desk desk;
        QVERIFY(!desk.bar(0)->isVisible());
        QVERIFY(desk.bar(1)->isVisible());
        QCOMPARE(desk.bar(1)->count(), 2);
    }

    void oneTabIsSeen()
    {
        Desk desk;
        QVERIFY(desk.plot("h1").isVisible() && !desk.plot("p3").isVisible());
        desk.bar(1)->setFocus();
        QTest::keyClick(desk.bar(1), Qt::Key_Right);
        QVERIFY(!desk.plot("h1").isVisible() && desk.plot("p3").isVisible());
        desk.sheet.rows().all()[1]->showTab(0);
        QVERIFY(desk.plot("h1").isVisible() && !desk.plot("p3").isVisible());
    }

    void whatIsNotSeenDoesNoWork()
    {
        Desk desk;
        QSignalSpy seen(&desk.plot("p1").plot(), &QCustomPlot::beforeReplot);
        QSignalSpy hidden(&desk.plot("p3").plot(), &QCustomPlot::beforeReplot);
        desk.sheet.show(snapshot());
        QTRY_VERIFY(seen.count() > 0);
        QCOMPARE(hidden.count(), 0);
        desk.sheet.rows().all()[1]->showTab(1);
        QTRY_VERIFY(hidden.count() > 0);
        QTRY_COMPARE(desk.plot("p3").legend().size(), std::size_t(1)); // with what came while it was hidden
    }

    void edgesOfAllRowsMeet()
    {
        Desk desk;
        QVERIFY(std::abs(desk.leftOf("p2") - desk.leftOf("h3")) <= 3);
        QVERIFY(desk.plot("p1").width() > desk.plot("p2").width());
        desk.sheet.resize(1300, 700);
        QTRY_COMPARE(desk.sheet.rows().all()[1]->width(), 1300);
        QTRY_VERIFY(std::abs(desk.leftOf("p2") - desk.leftOf("h3")) <= 3);
    }

    void rowsAreAsHighAsTheirShares()
    {
        Desk desk;
        desk.sheet.resize(1000, 1000);
        const auto ratio = [&] {
            return double(desk.sheet.rows().all()[0]->height()) / desk.sheet.rows().all()[1]->height();
        };
        QTRY_VERIFY(desk.sheet.rows().all()[0]->height() > 500);
        QVERIFY(std::abs(ratio() - 1.5) < 0.05);
    }

    void curvesHaveHalfOfALowSheet()
    {
        Desk desk;
        desk.sheet.resize(1000, 560);
        const auto rowHeight = [&](std::size_t row) { return desk.sheet.rows().all()[row]->height(); };
        QTRY_VERIFY(rowHeight(0) + rowHeight(1) <= 560);
        QTRY_VERIFY(std::abs(rowHeight(0) - rowHeight(1)) <= 2);
    }

    void exportIsForwardedFromEveryTab()
    {
        Desk desk;
        QSignalSpy spy(&desk.sheet, &PlotSheet::exportRequested);
        for (PlotView* view : desk.sheet.plots())
            Q_EMIT view->exportRequested();
        QCOMPARE(spy.count(), 6);
    }
};

QTEST_MAIN(TestPlotSheet)
#include "tst_plot_sheet.moc"
