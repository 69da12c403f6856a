#include "tests/ui/ui_test.h"
#include "ui/plots/network/network_plot.h"
#include "ui/plots/network/weight_card.h"
#include "ui/plots/qcp.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace gan;

namespace {

constexpr int kSide = 4;

NetworkPicture::Layer layerOf(int units, int inputs)
{
    NetworkPicture::Layer layer{units};
    for (int i = 0; i < units * inputs; ++i)
        layer.weights.push_back(float(i - 3) / 8);
    for (int i = 0; i < (inputs ? units : 0); ++i)
        layer.biases.push_back(float(i) / 4);
    for (int i = 0; i < std::min(units, 3) * kSide * kSide; ++i)
        layer.maps.push_back(float(i % 7) - 3);
    return layer;
}

/// Two inputs, five units of which three have maps, one output.
NetworkPicture network(const char* name)
{
    NetworkPicture picture{name, kSide, {layerOf(2, 0), layerOf(5, 2), layerOf(1, 5)}};
    picture.layers.front().names = {"x", "y"};
    return picture;
}

std::shared_ptr<const Snapshot> moment()
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->add(network("d"));
    snapshot->add(network("g"));
    return snapshot;
}

NetworkSpec spec()
{
    return {{"networks", "Networks", "Help.", "", ""},
            {{"d", "D: discriminator", "D", ColorRole::Discriminator, WeightEdit::D},
             {"g", "G: generator", "G", ColorRole::Generator, WeightEdit::G}}};
}

/// The plot in a window, as large as said.
struct Shown {
    explicit Shown(QSize size = QSize(900, 420))
        : plot(new NetworkPlot(spec(), Theme::light()))
    {
        auto* box = new QVBoxLayout(&window);
        box->addWidget(plot);
        plot->setSnapshot(moment());
        window.resize(size);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        redraw();
    }
    void redraw()
    {
        plot->draw();
        plot->plot().replot(QCustomPlot::rpImmediateRefresh);
    }
    void moveTo(const QPointF& at)
    {
        QTest::mouseMove(&plot->plot(), at.toPoint());
        redraw();
    }
    QImage picture()
    {
        redraw();
        return plot->plot().grab().toImage();
    }
    QLineEdit& value() { return *window.findChild<QLineEdit*>(QStringLiteral("weight")); }

    QWidget window;
    NetworkPlot* plot;
};

} // namespace

