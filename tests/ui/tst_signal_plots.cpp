#include "tests/ui/ui_test.h"
#include "ui/plots/qcp.h"
#include "ui/plots/snapshot/grid_plot.h"
#include "ui/plots/snapshot/pictures_plot.h"
#include "ui/plots/snapshot/snapshot_plot.h"

#include <QSignalSpy>
#include <QToolButton>

using namespace gan;

namespace {

PlotFace face(const char* id)
{
    return {id, "Title", "Help. More help.", "x", "y"};
}

SnapshotItem column(SnapshotItem::Marks marks, const char* name, const char* xColumn)
{
    SnapshotItem item{SnapshotItem::Kind::Column, name, "D: %1", ColorRole::Real};
    item.marks = marks;
    item.column = "d";
    item.xColumn = xColumn;
    item.values = {"mean"};
    item.decimals = 2;
    return item;
}

SnapshotSpec draws()
{
    return {face("draws"),
            {column(SnapshotItem::Marks::Discs, "means", nullptr),
             column(SnapshotItem::Marks::Haze, "each", "draw")},
            true,
            Interval{0, 1},
            {.draw = "chance_draw"}};
}

std::shared_ptr<const Snapshot> share(Snapshot snapshot)
{
    return std::make_shared<const Snapshot>(std::move(snapshot));
}

Snapshot drawn()
{
    Snapshot s;
    s.addAll<Readout>({{"mean", 0.25}});
    s.addAll<Table>(
        {{"means", {"d"}, {{0.2}, {0.3}, {0.25}}}, {"each", {"draw", "d"}, {{1, 0.1}, {1, 0.3}, {3, 0.9}}}});
    return s;
}

GridSpec matrices()
{
    return {face("matrices"), {{"a", "teacher", ColorRole::Real}, {"b", "student", ColorRole::Generated}}};
}

PicturesSpec pictures(const char* verdicts = nullptr)
{
    return {face("pictures"), "pictures", 2, verdicts, "d"};
}

/// Three pictures of 2 x 1 pixels: black and white, white and black, black and black.
Snapshot withPictures()
{
    Snapshot s;
    s.addAll<Pictures>({{"pictures", 3, 2, 1, 1, {0, 255, 255, 0, 0, 0}}});
    s.addAll<Table>({{"verdicts", {"d"}, {{0.9}, {0.1}, {0.4}}}});
    return s;
}

} // namespace

