#include "core/error.h"
#include "core/experiment.h"
#include "core/model/gan_training.h"
#include "core/model/sampling.h"
#include "core/model/trainers.h"
#include "core/statistics.h"
#include "core/wasserstein.h"
#include "tests/model/gan_fixture.h"
#include "tests/support/views.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <set>

using namespace gan;

namespace {

const View kView = viewOf("density-1d");

using Values = std::vector<std::pair<const char*, const char*>>;

Settings settingsWith(const Values& values)
{
    Settings settings(experimentNamed("density-1d"));
    for (const auto& [key, text] : values)
        settings.setText(key, text);
    return settings;
}

std::unique_ptr<Trainer> started(const Settings& settings)
{
    auto trainer = makeDensity1dTrainer();
    trainer->reset(settings);
    return trainer;
}

std::string afterSteps(const Values& values, int iterations)
{
    const auto trainer = started(settingsWith(values));
    for (int i = 0; i < iterations; ++i)
        trainer->step();
    return trainer->save();
}

bool finite(const Snapshot& snapshot)
{
    bool all = true;
    for (const Readout& readout : snapshot.all<Readout>())
        all = all && std::isfinite(readout.value);
    for (const Curve& curve : snapshot.all<Curve>())
        for (const double y : curve.y)
            all = all && std::isfinite(y);
    for (const Histogram& histogram : snapshot.all<Histogram>())
        all = all && std::isfinite(histogram.low) && histogram.low < histogram.high;
    return all;
}

template <class Parts>
std::set<std::string> names(const Parts& parts)
{
    std::set<std::string> all;
    for (const auto& part : parts)
        all.insert(part.name);
    return all;
}

using Names = std::set<std::string>;

} // namespace

