#include "core/error.h"
#include "core/experiment.h"
#include "core/settings/setting_rows.h"
#include "core/settings/settings.h"
#include "tests/support/all_rows.h"

#include <QTest>

#include <set>

using namespace gan;

namespace {

const Experiment& density()
{
    return experimentNamed("density-1d");
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

const Setting kMatrix{"a", "A", "", "", SettingKind::Matrix, "1 0.5; 1 0.5", SettingApplies::Live, -10, 10};
const Setting kPath{"p", "P", "", "", SettingKind::Path, ""};

} // namespace

class TestSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyDefaultFitsItsRowAndReadsBack()
    {
        for (const Setting& setting : allRows()) {
            const SettingValue value = parseSettingValue(setting, setting.defaultText);
            QCOMPARE(settingValueText(value), std::string(setting.defaultText));
            QVERIFY(parseSettingValue(setting, settingValueText(value)) == value);
        }
    }

    /// A key means one thing in an experiment, whether it is a setting or chooses what is looked at.
    void keysOfAnExperimentAreUnique()
    {
        for (const Experiment& experiment : experiments()) {
            std::set<std::string> keys;
            for (const auto* rows : {&experiment.settings, &experiment.view})
                for (const Setting& setting : *rows)
                    QVERIFY2(keys.insert(setting.key).second, setting.key);
        }
    }

    void everyRowExplainsItself()
    {
        for (const Setting& setting : allRows()) {
            QVERIFY2(std::string_view(setting.help).size() > 40, setting.key);
            QVERIFY2(!std::string_view(setting.label).empty() && !std::string_view(setting.group).empty(),
                     setting.key);
            const bool hasRange = setting.kind != SettingKind::Choice && setting.kind != SettingKind::Path;
            QVERIFY2(!hasRange || setting.minimum < setting.maximum, setting.key);
            QVERIFY2(setting.scale == SettingScale::Linear || setting.minimum > 0, setting.key);
        }
    }

    void theSeedsNumbersAreTheDefaults()
    {
        const Settings s(density());
        QCOMPARE(s.number("lr_d"), 0.01);
        QCOMPARE(s.number("lr_g"), 0.001);
        QCOMPARE(s.integer("steps_d"), 5);
        QCOMPARE(s.integer("steps_g"), 1);
        QCOMPARE(s.integer("batch"), 128);
        QCOMPARE(s.choice("head"), std::string("softmax"));
        QCOMPARE(s.choice("optimizer_d"), std::string("sgd"));
        QCOMPARE(s.layers("hidden_d"), Layers{64});
        QCOMPARE(s.layers("hidden_g"), Layers{16});
        QCOMPARE(s.number("data_mean"), 5.0);
        QCOMPARE(s.number("data_sd"), 1.5);
    }

    void textIsRefused_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("text");
        const char* rows[][2] = {
            {"lr_d", ""},
            {"lr_d", "fast"},
            {"lr_d", "0"},
            {"lr_d", "11"},
            {"lr_d", "nan"},
            {"lr_d", "inf"},
            {"lr_d", "0,01"},
            {"lr_d", "0.01x"},
            {"steps_d", "1.5"},
            {"steps_d", "-1"},
            {"steps_d", "101"},
            {"seed", "-1"},
            {"seed", "4294967296"},
            {"head", ""},
            {"head", "Softmax"},
            {"hidden_d", ""},
            {"hidden_d", "64,"},
            {"hidden_d", "0"},
            {"hidden_d", "513"},
            {"hidden_d", "a"},
            {"hidden_d", "1,1,1,1,1"},
            {"hidden_d", "99999999999999999999"},
            {"seed", "99999999999999999999"},
        };
        for (const auto& row : rows)
            QTest::addRow("%s=%s", row[0], row[1])
                << QString::fromLatin1(row[0]) << QString::fromLatin1(row[1]);
    }

    void textIsRefused()
    {
        QFETCH(QString, key);
        QFETCH(QString, text);
        Settings s(density());
        const Settings before = s;
        const QString said = sentence([&] { s.setText(key.toStdString(), text.toStdString()); });
        QVERIFY2(said.contains(key) && said.contains(QLatin1String("must be")), qPrintable(said));
        QVERIFY(s == before);
    }

    void anUnknownKeyIsNamed()
    {
        Settings s(density());
        QVERIFY(sentence([&] { s.setText("lr", "1"); }).contains(QLatin1String("\"lr\"")));
        QVERIFY(sentence([] { experimentNamed("faces9"); }).contains(QLatin1String("density-1d")));
    }

    void aValueOfAnotherTypeIsRefused()
    {
        Settings s(density());
        QVERIFY_THROWS_EXCEPTION(Error, s.set("lr_d", std::int64_t{1}));
        QVERIFY_THROWS_EXCEPTION(Error, s.set("steps_d", 1.0));
        QVERIFY_THROWS_EXCEPTION(Error, s.set("hidden_d", std::string("64")));
    }

    void matricesAndPaths()
    {
        QVERIFY(parseSettingValue(kMatrix, "0.7 0.9;0.1  0.6") ==
                SettingValue(Matrix{{0.7, 0.9}, {0.1, 0.6}}));
        for (const char* bad : {"1 2; 3", "", "1 2; x 4", "1 2; 3 11"})
            QVERIFY_THROWS_EXCEPTION(Error, parseSettingValue(kMatrix, bad));
        QVERIFY(parseSettingValue(kPath, "/a b/c.csv") == SettingValue(std::string("/a b/c.csv")));
    }

    void rulesAcrossRows_data()
    {
        QTest::addColumn<QStringList>("values");
        QTest::addRow("no steps") << QStringList{"steps_d=0", "steps_g=0"};
        QTest::addRow("no width") << QStringList{"data=uniform", "uniform_low=3", "uniform_high=3"};
        QTest::addRow("sigmoids with hinge") << QStringList{"head=seed_sigmoid", "loss=hinge"};
    }

    void rulesAcrossRows()
    {
        QFETCH(QStringList, values);
        Settings s(density());
        s.checkRules();
        for (const QString& value : values)
            s.setText(value.section('=', 0, 0).toStdString(), value.section('=', 1).toStdString());
        QVERIFY_THROWS_EXCEPTION(Error, s.checkRules());
    }

    void presetsKeepTheRules()
    {
        for (const Preset& preset : density().presets)
            density().preset(preset.id).checkRules();
        QVERIFY(density().preset("defaults") == Settings(density()));
        QCOMPARE(density().preset("blind").choice("head"), std::string("seed_sigmoid"));
        QCOMPARE(density().preset("sum").choice("reduction"), std::string("sum"));
    }

    void rowsShowWhenTheyMatter()
    {
        Settings s(density());
        const auto visible = [&](const char* key) { return s.isVisible(density().setting(key)); };
        QVERIFY(visible("data_mean") && !visible("uniform_low") && !visible("momentum_d") &&
                !visible("gradient_penalty"));
        s.setText("data", "uniform");
        s.setText("optimizer_d", "momentum");
        QVERIFY(!visible("data_mean") && visible("uniform_low") && visible("momentum_d") &&
                !visible("momentum_g"));
    }

    void differencesNameTheKeys()
    {
        Settings a(density()), b(density());
        b.setText("lr_g", "0.1");
        b.setText("batch", "7");
        QCOMPARE(b.differencesFrom(a), (std::vector<std::string>{"lr_g", "batch"}));
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