/// Networks unit by unit, and a hand on their weights.
class TestNetworkPlot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init() { failOnWarnings(); }

    void unitsAndLinesHaveTheirPlaces()
    {
        const NetworkPicture d = network("d"), g = network("g");
        for (const QSize size : {QSize(900, 400), QSize(300, 700), QSize(420, 160)}) {
            const QRectF room(QPointF(10, 20), QSizeF(size));
            const NetworkLayout layout({&d, &g}, room, 1);
            QCOMPARE(int(layout.units.size()), 2 * (2 + 3 + 1));
            QCOMPARE(int(layout.lines.size()), 2 * (2 * 3 + 3)); // of what is shown
            QCOMPARE(int(layout.rests.size()), 2);
            QCOMPARE(layout.rests[0].count, 2);
            for (const auto& one : layout.units) {
                QVERIFY(room.contains(one.box));
                QCOMPARE(layout.unitAt(one.box.center()), std::optional(one.place));
                for (const auto& other : layout.units)
                    QVERIFY(one.place == other.place || !one.box.intersects(other.box));
                for (const auto& rest : layout.rests)
                    QVERIFY(!one.box.intersects(rest.room));
            }
            for (const auto& line : layout.lines)
                QCOMPARE(line.weight,
                         double((line.place.to.network ? g : d)
                                    .layers[line.place.to.layer]
                                    .weights[line.place.to.unit * (line.place.to.layer == 1 ? 2 : 5) +
                                             *line.place.input]));
            QVERIFY(!layout.unitAt(room.bottomRight()));
        }
    }

    void theLineUnderThePointerIsTheNearest()
    {
        const NetworkPicture d = network("d");
        const NetworkLayout layout({&d}, QRectF(0, 0, 600, 400), 1);
        for (const auto& line : layout.lines)
            QCOMPARE(layout.lineAt(line.line.pointAt(0.02)), std::optional(line.place));
        QVERIFY(!layout.lineAt(QPointF(5, 395)));
    }

    void valuesOfWeights()
    {
        const NetworkPicture d = network("d");
        QCOMPARE(weightOf(d, {{0, 1, 2}, 1}), 0.25);
        QCOMPARE(weightOf(d, {{0, 1, 2}, std::nullopt}), 0.5);
        for (const WeightPlace& none :
             {WeightPlace{{0, 0, 0}, 0}, {{0, 3, 0}, 0}, {{0, 1, 5}, 0}, {{0, 1, 0}, 2}})
            QVERIFY(std::isnan(weightOf(d, none)));
    }

    /// In the half of the plot that the pointer is not in.
    void aPointedUnitIsSeenLarge()
    {
        Shown shown;
        const QImage before = shown.picture();
        const NetworkLayout layout = shown.plot->layoutNow();
        shown.moveTo(layout.units[2].box.center());
        QCOMPARE(shown.plot->pointedUnit(), std::optional(layout.units[2].place));
        const QImage during = shown.picture();
        const QRect right(before.width() / 2, 0, before.width() / 2, before.height());
        QVERIFY(meanDifference(before.copy(right), during.copy(right)) > 10);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(&shown.plot->plot(), &leave);
        QVERIFY(!shown.plot->pointedUnit());
        QCOMPARE(shown.picture(), before);
    }

    void aClickAndEnterChangeAWeight()
    {
        Shown shown;
        QSignalSpy changes(shown.plot, &NetworkPlot::weightChanged);
        const auto line = shown.plot->layoutNow().lines[10]; // of G
        QTest::mouseClick(&shown.plot->plot(), Qt::LeftButton, {}, line.line.pointAt(0.05).toPoint());
        QTRY_VERIFY(shown.value().isVisible());
        QCOMPARE(shown.plot->litWeight(), std::optional(line.place));
        QCOMPARE(shown.value().text().toDouble(), line.weight);
        shown.redraw();
        QCOMPARE(shown.value().selectedText(), shown.value().text()); // what is typed takes its place
        for (const char* wrong : {"", "a", "1001"}) {
            shown.value().setText(QLatin1String(wrong));
            QTest::keyClick(&shown.value(), Qt::Key_Return);
        }
        QCOMPARE(int(changes.count()), 0);
        shown.value().setText(QStringLiteral("-0,25"));
        QTest::keyClick(&shown.value(), Qt::Key_Return);
        QCOMPARE(int(changes.count()), 1);
        const WeightEdit expected{WeightEdit::G, std::int64_t(line.place.to.layer),
                                  std::int64_t(line.place.to.unit) + 1, std::int64_t(*line.place.input) + 1,
                                  -0.25};
        QCOMPARE(changes[0][0].value<WeightEdit>(), expected);
    }

    /// Every weight, also of units that are not drawn, and without a mouse.
    void keysReachEveryWeight()
    {
        Shown shown;
        QSignalSpy changes(shown.plot, &NetworkPlot::weightChanged);
        auto* button = shown.plot->findChild<WeightCard*>();
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        QTRY_VERIFY(shown.value().isVisible());
        const auto numbers = shown.window.findChildren<QSpinBox*>();
        QCOMPARE(int(numbers.size()), 3);                           // layer, unit, input
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down); // G
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), numbers[0]);
        numbers[1]->setValue(9);
        QCOMPARE(numbers[1]->value(), 5); // as many as there are
        numbers[2]->setValue(2);
        QCOMPARE(shown.value().text(), QStringLiteral("0.75"));
        numbers[2]->setValue(0);
        QCOMPARE(numbers[2]->text(), QStringLiteral("bias"));
        QCOMPARE(shown.value().text(), QStringLiteral("1"));
        shown.value().setText(QStringLiteral("2"));
        QTest::keyClick(&shown.value(), Qt::Key_Return);
        QCOMPARE(int(changes.count()), 1);
        QCOMPARE(changes[0][0].value<WeightEdit>(), (WeightEdit{WeightEdit::G, 1, 5, 0, 2}));
        QTest::keyClick(&shown.value(), Qt::Key_Escape);
        QVERIFY(!shown.value().isVisible() && !shown.plot->litWeight());
    }

    void whyNotIsSaid()
    {
        Shown shown;
        QSignalSpy changes(shown.plot, &NetworkPlot::weightChanged);
        const QString why = QStringLiteral("Pause the run (Space) before you change a weight.");
        shown.plot->refuse(why);
        const auto line = shown.plot->layoutNow().lines[0];
        QTest::mouseClick(&shown.plot->plot(), Qt::LeftButton, {}, line.line.pointAt(0.05).toPoint());
        auto* said = shown.window.findChild<QLabel*>(QStringLiteral("whyNot"));
        QTRY_VERIFY(said->isVisible());
        QCOMPARE(said->text(), why);
        QVERIFY(!shown.value().isEnabled());
        shown.plot->refuse({});
        QVERIFY(shown.value().isEnabled() && said->text() != why);
        QCOMPARE(int(changes.count()), 0);
    }

    void withoutNetworksThereIsNothing()
    {
        Shown shown;
        shown.plot->setSnapshot(nullptr);
        shown.redraw();
        shown.moveTo(QPointF(200, 200));
        QVERIFY(shown.plot->layoutNow().units.empty() && !shown.plot->litWeight());
        shown.plot->findChild<WeightCard*>()->click();
        QVERIFY(shown.value().text().isEmpty());
        QVERIFY(!shown.plot->toImage().isNull());
    }
};

QTEST_MAIN(TestNetworkPlot)
#include "tst_network_plot.moc"
