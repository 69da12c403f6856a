#include "core/experiment.h"
#include "core/session/training_session.h"
#include "tests/support/fake_trainer.h"
#include "tests/ui/ui_test.h"
#include "ui/pages/experiment_page.h"
#include "ui/pages/plot_sheet.h"
#include "ui/panels/readout_panel.h"
#include "ui/plots/history/history_plot.h"
#include "ui/plots/hover_readout.h"
#include "ui/plots/qcp.h"
#include "ui/window/main_window.h"
#include "ui/window/window_memory.h"

#include <QLabel>
#include <QPushButton>

#include <cmath>

using namespace gan;

namespace {

/// Columns as the real log has them: D learns in each iteration, G only outside of a pause, and the distance
/// is measured in each tenth iteration.
MetricRows rows(std::int64_t first, int count, std::int64_t gapFrom, std::int64_t gapTo)
{
    MetricRows made{
        std::make_shared<const MetricColumns>(MetricColumns{"steps_d", "steps_g", "loss_d", "loss_g", "w1"}),
        first,
        {}};
    for (std::int64_t i = first; i < first + count; ++i) {
        const bool rests = gapFrom <= i && i <= gapTo;
        const float value = i < gapFrom ? 1.0f : 3.0f;
        made.values.insert(made.values.end(),
                           {1, rests ? 0.0f : 1.0f, 2, rests ? kNoValue : value, i % 10 ? kNoValue : 5.0f});
    }
    return made;
}

const HistorySpec& spec()
{
    static const HistorySpec made{
        {"sample", "Sample", "Help.", "iteration", "value"},
        {{{"loss_g"}, "G", ColorRole::Generator}, {{"w1"}, "W1", ColorRole::Plain}}};
    return made;
}

struct Plot : HistoryPlot {
    Plot()
        : HistoryPlot(spec(), Theme::light())
    {
    }
    QStringList readout(double x) const
    {
        QStringList lines;
        for (const HoverLine& line : valuesAt(x))
            lines.append(line.label + QLatin1Char(' ') + line.value);
        return lines;
    }
};

/// Whether the line of a graph connects points left of `from` and right of `to`.
bool crosses(const QCPGraph& graph, double from, double to)
{
    const QCPGraphData* before = nullptr;
    for (const QCPGraphData& point : *graph.data()) {
        if (before && !std::isnan(before->value) && !std::isnan(point.value) && before->key < from &&
            to < point.key)
            return true;
        before = &point;
    }
    return false;
}

bool hasPoints(const QCPGraph& graph, double from, double to)
{
    return std::any_of(graph.data()->begin(), graph.data()->end(), [&](const QCPGraphData& point) {
        return from < point.key && point.key < to && !std::isnan(point.value);
    });
}

bool isGray(const QLabel* value)
{
    return value->foregroundRole() == QPalette::PlaceholderText;
}

} // namespace

