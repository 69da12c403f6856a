#include "core/error.h"
#include "core/experiment.h"
#include "core/model/state_bytes.h"
#include "core/model/trainers.h"
#include "tests/support/views.h"

#include <QTest>

#include <random>

using namespace gan;

namespace {

const View kView = viewOf("density-1d");

Settings settingsWith(std::vector<std::pair<const char*, const char*>> values)
{
    Settings settings(experimentNamed("density-1d"));
    settings.setText("batch", "32");
    for (const auto& [key, text] : values)
        settings.setText(key, text);
    return settings;
}

std::unique_ptr<Trainer> trained(const Settings& settings, int iterations)
{
    auto trainer = makeDensity1dTrainer();
    trainer->reset(settings);
    for (int i = 0; i < iterations; ++i)
        trainer->step();
    return trainer;
}

} // namespace

class TestSavedState : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goesOnBitForBit_data()
    {
        QTest::addColumn<QByteArray>("optimizer");
        QTest::addColumn<QByteArray>("loss");
        for (const char* optimizer : {"sgd", "momentum", "adam"})
            QTest::newRow(optimizer) << QByteArray(optimizer) << QByteArray("non_saturating");
        QTest::newRow("adam wasserstein_gp") << QByteArray("adam") << QByteArray("wasserstein_gp");
    }
    void goesOnBitForBit()
    {
        QFETCH(QByteArray, optimizer);
        QFETCH(QByteArray, loss);
        Settings settings =
            settingsWith({{"optimizer_d", optimizer}, {"optimizer_g", optimizer}, {"loss", loss}});
        const auto first = trained(settings, 20);
        settings.setText("lr_d", "0.003"); // a live change
        settings.setText("lr_g", "0.002");
        settings.setText("data_mean", "4");
        first->apply(settings);
        first->step();
        const std::string saved = first->save();

        const auto second = makeDensity1dTrainer();
        second->reset(settings);
        second->restore(saved);
        QVERIFY(second->save() == saved);
        QCOMPARE(second->probe(kView).iteration, 21);
        QCOMPARE(second->probe(kView).updatesD, 105);
        QCOMPARE(second->probe(kView).updatesG, 21);
        for (int i = 0; i < 20; ++i)
            QVERIFY(stepValues(first->step()) == stepValues(second->step()));
        QVERIFY(first->save() == second->save());
    }

    void damagedBytesAreRefusedAndChangeNothing()
    {
        const auto trainer = trained(settingsWith({{"optimizer_d", "adam"}}), 5);
        const std::string other = trainer->save();
        trainer->step();
        const std::string now = trainer->save();
        std::mt19937 random(1);
        for (int i = 0; i < 500; ++i) {
            std::string bytes = other;
            switch (i % 3) {
            case 0:
                bytes[random() % bytes.size()] ^= static_cast<char>(1 + random() % 255);
                break;
            case 1:
                bytes.resize(random() % bytes.size());
                break;
            case 2:
                bytes.insert(random() % bytes.size(), 1 + random() % 9, static_cast<char>(random()));
                break;
            }
            QVERIFY_EXCEPTION_THROWN(trainer->restore(bytes), Error);
            QVERIFY(trainer->save() == now);
        }
    }

    void statesOfOtherNetworksAreRefused()
    {
        const std::string saved = trained(settingsWith({}), 1)->save();
        for (const auto& [key, text] :
             std::vector<std::pair<const char*, const char*>>{{"hidden_d", "32"},
                                                              {"hidden_g", "16,16"},
                                                              {"head", "single"},
                                                              {"head", "seed_sigmoid"},
                                                              {"activation", "tanh"},
                                                              {"noise", "normal"},
                                                              {"noise_dim", "2"},
                                                              {"optimizer_g", "momentum"}}) {
            const auto other = trained(settingsWith({{key, text}}), 1);
            const std::string before = other->save();
            QVERIFY_EXCEPTION_THROWN(other->restore(saved), Error);
            QVERIFY(other->save() == before);
        }
    }

    void anUntouchedTrainerSaysSo()
    {
        const auto trainer = makeDensity1dTrainer();
        QVERIFY_EXCEPTION_THROWN(trainer->save(), Error);
        QVERIFY_EXCEPTION_THROWN(trainer->restore("x"), Error);
        QVERIFY_EXCEPTION_THROWN(trainer->step(), Error);
        QVERIFY_EXCEPTION_THROWN(trainer->probe(kView), Error);
    }
};

QTEST_GUILESS_MAIN(TestSavedState)
#include "tst_saved_state.moc"
