#include "core/experiment.h"
#include "core/step_metrics.h"
#include "tests/ui/ui_test.h"
#include "ui/editors/field_message.h"
#include "ui/pages/pages.h"
#include "ui/panels/pause_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>

using namespace gan;
using Kind = PauseCondition::Kind;

namespace {

struct Shown {
    Shown() { panel.show(); }
    QCheckBox* box(const char* id)
    {
        return panel.findChild<QCheckBox*>(QStringLiteral("pause_") + QLatin1String(id));
    }
    void type(const char* id, const char* text)
    {
        auto* field = panel.findChild<QLineEdit*>(QStringLiteral("pause_%1_value").arg(QLatin1String(id)));
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QString::fromLatin1(text));
        QTest::keyClick(field, Qt::Key_Return);
    }
    void choose(const char* label)
    {
        for (QComboBox* list : panel.findChildren<QComboBox*>())
            if (const int index = list->findText(QString::fromLatin1(label)); index >= 0) {
                list->setCurrentIndex(index);
                Q_EMIT list->activated(index);
                return;
            }
        QFAIL(label);
    }

    PausePanel panel{pageFor(experimentNamed("density-1d")).numbers};
};

} // namespace

class TestPausePanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init() { failOnWarnings(); }

    void nothingIsWatchedAtFirst() { QVERIFY(Shown().panel.conditions().empty()); }

    void aTickIsACondition()
    {
        Shown shown;
        QSignalSpy changed(&shown.panel, &PausePanel::changed);
        QTest::mouseClick(shown.box("worsens"), Qt::LeftButton, {}, {6, shown.box("worsens")->height() / 2});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(shown.panel.conditions().size(), std::size_t{1});
        QCOMPARE(shown.panel.conditions()[0].kind, Kind::Worsens);
        QCOMPARE(shown.panel.conditions()[0].column, std::string("w1"));
        QCOMPARE(shown.panel.conditions()[0].value, 0.5);
        shown.box("worsens")->click();
        QVERIFY(shown.panel.conditions().empty());
    }

    void whoTypesAValueMeansIt()
    {
        Shown shown;
        shown.type("at", "2500");
        QVERIFY(shown.box("at")->isChecked());
        QCOMPARE(shown.panel.conditions()[0].value, 2500.0);
    }

    void readOutsAreChosenByTheirNames()
    {
        Shown shown;
        shown.type("crosses", "-0.25");
        shown.choose("loss of G");
        const PauseCondition condition = shown.panel.conditions()[0];
        QCOMPARE(condition.kind, Kind::Crosses);
        QCOMPARE(condition.column, std::string("loss_g"));
        QCOMPARE(condition.value, -0.25);
    }

    void everyWatchedColumnIsLogged()
    {
        for (const Experiment& experiment : experiments())
            for (const NumberSpec& number : pageFor(experiment).numbers)
                if (number.watched != NumberSpec::Watched::Nothing)
                    QCOMPARE(QByteArray(experiment.column(number.names.front()).label),
                             QByteArray(number.label));
    }

    void whatIsNoValueIsRefused_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("word") << QByteArray("exceeds") << QByteArray("much");
        QTest::newRow("no iteration") << QByteArray("at") << QByteArray("0");
        QTest::newRow("part of one") << QByteArray("at") << QByteArray("1.5");
        QTest::newRow("negative share") << QByteArray("worsens") << QByteArray("-1");
        QTest::newRow("nothing") << QByteArray("crosses") << QByteArray("nan");
    }

    void whatIsNoValueIsRefused()
    {
        QFETCH(QByteArray, id);
        QFETCH(QByteArray, text);
        Shown shown;
        auto* field =
            shown.panel.findChild<QLineEdit*>(QStringLiteral("pause_%1_value").arg(QLatin1String(id)));
        const QString before = field->text();
        shown.type(id.constData(), text.constData());
        QVERIFY(isRefused(field));
        QCOMPARE(field->text(), before);
        QVERIFY(shown.panel.conditions().empty());
    }

    void conditionsOfAPlanTakeTheirPlace()
    {
        PausePanel panel{pageFor(experimentNamed("density-1d")).numbers};
        QSignalSpy changed(&panel, &PausePanel::changed);
        const std::vector<PauseCondition> planned = {{PauseCondition::Kind::AtIteration, {}, 200},
                                                     {PauseCondition::Kind::Crosses, "d_fake_after", 0.5}};
        panel.setConditions(planned);
        QCOMPARE(changed.count(), 1);
        QVERIFY(panel.conditions() == planned);
        panel.setConditions({{PauseCondition::Kind::Crosses, "nothing", 1}});
        QVERIFY(panel.conditions().empty());
    }

    /// What a preset wants to watch is on its page, or the window would go past it.
    void everyPresetCanPause()
    {
        for (const Experiment& experiment : experiments())
            for (const Preset& preset : experiment.presets) {
                PausePanel panel{pageFor(experiment).numbers};
                panel.setConditions(preset.pauses());
                QVERIFY2(panel.conditions() == preset.pauses(), preset.id);
            }
    }
};

QTEST_MAIN(TestPausePanel)
#include "tst_pause_panel.moc"
