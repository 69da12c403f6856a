#include "core/experiment.h"
#include "tests/ui/ui_test.h"
#include "ui/export/picture_caption.h"
#include "ui/panels/comparison_panel.h"
#include "ui/text/run_words.h"

#include <QLabel>

using namespace gan;

namespace {

/// Another value than it has: a choice, or something that is allowed.
std::optional<SettingValue> otherValue(const Setting& setting, const SettingValue& value)
{
    for (const SettingChoice& choice : setting.choices)
        if (settingValueText(value) != choice.value)
            return SettingValue(std::string(choice.value));
    const SettingValue least = setting.kind == SettingKind::Integer
                                   ? SettingValue(std::int64_t(setting.minimum))
                                   : SettingValue(setting.minimum);
    const bool isNumber = setting.kind == SettingKind::Integer || setting.kind == SettingKind::Number;
    return isNumber && least != value ? std::optional(least) : std::nullopt;
}

/// Keys and values that a person would not write: they have an underscore.
QStringList internalNames(const QString& text)
{
    QStringList found;
    for (const QString& word : text.split(QRegularExpression(QStringLiteral("[^A-Za-z0-9_]"))))
        if (word.contains(QLatin1Char('_')))
            found += word;
    return found;
}

QString comparisonOf(const Run& present, const Run& earlier)
{
    ComparisonPanel panel(Theme::light(), present);
    panel.keep(2, earlier);
    panel.show();
    QCoreApplication::processEvents();
    const auto* label = panel.findChild<QLabel*>(QStringLiteral("differences"));
    return label ? label->text() : QString();
}

} // namespace

/// What a screen and a caption say of a run: names of the control panel, and only what matters.
class TestRunWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init() { failOnWarnings(); }

    void everySettingHasWords_data()
    {
        QTest::addColumn<QString>("experiment");
        for (const Experiment& experiment : experiments())
            QTest::newRow(experiment.id) << QString::fromLatin1(experiment.id);
    }
    void everySettingHasWords()
    {
        QFETCH(QString, experiment);
        const Experiment& which = experimentNamed(experiment.toStdString());
        const Run usual{Settings(which)};
        for (const Setting& setting : which.settings) {
            const auto value = otherValue(setting, usual.settings.value(setting.key));
            if (!value)
                continue;
            Run run = usual;
            run.settings.set(setting.key, *value);
            if (setting.isLive())
                run.events = {{5, setting.key, *value}};
            for (const QString& text : {captionText(run), comparisonOf(usual, run)}) {
                QVERIFY2(internalNames(text).isEmpty(), qPrintable(text));
                QVERIFY2(!text.contains(QLatin1String(": ;")) && !text.endsWith(QLatin1String(": ")),
                         qPrintable(text));
            }
        }
    }

    /// The momentum of an optimizer that has none.
    void whatHasNoMeaningIsLeftOut()
    {
        const Run usual{Settings(experimentNamed("density-1d"))};
        Run other = usual;
        other.settings.setText("momentum_d", "0.5");
        QVERIFY(differencesThatCount(other.settings, usual.settings).empty());
        other.settings.setText("optimizer_d", "momentum");
        QCOMPARE(differencesThatCount(other.settings, usual.settings).size(), std::size_t{2});
        QVERIFY2(captionText(other).contains(QLatin1String("Momentum of D: 0.5")),
                 qPrintable(captionText(other)));
    }

    void choicesHaveTheirLabels()
    {
        const Experiment& density = experimentNamed("density-1d");
        QCOMPARE(settingWords(density, "loss", std::string("wasserstein_gp")),
                 QStringLiteral("Loss: Wasserstein with gradient penalty"));
    }

    /// A slider that is dragged makes a change of each iteration.
    void manyChangesAreCounted()
    {
        Run run{Settings(experimentNamed("density-1d"))};
        for (int i = 0; i < 300; ++i)
            run.events.push_back({i, "lr_g", 0.001 * (i + 1)});
        const QString words = changesInWords(run);
        QVERIFY2(words.size() < 600 && words.contains(QLatin1String("292")), qPrintable(words));
    }
};

QTEST_MAIN(TestRunWords)
#include "tst_run_words.moc"
