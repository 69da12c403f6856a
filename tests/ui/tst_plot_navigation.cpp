#include "core/experiment.h"
#include "tests/ui/ui_test.h"
#include "ui/plots/history/history_plot.h"
#include "ui/plots/hover_readout.h"

#include <QMenu>
#include <QToolButton>

#include <cmath>

using namespace gan;

namespace {

HistorySpec spec(bool percent = false)
{
    HistorySpec made{{"sample", "Sample", "Help.", "iteration", "value"}, {{{"a"}, "A", ColorRole::Real}}};
    made.percent = percent;
    if (percent)
        made.frame = [](const Settings&) { return HistoryFrame{{{0.5, "guessing"}}, Interval{0, 1}}; };
    return made;
}

MetricRows rows(std::int64_t first, std::vector<float> values)
{
    return {std::make_shared<const MetricColumns>(MetricColumns{"a"}), first, std::move(values)};
}

/// A plot on screen, of so many iterations with the value 1 unless others are given.
struct Shown {
    explicit Shown(std::vector<float> values = std::vector<float>(5000, 1), bool percent = false)
        : view(spec(percent), Theme::light())
    {
        view.resize(500, 400);
        view.append(rows(1, std::move(values)));
        view.show();
        drawn();
    }
    void drawn()
    {
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.plot().replot();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&view, key, modifiers);
        view.plot().replot();
    }
    void turnWheel(const QPoint& at)
    {
        QWheelEvent wheel(at, view.plot().mapToGlobal(at), {0, 0}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&view.plot(), &wheel);
    }
    QPoint belowPlot() { return rect().center() + QPoint(0, rect().height() / 2 + 12); }
    QPoint besidePlot() { return rect().center() - QPoint(rect().width() / 2 + 12, 0); }
    QRect rect() { return view.plot().axisRect()->rect(); }
    QCPRange x() { return view.plot().xAxis->range(); }
    QCPRange y() { return view.plot().yAxis->range(); }
    QString remark()
    {
        for (int i = 0; i < view.plot().itemCount(); ++i)
            if (auto* text = dynamic_cast<QCPItemText*>(view.plot().item(i)); text && text->visible())
                return text->text();
        return {};
    }
    QToolButton* back() { return view.findChild<QToolButton*>(); }

    HistoryPlot view;
};

} // namespace

