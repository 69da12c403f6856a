#include "core/experiment.h"
#include "tests/ui/ui_test.h"
#include "ui/pages/pages.h"
#include "ui/plots/history_plot.h"
#include "ui/plots/plot_marks.h"

#include <QSignalSpy>

#include <cmath>
#include <limits>
#include <numbers>

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

    /// On a narrow plot, where neighbouring buckets are joined once more.
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
        int coloured = 0;
        for (int column = x - 12; column <= x + 12; ++column)
            coloured += image.pixelColor(column, y).saturation() > 20;
        QVERIFY(coloured > 0);
    }

    void emptyCellsAreNoValues()
    {
        HistoryPlot view(spec(), Theme::light());
        view.append(rows(1, {1, kNone, kNone, 4, 3, 5}));
        view.toImage();
        QCOMPARE(graph(view, 0, 2)->data()->size(), 2); // iterations 1 and 3
        QCOMPARE(graph(view, 1, 2)->data()->size(), 1); // half a mean is no mean
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
        QCOMPARE(view.legend().size(), std::size_t(2)); // the lines carry their names themselves
        QVERIFY(view.plot().yAxis->range().contains(2.5));
    }

    void changesAreMarked()
    {
        HistoryPlot view(spec(), Theme::light());
        view.append(rows(1, std::vector<float>(20, 1)));
        view.mark({4, "lr_g", 0.001});
        view.toImage();
        QCOMPARE(marks(view)->moments.size(), std::size_t(1));
        QCOMPARE(marks(view)->moments[0].at, 4.0);
        QCOMPARE(marks(view)->labels().at(0).text, QStringLiteral("lr_g 0.001"));
        view.clear();
        view.toImage();
        QVERIFY(marks(view)->moments.empty());
        QCOMPARE(graph(view, 0, 2)->data()->size(), 0);
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
