#include "core/error.h"
#include "core/experiment.h"
#include "core/run.h"

#include <QTest>

using namespace gan;

namespace {

Settings with(Settings settings, const char* key, const char* text)
{
    settings.setText(key, text);
    return settings;
}

const Settings kDefaults(experimentNamed("density-1d"));

} // namespace

class TestRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aChangeHoldsFromItsIterationOn()
    {
        Run run{kDefaults};
        run.noteChange(10, with(kDefaults, "lr_d", "0.5"));
        QCOMPARE(run.settingsAt(9).number("lr_d"), 0.01);
        QCOMPARE(run.settingsAt(10).number("lr_d"), 0.5);
        QCOMPARE(run.settingsAt(11).number("lr_d"), 0.5);
    }

    void onlyWhatChangedIsNoted()
    {
        Run run{kDefaults};
        const Settings first = with(kDefaults, "lr_d", "0.5");
        run.noteChange(10, first);
        run.noteChange(20, with(first, "batch", "64"));
        QCOMPARE(run.events, (std::vector<Event>{{10, "lr_d", 0.5}, {20, "batch", std::int64_t{64}}}));
    }

    void aChangeTakenBackBeforeAStepLeavesNothing()
    {
        Run run{kDefaults};
        run.noteChange(10, with(kDefaults, "lr_d", "0.5"));
        run.noteChange(10, kDefaults);
        QVERIFY(run.events.empty());
    }

    void eventsAreChecked_data()
    {
        QTest::addColumn<qint64>("iteration");
        QTest::addColumn<QString>("key");
        QTest::addColumn<double>("number");
        QTest::addColumn<bool>("fine");
        QTest::addRow("fine") << qint64{60} << "lr_d" << 0.1 << true;
        QTest::addRow("same iteration") << qint64{50} << "lr_g" << 0.1 << true;
        QTest::addRow("back in time") << qint64{40} << "lr_g" << 0.1 << false;
        QTest::addRow("restart") << qint64{60} << "seed" << 2.0 << false;
        QTest::addRow("unknown") << qint64{60} << "lr" << 0.1 << false;
        QTest::addRow("range") << qint64{60} << "lr_d" << 100.0 << false;
        QTest::addRow("rule") << qint64{60} << "steps_g" << 0.0 << false;
    }

    void eventsAreChecked()
    {
        QFETCH(qint64, iteration);
        QFETCH(QString, key);
        QFETCH(double, number);
        QFETCH(bool, fine);
        const bool whole = key == QLatin1String("seed") || key == QLatin1String("steps_g");
        const SettingValue value =
            whole ? SettingValue(static_cast<std::int64_t>(number)) : SettingValue(number);
        Run run{kDefaults, {{50, "steps_d", std::int64_t{0}}, {iteration, key.toStdString(), value}}, 100};
        if (fine)
            checkEvents(run);
        else
            QVERIFY_THROWS_EXCEPTION(Error, checkEvents(run));
    }

    void aRuleMayBreakInTheMiddleOfOneIteration()
    {
        checkEvents({with(kDefaults, "steps_d", "0"),
                     {{5, "steps_g", std::int64_t{0}}, {5, "steps_d", std::int64_t{1}}},
                     10});
    }

    void theLogOfTheDensityNamesBothMeasurements()
    {
        const Experiment& density = experimentNamed("density-1d");
        const Settings settings(density);
        const MetricColumns columns{"loss_d", "loss_g", "d_real", "d_fake_before", "d_fake_after"};
        const std::vector<float> row{1.5f, 0.75f, 0.5f, 0.25f, 0.125f};
        const auto line = density.logLine({settings, 250, 1, columns, row});
        QVERIFY(line && line->ends_with("D(x): 0.5000  D(G(z)) before: 0.2500  D(G(z)) after: 0.1250"));
    }
};

QTEST_GUILESS_MAIN(TestRun)
#include "tst_run.moc"
