#include "core/experiment.h"
#include "tests/ui/ui_test.h"
#include "ui/pages/plot_sheet.h"
#include "ui/plots/flow/flow_plot.h"
#include "ui/plots/plane/plane_plot.h"
#include "ui/plots/qcp.h"

#include <cmath>

using namespace gan;

namespace {

constexpr double kPlace = 0.3; ///< of the only generated point, on the plane from 0 to 1

PlaneSpec plane()
{
    using enum PlaneLayer::Kind;
    return {{"plane", "Plane", "Help.", "x", "y"},
            {{Map, "d", "D", ColorRole::Discriminator, "layer_d"},
             {Mesh, "bent", "bent", ColorRole::Generator, "layer_manifold"},
             {Points, "generated", "generated", ColorRole::Generated, "layer_generated"}}};
}

/// z > G > G(z) > D > verdicts and back to G, and a dashed way back to D.
FlowSpec flow()
{
    using enum FlowBox::Layer::Kind;
    return {{"flow", "Flow", "Help.", "", ""},
            {{"z",
              "noise",
              "This is z.",
              ColorRole::Plain,
              "z",
              {{Cloud, "z", ColorRole::Plain}},
              {0, 0},
              {0, 0}},
             {"G",
              "generator",
              "This is G.",
              ColorRole::Generator,
              "bent",
              {{Mesh, "bent", ColorRole::Generator}},
              {1, 0},
              {1, 0}},
             {"G(z)",
              "generated",
              "This is G(z).",
              ColorRole::Generated,
              "generated",
              {{Points, "generated", ColorRole::Generated}},
              {2, 0},
              {2, 0}},
             {"D",
              "discriminator",
              "This is D.",
              ColorRole::Discriminator,
              "d",
              {{Map, "d", ColorRole::Discriminator}},
              {2, 1},
              {2, 1}},
             {"verdicts",
              "",
              "These are the verdicts.",
              ColorRole::Discriminator,
              "verdicts",
              {{Bars, "d_real", ColorRole::Real}},
              {1, 1},
              {1, 1}},
             {"gradient",
              "",
              "This is the gradient.",
              ColorRole::Generator,
              "felt",
              {{Arrows, "felt", ColorRole::Generator}},
              {0, 1},
              {0, 1}},
             {"x",
              "real",
              "This is x.",
              ColorRole::Real,
              "real",
              {{Points, "real", ColorRole::Real}},
              {3, 1},
              {2, 2}}},
            {{0, 1, ColorRole::Plain},
             {1, 2, ColorRole::Generated},
             {2, 3, ColorRole::Generated},
             {3, 4, ColorRole::Discriminator},
             {4, 5, ColorRole::Generator, true},
             {5, 1, ColorRole::Generator, true},
             {4, 3, ColorRole::Discriminator, true, true},
             {6, 3, ColorRole::Real}},
            "All of it."};
}

enum Box : std::size_t { Z, G, Generated, D, Verdicts, Gradient, X };

const std::vector<Part>& allParts()
{
    static const std::vector<Part> all = {
        Points{"z", {-1, 1}, {-1, 1}},
        Mesh{"bent", 2, 2, {0.6, 0.9, 0.6, 0.9}, {0.6, 0.6, 0.9, 0.9}},
        Points{"generated", {kPlace}, {kPlace}},
        Grid{"d", 2, 2, 0, 1, 0, 1, {0, 1, 0, 1}},
        Histogram{"d_real", 0, 1, {1, 0, 3}},
        Arrows{"felt", {0.5}, {0.5}, {1}, {1}},
        Points{"real", {0.7}, {0.7}},
    };
    return all;
}

/// All parts, but for the one at this place.
std::shared_ptr<const Snapshot> moment(std::int64_t iteration, std::optional<std::size_t> without = {})
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->iteration = iteration;
    snapshot->addAll<Readout>({{"frame_x", 0.5}, {"frame_y", 0.5}, {"frame_half", 0.5}});
    for (std::size_t i = 0; i < allParts().size(); ++i)
        if (i != without)
            snapshot->add(allParts()[i]);
    return snapshot;
}

/// Both plots side by side in a sheet, of which the noise square is not shown on the plane.
struct Desk {
    Desk()
        : sheet({{{{{"Pictures", {plane(), flow()}, TabSpec::Widths::Even}}, 1}}, {}}, QStringLiteral("test"),
                Theme::light())
        , planePlot(*static_cast<PlanePlot*>(sheet.plots()[0]))
        , flowPlot(*static_cast<FlowPlot*>(sheet.plots()[1]))
    {
        View view(experimentNamed("plane-2d"));
        view.setText("layer_manifold", "no");
        planePlot.setView(view);
        sheet.setSnapshot(moment(7));
        sheet.resize(1000, 500);
        sheet.show();
        QVERIFY(QTest::qWaitForWindowExposed(&sheet));
        draw();
    }

