#include "core/step_metrics.h"
#include "tests/ui/ui_test.h"
#include "ui/plots/history/history_strip.h"
#include "ui/plots/qcp.h"

using namespace gan;

namespace {

StripSpec spec()
{
    return {{"sample", "Sample", "Help.", "iteration", "hill"},
            {"a", "b", "c"},
            "hill",
            ColorRole::Generated,
            "There are none."};
}

/// Rows with these values of the columns, from iteration `first` on; kNoValue where nothing was measured.
MetricRows rowsOf(const MetricColumns& columns, std::int64_t first, std::vector<float> values)
{
    return {std::make_shared<const MetricColumns>(columns), first, std::move(values)};
}

/// Two columns, 100 iterations, measured every tenth: all on `b` up to the fiftieth, then all on `a`.
MetricRows hopping()
{
    std::vector<float> values;
    for (int i = 1; i <= 100; ++i) {
        const bool isMeasured = i % 10 == 0;
        values.push_back(!isMeasured ? kNoValue : i <= 50 ? 0.f : 1.f);
        values.push_back(!isMeasured ? kNoValue : i <= 50 ? 1.f : 0.f);
    }
    return rowsOf({"a", "b"}, 1, std::move(values));
}

struct Desk {
    Desk()
        : strip(spec(), Theme::light())
    {
        strip.resize(600, 300);
        strip.show();
    }

    /// At this iteration and row, counted from 1.
    QColor colorAt(double iteration, int row)
    {
        strip.draw();
        const QImage image = strip.grab().toImage();
        auto* plot = strip.findChild<QCustomPlot*>();
        const QPoint at(qRound(plot->xAxis->coordToPixel(iteration)), qRound(plot->yAxis->coordToPixel(row)));
        return image.pixelColor(plot->mapTo(&strip, at));
    }

    HistoryStrip strip;
};

} // namespace

class TestHistoryStrip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init() { failOnWarnings(); }

    /// One row is full where the other is empty, and they change places.
    void hoppingIsSeen()
    {
        Desk desk;
        desk.strip.append(hopping());
        const Theme light = Theme::light();
        QCOMPARE(desk.colorAt(30, 2), light.color(ColorRole::Generated));
        QCOMPARE(desk.colorAt(30, 1), light.panel);
        QCOMPARE(desk.colorAt(80, 1), light.color(ColorRole::Generated));
        QCOMPARE(desk.colorAt(80, 2), light.panel);
    }

    /// A run has the first columns only.
    void rowsAreThoseOfTheRun()
    {
        Desk desk;
        desk.strip.append(hopping());
        desk.strip.draw();
        const QCPRange range = desk.strip.findChild<QCustomPlot*>()->yAxis->range();
        QCOMPARE(range.lower, 0.5);
        QCOMPARE(range.upper, 2.5);
    }

    void theReadOutSaysTheShare()
    {
        Desk desk;
        desk.strip.append(hopping());
        const auto lines = desk.strip.valuesAtPoint(72, 1.3);
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].value.contains(QStringLiteral("72")));
        QCOMPARE(lines[1].label, QStringLiteral("hill 1"));
        QVERIFY(lines[1].value.startsWith(QStringLiteral("100")));
        QVERIFY(desk.strip.valuesAtPoint(72, 1.7)[1].value.startsWith(QStringLiteral("0")));
        QCOMPARE(desk.strip.valuesAtPoint(5, 1)[1].value,
                 QStringLiteral("–")); // before the first measurement
    }

    void anotherRunMayHaveNone()
    {
        Desk desk;
        desk.strip.append(hopping());
        desk.strip.clear();
        QVERIFY(desk.strip.isEmpty());
        desk.strip.append(rowsOf({"other"}, 1, {0.5f}));
        QVERIFY(desk.strip.isEmpty());
        QVERIFY(desk.strip.valuesAtPoint(1, 1).size() < 2);
    }
};

QTEST_MAIN(TestHistoryStrip)
#include "tst_history_strip.moc"
