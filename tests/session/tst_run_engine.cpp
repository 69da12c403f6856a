#include "core/experiment.h"
#include "core/session/run_engine.h"
#include "tests/support/fake_trainer.h"
#include "tests/support/views.h"

#include <QTest>

using namespace gan;

namespace {

const Settings kSettings(experimentNamed("density-1d"));

/// A run carried out by an engine of its own.
struct Carried {
    explicit Carried(Run plan)
        : record(std::make_shared<RunRecord>(7, std::move(plan)))
        , engine(trainer, record)
    {
    }
    void steps(int count, Networks networks = Networks::Both)
    {
        for (int i = 0; i < count; ++i)
            engine.step(networks);
    }
    std::vector<float> values() const
    {
        auto all = record->metrics().read(0, record->metrics().size()).values;
        for (float& value : all)
            value = std::isnan(value) ? -1000 : value; // NaN is unequal to itself
        return all;
    }

    std::shared_ptr<FakeTrainerProbe> probe = std::make_shared<FakeTrainerProbe>();
    FakeTrainer trainer{probe};
    std::shared_ptr<RunRecord> record;
    RunEngine engine;
};

} // namespace

class TestRunEngine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// A run that is put aside at the very iteration of a planned change goes on with that change.
    void goesOnAtAPlannedChange()
    {
        Run plan{kSettings};
        Settings changed = kSettings;
        changed.setText("lr_d", "0.5");
        plan.noteChange(10, changed);
        Carried whole(plan);
        whole.steps(20);
        Carried first(plan);
        first.steps(10);
        FakeTrainer trainer(first.probe);
        RunEngine second(trainer, SavedRun{first.record, first.engine.suspend()});
        for (int i = 0; i < 10; ++i)
            second.step();
        QCOMPARE(first.values(), whole.values());
        QCOMPARE(first.record->run(), whole.record->run());
    }

    void changesByHandRepeatFromTheRecord()
    {
        Carried byHand(Run{kSettings});
        byHand.steps(10);
        Settings changed = kSettings;
        changed.setText("lr_d", "0.5");
        byHand.engine.change(changed);
        byHand.steps(5);
        byHand.steps(3, Networks::DiscriminatorOnly);
        byHand.steps(2, Networks::GeneratorOnly);
        byHand.steps(40);

        Carried repeated(byHand.record->run());
        repeated.steps(static_cast<int>(byHand.engine.iteration()));
        QCOMPARE(repeated.values(), byHand.values());
        QCOMPARE(repeated.record->run(), byHand.record->run());
    }

    void onlyTheNamedNetworkLearns()
    {
        Carried carried(Run{kSettings});
        carried.steps(1, Networks::DiscriminatorOnly);
        carried.steps(1, Networks::GeneratorOnly);
        carried.steps(1);
        const MetricRows rows = carried.record->metrics().read(0, 3);
        const float expected[3][2] = {{5, 0}, {0, 1}, {5, 1}};
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(rows.row(i)[0], expected[i][0]);
            QCOMPARE(rows.row(i)[1], expected[i][1]);
        }
    }

    void aNetworkWithoutStepsMakesOneWhenItIsAskedAlone()
    {
        Settings frozen = kSettings;
        frozen.setText("steps_d", "0");
        QCOMPARE(settingsFor(Networks::DiscriminatorOnly, frozen).integer("steps_d"), 1);
        QCOMPARE(settingsFor(Networks::DiscriminatorOnly, frozen).integer("steps_g"), 0);
    }

    void measuresOnTheGrid()
    {
        Settings settings = kSettings;
        settings.setText("measure_every", "4");
        Carried carried(Run{settings});
        carried.steps(9);
        const MetricRows rows = carried.record->metrics().read(0, 9);
        const auto w1 = static_cast<std::size_t>(rows.column("w1"));
        for (int i = 0; i < 9; ++i)
            QCOMPARE(!std::isnan(rows.row(i)[w1]), (i + 1) % 4 == 0);
    }

    /// A distance is judged where the grid measures it, so a run that is repeated pauses there again. The
    /// column grows from row to row here.
    void aDistanceThatWorsensPausesOnTheGrid()
    {
        Settings settings = kSettings;
        settings.setText("measure_every", "4");
        for (int repeat = 0; repeat < 2; ++repeat) {
            Carried carried(Run{settings});
            carried.engine.pauseWhen({{PauseCondition::Kind::Worsens, "generated_mean", 0.5}});
            while (!carried.engine.pauseReason())
                carried.steps(1);
            QCOMPARE(carried.engine.iteration(), std::int64_t{8});
        }
    }

    void aHandOnTheSlidersEndsThePlan()
    {
        Carried carried(Run{kSettings, {{2, "lr_d", 0.5}, {8, "lr_d", 0.25}}, 20});
        carried.steps(4);
        Settings changed = kSettings;
        changed.setText("lr_g", "0.125");
        carried.engine.change(changed);
        carried.steps(16);
        QVERIFY(carried.engine.atPlannedEnd());
        const Run run = carried.record->run();
        QCOMPARE(run.settingsAt(20), changed);
        QCOMPARE(run.settingsAt(3).number("lr_d"), 0.5);
    }

    void thePictureIsOfTheLastStep()
    {
        Carried carried(Run{kSettings});
        carried.steps(3);
        QCOMPARE(carried.engine.viewer().probe(viewOf("density-1d")).iteration, std::int64_t{3});
    }

    /// What is only seen changes nothing of what the next step makes, and is no event.
    void aPreviewIsNoChange()
    {
        Carried plain(Run{kSettings}), previewed(Run{kSettings});
        Settings changed = kSettings;
        changed.setText("lr_d", "0.5");
        for (Carried* one : {&plain, &previewed})
            one->steps(5);
        previewed.engine.preview(changed);
        previewed.engine.preview(changed);
        for (Carried* one : {&plain, &previewed})
            one->steps(5);
        QCOMPARE(previewed.values(), plain.values());
        QVERIFY(previewed.record->run().events.empty());
        previewed.engine.preview(changed);
        for (Carried* one : {&plain, &previewed}) {
            one->engine.change(changed);
            one->steps(5);
        }
        QCOMPARE(previewed.values(), plain.values());
    }

    void aStepThatFailsIsNotLogged()
    {
        Carried carried(Run{kSettings});
        carried.probe->failAt = 3;
        carried.steps(3);
        QVERIFY_THROWS_EXCEPTION(Error, carried.engine.step());
        QCOMPARE(carried.record->metrics().size(), std::int64_t{3});
        QCOMPARE(carried.record->run().iterations, std::int64_t{3});
    }
};

QTEST_GUILESS_MAIN(TestRunEngine)
#include "tst_run_engine.moc"
