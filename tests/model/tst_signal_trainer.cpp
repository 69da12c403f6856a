#include "core/error.h"
#include "core/experiment.h"
#include "core/model/sampling.h"
#include "core/model/signal_data.h"
#include "core/model/trainers.h"
#include "core/statistics.h"
#include "tests/support/views.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <ATen/ATen.h>

#include <cmath>

using namespace gan;

namespace {

const View kView = viewOf("signal");
const SignalSource kSource{4, 100, {{1, 0.5}, {1, 0.5}}, {}};

using Values = std::vector<std::pair<const char*, const char*>>;

Settings settingsWith(const Values& values)
{
    Settings settings(experimentNamed("signal"));
    for (const auto& [key, text] : values)
        settings.setText(key, text);
    return settings;
}

std::unique_ptr<Trainer> started(const Values& values)
{
    auto trainer = makeSignalTrainer();
    const Settings settings = settingsWith(values);
    trainer->reset(settings, settings.experiment().data.read(settings));
    return trainer;
}

constexpr char kThreeVectors[] = "100,102,104,106\n101,103,105,107\n102,104,106,110\n";

/// The path of a file that holds `text`.
QByteArray csvFile(const QTemporaryDir& folder, const char* text)
{
    QFile file(folder.filePath("v.csv"));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) < 0)
        qFatal("%s cannot be written", qPrintable(file.fileName()));
    return file.fileName().toUtf8();
}

StepMetrics steps(Trainer& trainer, int count)
{
    StepMetrics last;
    for (int i = 0; i < count; ++i)
        last = trainer.step();
    return last;
}

double epoch(const StepMetrics& metrics)
{
    return double(metrics.own[4]);
}

std::vector<double> matrix(const StepMetrics& metrics)
{
    return {metrics.own.begin(), metrics.own.begin() + 4};
}

double readout(const Snapshot& snapshot, const char* name)
{
    const Readout* found = snapshot.find<Readout>(name);
    return found ? found->value : std::nan("");
}

const Values kOnlyD = {{"steps_d", "1"}, {"steps_g", "0"}}, kOnlyG = {{"steps_d", "0"}, {"steps_g", "1"}};

} // namespace