    void draw()
    {
        sheet.draw();
        for (PlotView* view : sheet.plots())
            view->plot().replot(QCustomPlot::rpImmediateRefresh);
    }
    void pointAt(PlotView& view, QPointF pixel)
    {
        QTest::mouseMove(&view.plot(), pixel.toPoint());
        draw();
    }
    void pointAtBox(Box box) { pointAt(flowPlot, flowPlot.places().boxes[box].center()); }
    void leave(PlotView& view)
    {
        QEvent event(QEvent::Leave);
        QCoreApplication::sendEvent(&view.plot(), &event);
        draw();
    }
    QColor planeAt(double x, double y) const
    {
        const QImage image = planePlot.plot().grab().toImage();
        const QCustomPlot& plot = planePlot.plot();
        return image.pixelColor(int(plot.xAxis->coordToPixel(x)), int(plot.yAxis->coordToPixel(y)));
    }
    QImage planeImage() { return planePlot.plot().grab().toImage(); }
    QImage flowImage() { return flowPlot.plot().grab().toImage(); }

    PlotSheet sheet;
    PlanePlot& planePlot;
    FlowPlot& flowPlot;
};

double distance(const QColor& a, const QColor& b)
{
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue());
}

/// Of the picture, what lies in the box.
QImage boxOf(const QImage& image, const QRectF& box)
{
    return image.copy(box.toAlignedRect());
}

bool liesOnEdge(const QRectF& box, QPointF point)
{
    const bool isWithin = box.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(point);
    return isWithin && !box.adjusted(1e-6, 1e-6, -1e-6, -1e-6).contains(point);
}

} // namespace

