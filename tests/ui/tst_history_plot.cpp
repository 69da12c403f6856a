#include "core/experiment.h"
#include "tests/ui/ui_test.h"
#include "ui/pages/pages.h"
#include "ui/plots/history/history_plot.h"
#include "ui/plots/hover_readout.h"
#include "ui/plots/plot_marks.h"

#include <QSignalSpy>

#include <cmath>
#include <limits>
#include <map>
#include <numbers>
#include <set>

using namespace gan;

namespace {

constexpr float kNone = std::numeric_limits<float>::quiet_NaN();

HistorySpec spec()
{
    HistorySpec made{{"sample", "Sample", "Help.", "iteration", "value"},
                     {{{"a"}, "A", ColorRole::Real}, {{"a", "b"}, "mean", ColorRole::Generated}}};
    made.frame = [](const Settings&) { return HistoryFrame{{{1.5, "ideal"}, {2.5, "ideal"}}, {}}; };
    return made;
}

MetricRows rows(std::int64_t first, std::vector<float> values)
{
    return {std::make_shared<const MetricColumns>(MetricColumns{"a", "b"}), first, std::move(values)};
}

/// The graphs of a series are its smallest, its largest, its mean and its smoothed values.
QCPGraph* graph(HistoryPlot& view, int series, int which)
{
    return view.plot().graph(4 * series + which);
}

PlotMarks* marks(HistoryPlot& view)
{
    return view.plot().findChild<PlotMarks*>();
}

double highest(const QCPGraph* graph)
{
    double value = -std::numeric_limits<double>::infinity();
    for (const QCPGraphData& point : *graph->data())
        value = std::max(value, point.value);
    return value;
}

const HistorySpec& pageHistory(const char* id)
{
    const PageSpec& page = pageFor(experimentNamed("density-1d"));
    for (const RowSpec& row : page.rows)
        for (const TabSpec& tab : row.tabs)
            for (const PlotSpec& plot : tab.plots)
                if (const auto* history = std::get_if<HistorySpec>(&plot);
                    history && std::string_view(history->face.id) == id)
                    return *history;
    throw std::runtime_error(id);
}

} // namespace

