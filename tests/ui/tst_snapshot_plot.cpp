#include "tests/ui/ui_test.h"
#include "ui/plots/qcp.h"
#include "ui/plots/snapshot/cut_bars.h"
#include "ui/plots/snapshot/snapshot_plot.h"

#include <QSignalSpy>

using namespace gan;

namespace {

using enum SnapshotItem::Kind;

SnapshotSpec spec()
{
    return {{"sample", "Sample", "Help.", "x", "density"},
            {{Histogram, "real", "real", ColorRole::Real, false, 0.5},
             {Histogram, "generated", "generated", ColorRole::Generated},
             {Curve, "density", "density", ColorRole::Real, true},
             {Curve, "p_real", "P(real)", ColorRole::Discriminator, false, 0.5, "P(real)", Interval{0, 1}},
             {Curve, "score", "score", ColorRole::Discriminator, false, {}, "score of D"}}};
}

std::shared_ptr<Snapshot> snapshot()
{
    auto s = std::make_shared<Snapshot>();
    s->iteration = 7;
    s->addAll<gan::Histogram>(
        {{"real", 0, 10, {10, 30, 40, 20}, 0, 0}, {"generated", 0, 10, {5, 15, 0, 0}, 80, 0}});
    s->addAll<gan::Curve>(
        {{"density", {0, 5, 10}, {0.01, 0.27, 0.01}}, {"p_real", {0, 5, 10}, {0.1, 0.6, 0.2}}});
    return s;
}

/// A plot on screen that has drawn what it was given.
struct Shown {
    explicit Shown(std::shared_ptr<const Snapshot> s)
        : view(spec(), Theme::light())
    {
        view.resize(500, 400);
        view.show();
        give(std::move(s));
    }
    void give(std::shared_ptr<const Snapshot> s)
    {
        QSignalSpy drawn(&view.plot(), &QCustomPlot::afterReplot);
        view.setSnapshot(std::move(s));
        QVERIFY(drawn.wait());
    }
    template <class Plottable>
    Plottable* at(int index)
    {
        std::vector<Plottable*> found;
        for (int i = 0; i < view.plot().plottableCount(); ++i)
            if (auto* p = dynamic_cast<Plottable*>(view.plot().plottable(i)))
                found.push_back(p);
        return found.at(static_cast<std::size_t>(index));
    }
    QStringList legend()
    {
        QStringList texts;
        for (const LegendEntry& entry : view.legend())
            texts.append(entry.text);
        return texts;
    }
    QStringList outside()
    {
        QStringList texts;
        for (int i = 0; i < view.plot().itemCount(); ++i)
            if (auto* text = dynamic_cast<QCPItemText*>(view.plot().item(i)); text && text->visible())
                texts.append(text->text());
        return texts;
    }

    SnapshotPlot view;
};

void removeCurves(Snapshot& snapshot)
{
    std::erase_if(snapshot.parts, [](const Part& part) { return std::holds_alternative<gan::Curve>(part); });
}

} // namespace