class TestSignalTrainer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// 100 vectors in batches of 5: 20 updates of D, or of G alone, or four iterations of 5:1 are an epoch.
    void epochsAreCounted()
    {
        QCOMPARE(epoch(steps(*started(kOnlyD), 20)), 1.0);
        QCOMPARE(epoch(steps(*started(kOnlyG), 20)), 1.0);
        QCOMPARE(epoch(steps(*started({}), 4)), 1.0);
        QCOMPARE(epoch(steps(*started({{"batch_per_iteration", "one"}}), 20)), 1.0);
    }

    void frozenNetworksStay()
    {
        const auto d = started(kOnlyD), g = started(kOnlyG);
        const std::vector<double> before = {readout(d->probe(kView), "a11"), readout(d->probe(kView), "a22")};
        const double answer = readout(g->probe(kView), "d_real");
        const auto after = matrix(steps(*d, 30));
        QCOMPARE(after[0], double(float(before[0])));
        QCOMPARE(after[3], double(float(before[1])));
        steps(*g, 30);
        QCOMPARE(readout(g->probe(kView), "d_real"), answer);
    }

    void startIsWhatWasAskedFor()
    {
        const Snapshot typed = started({{"start", "typed"}})->probe(kView);
        QCOMPARE(readout(typed, "a11"), -0.3687);
        QCOMPARE(readout(typed, "a22"), 0.6512);
        for (const char* seed : {"1", "2", "3", "4"}) {
            const Snapshot positive = started({{"start", "random_positive"}, {"seed", seed}})->probe(kView);
            for (const char* entry : {"a11", "a12", "a21", "a22"})
                QVERIFY(readout(positive, entry) >= 0 && readout(positive, entry) <= 1);
        }
    }

    /// The mistake: the second update moves A along the sum of both gradients. Plain gradient descent, so
    /// each move is rate times what was added up.
    void gradientsThatAreNeverClearedAddUp()
    {
        const auto move = [](const char* clear, int updates) {
            const auto trainer = started({{"steps_d", "0"}, {"clear_gradients", clear}, {"lr_g", "1e-6"}});
            double before = readout(trainer->probe(kView), "a12");
            for (int i = 1; i < updates; ++i)
                trainer->step(), before = readout(trainer->probe(kView), "a12");
            trainer->step();
            return readout(trainer->probe(kView), "a12") - before;
        };
        const double first = move("always", 1), second = move("always", 2), summed = move("never_g", 2);
        QVERIFY(std::abs(first) > 0);
        QVERIFY(std::abs(summed - (first + second)) < 1e-4 * std::abs(summed));
    }

    /// What was added up belongs to the state.
    void savedRunsGoOnBitForBit_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < 5; ++i)
            QTest::addRow("case %d", i) << i;
    }
    void savedRunsGoOnBitForBit()
    {
        QFETCH(int, index);
        const std::vector<Values> cases = {
            {},
            {{"clear_gradients", "never_g"}},
            {{"batch_per_iteration", "one"}, {"optimizer_g", "adam"}},
            {{"feature_matching", "paired"}, {"axes", "3"}, {"batch", "7"}},
            {{"feature_matching", "mean"}, {"steps_g", "3"}, {"loss", "wasserstein_gp"}}};
        const Values& values = cases[static_cast<std::size_t>(index)];
        const auto one = started(values), other = started(values);
        steps(*one, 13);
        const std::string middle = one->save();
        one->probe(kView), one->measure(), one->samples(10),
            one->finalReadouts(50); // looking changes nothing
        steps(*one, 9);
        other->restore(middle);
        steps(*other, 9);
        QVERIFY(one->save() == other->save());
        const auto third = started(values);
        steps(*third, 22);
        QVERIFY(one->save() == third->save());
    }

    void otherSeedsAreOtherRuns()
    {
        const auto one = started({{"seed", "1"}}), other = started({{"seed", "2"}});
        QVERIFY(one->save() != other->save());
        QVERIFY(readout(one->probe(kView), "a11") != readout(other->probe(kView), "a11"));
    }

    void updatesOfAnIterationSeeOneBatchOrFresh()
    {
        const auto batches = [&](bool one) {
            SignalBatches made(signalData(kSource, nullptr, randomFor(1, 0, Purpose::RealData), at::kCPU), 1);
            made.setSize(5, one);
            made.beginIteration();
            return made;
        };
        SignalBatches one = batches(true), fresh = batches(false);
        QVERIFY(at::equal(one.forD(), one.forD()));
        QVERIFY(!at::equal(fresh.forD(), fresh.forD()));
    }

    /// The teacher's output for the noise that G gets is the very vector that G shall match.
    void pairsShareTheirNoise()
    {
        const SignalSource source{8, 100, kSource.teacher, {}};
        SignalBatches batches(signalData(source, nullptr, randomFor(1, 0, Purpose::RealData), at::kCPU), 1);
        batches.setSize(5, false);
        batches.beginIteration();
        const Tensor seen = batches.forD();
        const GeneratorBatch pair = batches.forG(FeatureMatching::Paired);
        QVERIFY(at::equal(pair.x, seen));
        const Tensor T = batches.data().teacher;
        const Tensor whole = at::kron(at::kron(T, T), T);
        QVERIFY(at::allclose(pair.z.matmul(whole.t()).tanh(), pair.x));
        QVERIFY(!batches.forG(FeatureMatching::Mean).z.defined());
    }

    /// So that a run can be told to pause when G alone has got so far: where G is frozen there is no value.
    void meanOnGeneratedBelongsToUpdatesOfG()
    {
        QVERIFY(std::isnan(steps(*started(kOnlyD), 3).own[5]));
        const auto trainer = started(kOnlyG);
        const StepMetrics metrics = steps(*trainer, 3);
        QCOMPARE(metrics.own[5], float(readout(trainer->probe(kView), "d_generated")));
    }

    /// A student that is the teacher scores the floor.
    void distanceOfThePerfectStudent()
    {
        const auto measured = [](const char* start) {
            return started({{"start", "typed"}, {"start_matrix", start}})->measure();
        };
        const auto perfect = measured("1 0.5; 1 0.5"), swapped = measured("0.5 1; 0.5 1"),
                   other = measured("1 1; 0.5 0.5");
        QVERIFY2(perfect[0] < 2 * perfect[1] + 0.01f, std::to_string(perfect[0]).c_str());
        QVERIFY2(swapped[0] < 2 * swapped[1] + 0.01f, std::to_string(swapped[0]).c_str());
        QVERIFY(other[0] > 10 * perfect[0]);
    }

    void pictureHoldsResponsesAndMatrices()
    {
        const Snapshot s =
            started({{"axes", "3"}, {"start", "typed"}, {"start_matrix", "1 0; 0 1"}})->probe(kView);
        QCOMPARE(readout(s, "basis_position_1"), 8.0);
        QCOMPARE(readout(s, "basis_position_2"), 3.0);
        const Curve* basis = s.find<Curve>("basis_2");
        QCOMPARE(basis->x.size(), std::size_t(8));
        QCOMPARE(basis->y[2], 1.0);
        QCOMPARE(s.find<Curve>("basis_student_2")->y[2], std::tanh(1.0)); // the identity leaves the vector
        QCOMPARE(s.find<Curve>("basis_student_2")->y[3], 0.0);
        QCOMPARE(s.find<Grid>("matrix_teacher")->values, (std::vector<float>{1, 0.5f, 1, 0.5f}));
        const Curve *noise = s.find<Curve>("noise"), *response = s.find<Curve>("response_student");
        for (std::size_t i = 0; i < 8; ++i)
            QVERIFY(std::abs(response->y[i] - std::tanh(noise->y[i])) < 1e-12);
    }

    /// Places beyond the last component count on from the first.
    void basisVectorsWrap()
    {
        const Snapshot s = started({{"axes", "2"}})->probe(kView);
        QCOMPARE(readout(s, "basis_position_1"), 4.0);
        QCOMPARE(readout(s, "basis_position_3"), 2.0);
    }

    void chancesAreDrawnAgain()
    {
        const auto trainer = started({});
        const auto table = [&](const char* draw, const char* vectors) {
            return trainer->probe(viewOf("signal", {{"chance_draw", draw}, {"chance_vectors", vectors}}))
                .find<Table>("chances")
                ->rows;
        };
        const auto first = table("1", "5");
        QCOMPARE(first.size(), std::size_t(10));
        QVERIFY(first == table("1", "5"));
        QVERIFY(first != table("2", "5"));
        const Snapshot s = trainer->probe(kView);
        QCOMPARE(s.find<Table>("chances_each")->rows.size(), std::size_t(50));
        std::vector<double> real;
        for (const auto& row : s.find<Table>("chances")->rows)
            real.push_back(row[0]);
        QCOMPARE(readout(s, "chance_real_mean"), mean(real));
        QCOMPARE(readout(s, "chance_real_sd"), deviation(real));
    }

    /// What is not looked at is not computed, and what is looked at is the same.
    void partsAreComputedOnRequest()
    {
        const auto trainer = started({});
        steps(*trainer, 3);
        const Snapshot all = trainer->probe(kView);
        const Snapshot some =
            trainer->probe(viewOfParts(kView, {"basis_student_2", "chances", "matrix_student"}));
        QVERIFY(!some.find<Curve>("basis_student_1") && !some.find<Curve>("basis_3"));
        QCOMPARE(*some.find<Curve>("basis_student_2"), *all.find<Curve>("basis_student_2"));
        QCOMPARE(*some.find<Table>("chances"), *all.find<Table>("chances"));
        const Snapshot none = trainer->probe(viewOfParts(kView, {}));
        QVERIFY(none.all<Table>().empty());
        QCOMPARE(readout(none, "d_real"), readout(all, "d_real"));
        QCOMPARE(readout(none, "w1"), readout(all, "w1"));
    }

    /// Vectors of a file are brought into range, and exports are in its own units again.
    void vectorsOfAFile()
    {
        const QTemporaryDir folder;
        const QByteArray path = csvFile(folder, kThreeVectors);
        const auto trainer =
            started({{"csv", path.constData()}, {"batch", "2"}, {"feature_matching", "mean"}});
        const Snapshot s = trainer->probe(kView);
        QCOMPARE(readout(s, "data_range"), 10.0);
        QVERIFY(std::abs(readout(s, "data_mean") - 1250.0 / 12) < 1e-9);
        QCOMPARE(readout(s, "vectors"), 3.0);
        QVERIFY(!s.find<Grid>("matrix_teacher"));
        steps(*trainer, 5);
        const Snapshot samples = trainer->samples(20);
        for (const auto& row : samples.find<Table>("samples")->rows)
            for (const double value : row)
                QVERIFY(std::abs(value - 1250.0 / 12) <= 10);
    }

    /// A saved state names them by a sum that every build of the program gives, and takes no others.
    void savedStatesKnowTheirFile()
    {
        const QTemporaryDir folder, otherFolder;
        const QByteArray path = csvFile(folder, kThreeVectors), same = csvFile(otherFolder, kThreeVectors);
        const auto trainer = started({{"csv", path.constData()}, {"batch", "2"}});
        steps(*trainer, 2);
        const std::string saved = trainer->save();
        QVERIFY(saved.find(" 9175412405072243863\n") != std::string::npos);
        started({{"csv", same.constData()}, {"batch", "2"}})->restore(saved);
        csvFile(otherFolder, "100,102,104,106\n101,103,105,107\n102,104,106,111\n");
        const auto other = started({{"csv", same.constData()}, {"batch", "2"}});
        QVERIFY_EXCEPTION_THROWN(other->restore(saved), Error);
    }

    void aBadFileLeavesTheRunAsItIs()
    {
        const auto trainer = started({});
        steps(*trainer, 3);
        const std::string before = trainer->save();
        QVERIFY_EXCEPTION_THROWN(trainer->reset(settingsWith({{"csv", "/nowhere/a.csv"}})), Error);
        QVERIFY(trainer->save() == before);
    }

    void everySizeWorks()
    {
        for (const char* axes : {"1", "5", "10"}) {
            const auto trainer = started({{"axes", axes}, {"vectors", "8"}});
            const StepMetrics metrics = steps(*trainer, 1);
            QVERIFY(std::isfinite(metrics.lossD) && std::isfinite(metrics.lossG));
            QVERIFY(std::isfinite(readout(trainer->probe(kView), "d_real")));
        }
    }
};

QTEST_GUILESS_MAIN(TestSignalTrainer)

#include "tst_signal_trainer.moc"