class TestHistoryPlot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init() { failOnWarnings(); }

    void fewIterationsAreDrawnAsTheyAre()
    {
        HistoryPlot view(spec(), Theme::light());
        view.append(rows(1, {1, 3, 2, 4, 3, 5}));
        view.toImage();
        const auto data = graph(view, 0, 2)->data();
        QCOMPARE(data->size(), 3);
        QCOMPARE(data->at(1)->key, 2.0);
        QCOMPARE(data->at(1)->value, 2.0);
        QCOMPARE(graph(view, 1, 2)->data()->at(2)->value, 4.0); // mean of the columns
        QVERIFY(!graph(view, 0, 1)->visible());                 // no band where it would be a line
    }

    void spikeOfOneIterationStays()
    {
        HistoryPlot view(spec(), Theme::light());
        constexpr int kIterations = 1'000'000, kSpike = 543'210;
        std::vector<float> values(2 * kIterations, 0.25f);
        values[2 * kSpike] = 9;
        view.append(rows(1, std::move(values)));
        view.toImage();
        const QCPGraph* high = graph(view, 0, 1);
        QVERIFY(high->visible());
        QVERIFY(high->data()->size() < 3000);
        QCOMPARE(highest(high), 9.0);
        QCOMPARE(highest(graph(view, 0, 0)), 0.25);
        QVERIFY(highest(graph(view, 0, 2)) < 0.3); // the mean hardly sees it
        QVERIFY(view.plot().yAxis->range().contains(9));
    }

    void tenMillionIterationsStayDrawable()
    {
        HistoryPlot view(spec(), Theme::light());
        constexpr int kChunk = 100'000, kChunks = 100, kSpike = 7'654'321;
        for (int chunk = 0; chunk < kChunks; ++chunk) {
            std::vector<float> values(2 * kChunk, 0.25f);
            if (kSpike / kChunk == chunk)
                values[2 * (kSpike % kChunk)] = 9;
            view.append(rows(1 + std::int64_t(chunk) * kChunk, std::move(values)));
        }
        for (const bool logarithmic : {false, true}) {
            view.setLogarithmicIterations(logarithmic);
            view.toImage();
            const auto high = graph(view, 0, 1)->data();
            QVERIFY2(high->size() < 1300, qPrintable(QString::number(high->size())));
            QCOMPARE(highest(graph(view, 0, 1)), 9.0);
            const auto at = std::max_element(high->begin(), high->end(),
                                             [](const auto& a, const auto& b) { return a.value < b.value; });
            QVERIFY(std::abs(at->key - kSpike) < 0.02 * kSpike);
        }
        view.followNewest();
        view.toImage();
        QVERIFY(graph(view, 0, 2)->data()->size() <= HistoryPlot::kFollowed + 2);
    }

    void smoothedCurveStandsBeforeThePaleRawOne()
    {
        HistoryPlot view(spec(), Theme::light());
        view.append(rows(1, {0, 3, 1, 3, 1, 3}));
        view.toImage();
        QVERIFY(!graph(view, 0, 3)->visible());
        const QPen bold = graph(view, 0, 2)->pen();
        view.setSmoothing(0.5);
        view.toImage();
        QVERIFY(graph(view, 0, 3)->visible());
        QCOMPARE(graph(view, 0, 3)->pen(), bold);
        QVERIFY(graph(view, 0, 2)->pen().color().alpha() < 255);
        const auto average = graph(view, 0, 3)->data();
        QCOMPARE(average->at(0)->value, 0.0);     // debiased:
        QCOMPARE(average->at(1)->value, 2.0 / 3); // weights 1, 2
        QCOMPARE(average->at(2)->value, 6.0 / 7); // and 1, 2, 4
        QCOMPARE(graph(view, 0, 2)->data()->at(1)->value, 1.0);
        view.setSmoothing(0);
        view.toImage();
        QVERIFY(!graph(view, 0, 3)->visible());
        QCOMPARE(graph(view, 0, 2)->pen(), bold);
    }

    void ticksOfALogarithmicAxisAreRound()
    {
        HistoryPlot view(spec(), Theme::light());
        view.append(rows(1, {0.002f, 1, 70, 1, 1000, 1, 0.5, 1}));
        view.setLogarithmicValues(true);
        view.toImage();
        const QVector<double> ticks = view.plot().yAxis->tickVector();
        QVERIFY(ticks.size() >= 2 && ticks.size() <= 7);
        for (const double tick : ticks)
            QVERIFY(std::abs(std::log10(tick) - std::round(std::log10(tick))) < 1e-9);
        QCOMPARE(view.plot().yAxis->tickVectorLabels().size(), ticks.size());
    }

    /// On a narrow plot, where neighboring buckets are joined once more.
    void spikesStayOnANarrowPlot()
    {
        HistoryPlot view(spec(), Theme::light());
        std::vector<float> values(2 * 1'000'000, 0.25f);
        for (const int bucket : {500, 501, 502})
            values[static_cast<std::size_t>(2 * (bucket * 1024 + 5))] = static_cast<float>(bucket);
        view.append(rows(1, std::move(values)));
        view.resize(300, 200);
        view.show();
        QTRY_VERIFY(graph(view, 0, 1)->data()->size() > 0);
        QVERIFY(graph(view, 0, 1)->data()->size() < 600);
        QCOMPARE(highest(graph(view, 0, 1)), 502.0);
    }

    void spikeIsInThePicture()
    {
        HistoryPlot view(spec(), Theme::light());
        std::vector<float> values(2 * 100'000, 0.25f);
        values[2 * 50'000] = 9;
        view.append(rows(1, std::move(values)));
        const QImage image = view.toImage();
        const QRect area = view.plot().axisRect()->rect();
        const int x = 2 * area.center().x(),
                  y = 2 * area.center().y(); // pictures are twice as large as laid out
        int colored = 0;
        for (int column = x - 12; column <= x + 12; ++column)
            colored += image.pixelColor(column, y).saturation() > 20;
        QVERIFY(colored > 0);
    }

    void emptyCellsAreNoValues()
    {
        HistoryPlot view(spec(), Theme::light());
        view.append(rows(1, {1, kNone, kNone, 4, 3, 5}));
        view.toImage();
        QCOMPARE(graph(view, 0, 2)->data()->size(), 2); // iterations 1 and 3
        QCOMPARE(graph(view, 1, 2)->data()->size(), 2); // half a mean is no mean: the third alone, as a dash
        QCOMPARE(graph(view, 1, 2)->data()->at(0)->value, graph(view, 1, 2)->data()->at(1)->value);
    }

    void missingColumnDrawsNothing()
    {
        HistorySpec other = spec();
        other.series = {{{"c"}, "C", ColorRole::Real}};
        HistoryPlot view(other, Theme::light());
        view.append(rows(1, {1, 2}));
        view.toImage();
        QCOMPARE(graph(view, 0, 2)->data()->size(), 0);
    }

    void referenceLinesFollowTheSettings()
    {
        HistoryPlot view(spec(), Theme::light());
        view.setSettings(Settings(experimentNamed("density-1d")));
        view.append(rows(1, {1, 1}));
        view.toImage();
        QCOMPARE(marks(view)->levels.size(), std::size_t(2));
        QCOMPARE(marks(view)->levels[0].at, 1.5);
        QCOMPARE(marks(view)->levels[1].at, 2.5);
        QCOMPARE(marks(view)->levels[1].text, QStringLiteral("ideal"));
        QCOMPARE(view.legend().size(), std::size_t(3)); // two lines with one name are named once
        QCOMPARE(view.legend()[2].text, QStringLiteral("ideal"));
        QVERIFY(view.plot().yAxis->range().contains(2.5));
    }

    void changesAreMarked()
    {
        HistoryPlot view(spec(), Theme::light());
        view.setSettings(Settings(experimentNamed("density-1d")));
        view.append(rows(1, std::vector<float>(20, 1)));
        view.mark({4, "lr_g", 0.001});
        view.toImage();
        QCOMPARE(marks(view)->moments.size(), std::size_t(1));
        QCOMPARE(marks(view)->moments[0].at, 4.0);
        QCOMPARE(marks(view)->flags().size(), std::size_t(1));
        view.clear();
        view.toImage();
        QVERIFY(marks(view)->moments.empty());
        QCOMPARE(graph(view, 0, 2)->data()->size(), 0);
    }

    /// Above the plot, in words of the screen, and read with the mouse.
    void flagsStandAboveThePlotAndAreReadWithTheMouse()
    {
        HistoryPlot view(spec(), Theme::light());
        view.setSettings(Settings(experimentNamed("density-1d")));
        view.append(rows(1, std::vector<float>(2 * 3000, 1)));
        view.mark({600, "steps_g", std::int64_t(0)});
        view.mark({2000, "lr_g", 0.002});
        view.mark({2001, "loss", std::string("non_saturating")});
        view.mark({2002, "loss", std::string("hinge")});
        view.resize(400, 200);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QTRY_COMPARE(view.plot().xAxis->range().upper, 3000.0);
        const QRect area = view.plot().axisRect()->rect();
        const auto flags = marks(view)->flags();
        QCOMPARE(flags.size(), std::size_t(2));
        for (const MomentFlag& flag : flags)
            QVERIFY(marks(view)->placeOf(flag).bottom() <= area.top());
        for (const PlotMoment& moment : marks(view)->moments)
            QVERIFY2(!moment.what.contains(QLatin1Char('_')) && !moment.value.contains(QLatin1Char('_')),
                     qPrintable(moment.what + moment.value));
        for (const MomentFlag& flag : flags) {
            QTest::mouseMove(&view.plot(), marks(view)->placeOf(flag).center().toPoint());
            QTRY_VERIFY(view.findChild<HoverReadout*>()->isVisible());
            QVERIFY(!marks(view)->textAt(marks(view)->placeOf(flag).center().x()).isEmpty());
        }
        QVERIFY2(marks(view)->textAt(flags[0].pole).endsWith(QStringLiteral(": 0 at 600")),
                 qPrintable(marks(view)->textAt(flags[0].pole)));
        QVERIFY2(marks(view)->textAt(flags[1].pole).startsWith(QStringLiteral("3 changes at ")),
                 qPrintable(marks(view)->textAt(flags[1].pole)));
    }

    /// What is read is not covered by what is said of it.
    void readoutLeavesTheCurvesInSight()
    {
        for (const char* id : {"losses", "accuracy", "w1", "discriminator_outputs"}) {
            HistoryPlot view(pageHistory(id), Theme::light());
            view.setSettings(Settings(experimentNamed("density-1d")));
            MetricRows many{std::make_shared<const MetricColumns>(
                                MetricColumns{"loss_d", "loss_g", "d_real", "d_fake_before", "d_fake_after",
                                              "accuracy_real", "accuracy_fake", "w1", "w1_floor"}),
                            1, std::vector<float>(9 * 5000)};
            for (std::size_t i = 0; i < many.values.size(); ++i)
                many.values[i] = float(i % 7) / 7;
            view.append(many);
            view.resize(400, 200);
            view.show();
            QVERIFY(QTest::qWaitForWindowExposed(&view));
            QTRY_COMPARE(view.plot().xAxis->range().upper, 5000.0);
            const QRect area = view.plot().axisRect()->rect();
            for (const double across : {0.1, 0.5, 0.9}) {
                QTest::mouseMove(&view.plot(), {area.left() + int(across * area.width()), area.center().y()});
                auto* readout = view.findChild<HoverReadout*>();
                QTRY_VERIFY(readout->isVisible());
                QVERIFY2(!readout->table().intersects(area.adjusted(0, 8, 0, 0)), id);
            }
        }
    }

    /// A low plot has no line for the name of its axis, and no legend of two lines for what lines mean.
    void lowPlotGivesItsRoomToTheCurves()
    {
        HistoryPlot view(pageHistory("discriminator_outputs"), Theme::light());
        view.setSettings(Settings(experimentNamed("density-1d")));
        view.append(
            {std::make_shared<const MetricColumns>(MetricColumns{"d_real", "d_fake_before", "d_fake_after"}),
             1, std::vector<float>(3 * 3000, 0.4f)});
        view.show();
        const auto axesAt = [&view](QSize size) {
            view.resize(size);
            view.plot().replot();
            return view.plot().axisRect()->height();
        };
        const int low = axesAt({272, 200});
        QVERIFY2(low > 200 / 2, qPrintable(QString::number(low)));
        QVERIFY(view.plot().xAxis->label().isEmpty());
        QCOMPARE(view.plot().xAxis->tickVectorLabels().filter(QStringLiteral("iteration")).size(), 1);
        axesAt({500, 400});
        QCOMPARE(view.plot().xAxis->label(), QStringLiteral("iteration"));
        QVERIFY(view.plot().xAxis->tickVectorLabels().filter(QStringLiteral("iteration")).isEmpty());
    }

    /// Two curves for what jumps in each iteration: calm means with pale bands, and no curve hides another.
    void accuracyIsTwoCalmCurves()
    {
        const HistorySpec& accuracy = pageHistory("accuracy");
        QCOMPARE(accuracy.series.size(), std::size_t(2));
        HistoryPlot view(accuracy, Theme::light());
        MetricRows made{
            std::make_shared<const MetricColumns>(MetricColumns{"accuracy_real", "accuracy_fake"}), 1,
            std::vector<float>(2 * 3000)};
        for (std::size_t i = 0; i < made.values.size(); ++i)
            made.values[i] = i / 2 % 2 ? 0.9f : 0.3f;
        view.append(made);
        view.resize(400, 200);
        view.show();
        QTRY_VERIFY(graph(view, 0, 2)->data()->size() > 0);
        double wander = 0, before = 0.6;
        for (const QCPGraphData& point : *graph(view, 0, 2)->data()) {
            wander = std::max(wander, std::abs(point.value - before));
            before = point.value;
        }
        QVERIFY2(wander < 0.1, qPrintable(QString::number(wander))); // the mean is calm,
        QVERIFY(graph(view, 0, 2)->data()->size() < 100);
        QCOMPARE(float(highest(graph(view, 0, 1))), 0.9f); // and the band has the extremes
        QVERIFY(graph(view, 0, 1)->pen().color().alpha() < 60);
    }

    void noAnswerOfDHidesAnother()
    {
        const HistorySpec& outputs = pageHistory("discriminator_outputs");
        QCOMPARE(outputs.series.size(), std::size_t(3));
        QVERIFY(!outputs.series[1].dashed && outputs.series[2].dashed); // dashes before a line show both
        QVERIFY(outputs.series[1].color != outputs.series[2].color);
        HistoryPlot view(outputs, Theme::light());
        MetricRows made{
            std::make_shared<const MetricColumns>(MetricColumns{"d_real", "d_fake_before", "d_fake_after"}),
            1, std::vector<float>(3 * 3000, 0.4f)};
        view.append(made);
        const QImage image = view.toImage();
        const auto y = int(2 * view.plot().yAxis->coordToPixel(0.4));
        int before = 0, after = 0;
        for (int x = 300; x < 1400; ++x) {
            const QColor pixel = image.pixelColor(x, y);
            before += pixel == Theme::light().generated;
            after += pixel == Theme::light().generator;
        }
        QVERIFY2(before > 200 && after > 200, qPrintable(QStringLiteral("%1 %2").arg(before).arg(after)));
    }

    void oneThingHasOneName()
    {
        for (const char* experiment : {"density-1d", "signal", "faces"}) {
            const PageSpec& page = pageFor(experimentNamed(experiment));
            std::map<std::string, std::set<std::string>> names;
            for (const NumberSpec& number : page.numbers)
                names[number.names.front()].insert(number.label);
            for (const RowSpec& row : page.rows)
                for (const TabSpec& tab : row.tabs)
                    for (const PlotSpec& plot : tab.plots)
                        if (const auto* history = std::get_if<HistorySpec>(&plot))
                            for (const HistorySeries& series : history->series)
                                if (std::string_view(series.columns.front()).starts_with("d_fake"))
                                    names[series.columns.front()].insert(series.label);
            QCOMPARE(names.at("d_fake_before"), std::set<std::string>{"D(G(z)) before"});
            QCOMPARE(names.at("d_fake_after"), std::set<std::string>{"D(G(z)) after"});
        }
    }

    void newestIterationIsInSightUntilSomebodyZooms()
    {
        HistoryPlot view(spec(), Theme::light());
        view.append(rows(1, std::vector<float>(200, 1)));
        view.toImage();
        QCOMPARE(view.plot().xAxis->range().upper, 100.0);
        Q_EMIT view.plot().mouseWheel(nullptr); // as QCustomPlot tells of a zoom
        view.plot().xAxis->setRange(10, 20);
        view.append(rows(101, std::vector<float>(200, 1)));
        view.toImage();
        QCOMPARE(view.plot().xAxis->range(), QCPRange(10, 20));
        view.showAll();
        view.toImage();
        QCOMPARE(view.plot().xAxis->range().upper, 200.0);
    }

    void equilibriumOfTheLosses_data()
    {
        QTest::addColumn<QByteArray>("changes");
        QTest::addColumn<QList<double>>("levels");
        const double ln2 = std::numbers::ln2;
        QTest::newRow("non-saturating") << QByteArray() << QList<double>{2 * ln2, ln2};
        QTest::newRow("minimax") << QByteArray("loss=minimax") << QList<double>{2 * ln2, -ln2};
        QTest::newRow("hinge") << QByteArray("loss=hinge") << QList<double>{2};
        QTest::newRow("sum") << QByteArray("reduction=sum batch=100") << QList<double>{200 * ln2, 100 * ln2};
        QTest::newRow("two sigmoids") << QByteArray("head=seed_sigmoid") << QList<double>{};
    }

    void equilibriumOfTheLosses()
    {
        QFETCH(QByteArray, changes);
        QFETCH(QList<double>, levels);
        Settings settings(experimentNamed("density-1d"));
        for (const QByteArray& change : changes.split(' '))
            if (const auto equals = change.indexOf('='); equals > 0)
                settings.setText(change.left(equals).toStdString(), change.mid(equals + 1).toStdString());
        const HistoryFrame frame = pageHistory("losses").frame(settings);
        QCOMPARE(qsizetype(frame.lines.size()), levels.size());
        for (qsizetype i = 0; i < levels.size(); ++i)
            QCOMPARE(frame.lines[static_cast<std::size_t>(i)].value, levels[i]);
    }

    void middleOfDOnlyWhereItMeansSomething()
    {
        Settings settings(experimentNamed("density-1d"));
        const auto& frame = pageHistory("discriminator_outputs").frame;
        QCOMPARE(frame(settings).lines.at(0).value, 0.5);
        QVERIFY(frame(settings).yRange == (Interval{0, 1}));
        settings.set("loss", std::string("wasserstein_gp"));
        QVERIFY(frame(settings).lines.empty());
        QVERIFY(!frame(settings).yRange);
    }
};

QTEST_MAIN(TestHistoryPlot)
#include "tst_history_plot.moc"
