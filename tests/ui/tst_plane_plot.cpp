#include "core/experiment.h"
#include "tests/ui/ui_test.h"
#include "ui/plots/plane/plane_plot.h"
#include "ui/plots/qcp.h"

#include <cmath>

using namespace gan;

namespace {

constexpr int kCells = 40;

/// Over [0, 2] x [0, 1]: 0.5 where x is 1, more on the right of it.
Grid slope()
{
    Grid grid{"d", kCells, kCells, 0, 2, 0, 1, {}};
    for (int row = 0; row < kCells; ++row)
        for (int column = 0; column < kCells; ++column)
            grid.values.push_back(float((column + 0.5) / kCells));
    return grid;
}

PlaneSpec plane()
{
    using enum PlaneLayer::Kind;
    return {{"plane", "Plane", "Help.", "x", "y"},
            {{Map, "d", "D", ColorRole::Discriminator, "layer_d"},
             {Contour, "d", "D = 0.5", ColorRole::Discriminator, "layer_contour"},
             {Points, "real", "real", ColorRole::Real, "layer_real"},
             {Arrows, "felt", "felt", ColorRole::Generator, "layer_arrows"}}};
}

std::shared_ptr<const Snapshot> moment()
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->addAll<Readout>({{"frame_x", 1}, {"frame_y", 0.5}, {"frame_half", 0.5}});
    snapshot->add(slope());
    snapshot->add(Points{"real", {0.75, 1.25}, {0.5, 0.5}});
    snapshot->add(Arrows{"felt", {1}, {0.5}, {3}, {4}});
    return snapshot;
}

View viewWith(std::initializer_list<std::pair<const char*, const char*>> values)
{
    View view(experimentNamed("plane-2d"));
    for (const auto& [key, value] : values)
        view.setText(key, value);
    return view;
}

/// How many pixels of a row are bluer than the panel, and how many are redder.
std::pair<int, int> blueAndOrange(const QImage& image, const QColor& panel)
{
    const int usual = panel.blue() - panel.red();
    int blue = 0, orange = 0;
    for (int x = 0; x < image.width(); ++x) {
        const QColor color = image.pixelColor(x, image.height() * 2 / 5);
        blue += color.blue() - color.red() > usual + 8;
        orange += color.blue() - color.red() < usual - 8;
    }
    return {blue, orange};
}

} // namespace

