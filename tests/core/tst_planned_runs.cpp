#include "core/experiment.h"
#include "core/settings/settings.h"

#include <QTest>

using namespace gan;

namespace {

const Experiment& experiment()
{
    return experimentNamed("signal");
}

} // namespace

class TestPlannedRuns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stagesFollowEachOther()
    {
        const Preset& separate = experiment().presetNamed("separate");
        const Run run = experiment().planned(separate, experiment().preset("separate"));
        QCOMPARE(run.iterations, 220);
        QCOMPARE(run.settings.integer("steps_d"), 1);
        QCOMPARE(run.settings.integer("steps_g"), 0);
        QCOMPARE(run.settingsAt(200).integer("steps_d"), 0);
        QCOMPARE(run.settingsAt(200).integer("steps_g"), 1);
    }

    void everyStageIsOfItsPreset()
    {
        const Preset& separate = experiment().presetNamed("separate");
        const Run run = experiment().planned(separate, experiment().preset("separate"));
        for (const std::int64_t iteration : {0, 200})
            QVERIFY(experiment().isOf(separate, run.settingsAt(iteration)));
        QVERIFY(!experiment().isOf(experiment().presetNamed("momentum"), run.settings));
        Settings other = run.settings;
        other.setText("lr_d", "0.5");
        QVERIFY(!experiment().isOf(separate, other));
    }

    void onlyANamedSeedCounts()
    {
        Settings settings(experiment());
        settings.setText("seed", "77");
        QVERIFY(experiment().isOf(experiment().presetNamed("defaults"), settings));
        QVERIFY(!experiment().isOf(experiment().presetNamed("joint_bad"), settings));
        QVERIFY(experiment().presetNamed("joint_bad").names("seed"));
        QVERIFY(!experiment().presetNamed("defaults").names("seed"));
    }

    void aPlanPausesAfterItsFirstStage()
    {
        const std::vector<PauseCondition> little = experiment().presetNamed("little").pauses();
        QCOMPARE(little.size(), std::size_t(2));
        QCOMPARE(little[0].kind, PauseCondition::Kind::AtIteration);
        QCOMPARE(little[0].value, 200.0);
        QCOMPARE(little[1].kind, PauseCondition::Kind::Crosses);
        QVERIFY(experiment().presetNamed("defaults").pauses().empty()); // one stage: its end is enough
    }
};

QTEST_APPLESS_MAIN(TestPlannedRuns)
#include "tst_planned_runs.moc"
