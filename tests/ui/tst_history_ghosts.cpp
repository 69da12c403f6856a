#include "core/experiment.h"
#include "tests/ui/ui_test.h"
#include "ui/pages/plot_sheet.h"
#include "ui/plots/history/end_tags.h"
#include "ui/plots/history/history_plot.h"
#include "ui/plots/history/history_plots.h"
#include "ui/plots/hover_readout.h"

using namespace gan;

namespace {

const HistorySpec& spec()
{
    static const HistorySpec made{{"sample", "Sample", "Help.", "iteration", "value"},
                                  {{{"a"}, "A", ColorRole::Real}, {{"b"}, "B", ColorRole::Generated}}};
    return made;
}

MetricRows rows(int count, float a, float b)
{
    MetricRows made{std::make_shared<const MetricColumns>(MetricColumns{"a", "b"}), 1, {}};
    for (int i = 0; i < count; ++i)
        made.values.insert(made.values.end(), {a, b});
    return made;
}

/// A history plot that tells what its read-out says.
struct Plot : HistoryPlot {
    Plot()
        : HistoryPlot(spec(), Theme::light())
    {
    }
    QStringList readout(double x) const
    {
        QStringList lines;
        for (const HoverLine& line : valuesAt(x))
            lines.append(line.label + QLatin1Char(' ') + line.value + line.span);
        return lines;
    }
    QStringList legendTexts() const
    {
        QStringList texts;
        for (const LegendEntry& entry : legend())
            texts.append(entry.text);
        return texts;
    }
    QStringList tags() const
    {
        QStringList texts;
        for (const EndTags::Tag& tag : plot().findChild<EndTags*>()->tags)
            texts.append(tag.text);
        return texts;
    }
    void run(int iterations, float a, float b)
    {
        append(rows(iterations, a, b));
        toImage();
    }
    void keep(std::uint64_t id, int number)
    {
        keepGhost(id, number);
        clear();
        toImage();
    }
};

} // namespace

