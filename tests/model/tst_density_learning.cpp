#include "core/experiment.h"
#include "core/model/trainers.h"
#include "tests/support/tries.h"
#include "tests/support/views.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace gan;

namespace {

const View kView = viewOf("density-1d");

// What each seed brings is the same number with a sanitizer.
constexpr int kSeeds = kSanitized ? 1 : 3;

/// A run of the notebook's GAN, and what the last fifty iterations said on average.
struct Training {
    explicit Training(const Settings& settings)
        : trainer(makeDensity1dTrainer())
    {
        trainer->reset(settings);
    }

    void train(int iterations)
    {
        dFake = 0;
        for (int i = 0; i < iterations; ++i) {
            const StepMetrics metrics = trainer->step();
            if (i >= iterations - 50)
                dFake += metrics.dFakeBefore / 50;
        }
    }
    double readout(const char* name) const { return trainer->probe(kView).find<Readout>(name)->value; }

    std::unique_ptr<Trainer> trainer;
    double dFake = 0;
};

Settings preset(const char* id, const char* seed)
{
    Settings settings = experimentNamed("density-1d").preset(id);
    settings.setText("seed", seed);
    return settings;
}

} // namespace

/// What the notebook and its text promise, in runs of seconds.
class TestDensityLearning : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void generatorFindsTheData_data()
    {
        QTest::addColumn<QByteArray>("seed");
        for (int seed = 1; seed <= kSeeds; ++seed)
            QTest::addRow("%d", seed) << QByteArray::number(seed);
    }
    void generatorFindsTheData()
    {
        QFETCH(QByteArray, seed);
        Training run(preset("defaults", seed));
        QVERIFY(run.readout("w1") > 3);
        run.train(1000);
        QVERIFY2(run.readout("w1") < 1.2, std::to_string(run.readout("w1")).c_str());
        QVERIFY(run.readout("generated_mean") > 4);
    }

    /// Two hills, around 2 and around 8: the usual loss leaves G on one of them, a Wasserstein critic takes
    /// it to both.
    void oneHillOrBoth_data()
    {
        QTest::addColumn<QByteArray>("preset");
        QTest::addColumn<QByteArray>("seed");
        for (const char* id : {"collapse", "wasserstein"})
            for (int seed = 1; seed <= kSeeds; ++seed)
                QTest::addRow("%s, %d", id, seed) << QByteArray(id) << QByteArray::number(seed);
    }
    void oneHillOrBoth()
    {
        QFETCH(QByteArray, preset);
        QFETCH(QByteArray, seed);
        Training run(::preset(preset, seed));
        run.train(preset == "collapse" ? 250 : 400);
        const std::vector<std::vector<double>> samples =
            run.trainer->samples(2000).find<Table>("samples")->rows;
        const auto share = [&](double hill) {
            return std::count_if(samples.begin(), samples.end(),
                                 [&](const auto& row) { return std::abs(row.front() - hill) < 1.4; }) /
                   double(samples.size());
        };
        const double nearer = share(2), farther = share(8);
        const QByteArray what = QByteArray::number(nearer) + " near 2, " + QByteArray::number(farther) +
                                " near 8, W1 " + QByteArray::number(run.readout("w1"));
        if (preset == "collapse")
            QVERIFY2(nearer > 0.5 && farther < 0.01 && run.readout("w1") > 2, what);
        else
            QVERIFY2(nearer > 0.1 && farther > 0.1 && run.readout("w1") < 1.5, what);
    }

    /// The saturating loss has nothing to tell G while D is sure.
    void saturatingLossVanishes()
    {
        Training run(preset("saturating", "1"));
        run.train(1000);
        QVERIFY2(run.dFake < 0.05, std::to_string(run.dFake).c_str());
        QVERIFY2(run.readout("generated_mean") < 4, std::to_string(run.readout("generated_mean")).c_str());
    }

    void twoSigmoidsLeaveDiscriminatorBlind()
    {
        Training run(preset("blind", "1"));
        run.train(2000);
        QVERIFY2(run.readout("d_real") > 0.9, std::to_string(run.readout("d_real")).c_str());
        QVERIFY2(run.readout("d_generated") > 0.9, std::to_string(run.readout("d_generated")).c_str());
    }
};

QTEST_GUILESS_MAIN(TestDensityLearning)
#include "tst_density_learning.moc"
