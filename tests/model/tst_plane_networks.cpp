#include "core/error.h"
#include "core/experiment.h"
#include "core/model/networks_picture.h"
#include "core/model/trainers.h"
#include "core/session/replay.h"
#include "core/session/run_engine.h"
#include "core/session/run_file.h"
#include "tests/model/gan_fixture.h"
#include "tests/support/views.h"

#include <QTest>

#include <cmath>

using namespace gan;

namespace {

Settings settingsWith(const Matrix& edits = {})
{
    Settings settings(experimentNamed("plane-2d"));
    for (const auto& [key, text] : {std::pair("hidden_d", "5,14"),
                                    {"hidden_g", "6"},
                                    {"noise_dim", "3"},
                                    {"batch", "16"},
                                    {"measure_every", "5"}})
        settings.setText(key, text);
    settings.set(kWeightEdits, edits);
    return settings;
}

std::unique_ptr<Trainer> trainerWith(const Settings& settings, int steps)
{
    auto trainer = makePlane2dTrainer();
    trainer->reset(settings);
    for (int i = 0; i < steps; ++i)
        trainer->step();
    return trainer;
}

NetworkPicture networkOf(const Viewer& viewer, const char* name)
{
    return *viewer.probe(viewOf("plane-2d")).find<NetworkPicture>(name);
}

QString refusalOf(const Matrix& edits)
{
    try {
        settingsWith(edits).checkRules();
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

/// Two networks on the plane, whose units are known.
struct Scene {
    Scene()
        : G({{3, 6, 2}, Activation::Relu}, randomFor(1, 0, Purpose::Weights))
        , shape(planeShape("disjoint"))
        , z(noise.draw(kPlaneShown, randomFor(1, 0, Purpose::Followed)))
        , real(drawPoints(*shape, kPlaneShown, randomFor(1, 0, Purpose::RealData)))
    {
        auto made = std::make_unique<MlpDiscriminator>(MlpShape{{2, 5, 14}, Activation::Tanh}, Head::Single,
                                                       randomFor(2, 0, Purpose::Weights));
        D = made.get();
        gan.discriminator = std::move(made);
        gan.facts = &lossNamed("non_saturating");
    }
    PlaneScene seen() { return {gan, G, noise, *shape, {}, z, real, real, &D->layers(), &G.layers()}; }

    Gan gan;
    MlpGenerator G;
    MlpDiscriminator* D;
    Noise noise{false, 3};
    std::unique_ptr<PlaneShape> shape;
    Tensor z;
    PlanePoints real;
};

float mapAt(const NetworkPicture& network, std::size_t layer, int unit, int row, int column)
{
    return network.layers[layer].maps[std::size_t((unit * kMapSide + row) * kMapSide + column)];
}

/// A run by hand: a weight of D is set after 10 iterations, one of G and a bias after 20, and D alone is
/// undone after 30.
struct HandMade {
    HandMade()
        : record(std::make_shared<RunRecord>(1, Run{settingsWith()}))
        , engine(*trainer, record)
    {
        const std::vector<double> first = {0, 1, 2, 1, 0.75}, second = {1, 2, 1, 6, -0.5},
                                  third = {0, 3, 1, 0, 0.25};
        steps(10);
        setTo({first});
        steps(10);
        setTo({first, second, third});
        steps(10);
        setTo({first, second});
        steps(5);
        setTo({first, second, {0, 2, 14, 5, 0.125}});
        steps(5);
    }
    void setTo(const Matrix& edits)
    {
        engine.preview(settingsWith(edits)); // which is no event
        engine.change(settingsWith(edits));
    }
    void steps(int count)
    {
        for (int i = 0; i < count; ++i)
            engine.step();
    }
    std::unique_ptr<Trainer> trainer = makePlane2dTrainer();
    std::shared_ptr<RunRecord> record;
    RunEngine engine;
};

std::vector<float> rowsOf(const RunRecord& record)
{
    std::vector<float> values = record.metrics().read(0, record.metrics().size()).values;
    for (float& value : values)
        value = std::isnan(value) ? -1000 : value; // NaN is unequal to itself
    return values;
}

} // namespace

/// What is seen of the networks of the plane is what they are, and what a hand makes of them is a part of the
/// run.
class TestPlaneNetworks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void weightsAreThoseOfTheNetwork()
    {
        Scene scene;
        for (const auto& [picture, mlp] : {std::pair(pictureOfD(scene.seen()), &scene.D->layers()),
                                           {pictureOfG(scene.seen()), &scene.G.layers()}}) {
            std::vector<float> flat;
            for (const NetworkPicture::Layer& layer : picture.layers)
                for (const auto* part : {&layer.weights, &layer.biases})
                    flat.insert(flat.end(), part->begin(), part->end());
            QCOMPARE(std::int64_t(flat.size()), mlp->parameter().numel());
            for (std::size_t i = 0; i < flat.size(); ++i)
                QCOMPARE(flat[i], mlp->parameter()[std::int64_t(i)].item<float>());
        }
    }

    void mapsAreWhatTheUnitsSay()
    {
        Scene scene;
        const NetworkPicture picture = pictureOfD(scene.seen());
        const PlaneFrame frame = scene.shape->frame();
        QCOMPARE(picture.layers[1].maps.size(), std::size_t(5 * kMapSide * kMapSide));
        QCOMPARE(picture.layers[2].maps.size(), std::size_t(kMappedUnits * kMapSide * kMapSide)); // of 14
        for (const auto& [row, column] : {std::pair(0, 0), {23, 2}, {7, 19}}) {
            const double x = frame.x + frame.half * (2 * (column + 0.5) / kMapSide - 1);
            const double y = frame.y + frame.half * (2 * (row + 0.5) / kMapSide - 1);
            const Tensor input = tensorOf({{x}, {y}}, {});
            const auto pass = scene.D->layers().pass(input);
            QCOMPARE(mapAt(picture, 0, 1, row, column), float(y));
            for (const std::size_t layer : {1, 2})
                for (const int unit : {0, 4})
                    QCOMPARE(mapAt(picture, layer, unit, row, column),
                             pass->rows(layer)[0][unit].item<float>());
            const double score = (*scene.D)(input).real.item<double>(); // the output as a probability
            QVERIFY(std::abs(double(mapAt(picture, 3, 0, row, column)) - 1 / (1 + std::exp(-score))) < 1e-6);
        }
        QCOMPARE(picture.layers[3].neutral, 0.5);
    }

    /// Over the first two of three uniform numbers; the third is in the middle.
    void mapsOfGAreOverTheNoise()
    {
        Scene scene;
        const NetworkPicture picture = pictureOfG(scene.seen());
        QCOMPARE(picture.layers[0].names, (std::vector<std::string>{"z1", "z2", "z3"}));
        const auto at = [](int i) { return float((i + 0.5) / kMapSide); };
        const Tensor input = at::tensor({at(5), at(17), 0.5f}).view({1, 3});
        const Tensor output = scene.G(input);
        for (const int unit : {0, 1})
            QCOMPARE(mapAt(picture, 2, unit, 17, 5), output[0][unit].item<float>());
        scene.noise = Noise(true, 1);
        scene.z = scene.noise.draw(kPlaneShown, randomFor(1, 0, Purpose::Followed));
        MlpGenerator narrow({{1, 4, 2}, Activation::Relu}, randomFor(3, 0, Purpose::Weights));
        PlaneScene seen = scene.seen();
        seen.layersG = &narrow.layers();
        const NetworkPicture line = pictureOfG(seen);
        QCOMPARE(mapAt(line, 1, 3, 0, 9), mapAt(line, 1, 3, 20, 9)); // the same along the other side
        QVERIFY(mapAt(line, 0, 0, 0, 2) < mapAt(line, 0, 0, 0, 3));
    }

    void onlyWhereItIsLookedAt()
    {
        const auto trainer = trainerWith(settingsWith(), 0);
        const Snapshot some = trainer->probe(viewOfParts(viewOf("plane-2d"), {"network_d"}));
        QVERIFY(some.find<NetworkPicture>("network_d") && !some.find<NetworkPicture>("network_g"));
        QVERIFY(bytesOf(some) >
                some.find<NetworkPicture>("network_d")->layers[2].maps.size() * sizeof(float));
    }

    /// Each kind of place once; what was not named stays.
    void aChangedWeightIsSet()
    {
        const auto before = trainerWith(settingsWith(), 7), after = trainerWith(settingsWith(), 7);
        after->apply(settingsWith({{0, 2, 14, 5, 0.5}, {0, 3, 1, 0, -2}, {1, 1, 6, 1, 3.5}}));
        const NetworkPicture oldD = networkOf(*before, "network_d"), newD = networkOf(*after, "network_d");
        const NetworkPicture oldG = networkOf(*before, "network_g"), newG = networkOf(*after, "network_g");
        NetworkPicture expected = oldD;
        expected.layers[2].weights[13 * 5 + 4] = 0.5f;
        expected.layers[3].biases[0] = -2;
        for (std::size_t i = 1; i < 4; ++i) {
            QCOMPARE(newD.layers[i].weights, expected.layers[i].weights);
            QCOMPARE(newD.layers[i].biases, expected.layers[i].biases);
        }
        QVERIFY(newD.layers[3].maps != oldD.layers[3].maps); // the next pass uses it
        QCOMPARE(newG.layers[1].weights[5 * 3], 3.5f);
        QVERIFY(newG.layers[2].maps != oldG.layers[2].maps);
        // It counts once: training goes on from there.
        after->step();
        after->apply(settingsWith({{0, 2, 14, 5, 0.5}, {0, 3, 1, 0, -2}, {1, 1, 6, 1, 3.5}}));
        QVERIFY(networkOf(*after, "network_g").layers[1].weights[5 * 3] != 3.5f);
    }

    /// The average of G that is shown has it at once.
    void theAverageFollows()
    {
        const auto trainer = trainerWith(settingsWith(), 3);
        const View view = viewOf("plane-2d", {{"shown_g", "ema"}});
        const Points before = *trainer->probe(view).find<Points>("generated");
        trainer->apply(settingsWith({{1, 2, 1, 0, 2}}));
        const Points after = *trainer->probe(view).find<Points>("generated");
        QVERIFY(after.y == before.y && after.x != before.x);
    }

    void aRunBeginsWithThem()
    {
        const auto trainer = trainerWith(settingsWith({{0, 1, 1, 2, 0.25}}), 0);
        QCOMPARE(networkOf(*trainer, "network_d").layers[1].weights[1], 0.25f);
        trainer->reset(settingsWith({{0, 1, 1, 2, 0.25}}));
        QCOMPARE(networkOf(*trainer, "network_d").layers[1].weights[1], 0.25f);
    }

    void aRunIsRepeatedFromItsFile()
    {
        const HandMade byHand;
        const Run run = runFromJson(runToJson(byHand.record->run(), {}), QStringLiteral("run.json"));
        QCOMPARE(run, byHand.record->run());
        QCOMPARE(int(run.events.size()), 4);
        const auto trainer = makePlane2dTrainer();
        const auto record = std::make_shared<RunRecord>(2, run);
        RunEngine engine(*trainer, record);
        while (!engine.atPlannedEnd())
            engine.step();
        QCOMPARE(rowsOf(*record), rowsOf(*byHand.record));
        QCOMPARE(trainer->save(), byHand.trainer->save());
    }

    /// Time travel restores states and repeats steps from there.
    void anyMomentIsReachedAgain()
    {
        const HandMade byHand;
        const auto trainer = makePlane2dTrainer(), anew = makePlane2dTrainer();
        Replay replay(*trainer, byHand.record);
        QVERIFY(replay.reach(40));
        QCOMPARE(trainer->save(), byHand.trainer->save());
        for (const std::int64_t iteration : {21, 20, 11, 31, 36, 10}) {
            QVERIFY(replay.reach(iteration));
            const Run run = byHand.record->run();
            anew->reset(run.settingsAt(0));
            for (std::int64_t i = 0; i < iteration; ++i) {
                anew->apply(run.settingsAt(i));
                anew->step();
            }
            QCOMPARE(trainer->save(), anew->save());
        }
    }

    void aSavedRunGoesOnBitForBit()
    {
        HandMade byHand;
        const Resumption state = byHand.engine.suspend();
        byHand.engine.change(settingsWith({{0, 1, 1, 1, 1}}));
        byHand.steps(3);
        const auto trainer = makePlane2dTrainer();
        const auto record = std::make_shared<RunRecord>(2, Run{settingsWith()}, HandMade().record->run());
        RunEngine engine(*trainer, SavedRun{record, state});
        engine.change(settingsWith({{0, 1, 1, 1, 1}}));
        for (int i = 0; i < 3; ++i)
            engine.step();
        QCOMPARE(trainer->save(), byHand.trainer->save());
    }

    /// What was only seen is taken back before the next step.
    void aChangeThatIsTakenBackLeavesNothing()
    {
        HandMade byHand, other;
        const Settings before = byHand.engine.settings();
        byHand.engine.preview(settingsWith({{0, 1, 1, 1, 9}}));
        QCOMPARE(networkOf(byHand.engine.viewer(), "network_d").layers[1].weights[0], 9.0f);
        QCOMPARE(byHand.engine.suspend().trainerState, other.trainer->save());
        byHand.engine.preview(before);
        byHand.engine.change(before);
        byHand.steps(2);
        other.steps(2);
        QCOMPARE(byHand.trainer->save(), other.trainer->save());
    }

    void aWeightThatDoesNotExistIsRefused()
    {
        const auto exists = [](const Matrix& edits) { return refusalOf(edits).isEmpty(); };
        QVERIFY(exists({}) && exists({{0, 1, 5, 2, 0}}) && exists({{0, 3, 1, 14, 0}}) &&
                exists({{1, 2, 2, 6, 1}}) && exists({{1, 1, 6, 0, 1}}));
        for (const std::vector<double>& row : Matrix{{0, 1, 6, 2, 0},
                                                     {0, 4, 1, 1, 0},
                                                     {0, 1, 1, 3, 0},
                                                     {1, 1, 1, 4, 0},
                                                     {0, 0, 1, 1, 0},
                                                     {1, 1, 0, 1, 0}})
            QVERIFY(!exists({row}));
        QCOMPARE(refusalOf({{1, 2, 3, 6, 1}}),
                 QStringLiteral("A weight cannot be changed by hand because G does not "
                                "have it: layer 2, unit 3, input 6."));
        for (const std::vector<double>& row : Matrix{{2, 1, 1, 1, 0}, {0, 1, 1.5, 1, 0}, {0, 1, 1, 1}})
            QVERIFY(refusalOf({row}).contains(QStringLiteral("five numbers")));
    }
};

QTEST_APPLESS_MAIN(TestPlaneNetworks)
#include "tst_plane_networks.moc"