class TestHistoryGhosts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init() { failOnWarnings(); }

    void ghostStaysBehindTheNewRun()
    {
        Plot plot;
        plot.run(400, 5, 1);
        plot.keep(17, 1);
        plot.run(100, 2, 1);
        QCOMPARE(plot.legendTexts(), (QStringList{"A", "B", "run 1"})); // once, not once for each curve
        QCOMPARE(plot.tags(), (QStringList{"1", "1"}));
        QCOMPARE(plot.plot().xAxis->range().upper, 100.0); // the ghost goes on outside of the plot
        QCOMPARE(plot.plot().yAxis->range().upper, 2.0);
        const auto data = plot.plot().graph(8)->data(); // behind the four of each curve
        QCOMPARE(data->at(0)->value, 5.0);
        QCOMPARE(plot.plot().graph(8)->layer()->name(), QStringLiteral("ghosts"));
        QVERIFY(plot.plot().layer("ghosts")->index() < plot.plot().layer("main")->index());
    }

    /// Axes are those of the present run, whatever the runs before it did.
    void ghostsNeverWidenTheAxes_data()
    {
        QTest::addColumn<int>("iterations");
        QTest::addColumn<float>("value");
        QTest::newRow("diverged") << 60 << 3e25f;
        QTest::newRow("long") << 200'000 << 1.5f;
        QTest::newRow("long and diverged") << 200'000 << -3e25f;
    }

    void ghostsNeverWidenTheAxes()
    {
        QFETCH(int, iterations);
        QFETCH(float, value);
        for (const bool logarithmic : {false, true}) {
            Plot plot, alone;
            plot.run(iterations, value, 1);
            plot.keep(17, 1);
            for (Plot* each : {&plot, &alone}) {
                each->setLogarithmicValues(logarithmic);
                each->run(100, 2, 1);
            }
            QCOMPARE(plot.plot().xAxis->range(), alone.plot().xAxis->range());
            QCOMPARE(plot.plot().yAxis->range(), alone.plot().yAxis->range());
            plot.followNewest();
            alone.followNewest();
            plot.toImage();
            alone.toImage();
            QCOMPARE(plot.plot().xAxis->range(), alone.plot().xAxis->range());
            QCOMPARE(plot.plot().yAxis->range(), alone.plot().yAxis->range());
        }
    }

    void beforeItsFirstIterationARunShowsThoseBefore()
    {
        Plot plot;
        plot.run(400, 5, 1);
        plot.keep(17, 1);
        QCOMPARE(plot.plot().xAxis->range().upper, 400.0);
        QVERIFY(plot.plot().yAxis->range().contains(5));
    }

    void ghostIsReadWithTheCurves()
    {
        Plot plot;
        plot.run(400, 5, 1);
        plot.keep(17, 2);
        plot.run(100, 2, 3);
        QCOMPARE(plot.readout(50),
                 (QStringList{"iteration 50", "A 2.000", "B 3.000", "run 2 A 5.000", "run 2 B 1.000"}));
        QCOMPARE(plot.readout(300), (QStringList{"iteration 300", "run 2 A 5.000", "run 2 B 1.000"}));
    }

    void hiddenGhostLeavesNoTrace()
    {
        Plot plot;
        plot.run(400, 5, 1);
        plot.keep(17, 1);
        plot.run(100, 2, 1);
        const QImage both = plot.toImage();
        plot.setGhostVisible(17, false);
        const QImage without = plot.toImage();
        QCOMPARE(plot.legendTexts(), (QStringList{"A", "B"}));
        QVERIFY(plot.tags().isEmpty());
        QCOMPARE(plot.plot().xAxis->range().upper, 100.0);
        QCOMPARE(plot.readout(50).size(), 3);
        plot.setGhostVisible(17, true);
        QCOMPARE(plot.toImage(), both);
        plot.removeGhost(17);
        QCOMPARE(plot.toImage(), without);
        QCOMPARE(plot.plot().graphCount(), 8);
    }

    void threeGhostsInTheirOrder()
    {
        Plot plot;
        for (const int number : {3, 1, 2}) {
            plot.run(20, float(number), 0.5);
            plot.keep(std::uint64_t(number), number);
        }
        QCOMPARE(plot.legendTexts(), (QStringList{"A", "B", "run 1", "run 2", "run 3"}));
        const auto places = plot.plot().findChild<EndTags*>()->places();
        QCOMPARE(places.size(), std::size_t(6));
        for (std::size_t i = 0; i < places.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!places[i].intersects(places[j]));
    }

    void newGhostTakesTheNumberOfAnOldOne()
    {
        Plot plot;
        plot.run(20, 5, 1);
        plot.keep(1, 2);
        plot.run(20, 3, 1);
        plot.keep(2, 2);
        QCOMPARE(plot.legendTexts(), (QStringList{"A", "B", "run 2"}));
        QCOMPARE(plot.readout(10).at(1), QStringLiteral("run 2 A 3.000"));
    }

    /// Qt would draw billions of dashes.
    void deepZoomDrawsNoEndlessDashes()
    {
        Plot plot;
        plot.append(rows(400, 1e20f, 1));
        plot.append(rows(400, -1e20f, 1));
        plot.keep(1, 2);
        QVERIFY(plot.plot().graph(8)->pen().style() != Qt::SolidLine);
        plot.plot().yAxis->setRange(0, 1);
        plot.toImage();
        QCOMPARE(plot.plot().graph(8)->pen().style(), Qt::SolidLine);
        QVERIFY(plot.plot().graph(9)->pen().style() != Qt::SolidLine);
    }

    /// The read-out leaves values of earlier runs out before it would cover a curve.
    void theReadoutStaysAboveTheCurves()
    {
        QWidget plot;
        plot.resize(400, 200);
        HoverReadout readout(&plot);
        std::vector<HoverLine> lines = {{QStringLiteral("iteration"), QStringLiteral("1 000"), Qt::black}};
        for (const char* name : {"D(x)", "D(G(z)) before", "D(G(z)) after"})
            lines.push_back({QLatin1String(name), QStringLiteral("0.512"), Qt::black});
        for (int run = 1; run <= 3; ++run)
            for (const char* name : {"D(x)", "D(G(z)) before", "D(G(z)) after"})
                lines.push_back({QStringLiteral("run %1 %2").arg(run).arg(QLatin1String(name)),
                                 QStringLiteral("0.512"), Qt::black, QStringLiteral(" to 0.9"), true});
        const int line = QFontMetrics(readout.font()).height();
        const QRect header(0, 0, 400, 3 * line), legend(0, line, 400, 2 * line);
        readout.show({0, 3 * line, 400, 100}, {legend, header}, 50, lines, HoverReadout::Detail::All);
        QVERIFY2(readout.table().bottom() <= header.bottom(), QByteArray::number(readout.table().bottom()));
        QVERIFY(readout.table().height() > 0);
    }

    void marksDoNotBecomeGhosts()
    {
        Plot plot, plain;
        plot.append(rows(40, 5, 1));
        plot.mark({20, "lr_g", 0.1});
        plot.keep(1, 1);
        plain.append(rows(40, 5, 1));
        plain.keep(1, 1);
        QCOMPARE(plot.toImage(), plain.toImage());
    }

    void emptyRunLeavesNoGhost()
    {
        Plot plot;
        plot.keep(1, 1);
        QCOMPARE(plot.legendTexts(), (QStringList{"A", "B"}));
    }

    void thinnedReadoutSaysWhatItStandsFor()
    {
        Plot plot;
        MetricRows many = rows(100'000, 1, 1);
        many.values[2 * 50'000] = 9;
        plot.append(many);
        plot.toImage();
        const QStringList lines = plot.readout(50'001);
        QVERIFY2(lines[0].contains(QStringLiteral(" – ")), qPrintable(lines[0]));
        QVERIFY2(lines[1].endsWith(QStringLiteral("(1.000 – 9.000)")), qPrintable(lines[1]));
        QCOMPARE(lines[2], QStringLiteral("B 1.000"));
    }

    void allPlotsAreReadAtOneIteration()
    {
        const Experiment& experiment = experimentNamed("density-1d");
        PlotSheet sheet(experiment, Theme::light());
        MetricRows made{std::make_shared<const MetricColumns>(
                            MetricColumns{"loss_d", "loss_g", "d_real", "d_fake_before", "d_fake_after",
                                          "accuracy_real", "accuracy_fake", "w1", "w1_floor"}),
                        1, std::vector<float>(9 * 300, 0.5f)};
        sheet.histories().append(made);
        sheet.resize(1400, 700); // wide enough for all of them
        sheet.show();
        QVERIFY(QTest::qWaitForWindowExposed(&sheet));
        std::vector<HistoryPlot*> histories;
        for (PlotView* view : sheet.plots())
            if (auto* history = dynamic_cast<HistoryPlot*>(view); history && history->isVisible())
                histories.push_back(history);
        QTRY_VERIFY(histories[0]->plot().xAxis->range().upper == 300);
        QCustomPlot& first = histories[0]->plot();
        QTest::mouseMove(&first, first.axisRect()->rect().center());
        for (HistoryPlot* history : histories)
            QTRY_VERIFY(history->findChild<HoverReadout*>()->isVisible());
        QTest::mouseMove(&first, QPoint(2, 2));
        for (HistoryPlot* history : histories)
            QTRY_VERIFY(!history->findChild<HoverReadout*>()->isVisible());
    }
};

QTEST_MAIN(TestHistoryGhosts)
#include "tst_history_ghosts.moc"
