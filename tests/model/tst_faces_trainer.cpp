#include "core/data/small_pictures.h"
#include "core/error.h"
#include "core/experiment.h"
#include "core/model/losses.h"
#include "core/model/trainers.h"
#include "tests/support/views.h"

#include <ATen/ATen.h>

#include <QTest>

#include <cmath>
#include <set>

using namespace gan;

namespace {

const View kView = viewOf("faces");

using Values = std::vector<std::pair<const char*, const char*>>;

/// Bright discs on a dark ground, each of a color, size and place of its own.
std::shared_ptr<const PictureSet> discs(int count, int side = 32)
{
    auto set = std::make_shared<PictureSet>();
    set->side = side;
    set->trainCount = count - heldOutOf(count);
    for (int i = 0; i < count; ++i)
        for (int y = 0; y < side; ++y)
            for (int x = 0; x < side; ++x)
                for (int channel = 0; channel < 3; ++channel) {
                    const double far = std::hypot(x - side / 2 - i % 5 + 2, y - side / 2 - i % 3 + 1);
                    const bool inside = far < side / 4.0 + i % 4;
                    set->bytes.push_back(static_cast<std::uint8_t>(
                        inside ? 120 + (i * 31 * (channel + 1)) % 130 : 30 + i % 9));
                }
    return set;
}

const std::shared_ptr<const PictureSet> kDiscs = discs(20);

Settings settingsWith(const Values& values)
{
    Settings settings(experimentNamed("faces"));
    settings.setText("width", "4");
    settings.setText("latent", "6");
    settings.setText("batch", "4");
    settings.setText("threads", "1"); // two, on a busy machine, wait for each other
    for (const auto& [key, text] : values)
        settings.setText(key, text);
    return settings;
}

std::unique_ptr<Trainer> started(const Settings& settings,
                                 std::shared_ptr<const PictureSet> pictures = kDiscs)
{
    auto trainer = makeFacesTrainer();
    trainer->reset(settings, {.pictures = std::move(pictures)});
    return trainer;
}

std::unique_ptr<Trainer> trained(const Settings& settings, int iterations)
{
    auto trainer = started(settings);
    for (int i = 0; i < iterations; ++i)
        trainer->step();
    return trainer;
}

QString sentence(const std::function<void()>& action)
{
    try {
        action();
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

std::set<std::string> pictureNames(const Snapshot& snapshot)
{
    std::set<std::string> all;
    for (const Pictures& pictures : snapshot.all<Pictures>())
        all.insert(pictures.name);
    return all;
}

using Names = std::set<std::string>;

std::vector<std::uint8_t> bytesOf(const Snapshot& snapshot, const char* name)
{
    return snapshot.find<Pictures>(name)->bytes;
}

const Values kEverything = {{"batchnorm_d", "yes"},
                            {"augment_translation", "yes"},
                            {"augment_color", "yes"},
                            {"augment_cutout", "yes"}};

const View kEveryView =
    viewOf("faces", {{"face", "3"}, {"face_to", "8"}, {"direction_2", "1.5"}, {"grid_draw", "2"}});

} // namespace

class TestFacesTrainer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutPicturesThereIsASentence()
    {
        const auto trainer = makeFacesTrainer();
        QVERIFY(sentence([&] { trainer->reset(settingsWith({})); }).contains("no pictures"));
        QVERIFY(!sentence([&] { trainer->probe(kView); }).isEmpty());
        const auto refusal = [&](std::shared_ptr<const PictureSet> pictures) {
            return sentence([&] { trainer->reset(settingsWith({}), {.pictures = pictures}); });
        };
        QVERIFY(refusal(discs(2)).contains("one picture"));
        QVERIFY(refusal(discs(3, 16)).contains("16 pixels"));
        trainer->reset(settingsWith({}), {.pictures = kDiscs});
        trainer->step();
        const std::string before = trainer->save();
        QVERIFY(!refusal(nullptr).isEmpty()); // a run goes on with what it has
        QVERIFY(trainer->save() == before);
        trainer->step();
        trainer->probe(kView);
    }

    void fewPicturesAreEnough()
    {
        const auto trainer = started(settingsWith({{"batch", "8"}}), discs(3));
        trainer->step();
        const Snapshot snapshot = trainer->probe(viewOf("faces", {{"face", "0"}}));
        QCOMPARE(snapshot.find<Pictures>("real")->count, 2);
        QCOMPARE(snapshot.find<Pictures>("nearest")->count, 2);
        QCOMPARE(snapshot.find<Readout>("epoch")->value, 4.0);
    }

    void theSeedDecidesEveryBit()
    {
        const auto state = [](const char* seed, const char* threads, Values values = {}) {
            values.insert(values.end(), {{"seed", seed}, {"threads", threads}});
            return trained(settingsWith(values), 4)->save();
        };
        QVERIFY(state("7", "1") == state("7", "1"));
        QVERIFY(state("7", "1") != state("8", "1"));
        QVERIFY(state("7", "2", kEverything) == state("7", "2", kEverything));
    }

    void resetReturnsToTheStart()
    {
        const auto trainer = started(settingsWith({}));
        const std::string start = trainer->save();
        trainer->step();
        QVERIFY(trainer->save() != start);
        trainer->reset(settingsWith({}), {.pictures = kDiscs});
        QVERIFY(trainer->save() == start);
        trainer->reset(settingsWith({}), {.pictures = discs(30)});
        QCOMPARE(trainer->probe(kView).find<Readout>("pictures")->value, 27.0);
    }

    void lookingChangesNothing_data()
    {
        QTest::addColumn<bool>("everything");
        QTest::newRow("defaults") << false;
        QTest::newRow("BatchNorm in D and all that can be looked at") << true;
    }
    void lookingChangesNothing()
    {
        QFETCH(bool, everything);
        const Settings settings = settingsWith(everything ? kEverything : Values{});
        const auto trainer = started(settings);
        for (int i = 0; i < 6; ++i) {
            trainer->step();
            const std::string before = trainer->save();
            const View& view = everything ? kEveryView : kView;
            const Snapshot first = trainer->probe(view);
            trainer->measure();
            trainer->timelinePicture();
            trainer->samples(70);
            trainer->finalReadouts(70);
            QVERIFY(trainer->save() == before);
            QVERIFY(trainer->probe(view) == first);
        }
        QVERIFY(trainer->save() == trained(settings, 6)->save());
    }

    void lookingElsewhereChangesNoNumber()
    {
        const auto trainer = started(settingsWith({}));
        const View looked =
            viewOf("faces", {{"face", "5"}, {"face_to", "9"}, {"grid_draw", "1"}, {"shown_g", "raw"}});
        for (int i = 0; i < 6; ++i) {
            trainer->step();
            trainer->probe(i % 2 ? looked : kView);
        }
        QVERIFY(trainer->save() == trained(settingsWith({}), 6)->save());
    }

    /// What is not looked at is not computed, and what is looked at is the same.
    void partsAreComputedOnRequest()
    {
        const auto trainer = trained(settingsWith({}), 2);
        const Snapshot all = trainer->probe(kEveryView);
        const auto names = [&](std::initializer_list<const char*> wanted) {
            return pictureNames(trainer->probe(viewOfParts(kEveryView, wanted)));
        };
        QVERIFY(names({}) == (Names{"generated", "chosen"})); // they cost nothing beside the read-outs
        QVERIFY(names({"real"}) == (Names{"generated", "chosen", "real"}));
        QVERIFY(names({"nearest", "between"}) == (Names{"generated", "chosen", "nearest", "between"}));
        for (const char* part : {"real", "nearest", "varied", "between", "resampled"})
            QVERIFY(bytesOf(trainer->probe(viewOfParts(kEveryView, {part})), part) == bytesOf(all, part));
        QVERIFY(trainer->probe(viewOfParts(kEveryView, {})).all<Readout>() == all.all<Readout>());
    }

    void aSavedRunGoesOnBitForBit()
    {
        for (const Values& values :
             {Values{}, kEverything, Values{{"ema", "0"}, {"loss", "hinge"}, {"steps_d", "2"}}}) {
            const Settings settings = settingsWith(values);
            const auto first = trained(settings, 5);
            const std::string saved = first->save();
            const auto second = started(settings);
            second->restore(saved);
            QVERIFY(second->save() == saved);
            QVERIFY(bytesOf(second->probe(kView), "generated") == bytesOf(first->probe(kView), "generated"));
            for (int i = 0; i < 5; ++i) {
                const StepMetrics a = first->step(), b = second->step();
                QCOMPARE(a.lossD, b.lossD);
                QVERIFY(a.own == b.own);
            }
            QVERIFY(first->save() == second->save());
        }
    }

    void aStateOfOtherNetworksOrPicturesIsRefused()
    {
        const auto trainer = trained(settingsWith({}), 1);
        const std::string saved = trainer->save();
        for (const Values& values : {Values{{"width", "5"}}, Values{{"latent", "7"}},
                                     Values{{"batchnorm_d", "yes"}}, Values{{"optimizer_g", "sgd"}}})
            QVERIFY_THROWS_EXCEPTION(Error, started(settingsWith(values))->restore(saved));
        QVERIFY_THROWS_EXCEPTION(Error, started(settingsWith({}), discs(30))->restore(saved));
    }

    void theSnapshotHoldsItsParts()
    {
        const auto trainer = trained(settingsWith({}), 2);
        const Snapshot snapshot = trainer->probe(kView);
        QCOMPARE(snapshot.iteration, 2);
        QVERIFY(pictureNames(snapshot) == (Names{"generated", "real"}));
        const Pictures& generated = *snapshot.find<Pictures>("generated");
        QCOMPARE(generated.count, 64);
        QCOMPARE(generated.width, 32);
        QCOMPARE(generated.height, 32);
        QCOMPARE(generated.bytes.size(), std::size_t(64 * 32 * 32 * 3));
        QCOMPARE(snapshot.find<Pictures>("real")->count, 18);
        QCOMPARE(snapshot.find<Table>("verdicts")->rows.size(), std::size_t(64));
        QCOMPARE(snapshot.find<Table>("verdicts_real")->rows.size(), std::size_t(18));
        QCOMPARE(snapshot.find<Histogram>("d_generated")->total(), 64);
        QCOMPARE(snapshot.find<Histogram>("d_real")->total(), 18);
        double sum = 0;
        for (const auto& row : snapshot.find<Table>("verdicts")->rows)
            sum += row[0];
        QVERIFY(std::abs(sum / 64 - snapshot.find<Readout>("d_generated")->value) < 1e-12);
        QVERIFY(std::abs(snapshot.find<Readout>("epoch")->value - 8.0 / 18) < 1e-12);
        QCOMPARE(snapshot.find<Readout>("pictures")->value, 18.0);
        const auto scores = trained(settingsWith({{"loss", "hinge"}}), 1)->probe(kView);
        QVERIFY(scores.find<Histogram>("score_real") && !scores.find<Histogram>("d_real"));
    }

    void aChosenFaceShowsMore()
    {
        View view = viewOf("faces", {{"face", "3"}, {"face_to", "10"}, {"grid_draw", "1"}});
        const auto trainer = trained(settingsWith({}), 2);
        const Snapshot snapshot = trainer->probe(view);
        QVERIFY(pictureNames(snapshot) ==
                (Names{"generated", "real", "chosen", "nearest", "varied", "between", "resampled"}));
        const auto grid = bytesOf(snapshot, "generated");
        const auto inGrid = [&](int face) {
            const auto first = grid.begin() + face * 3072;
            return std::vector<std::uint8_t>(first, first + 3072);
        };
        const auto apart = [](const std::vector<std::uint8_t>& a, const std::vector<std::uint8_t>& b) {
            int worst = 0;
            for (std::size_t i = 0; i < a.size(); ++i)
                worst = std::max(worst, std::abs(a[i] - b[i]));
            return worst;
        };
        const auto between = bytesOf(snapshot, "between");
        QVERIFY(bytesOf(snapshot, "chosen") == inGrid(3));
        QVERIFY(apart(bytesOf(snapshot, "varied"), inGrid(3)) <=
                1); // not moved yet; sums may round otherwise
        QCOMPARE(between.size(), std::size_t(10 * 3072));
        QVERIFY(apart({between.begin(), between.begin() + 3072}, inGrid(3)) <= 1);
        QVERIFY(apart({between.end() - 3072, between.end()}, inGrid(10)) <= 1);
        QVERIFY(snapshot.find<Readout>("chosen_verdict")->value ==
                snapshot.find<Table>("verdicts")->rows[3][0]);
        QCOMPARE(snapshot.find<Table>("nearest")->rows.size(), std::size_t(5));
        QCOMPARE(snapshot.find<Pictures>("nearest")->count, 5);

        view.setText("direction_1", "3");
        view.setText("grid_draw", "2");
        const Snapshot moved = trainer->probe(view);
        QVERIFY(bytesOf(moved, "varied") != bytesOf(snapshot, "varied"));
        QVERIFY(bytesOf(moved, "resampled") != bytesOf(snapshot, "resampled"));
        QVERIFY(bytesOf(moved, "generated") == grid);
    }

    void theAverageIsShownUnlessGItselfIsWanted()
    {
        const auto shown = [](const char* ema, const char* g) {
            return bytesOf(trained(settingsWith({{"ema", ema}, {"lr_g", "0.01"}}), 6)
                               ->probe(viewOf("faces", {{"shown_g", g}})),
                           "generated");
        };
        QVERIFY(shown("0.999", "ema") != shown("0.999", "raw"));
        QVERIFY(shown("0", "ema") == shown("0", "raw"));
        QVERIFY(shown("0", "raw") == shown("0.999", "raw"));
        const auto raw = trained(settingsWith({{"lr_g", "0.01"}}), 6);
        QVERIFY(bytesOf(raw->timelinePicture(), "generated") == shown("0.999", "ema"));
    }

    void theTimelineKeepsTheGrid()
    {
        const auto trainer = trained(settingsWith({}), 3);
        const Snapshot kept = trainer->timelinePicture();
        QCOMPARE(kept.iteration, 3);
        QVERIFY(pictureNames(kept) == (Names{"generated"}));
        QCOMPARE(kept.all<Histogram>().size(), std::size_t(2));
        QCOMPARE(kept.find<Table>("verdicts")->rows, trainer->probe(kView).find<Table>("verdicts")->rows);
        QCOMPARE(kept.all<Readout>().size(), std::size_t(2));
        QCOMPARE(kept.find<Readout>("d_generated")->value,
                 trainer->probe(kView).find<Readout>("d_generated")->value);
    }

    void samplesAreFresh()
    {
        const auto trainer = trained(settingsWith({}), 2);
        const Snapshot many = trainer->samples(70);
        QCOMPARE(many.find<Pictures>("samples")->count, 70);
        QCOMPARE(many.find<Pictures>("samples")->bytes.size(), std::size_t(70 * 3072));
        QCOMPARE(trainer->samples(1).find<Pictures>("samples")->bytes.size(), std::size_t(3072));
        QVERIFY(trainer->samples(64).find<Pictures>("samples")->bytes !=
                bytesOf(trainer->probe(kView), "generated"));
        const auto readouts = trainer->finalReadouts(100);
        QCOMPARE(readouts.size(), std::size_t(2));
        for (const Readout& readout : readouts)
            QVERIFY(readout.value > 0 && readout.value < 1);
    }

    void eachLiveSettingMatters()
    {
        const std::string plain = trained(settingsWith({}), 3)->save();
        for (const Values& values : {Values{{"flip", "no"}}, Values{{"label_smoothing", "1"}},
                                     Values{{"ema", "0.1"}}, Values{{"augment_translation", "yes"}},
                                     Values{{"augment_color", "yes"}}, Values{{"augment_cutout", "yes"}}})
            QVERIFY2(trained(settingsWith(values), 3)->save() != plain, values[0].first);
        const auto hinge = [](const char* target) {
            return trained(settingsWith({{"loss", "hinge"}, {"label_smoothing", target}}), 3)->save();
        };
        QVERIFY(hinge("0.9") == hinge("1"));
    }

    /// Smoothed labels are cross-entropy against a target: smallest where D says just that.
    void smoothingHasItsMinimumAtTheTarget()
    {
        LossRule rule;
        rule.realTarget = 0.8;
        const auto loss = [&](double probability) {
            const Tensor score = at::tensor({std::log(probability / (1 - probability))}, at::kDouble);
            const Tensor sure = at::tensor({-1000.0}, at::kDouble); // costs nothing
            return discriminatorLoss(rule, {score, score}, {sure, sure}).value.item<double>();
        };
        QVERIFY(std::abs(loss(0.6) + 0.8 * std::log(0.6) + 0.2 * std::log(0.4)) < 1e-12);
        QVERIFY(loss(0.8) < loss(0.79) && loss(0.8) < loss(0.81));
    }

    void allLossesStep()
    {
        for (const LossFacts& facts : lossTable()) {
            const StepMetrics metrics = started(settingsWith({{"loss", facts.key}}))->step();
            QVERIFY(std::isfinite(metrics.lossD) && std::isfinite(metrics.lossG));
            QCOMPARE(metrics.own.size(), std::size_t(2));
        }
    }

    void divergenceGoesBackWhole()
    {
        Settings settings =
            settingsWith({{"loss", "least_squares"}, {"optimizer_d", "sgd"}, {"augment_color", "yes"}});
        const auto trainer = trained(settings, 3);
        settings.setText("lr_d", "10");
        trainer->apply(settings);
        std::string last, said;
        for (int i = 0; i < 300 && said.empty(); ++i) {
            last = trainer->save();
            said = sentence([&] { trainer->step(); }).toStdString();
        }
        QVERIFY2(said.find("stopped being finite") != std::string::npos, said.c_str());
        QVERIFY(trainer->save() == last);
        trainer->probe(kView);
    }

    void itLearns()
    {
        const Settings settings = settingsWith({{"width", "8"}, {"lr_d", "0.002"}, {"lr_g", "0.002"}});
        const auto trainer = started(settings);
        const auto distance = [&] { // of the mean faces
            const Snapshot snapshot = trainer->probe(kView);
            const auto mean = [&](const char* name) {
                const Pictures& p = *snapshot.find<Pictures>(name);
                return at::tensor(at::ArrayRef<std::uint8_t>(p.bytes))
                    .to(at::kFloat)
                    .view({p.count, -1})
                    .mean(0);
            };
            return (mean("generated") - mean("real")).abs().mean().item<double>();
        };
        const double before = distance();
        for (int i = 0; i < 100; ++i)
            trainer->step();
        QVERIFY2(distance() < before / 2, qPrintable(QString("%1 to %2").arg(before).arg(distance())));
    }

    void theNearestIsFound()
    {
        const SmallPictures known(*kDiscs);
        const auto found = known.nearest(kDiscs->picture(7), 3);
        QCOMPARE(found.size(), std::size_t(3));
        QCOMPARE(found[0].index, 7);
        QCOMPARE(found[0].distance, 0.0);
        QVERIFY(found[1].distance > 0 && found[1].distance <= found[2].distance);
        PictureSet blackAndWhite{8, std::vector<std::uint8_t>(2 * 192, 0), 2, {}, {}};
        std::fill(blackAndWhite.bytes.begin() + 192, blackAndWhite.bytes.end(), 255);
        const auto both = SmallPictures(blackAndWhite).nearest(blackAndWhite.picture(0), 5);
        QCOMPARE(both.size(), std::size_t(2));
        QCOMPARE(both[1].distance, 1.0);
    }

    void theLogReadsLikeTheRecipe()
    {
        const Experiment& faces = experimentNamed("faces");
        const Settings settings = faces.preset("two_minutes");
        const MetricColumns columns{"epoch",  "pictures",      "loss_d",      "loss_g",
                                    "d_real", "d_fake_before", "d_fake_after"};
        const std::vector<float> row{50.f * 64 / 3686, 3686, 1.741f, 4.7761f, 0.5343f, 0.5771f, 0.0136f};
        QVERIFY(!faces.logLine({settings, 101, 1, columns, row}));
        QCOMPARE(*faces.logLine({settings, 100, 1, columns, row}),
                 std::string("[0][50/58] Loss_D: 1.7410 Loss_G: 4.7761 D(x): 0.5343 D(G(z)) before: "
                             "0.5771, after: 0.0136"));
    }

    void presetsKeepTheRules()
    {
        const Experiment& faces = experimentNamed("faces");
        QVERIFY(faces.preset("two_minutes") == Settings(faces));
        for (const Preset& preset : faces.presets)
            faces.preset(preset.id).checkRules();
        for (const Setting& setting : faces.settings) {
            parseSettingValue(setting, setting.defaultText);
            QVERIFY2(std::string_view(setting.help).size() > 40, setting.key);
        }
        std::set<std::string_view> keys;
        for (const Setting& setting : faces.settings)
            QVERIFY2(keys.insert(setting.key).second, setting.key);
    }
};

QTEST_GUILESS_MAIN(TestFacesTrainer)
#include "tst_faces_trainer.moc"