class TestPlotNavigation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init() { failOnWarnings(); }

    void wheelOverAnAxisZoomsThatAxis()
    {
        Shown shown;
        const QCPRange x = shown.x(), y = shown.y();
        shown.turnWheel(shown.belowPlot());
        QVERIFY(shown.x().size() < x.size());
        QCOMPARE(shown.y(), y);
        const QCPRange zoomed = shown.x();
        shown.turnWheel(shown.besidePlot());
        QCOMPARE(shown.x(), zoomed);
        QVERIFY(shown.y().size() < y.size());
        shown.turnWheel(shown.rect().center());
        QVERIFY(shown.x().size() < zoomed.size());
    }

    void dragOnAnAxisPansIt()
    {
        Shown shown;
        const QCPRange x = shown.x(), y = shown.y();
        const QPoint from = shown.belowPlot(), to = from + QPoint(60, 30);
        QTest::mousePress(&shown.view.plot(), Qt::LeftButton, {}, from);
        QMouseEvent move(QEvent::MouseMove, to, shown.view.plot().mapToGlobal(to), Qt::NoButton,
                         Qt::LeftButton, {});
        QApplication::sendEvent(&shown.view.plot(), &move);
        QTest::mouseRelease(&shown.view.plot(), Qt::LeftButton, {}, to);
        QVERIFY(shown.x().lower < x.lower);
        QCOMPARE(qRound(shown.x().size()), qRound(x.size()));
        QCOMPARE(shown.y(), y);
        QVERIFY(shown.view.isZoomed());
    }

    void keysPanZoomAndGoBack()
    {
        Shown shown;
        const QCPRange x = shown.x(), y = shown.y();
        shown.press(Qt::Key_Plus);
        QVERIFY(shown.x().size() < x.size() && shown.y().size() < y.size());
        shown.press(Qt::Key_Minus);
        shown.press(Qt::Key_Minus);
        QVERIFY(shown.x().size() > 0.9 * x.size());
        shown.press(Qt::Key_0);
        QCOMPARE(shown.x(), x);
        QCOMPARE(shown.y(), y);
        shown.press(Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(shown.x().lower > x.lower && shown.x().upper > x.upper);
        QCOMPARE(shown.y(), y);
        shown.press(Qt::Key_Up, Qt::ShiftModifier);
        QVERIFY(shown.y().lower > y.lower);
        shown.press(Qt::Key_0);
        shown.press(Qt::Key_PageUp);
        QCOMPARE(shown.x(), x);
        QVERIFY(shown.y().size() < y.size());
    }

    /// Space and Right run and step the training, whatever plot somebody has clicked.
    void keysOfTheWindowAreLeftToIt()
    {
        Shown shown;
        for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Right, Qt::Key_D, Qt::Key_G, Qt::Key_F5}) {
            QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
            QApplication::sendEvent(&shown.view, &event);
            QVERIFY(!event.isAccepted());
        }
    }

    void newestScrollsOn()
    {
        Shown shown;
        shown.press(Qt::Key_F);
        QVERIFY(shown.view.isFollowing());
        QCOMPARE(shown.x(), QCPRange(4000, 5000));
        shown.view.append(rows(5001, std::vector<float>(700, 2)));
        shown.view.plot().replot();
        QCOMPARE(shown.x(), QCPRange(4700, 5700));
        QVERIFY(shown.y().contains(2));
        shown.press(Qt::Key_Plus); // a hand takes over
        const QCPRange chosen = shown.x();
        shown.view.append(rows(5701, std::vector<float>(700, 2)));
        shown.view.plot().replot();
        QCOMPARE(shown.x(), chosen);
    }

    /// However long the run is, a close look shows each iteration.
    void newestAreDrawnOneByOne()
    {
        Shown shown(std::vector<float>(200'000, 1));
        shown.press(Qt::Key_F);
        const auto data = shown.view.plot().graph(2)->data();
        QVERIFY(data->size() > HistoryPlot::kFollowed / 2);
        QVERIFY(data->at(data->size() - 1)->key > 199'997);
    }

    void runThatFollowsGoesOnFollowing()
    {
        Shown shown;
        shown.press(Qt::Key_F);
        shown.view.clear();
        QVERIFY(shown.view.isFollowing());
        shown.press(Qt::Key_Plus);
        shown.view.clear();
        QVERIFY(!shown.view.isZoomed() && !shown.view.isFollowing());
    }

    void buttonGoesBack()
    {
        Shown shown;
        QVERIFY(!shown.back()->isVisible());
        shown.press(Qt::Key_Plus);
        QVERIFY(shown.back()->isVisible());
        QTest::mouseClick(shown.back(), Qt::LeftButton);
        QVERIFY(!shown.back()->isVisible() && !shown.view.isZoomed());
        shown.press(Qt::Key_Plus);
        shown.back()->setFocus();
        QTest::keyClick(shown.back(), Qt::Key_Space);
        QVERIFY(!shown.view.isZoomed());
        QVERIFY(shown.view.hasFocus());
        shown.press(Qt::Key_F);
        QVERIFY(shown.back()->isVisible());
        for (const int width : {150, 200, 800}) {
            shown.view.resize(width, 200);
            QVERIFY(shown.view.rect().contains(shown.back()->geometry()));
        }
    }

    void menuNamesTheAxes()
    {
        Shown shown;
        QContextMenuEvent request(QContextMenuEvent::Keyboard, shown.rect().center(), QPoint(50, 50));
        QApplication::sendEvent(&shown.view, &request);
        auto* menu = shown.view.findChild<QMenu*>();
        QVERIFY(menu);
        QAction* logarithmic = nullptr;
        for (QAction* action : menu->actions())
            if (action->text() == QStringLiteral("Logarithmic value axis"))
                logarithmic = action;
        QVERIFY(logarithmic && logarithmic->isCheckable() && !logarithmic->isChecked());
        logarithmic->trigger();
        QCOMPARE(shown.view.plot().yAxis->scaleType(), QCPAxis::stLogarithmic);
        menu->close();
    }

    void logarithmicIterationsBeginAtOne()
    {
        Shown shown;
        shown.press(Qt::Key_L, Qt::ShiftModifier);
        QCOMPARE(shown.x(), QCPRange(1, 5000));
        QCOMPARE(shown.view.plot().graph(2)->data()->at(0)->key, 1.0);
        shown.press(Qt::Key_L, Qt::ShiftModifier);
        QCOMPARE(shown.x(), QCPRange(0, 5000));
    }

    void valuesThatCannotBeShownAreMentioned()
    {
        Shown shown({1, 10, 0, -5, 100});
        QCOMPARE(shown.remark(), QString());
        shown.press(Qt::Key_L);
        QVERIFY(shown.remark().contains(QStringLiteral("at or below 0")));
        QVERIFY(shown.y().lower > 0 && shown.y().lower <= 1 && shown.y().upper >= 100);
        const auto data = shown.view.plot().graph(2)->data();
        QVERIFY(std::isnan(data->at(2)->value) && std::isnan(data->at(3)->value));
        QCOMPARE(data->at(4)->value, 100.0);
        shown.press(Qt::Key_L);
        QCOMPARE(shown.remark(), QString());
        QCOMPARE(data->at(3)->value, -5.0);
    }

    void nothingAboveZeroIsNotAnEmptyFrame()
    {
        Shown shown({0, -1, -2});
        shown.press(Qt::Key_L);
        QVERIFY(!shown.remark().isEmpty());
        QVERIFY(shown.y().lower > 0 && shown.y().upper > shown.y().lower);
    }

    void sharesOnALogarithmicAxis()
    {
        Shown shown({0.5, 0.02, 0, 1}, true);
        shown.view.setSettings(Settings(experimentNamed("density-1d")));
        shown.press(Qt::Key_0);
        QCOMPARE(shown.y(), QCPRange(0, 1));
        shown.press(Qt::Key_L);
        QCOMPARE(shown.y().upper, 1.0);
        QVERIFY(std::abs(shown.y().lower - 0.01) < 1e-12);
    }

    void endlessZoomStaysInNumbers()
    {
        Shown shown;
        for (const Qt::Key key : {Qt::Key_Plus, Qt::Key_Minus}) {
            for (const bool logarithmic : {false, true}) {
                shown.view.setLogarithmicValues(logarithmic);
                shown.view.setLogarithmicIterations(logarithmic);
                for (int i = 0; i < 400; ++i)
                    QTest::keyClick(&shown.view, key);
                shown.view.plot().replot();
                QVERIFY(shown.x().size() > 0 && std::isfinite(shown.x().size()));
                shown.press(Qt::Key_0);
            }
        }
    }

    void keysReadValues()
    {
        Shown shown({1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
        auto* readout = shown.view.findChild<HoverReadout*>();
        shown.press(Qt::Key_Left, Qt::ControlModifier);
        QVERIFY(readout->isVisible());
        QVERIFY(shown.view.accessibleDescription().startsWith(QStringLiteral("iteration 9. A 9.000")));
        shown.press(Qt::Key_Right, Qt::ControlModifier);
        QVERIFY(shown.view.accessibleDescription().startsWith(QStringLiteral("iteration 10.")));
        shown.press(Qt::Key_Escape);
        QVERIFY(!readout->isVisible());
    }
};

QTEST_MAIN(TestPlotNavigation)
#include "tst_plot_navigation.moc"