/// The plane: D as a map, points and arrows over it, each with its switch.
class TestPlanePlot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contourLiesWhereTheValueIs()
    {
        const std::vector<QLineF> pieces = contourOf(slope(), 0.5);
        QCOMPARE(int(pieces.size()), kCells - 1); // from row to row
        double length = 0;
        for (const QLineF& piece : pieces) {
            QVERIFY(std::abs(piece.x1() - 1) < 1e-6 && std::abs(piece.x2() - 1) < 1e-6);
            length += piece.length();
        }
        QVERIFY(std::abs(length - (kCells - 1.0) / kCells) < 1e-6);
        QVERIFY(contourOf(slope(), 2).empty());
    }

    void valuesOfCells()
    {
        QCOMPARE(valueAt(slope(), 0.01, 0.5), std::optional<double>(0.5f / kCells));
        QVERIFY(std::abs(*valueAt(slope(), 1.51, 0.99) - 0.76) < 0.01);
        for (const auto& [x, y] : {std::pair(-0.1, 0.5), {2.1, 0.5}, {1.0, 1.0}, {1.0, -0.01}})
            QVERIFY(!valueAt(slope(), x, y));
    }

    void bothAxesHaveOneScale()
    {
        PlanePlot plot(plane(), Theme::light());
        plot.setView(viewWith({}));
        plot.setSnapshot(moment());
        for (const QSize size : {QSize(800, 300), QSize(300, 700)}) {
            showAt(plot, size);
            const QCPAxis &x = *plot.plot().xAxis, &y = *plot.plot().yAxis;
            const QRect room = plot.plot().axisRect()->rect();
            const double perX = x.range().size() / room.width(), perY = y.range().size() / room.height();
            QVERIFY(std::abs(perX / perY - 1) < 1e-6);
            // All of the square, and no more of it along the shorter side.
            QVERIFY(std::abs(std::min(x.range().size(), y.range().size()) - 1) < 1e-6);
            QVERIFY(std::abs(x.range().center() - 1) < 1e-9 && std::abs(y.range().center() - 0.5) < 1e-9);
        }
    }

    void eachLayerHasItsSwitch()
    {
        PlanePlot plot(plane(), Theme::light());
        plot.setSnapshot(moment());
        const auto legendWith = [&](const View& view) {
            plot.setView(view);
            plot.toImage();
            QStringList names;
            for (const LegendEntry& entry : plot.legend())
                names.append(entry.text);
            return names;
        };
        QCOMPARE(legendWith(viewWith({{"layer_arrows", "yes"}})),
                 QStringList({"D: real", "D: generated", "D = 0.5", "real", "felt, the longest 5.000"}));
        QCOMPARE(legendWith(viewWith({{"layer_d", "no"}, {"layer_contour", "no"}})), QStringList({"real"}));
        QCOMPARE(legendWith(viewWith({{"layer_real", "no"}, {"layer_d", "no"}})), QStringList({"D = 0.5"}));
    }

    void colorsSayWhatDSays()
    {
        for (const Theme* theme : {&Theme::light(), &Theme::darkTheme()}) {
            PlanePlot plot(plane(), *theme);
            plot.setSnapshot(moment());
            plot.setView(viewWith({{"layer_real", "no"}, {"layer_contour", "no"}}));
            const auto [blue, orange] = blueAndOrange(plot.toImage(QSize(900, 500)), theme->panel);
            QVERIFY2(blue > 100 && orange > 100, qPrintable(QStringLiteral("%1 %2").arg(blue).arg(orange)));
            plot.setView(viewWith({{"layer_d", "no"}, {"layer_real", "no"}, {"layer_contour", "no"}}));
            const auto [noBlue, noOrange] = blueAndOrange(plot.toImage(QSize(900, 500)), theme->panel);
            QVERIFY(noBlue + noOrange < blue / 4);
        }
    }

    void valueUnderTheMouse()
    {
        PlanePlot plot(plane(), Theme::light());
        plot.setView(viewWith({}));
        plot.setSnapshot(moment());
        showAt(plot, QSize(500, 400));
        const std::vector<HoverLine> lines = plot.valuesAtPoint(1.51, 0.5);
        QCOMPARE(int(lines.size()), 2);
        QVERIFY(lines[0].value.contains("1.51") && lines[0].value.contains("0.5"));
        QVERIFY(std::abs(lines[1].value.toDouble() - 0.76) < 0.02);
        QCOMPARE(int(plot.valuesAtPoint(5, 5).size()), 1); // beside the map: the place alone
    }

    /// Cells that are packed more densely are stronger.
    void meshIsDarkWhereItIsDense()
    {
        // Two cells: [0, 1] and [1, 4], both as high as 1.
        const Mesh mesh{"m", 3, 2, {0, 1, 4, 0, 1, 4}, {0, 0, 0, 1, 1, 1}};
        QImage image(400, 100, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        drawMesh(painter, mesh, Qt::black, 1, [](double x, double y) { return QPointF(100 * x, 100 * y); });
        painter.end();
        QVERIFY(image.pixelColor(50, 50).lightness() < image.pixelColor(250, 50).lightness());
        QVERIFY(image.pixelColor(250, 50).lightness() < 255);
    }

private:
    static void showAt(PlanePlot& plot, QSize size)
    {
        plot.resize(size);
        plot.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        plot.draw();
        plot.plot().replot(QCustomPlot::rpImmediateRefresh);
    }
};

QTEST_MAIN(TestPlanePlot)
#include "tst_plane_plot.moc"