/// Small pictures of what data goes through, tied to the plane.
class TestFlowPlot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }

    void boxesAndArrowsHaveTheirRoom_data()
    {
        QTest::addColumn<QSizeF>("size");
        for (const QSizeF size : {QSizeF(900, 250), QSizeF(600, 400), QSizeF(300, 300), QSizeF(200, 600)})
            QTest::addRow("%d x %d", int(size.width()), int(size.height())) << size;
    }

    void boxesAndArrowsHaveTheirRoom()
    {
        QFETCH(QSizeF, size);
        const FlowSpec spec = flow();
        const QRectF room(QPointF(10, 20), size);
        const FlowLayout layout = flowLayout(spec, room, {15, 20});
        std::vector<QRectF> all = layout.boxes;
        all.push_back(layout.words);
        double area = 0;
        for (std::size_t i = 0; i < all.size(); ++i) {
            area += all[i].width() * all[i].height();
            QVERIFY(room.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(all[i]));
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!all[i].intersects(all[j]));
        }
        QVERIFY2(area > 0.25 * size.width() * size.height(), qPrintable(QString::number(area)));
        for (std::size_t i = 0; i < spec.arrows.size(); ++i) {
            const QPolygonF& line = layout.arrows[i];
            QVERIFY(liesOnEdge(layout.boxes[spec.arrows[i].from], line.front()));
            QVERIFY(liesOnEdge(layout.boxes[spec.arrows[i].to], line.back()));
            for (double share = 0.05; share < 1; share += 0.05) // through no box
                QVERIFY(!layout.boxAt(pointAlong(line, share)));
        }
    }

    void pointsAlongALine()
    {
        const QPolygonF corner({QPointF(0, 0), QPointF(3, 0), QPointF(3, 1)});
        QCOMPARE(lengthOf(corner), 4.0);
        QCOMPARE(pointAlong(corner, 0), QPointF(0, 0));
        QCOMPARE(pointAlong(corner, 0.5), QPointF(2, 0));
        QCOMPARE(pointAlong(corner, 0.875), QPointF(3, 0.5));
        QCOMPARE(pointAlong(corner, 1), QPointF(3, 1));
    }

    /// Each in its own box and nowhere else.
    void everyPartIsDrawn()
    {
        Desk desk;
        const QImage whole = desk.flowImage();
        for (std::size_t part = 0; part < allParts().size(); ++part) {
            desk.sheet.setSnapshot(moment(7, part));
            desk.draw();
            const QImage without = desk.flowImage();
            for (std::size_t box = 0; box < allParts().size(); ++box) {
                const QRectF place = desk.flowPlot.places().boxes[box];
                QCOMPARE(boxOf(whole, place) != boxOf(without, place), box == part);
            }
        }
    }

    void pointingAtABoxLightsUpItsLayer()
    {
        Desk desk;
        const QImage before = desk.planeImage(), flowBefore = desk.flowImage();
        const QColor map = desk.planeAt(0.1, 0.9), point = desk.planeAt(kPlace, kPlace);
        QVERIFY(distance(map, Theme::light().panel) > 60);
        QVERIFY(distance(point, Theme::light().generated) < 30);

        desk.pointAtBox(D);
        QCOMPARE(desk.planeAt(0.1, 0.9), map); // D stays, the point fades into it
        QVERIFY(distance(desk.planeAt(kPlace, kPlace), point) > 60);
        QVERIFY(desk.flowImage() != flowBefore);

        desk.pointAtBox(Generated); // the other way round
        QVERIFY(distance(desk.planeAt(kPlace, kPlace), point) < 30);
        QVERIFY(distance(desk.planeAt(0.1, 0.9), Theme::light().panel) <
                distance(map, Theme::light().panel) / 3);

        desk.leave(desk.flowPlot);
        QCOMPARE(desk.planeImage(), before);
        QCOMPARE(desk.flowImage(), flowBefore);
    }

    void whatIsSwitchedOffIsSeenWhileItIsPointedAt()
    {
        Desk desk;
        const QImage before = desk.planeImage();
        const auto within = [&] { return desk.planeAt(0.75, 0.75); };
        const auto below = [&] { return desk.planeAt(0.75, 0.3); }; // where D says the same
        QCOMPARE(within(), below());
        desk.pointAtBox(G);
        const QColor generator = Theme::light().generator;
        QVERIFY(distance(within(), generator) < distance(below(), generator) - 30);
        desk.pointAt(desk.flowPlot, QPointF(2, 2));
        QCOMPARE(desk.planeImage(), before);
    }

    /// Such as z, which is not on the plane.
    void whatThePlaneDoesNotShowChangesNothingThere()
    {
        Desk desk;
        const QImage before = desk.planeImage();
        for (const Box box : {Z, Verdicts, Gradient}) {
            desk.pointAtBox(box);
            QCOMPARE(desk.planeImage(), before);
        }
        desk.sheet.setSnapshot(moment(7, std::size_t(G)));
        desk.draw();
        const QImage withoutG = desk.planeImage();
        desk.pointAtBox(G);
        QCOMPARE(desk.planeImage(), withoutG);
    }

    void pointingAtALegendEntryLightsUpItsBox()
    {
        Desk desk;
        const QImage before = desk.flowImage();
        const QRectF G = desk.flowPlot.places().boxes[Box::G], gz = desk.flowPlot.places().boxes[Generated];
        // "generated" is the last entry: the rightmost place of the legend that is one.
        const int y = desk.planePlot.titleLine().center().y() - desk.planePlot.plot().y();
        bool isLit = false;
        for (int x = desk.planePlot.plot().width() - 1; x > 0 && !isLit; x -= 4)
            for (int line = 0; line < 3 && !isLit; ++line) {
                desk.pointAt(desk.planePlot, QPointF(x, y + 14 * line));
                isLit = desk.flowImage() != before;
            }
        QVERIFY(isLit);
        QVERIFY(desk.flowPlot.accessibleDescription().contains("This is G(z)."));
        QVERIFY(meanDifference(boxOf(desk.flowImage(), G), boxOf(before, G)) > 1); // pale
        QVERIFY(boxOf(desk.flowImage(), gz) != boxOf(before, gz));                 // a stronger frame
        desk.leave(desk.planePlot);
        QCOMPARE(desk.flowImage(), before);
    }

    /// Where they are follows from the iteration alone.
    void dotsMoveWithTheIterations()
    {
        Desk desk;
        const QImage before = desk.flowImage();
        const auto at = [&](std::int64_t iteration) {
            desk.sheet.setSnapshot(moment(iteration));
            desk.draw();
            return desk.flowImage();
        };
        const QImage later = at(57);
        QVERIFY(later != before);
        for (const QRectF& box : desk.flowPlot.places().boxes)
            QCOMPARE(boxOf(later, box.adjusted(4, 4, -4, -4)), boxOf(before, box.adjusted(4, 4, -4, -4)));
        QCOMPARE(at(57), later);
        QCOMPARE(at(7), before);
        double last = -1;
        for (const std::int64_t iteration : {50, 51, 80, 120, 149}) {
            QVERIFY(FlowPlot::movedAt(iteration) > last && FlowPlot::movedAt(iteration) < 1);
            last = FlowPlot::movedAt(iteration);
        }
    }

    void readableInBothThemesAndAllSizes()
    {
        for (const Theme* theme : {&Theme::light(), &Theme::darkTheme()}) {
            FlowPlot plot(flow(), *theme);
            QVERIFY(plot.isOnlyHint());
            plot.setSnapshot(moment(7));
            QVERIFY(!plot.isOnlyHint());
            for (const QSize size : {QSize(150, 120), QSize(280, 300), QSize(1600, 1000)})
                QVERIFY(!plot.toImage(size).isNull());
        }
    }
};

QTEST_MAIN(TestFlowPlot)
#include "tst_flow_plot.moc"