class TestFrozenNetwork : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init() { failOnWarnings(); }

    void curveHasAGap_data()
    {
        QTest::addColumn<int>("length");
        QTest::addColumn<double>("smoothing");
        QTest::newRow("as it is") << 100 << 0.0;
        QTest::newRow("smoothed") << 100 << 0.9;
        QTest::newRow("thinned") << 200'000 << 0.0;
        QTest::newRow("thinned and smoothed") << 200'000 << 0.99;
    }

    void curveHasAGap()
    {
        QFETCH(int, length);
        QFETCH(double, smoothing);
        const std::int64_t from = length * 2 / 5, to = length * 3 / 5;
        Plot plot;
        plot.setSmoothing(smoothing);
        plot.append(rows(1, length, from, to));
        plot.toImage();
        for (int graph = 0; graph < 4; ++graph) { // smallest, largest, mean, smoothed
            QVERIFY2(!crosses(*plot.plot().graph(graph), double(from), double(to)),
                     qPrintable(QString::number(graph)));
            QVERIFY(!hasPoints(*plot.plot().graph(graph), from + 0.01 * length, to - 0.01 * length));
        }
        QVERIFY(hasPoints(*plot.plot().graph(2), 0, double(from)));
        QVERIFY(hasPoints(*plot.plot().graph(2), double(to), double(length)));
        QVERIFY(hasPoints(*plot.plot().graph(6), double(from), double(to))); // the distance goes on
        QCOMPARE(plot.readout(length / 2.0).filter(QStringLiteral("G ")), QStringList());
        QCOMPARE(plot.readout(length / 2.0).filter(QStringLiteral("W1 ")).size(), 1);
        QCOMPARE(plot.readout(length / 5.0).filter(QStringLiteral("G ")).size(), 1);
    }

    void ghostHasTheGapToo()
    {
        Plot plot;
        plot.append(rows(1, 100, 40, 60));
        plot.keepGhost(1, 1);
        plot.clear();
        plot.toImage();
        QVERIFY(!crosses(*plot.plot().graph(8), 40, 60));
    }

    void whatIsMeasuredNowAndThenIsJoined()
    {
        Plot plot;
        plot.append(rows(1, 100, 40, 60));
        plot.toImage();
        for (const QCPGraphData& point : *plot.plot().graph(6)->data())
            QVERIFY(!std::isnan(point.value));
    }

    /// D and G in turn, by hand: single values are seen too.
    void singleValuesAreDrawn()
    {
        Plot plot;
        for (int i = 1; i <= 9; ++i)
            plot.append(rows(i, 1, i % 2 ? 0 : i, i % 2 ? 0 : i));
        plot.toImage();
        int pieces = 0;
        const auto data = plot.plot().graph(2)->data();
        for (int i = 1; i < data->size(); ++i)
            pieces += !std::isnan(data->at(i - 1)->value) && !std::isnan(data->at(i)->value);
        QCOMPARE(pieces, 5);
    }

    /// In the window, with the button that lets only D learn.
    void windowShowsWhatRests()
    {
        auto probe = std::make_shared<FakeTrainerProbe>();
        TrainingSession session(fakeTrainerFactory(probe), Run{Settings(experimentNamed("density-1d"))});
        WindowMemory memory;
        MainWindow window(session, memory);
        window.resize(1280, 720);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_VERIFY(session.current().snapshot());
        session.setSpeedLimit(0);
        session.steps(Networks::Both, 3);
        QTRY_COMPARE(session.current().snapshot()->iteration, std::int64_t{3});
        const auto value = [&](const char* name) {
            return window.findChild<ReadoutPanel*>()->findChild<QLabel*>(QLatin1String(name));
        };
        QTRY_VERIFY(value("loss_g")->text() != QStringLiteral("–"));
        for (const char* name : {"loss_d", "loss_g", "updates_d", "updates_g", "d_fake_after"})
            QVERIFY(!isGray(value(name)));
        const QString before = value("loss_g")->text();
        QPushButton* onlyD = nullptr;
        for (QPushButton* button : window.findChildren<QPushButton*>())
            if (button->text() == QStringLiteral("D only"))
                onlyD = button;
        QVERIFY(onlyD);
        QTest::mouseClick(onlyD, Qt::LeftButton);
        QTRY_COMPARE(session.current().snapshot()->iteration, std::int64_t{4});
        for (const char* name : {"loss_g", "updates_g", "d_fake_after", "grad_norm_g"})
            QTRY_VERIFY2(isGray(value(name)), name);
        for (const char* name : {"loss_d", "updates_d", "d_real", "d_fake_before", "generated_mean"})
            QVERIFY2(!isGray(value(name)), name);
        QCOMPARE(value("loss_g")->text(), before); // the newest that there is
        session.steps(Networks::Both, 1);
        QTRY_COMPARE(session.current().snapshot()->iteration, std::int64_t{5});
        QTRY_VERIFY(!isGray(value("loss_g")));
    }
};

QTEST_MAIN(TestFrozenNetwork)
#include "tst_frozen_network.moc"