class TestSnapshotPlot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init() { failOnWarnings(); }

    void curvesAreTheSnapshots()
    {
        Shown shown(snapshot());
        const auto data = shown.at<QCPGraph>(0)->data();
        QCOMPARE(data->size(), 3);
        const std::vector<double> x = {0, 5, 10}, y = {0.01, 0.27, 0.01};
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(data->at(i)->key, x[static_cast<std::size_t>(i)]);
            QCOMPARE(data->at(i)->value, y[static_cast<std::size_t>(i)]);
        }
    }

    /// Bars are densities of all samples: area inside plus share outside is 1.
    void barsAreNormalizedByAllSamples()
    {
        Shown shown(snapshot());
        for (const auto& [index, outside] : {std::pair{0, 0.0}, std::pair{1, 0.8}}) {
            const QCPBars* bars = shown.at<QCPBars>(index);
            double area = 0;
            for (const QCPBarsData& bar : *bars->data())
                area += bar.value * bars->width();
            QCOMPARE(area + outside, 1.0);
        }
        QCOMPARE(shown.at<QCPBars>(0)->width(), 2.5);
        QCOMPARE(shown.at<QCPBars>(0)->data()->at(0)->key, 1.25); // in the middle of its bin
    }

    void shareOutsideIsSaid()
    {
        Shown shown(snapshot());
        QCOMPARE(shown.outside(), QStringList{QStringLiteral("‹ generated: 80\u00a0% below 0")});
        auto high = snapshot();
        std::get<gan::Histogram>(high->parts[1]).below = 0;
        std::get<gan::Histogram>(high->parts[1]).above = 80;
        shown.give(high);
        QCOMPARE(shown.outside(), QStringList{QStringLiteral("generated: 80\u00a0% above 10 ›")});
        high = snapshot();
        std::get<gan::Histogram>(high->parts[1]).below = 0;
        shown.give(high);
        QCOMPARE(shown.outside(), QStringList());
    }

    void whatIsMissingLeavesNoTrace()
    {
        Shown shown(snapshot());
        QCOMPARE(shown.legend(), (QStringList{"real", "generated", "density", "P(real)"}));
        QVERIFY(shown.view.plot().yAxis2->visible());
        QCOMPARE(shown.view.plot().yAxis2->label(), QStringLiteral("P(real)"));
        QCOMPARE(shown.view.plot().yAxis2->range(), QCPRange(0, 1));
        auto without = snapshot();
        removeCurves(*without);
        shown.give(without);
        QCOMPARE(shown.legend(), (QStringList{"real", "generated"}));
        QVERIFY(!shown.view.plot().yAxis2->visible());
        QVERIFY(!shown.at<QCPGraph>(0)->visible());
    }

    void scoresHaveTheirOwnAxisAndNoMiddle()
    {
        auto scores = snapshot();
        removeCurves(*scores);
        scores->addAll<gan::Curve>({{"score", {0, 5, 10}, {-3, 4, -2}}});
        Shown shown(scores);
        QCOMPARE(shown.view.plot().yAxis2->label(), QStringLiteral("score of D"));
        QVERIFY(shown.view.plot().yAxis2->range().contains(-3));
        QVERIFY(shown.view.plot().yAxis2->range().contains(4));
        int middles = 0;
        for (int i = 0; i < shown.view.plot().itemCount(); ++i)
            middles += dynamic_cast<QCPItemStraightLine*>(shown.view.plot().item(i)) &&
                       shown.view.plot().item(i)->visible();
        QCOMPARE(middles, 1); // that of the histogram; the curve's went with the curve
    }

    void everythingIsInSight()
    {
        Shown shown(snapshot());
        QCOMPARE(shown.view.plot().xAxis->range(), QCPRange(0, 10));
        QVERIFY(shown.view.plot().yAxis->range().contains(0.27));
        QCOMPARE(shown.view.plot().yAxis->range().lower, 0.0);
    }

    /// While G spreads, the real distribution stays where it is; tall bars are cut with a sign.
    void realDistributionStaysWhereItIs()
    {
        SnapshotSpec page = spec();
        page.items[2].setsHeight = true;
        SnapshotPlot view(page, Theme::light());
        view.resize(500, 400);
        view.show();
        std::optional<QCPRange> range;
        for (const std::int64_t tall : {1000, 300, 100, 30}) {
            auto s = snapshot();
            s->parts[1] = gan::Histogram{"generated", 0, 10, {0, tall, 1000 - tall, 0}, 0, 0};
            QSignalSpy drawn(&view.plot(), &QCustomPlot::afterReplot);
            view.setSnapshot(s);
            QVERIFY(drawn.wait());
            if (range)
                QCOMPARE(view.plot().yAxis->range(), *range);
            range = view.plot().yAxis->range();
            QVERIFY(range->contains(0.27) && range->upper < 3 * 0.27);
        }
        auto s = snapshot();
        s->parts[1] = gan::Histogram{"generated", 0, 1, {0, 1000, 0, 0}, 0, 0}; // a density of 4
        view.setSnapshot(s);
        auto* cuts = view.plot().findChild<CutBars*>();
        QTRY_COMPARE(cuts->groups.size(), std::size_t(1));
        QCOMPARE(cuts->groups[0].bars.highest, 4.0);
        QCOMPARE(cuts->groups[0].bars.from, 0.25);
        QCOMPARE(cuts->groups[0].bars.to, 0.5);
        QCOMPARE(cuts->labels().at(0).text, QStringLiteral("↑ 4.00"));
    }

    void neighborsAreCutTogether()
    {
        const gan::Histogram histogram{"h", 0, 6, {5, 9, 8, 1, 9, 0}, 0, 0};
        const auto groups = barsAbove(histogram, 7.0 / 32);
        QCOMPARE(groups.size(), std::size_t(2));
        QCOMPARE(groups[0].from, 1.0);
        QCOMPARE(groups[0].to, 3.0);
        QCOMPARE(groups[0].highest, 9.0 / 32);
        QCOMPARE(groups[1].from, 4.0);
    }

    void emptyAgain()
    {
        Shown shown(snapshot());
        shown.give(nullptr);
        QCOMPARE(shown.legend(), QStringList());
    }
};

QTEST_MAIN(TestSnapshotPlot)
#include "tst_snapshot_plot.moc"