class TestSignalPlots : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init() { failOnWarnings(); }

    void columnsAreDrawnOverRowsOrAnotherColumn()
    {
        SnapshotPlot view(draws(), Theme::light());
        view.setSnapshot(share(drawn()));
        view.toImage();
        QCOMPARE(view.plot().graphCount() + view.plot().plottableCount() > 0, true);
        auto* means = dynamic_cast<QCPGraph*>(view.plot().plottable(0));
        auto* each = dynamic_cast<QCPGraph*>(view.plot().plottable(1));
        QVERIFY(means && each);
        QCOMPARE(means->data()->size(), 3);
        QCOMPARE(means->data()->at(1)->key, 2.0);
        QCOMPARE(means->data()->at(1)->value, 0.3);
        QCOMPARE(each->data()->at(2)->key, 3.0);
        QCOMPARE(means->lineStyle(), QCPGraph::lsNone);
    }

    void theLegendHasReadoutsAndNoHaze()
    {
        SnapshotPlot view(draws(), Theme::light());
        view.setSnapshot(share(drawn()));
        view.toImage();
        QCOMPARE(view.legend().size(), std::size_t(1));
        QCOMPARE(view.legend()[0].text, QStringLiteral("D: 0.25"));
    }

    void axesShowWholePlacesAndWhatMustBeInSight()
    {
        SnapshotPlot view(draws(), Theme::light());
        view.setSnapshot(share(drawn()));
        view.toImage();
        QCOMPARE(view.plot().xAxis->range().lower, 0.5);
        QCOMPARE(view.plot().xAxis->range().upper, 3.5);
        QVERIFY(view.plot().yAxis->range().contains(0) && view.plot().yAxis->range().contains(1));
    }

    void aButtonAsksForTheNextDraw()
    {
        SnapshotPlot view(draws(), Theme::light());
        QSignalSpy asked(&view, &SnapshotPlot::drawRequested);
        auto* button = view.findChild<QToolButton*>(QStringLiteral("drawAgain"));
        QVERIFY(button);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked[0][0].toString(), QStringLiteral("chance_draw"));
    }

    void aTableWithoutTheColumnIsLeftOut()
    {
        SnapshotPlot view(draws(), Theme::light());
        view.setSnapshot(share(Snapshot{}));
        view.toImage();
        QVERIFY(view.legend().empty());
    }

    void theFirstRowOfAGridIsItsLowest()
    {
        Snapshot s;
        s.addAll<Grid>({{"a", 1, 2, 0, 1, 0, 1, {-1, 1}}}); // below negative, above positive
        GridPlot view(matrices(), Theme::light());
        view.setSnapshot(share(s));
        const QImage image = view.toImage(QSize(480, 300));
        const auto has = [&](int from, int to, QColor color) {
            for (int y = from; y < to; ++y)
                for (int x = 0; x < image.width(); ++x)
                    if (image.pixelColor(x, y) == color)
                        return true;
            return false;
        };
        const QColor positive = GridPlot::cellColor(1, 1, Theme::light());
        const QColor negative = GridPlot::cellColor(-1, 1, Theme::light());
        QVERIFY(has(0, 150, positive) && !has(0, 150, negative));
        QVERIFY(has(220, 300, negative) && !has(220, 300, positive));
    }

    void cellsAreReadableInBothThemes()
    {
        for (const Theme* theme : {&Theme::light(), &Theme::darkTheme()}) {
            QCOMPARE(GridPlot::cellColor(0, 1, *theme), theme->panel);
            QCOMPARE(GridPlot::cellColor(std::nan(""), 1, *theme), theme->panel);
            for (const double value : {-1.0, 1.0}) {
                const QColor cell = GridPlot::cellColor(value, 1, *theme);
                QVERIFY(std::abs(cell.lightness() - theme->text.lightness()) > 60);
            }
        }
    }

    void picturesAreWholePixels()
    {
        PicturesPlot view(pictures(), Theme::light());
        view.resize(300, 260);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.setSnapshot(share(withPictures()));
        view.plot().replot(QCustomPlot::rpImmediateRefresh);
        const QRectF first = view.place(0);
        QCOMPARE(first.width(), 2 * first.height());
        QCOMPARE(first.height(), std::floor(first.height()));
        QVERIFY(view.place(1).left() > first.right() && view.place(2).top() > first.bottom());
        QVERIFY(view.place(3).isEmpty());
        const QImage image = view.plot().grab().toImage();
        for (int x = 0; x < int(first.width()); ++x) {
            const bool left = x < int(first.width() / 2);
            QCOMPARE(image.pixelColor(int(first.left()) + x, int(first.top()) + 1).red(), left ? 0 : 255);
        }
    }

    void aClickNamesItsPicture()
    {
        PicturesPlot view(pictures(), Theme::light());
        view.resize(300, 260);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.setSnapshot(share(withPictures()));
        view.plot().replot(QCustomPlot::rpImmediateRefresh);
        QSignalSpy clicked(&view, &PicturesPlot::pictureClicked);
        QTest::mouseClick(&view.plot(), Qt::LeftButton, {}, view.place(2).center().toPoint());
        QCOMPARE(clicked.count(), 1);
        QCOMPARE(clicked[0][0].toInt(), 2);
        QTest::mouseClick(&view.plot(), Qt::LeftButton, {}, QPoint(1, 1));
        QCOMPARE(clicked.count(), 1);
    }

    void verdictsAreFrames()
    {
        PicturesPlot view(pictures("verdicts"), Theme::light());
        view.resize(300, 260);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.setSnapshot(share(withPictures()));
        view.plot().replot(QCustomPlot::rpImmediateRefresh);
        const QImage image = view.plot().grab().toImage();
        const auto beside = [&](int index) {
            return image.pixelColor(view.place(index).topLeft().toPoint() - QPoint(1, 0));
        };
        QCOMPARE(beside(0), Theme::light().real);
        QCOMPARE(beside(1), Theme::light().generated);
        QCOMPARE(view.legend().size(), std::size_t(2));
    }
};

QTEST_MAIN(TestSignalPlots)
#include "tst_signal_plots.moc"
