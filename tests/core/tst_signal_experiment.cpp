#include "core/error.h"
#include "core/experiment.h"
#include "core/log_line.h"
#include "core/step_metrics.h"

#include <QTest>

using namespace gan;

namespace {

const Experiment& signalExperiment()
{
    return experimentNamed("signal");
}

/// Updates of D and of G that a preset's plan makes.
std::pair<std::int64_t, std::int64_t> plannedUpdates(const char* preset)
{
    const Experiment& experiment = signalExperiment();
    const Run run = experiment.planned(experiment.presetNamed(preset), experiment.preset(preset));
    checkEvents(run);
    std::int64_t d = 0, g = 0;
    for (std::int64_t i = 0; i < run.iterations; ++i) {
        d += run.settingsAt(i).integer("steps_d");
        g += run.settingsAt(i).integer("steps_g");
    }
    return {d, g};
}

using Updates = std::pair<std::int64_t, std::int64_t>;

std::optional<std::string> line(std::int64_t iteration, const std::vector<float>& row,
                                const char* batches = "fresh")
{
    static const MetricColumns columns = {"steps_d", "steps_g", "loss_d", "loss_g", "epoch"};
    Settings settings(signalExperiment());
    settings.setText("batch_per_iteration", batches);
    return signalExperiment().logLine({settings, iteration, 62.4, columns, row});
}

std::string refusal(const std::vector<std::pair<const char*, const char*>>& values)
{
    try {
        Settings settings(signalExperiment());
        for (const auto& [key, text] : values)
            settings.setText(key, text);
        settings.checkRules();
    } catch (const Error& error) {
        return plainText(error.text());
    }
    return {};
}

} // namespace

class TestSignalExperiment : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// The seed's numbers: ten epochs of 20 batches for D, one epoch for G, five epochs for both.
    void presetsMakeTheSeedsUpdates()
    {
        QCOMPARE(plannedUpdates("defaults"), Updates(100, 20));
        QCOMPARE(plannedUpdates("joint_one_batch"), Updates(500, 100));
        QCOMPARE(plannedUpdates("separate"), Updates(200, 20));
        QCOMPARE(plannedUpdates("original"), Updates(200, 20));
        QCOMPARE(plannedUpdates("momentum"), Updates(200, 20));
        QCOMPARE(plannedUpdates("feature_matching"), Updates(2400, 800)); // 50 epochs of 128 / 8 batches
    }

    /// A plan begins with its first stage's settings, so that D alone is alone from the first iteration on.
    void stagesBecomeEvents()
    {
        const Experiment& experiment = signalExperiment();
        Settings settings = experiment.preset("separate");
        settings.setText("seed", "7");
        const Run run = experiment.planned(experiment.presetNamed("separate"), settings);
        QCOMPARE(run.settings.integer("seed"), 7);
        QCOMPARE(run.settings.integer("steps_g"), 0);
        QCOMPARE(run.events.size(), std::size_t(2));
        QCOMPARE(run.events.front().iteration, 200);
        QCOMPARE(run.iterations, 220);
    }

    void linesHaveTheSeedsForm()
    {
        QCOMPARE(line(10, {1, 0, 1.4375f, kNoValue, 0.5f}).value(),
                 std::string("1m 2s (0 50%) 1.4375000000"));
        QCOMPARE(line(20, {1, 0, 1.25f, kNoValue, 1.0f}).value(), std::string("1m 2s (0 100%) 1.2500000000"));
        QCOMPARE(line(1, {5, 1, 1.375f, 0.666691f, 0.25f}).value(),
                 std::string("1m 2s (0 25%) 1.3750000000   0.666691"));
        QCOMPARE(line(3, {0, 1, kNoValue, 0.5f, 10.15f}).value(), std::string("1m 2s (10 15%) 0.5000000000"));
    }

    /// D alone: every ten batches; both: every five; G alone: each.
    void linesComeAsOftenAsTheSeeds()
    {
        QVERIFY(!line(9, {1, 0, 1, kNoValue, 0.45f}));
        QVERIFY(line(10, {1, 0, 1, kNoValue, 0.5f}));
        QVERIFY(line(2, {5, 0, 1, kNoValue, 0.5f}));
        QVERIFY(!line(4, {5, 1, 1, 1, 0.2f}, "one")); // five updates on one batch
        QVERIFY(line(5, {5, 1, 1, 1, 0.25f}, "one"));
    }

    void rulesSayWhatIsAllowed_data()
    {
        using Values = std::vector<std::pair<const char*, const char*>>;
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<int>("index");
        QTest::newRow("matrix") << QByteArray("teacher is a matrix of 1 x 2 numbers; it must have two rows")
                                << 0;
        QTest::newRow("start") << QByteArray("start_matrix is a matrix of 2 x 3 numbers") << 1;
        QTest::newRow("batch") << QByteArray("batch is 200 and vectors is 100") << 2;
        QTest::newRow("pairs of a file") << QByteArray("only a teacher's vectors have the noise") << 3;
        QTest::newRow("no network") << QByteArray("steps_d and steps_g are both 0") << 4;
        QTest::newRow("memory") << QByteArray("at most 20000000 are allowed") << 5;
        m_cases = {Values{{"teacher", "1 2"}},
                   Values{{"start_matrix", "1 2 3; 4 5 6"}},
                   Values{{"batch", "200"}},
                   Values{{"csv", "a.csv"}, {"feature_matching", "paired"}},
                   Values{{"steps_d", "0"}, {"steps_g", "0"}},
                   Values{{"axes", "10"}, {"vectors", "100000"}}};
    }
    void rulesSayWhatIsAllowed()
    {
        QFETCH(QByteArray, words);
        QFETCH(int, index);
        const std::string said = refusal(m_cases[static_cast<std::size_t>(index)]);
        QVERIFY2(said.find(words.toStdString()) != std::string::npos, said.c_str());
    }

private:
    std::vector<std::vector<std::pair<const char*, const char*>>> m_cases;
};

QTEST_GUILESS_MAIN(TestSignalExperiment)

#include "tst_signal_experiment.moc"