class TestDensityTrainer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSeedDecidesEveryBit()
    {
        QVERIFY(afterSteps({{"seed", "7"}}, 50) == afterSteps({{"seed", "7"}}, 50));
        QVERIFY(afterSteps({{"seed", "7"}}, 50) != afterSteps({{"seed", "8"}}, 50));
        QVERIFY(afterSteps({{"seed", "7"}}, 0) != afterSteps({{"seed", "8"}}, 0));
    }

    void resetReturnsToTheStart()
    {
        const auto trainer = started(settingsWith({}));
        const std::string start = trainer->save();
        trainer->step();
        trainer->reset(settingsWith({}));
        QVERIFY(trainer->save() == start);
    }

    void lookingChangesNothing()
    {
        for (const char* loss : {"non_saturating", "wasserstein_gp"}) {
            const Values values = {{"loss", loss}, {"optimizer_d", "adam"}, {"optimizer_g", "momentum"}};
            const auto trainer = started(settingsWith(values));
            for (int i = 0; i < 30; ++i) {
                trainer->step();
                trainer->probe(kView);
                trainer->measure();
                trainer->samples(17);
                trainer->finalReadouts(50);
                trainer->save();
            }
            QVERIFY(trainer->save() == afterSteps(values, 30));
        }
    }

    void picturesAndMeasurementsAgree()
    {
        const auto trainer = started(settingsWith({}));
        for (int i = 0; i < 10; ++i)
            trainer->step();
        const Snapshot snapshot = trainer->probe(kView);
        const std::vector<std::string> columns = trainer->info().measuredColumns;
        const std::vector<float> measured = trainer->measure();
        QCOMPARE(measured.size(), columns.size());
        for (std::size_t i = 0; i < columns.size(); ++i)
            QCOMPARE(measured[i], static_cast<float>(snapshot.find<Readout>(columns[i])->value));
        QVERIFY(trainer->measure() == measured); // not by how often it is asked
    }

    void theSnapshotHoldsItsParts()
    {
        const auto trainer = started(settingsWith({{"noise", "normal"}}));
        trainer->step();
        const Snapshot snapshot = trainer->probe(kView);
        QCOMPARE(snapshot.iteration, 1);
        QCOMPARE(snapshot.updatesD, 5);
        QCOMPARE(snapshot.updatesG, 1);
        QVERIFY(names(snapshot.all<Histogram>()) == (Names{"generated", "real", "d_real", "d_generated"}));
        QVERIFY(names(snapshot.all<Curve>()) ==
                (Names{"real_density", "p_real", "generator", "ideal_map", "ideal_map_mirror"}));
        QVERIFY(names(snapshot.all<Readout>()) ==
                (Names{"generated_mean", "generated_sd", "w1", "w1_floor", "d_real", "d_generated"}));
        for (const Histogram& histogram : snapshot.all<Histogram>())
            QCOMPARE(histogram.total(), 1000);
        for (const Curve& curve : snapshot.all<Curve>()) {
            QCOMPARE(curve.x.size(), std::size_t(201));
            QVERIFY(std::is_sorted(curve.x.begin(), curve.x.end()));
        }
        QCOMPARE(snapshot.find<Histogram>("real")->counts.size(), std::size_t(50));
        QCOMPARE(snapshot.find<Histogram>("d_real")->counts.size(), std::size_t(20));
        QCOMPARE(snapshot.find<Histogram>("real")->low, 0.0);
        QCOMPARE(snapshot.find<Histogram>("real")->high, 10.0);
        QVERIFY(std::abs(snapshot.find<Curve>("ideal_map")->y[100] - 5) < 1e-6);
        QVERIFY(std::abs(snapshot.find<Curve>("ideal_map")->y[134] - (5 + 1.5 * 1.02)) < 1e-6); // z = 1.02
        QVERIFY(std::abs(snapshot.find<Curve>("ideal_map_mirror")->y[134] - (5 - 1.5 * 1.02)) < 1e-6);
        QVERIFY(finite(snapshot));
    }

    void scoresAreNotCalledProbabilities()
    {
        const auto trainer = started(settingsWith({{"loss", "wasserstein_gp"}, {"noise_dim", "3"}}));
        trainer->step();
        const Snapshot snapshot = trainer->probe(kView);
        QVERIFY(names(snapshot.all<Histogram>()) ==
                (Names{"generated", "real", "score_real", "score_generated"}));
        QVERIFY(names(snapshot.all<Curve>()) == (Names{"real_density", "score", "generator"}));
        QCOMPARE(
            snapshot.find<Histogram>("score_real")->above + snapshot.find<Histogram>("score_real")->below, 0);
        QVERIFY(finite(snapshot));
    }

    void frozenNetworksLeaveEmptyCells()
    {
        const auto trainer = started(settingsWith({{"steps_d", "0"}}));
        const StepMetrics onlyG = trainer->step();
        QCOMPARE(onlyG.updatesD, 0);
        for (const float value : {onlyG.lossD, onlyG.dReal, onlyG.dFakeBefore, onlyG.accuracyReal,
                                  onlyG.accuracyFake, onlyG.gradNormD})
            QVERIFY(std::isnan(value));
        QVERIFY(std::isfinite(onlyG.lossG) && std::isfinite(onlyG.dFakeAfter) &&
                std::isfinite(onlyG.gradNormG));
        trainer->apply(settingsWith({{"steps_d", "3"}, {"steps_g", "0"}}));
        const StepMetrics onlyD = trainer->step();
        QCOMPARE(onlyD.updatesD, 3);
        for (const float value : {onlyD.lossG, onlyD.dFakeAfter, onlyD.gradNormG})
            QVERIFY(std::isnan(value));
        QVERIFY(std::isfinite(onlyD.lossD) && std::isfinite(onlyD.gradNormD));
        QCOMPARE(trainer->probe(kView).updatesD, 3);
        QCOMPARE(trainer->probe(kView).updatesG, 1);
    }

    void figuresAreOfTheLastUpdate()
    {
        const auto atOnce = started(settingsWith({{"steps_d", "4"}, {"steps_g", "0"}}));
        const auto oneByOne = started(settingsWith({{"steps_d", "1"}, {"steps_g", "0"}}));
        StepMetrics last = atOnce->step(), single;
        for (int i = 0; i < 4; ++i)
            single = oneByOne->step();
        QCOMPARE(last.lossD, single.lossD);
        QCOMPARE(last.dFakeBefore, single.dFakeBefore);
        QCOMPARE(last.gradNormD, single.gradNormD);
        atOnce->apply(settingsWith({{"steps_d", "0"}, {"steps_g", "3"}}));
        oneByOne->apply(settingsWith({{"steps_d", "0"}, {"steps_g", "1"}}));
        last = atOnce->step();
        for (int i = 0; i < 3; ++i)
            single = oneByOne->step();
        QCOMPARE(last.lossG, single.lossG);
        QCOMPARE(last.dFakeAfter, single.dFakeAfter);
    }

    /// Finite weights can have outputs that no float holds.
    void picturesOfHugeOutputsAreFinite()
    {
        constexpr float infinity = std::numeric_limits<float>::infinity();
        for (const double value : finiteValues(at::tensor({infinity, -infinity, kNoValue, 1.f})))
            QVERIFY(std::isfinite(value));
    }

    void idealMapsEndWhereThePlotEnds()
    {
        const Settings settings = settingsWith({{"data", "exponential"}});
        const Snapshot snapshot = started(settings)->probe(kView);
        QVERIFY(finite(snapshot));
        QCOMPARE(snapshot.find<Curve>("ideal_map")->y.back(),
                 distributionOf(realData(settings))->quantile(1 - 0.0005));
        QCOMPARE(snapshot.find<Curve>("ideal_map_mirror")->y.front(),
                 snapshot.find<Curve>("ideal_map")->y.back());
    }

    void divergenceStopsAtTheLastFiniteState()
    {
        Settings settings = settingsWith({{"loss", "least_squares"}, {"lr_d", "0.0001"}});
        const auto trainer = started(settings);
        for (int i = 0; i < 3; ++i)
            trainer->step();
        settings.setText("lr_d", "10");
        settings.setText("lr_g", "10");
        trainer->apply(settings);
        std::string last;
        std::string sentence;
        for (int i = 0; i < 200 && sentence.empty(); ++i) {
            last = trainer->save();
            try {
                trainer->step();
            } catch (const Error& error) {
                sentence = error.what();
            }
        }
        const Snapshot snapshot = trainer->probe(kView);
        QVERIFY2(sentence.find(" of D ") != std::string::npos, sentence.c_str());
        QVERIFY(sentence.find("after iteration " + std::to_string(snapshot.iteration)) != std::string::npos);
        QVERIFY(sentence.find("D 10, G 10") != std::string::npos);
        QVERIFY(trainer->save() == last); // weights, memories, random streams and counts
        QVERIFY(finite(snapshot));
        for (const float value : trainer->measure())
            QVERIFY(std::isfinite(value));

        settings.setText("lr_d", "1e-6"); // and may go on with gentler rates, as if the step had never been
        settings.setText("steps_g", "0");
        const auto other = started(settings);
        other->restore(last);
        trainer->apply(settings);
        try {
            trainer->step();
            other->step();
            QVERIFY(trainer->save() == other->save());
        } catch (const Error&) {
            QVERIFY(trainer->save() == last); // too late for any rate
        }
    }

    void realSamplesFollowTheDistribution_data()
    {
        QTest::addColumn<QByteArray>("data");
        for (const char* data : {"normal", "mixture", "uniform", "exponential"})
            QTest::newRow(data) << QByteArray(data);
    }
    void realSamplesFollowTheDistribution()
    {
        QFETCH(QByteArray, data);
        const Settings settings =
            settingsWith({{"data", data}, {"mixture_share", "0.3"}, {"mixture_sd_2", "0.4"}});
        constexpr int count = 20000;
        const Tensor drawn = realSampler(realData(settings))(count, randomFor(3, 0, Purpose::RealData));
        QVERIFY(drawn.sizes() == at::IntArrayRef({count, 1}));
        const std::vector<double> values = finiteValues(drawn);
        const auto truth = distributionOf(realData(settings));
        const double error = truth->deviation() / std::sqrt(count);
        QVERIFY(std::abs(mean(values) - truth->mean()) < 4 * error);
        QVERIFY(std::abs(deviation(values) / truth->deviation() - 1) < 0.03);
        QVERIFY(wasserstein1(values, *truth) < 3 * wasserstein1Floor(count, *truth));
    }

    void dataMovesWhileItTrains()
    {
        Settings settings = settingsWith({});
        const auto trainer = started(settings);
        const double floor = trainer->probe(kView).find<Readout>("w1_floor")->value;
        settings.setText("data_mean", "20");
        settings.setText("data_sd", "3");
        trainer->apply(settings);
        const Snapshot snapshot = trainer->probe(kView);
        QVERIFY(snapshot.find<Histogram>("real")->low >= 5);
        QVERIFY(std::abs(snapshot.find<Readout>("w1_floor")->value / floor - 2) < 0.01); // as wide again
        QVERIFY(snapshot.find<Readout>("w1")->value > 15);
    }

    void samplesAreATable()
    {
        const auto trainer = started(settingsWith({}));
        const Snapshot snapshot = trainer->samples(250);
        const Table* table = snapshot.find<Table>("samples");
        QVERIFY(table && table->columns == std::vector<std::string>{"x"});
        QCOMPARE(table->rows.size(), std::size_t(250));
        const std::vector<Readout> readouts = trainer->finalReadouts(250);
        double sum = 0;
        for (const auto& row : table->rows)
            sum += row[0];
        QCOMPARE(readouts[0].name, std::string("generated_mean"));
        QVERIFY(std::abs(readouts[0].value - sum / 250) < 1e-9);
        QCOMPARE(readouts[3].value, wasserstein1Floor(250, *distributionOf(realData(settingsWith({})))));
    }

    void everyChoiceTrains()
    {
        std::vector<Values> all;
        for (const char* head : {"softmax", "single", "seed_sigmoid"})
            all.push_back({{"head", head}, {"loss", "minimax"}});
        for (const LossFacts& facts : lossTable())
            all.push_back({{"loss", facts.key}, {"head", "single"}, {"batch", "1"}, {"lr_d", "0.001"}});
        for (const char* activation : {"elu", "relu", "leaky_relu", "tanh"})
            all.push_back({{"activation", activation}, {"hidden_d", "7,5,3,2"}, {"hidden_g", "1"}});
        all.push_back({{"noise_dim", "64"}, {"noise", "normal"}, {"reduction", "sum"}, {"batch", "2"}});
        for (const Values& values : all) {
            const auto trainer = started(settingsWith(values));
            for (int i = 0; i < 3; ++i)
                QVERIFY(std::isfinite(trainer->step().lossG));
            QVERIFY(finite(trainer->probe(kView)));
        }
    }

    void contradictionsAreErrors()
    {
        const auto trainer = makeDensity1dTrainer();
        QVERIFY_EXCEPTION_THROWN(trainer->reset(settingsWith({{"steps_d", "0"}, {"steps_g", "0"}})), Error);
        QVERIFY_EXCEPTION_THROWN(trainer->reset(settingsWith({{"head", "seed_sigmoid"}, {"loss", "hinge"}})),
                                 Error);
    }
};

QTEST_GUILESS_MAIN(TestDensityTrainer)
#include "tst_density_trainer.moc"
