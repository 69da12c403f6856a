#include "core/experiment.h"
#include "tests/ui/ui_test.h"
#include "ui/editors/collapsible_group.h"
#include "ui/editors/control_panel.h"
#include "ui/editors/setting_editor.h"
#include "ui/text/text.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QWheelEvent>

using namespace gan;

namespace {

const Experiment& experiment()
{
    return experimentNamed("density-1d");
}

/// A panel on screen, and what it tells.
struct Shown {
    Shown(const Experiment& shown = experiment())
        : panel(Settings(shown))
    {
        QObject::connect(&panel, &ControlPanel::liveChanged,
                         [this](const Settings& s) { live.push_back(s); });
        QObject::connect(&panel, &ControlPanel::resetRequested,
                         [this](const Settings& settings) { reset.push_back(settings); });
        QObject::connect(&panel, &ControlPanel::presetChosen, [this](const Run& run, const Preset&) {
            begun.push_back(run);
            panel.setSettings(run.settings);
        });
        panel.resize(236, 600);
        panel.show();
    }

    SettingEditor* editor(const char* key)
    {
        return panel.findChild<SettingEditor*>(QString::fromLatin1(key));
    }
    template <class Control>
    Control* control(const char* key)
    {
        return editor(key)->findChild<Control*>();
    }
    QPushButton* button(const char* name) { return panel.findChild<QPushButton*>(QString::fromLatin1(name)); }
    /// The sentence that floats at a field; empty when there is none.
    QString refusal()
    {
        const auto* message = panel.findChild<QLabel*>(QStringLiteral("fieldMessage"));
        return message && message->isVisible() ? message->text() : QString();
    }
    QComboBox* presets() { return panel.findChild<QComboBox*>(QStringLiteral("presets")); }

    void type(const char* key, const char* text)
    {
        auto* field = control<QLineEdit>(key);
        field->setFocus();
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClicks(field, QString::fromLatin1(text));
        QTest::keyClick(field, Qt::Key_Return);
    }
    /// As a hand does: opens nothing, but goes to the entry by keys.
    static void choose(QComboBox* list, int index)
    {
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Home);
        while (list->currentIndex() < index)
            QTest::keyClick(list, Qt::Key_Down);
    }

    /// As a hand does, in the open list.
    void choosePreset(const char* id)
    {
        const auto& all = panel.applied().experiment().presets;
        const auto found = std::find_if(
            all.begin(), all.end(), [&](const Preset& preset) { return std::string_view(preset.id) == id; });
        const int row = presets()->findData(int(found - all.begin()));
        QTest::keyClick(presets(), Qt::Key_Down);
        QAbstractItemView* list = presets()->view();
        QTRY_VERIFY(list->isVisible());
        list->setCurrentIndex(presets()->model()->index(row, 0));
        QTest::keyClick(list, Qt::Key_Return);
    }

    ControlPanel panel;
    std::vector<Run> begun;            ///< by a preset
    std::vector<Settings> live, reset; ///< what was told; a QSignalSpy only keeps what has a default
};

void turnWheel(QWidget* over)
{
    const QPointF at = over->rect().center();
    QWheelEvent event(at, over->mapToGlobal(at), {0, 0}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QSpontaneKeyEvent::setSpontaneous(&event); // only what comes from outside goes on to parents
    qApp->notify(over, &event);
}

} // namespace

class TestControlPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init() { failOnWarnings(); }

    void everyRowHasAnEditorWithNameAndHelp()
    {
        Shown shown;
        for (const Setting& setting : experiment().settings) {
            SettingEditor* editor = shown.editor(setting.key);
            QVERIFY2(editor, setting.key);
            QVERIFY(!editor->toolTip().isEmpty());
            const auto controls = editor->findChildren<QWidget*>();
            const bool named = std::any_of(controls.begin(), controls.end(), [](const QWidget* control) {
                return !control->accessibleName().isEmpty() && !control->accessibleDescription().isEmpty();
            });
            QVERIFY2(named, setting.key);
        }
    }

    void everyKindShowsAndGivesItsValue_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("number, logarithmic") << QByteArray("lr_d") << QByteArray("0.0123");
        QTest::newRow("number, linear") << QByteArray("data_sd") << QByteArray("2.345");
        QTest::newRow("integer") << QByteArray("batch") << QByteArray("77");
        QTest::newRow("long integer") << QByteArray("seed") << QByteArray("4294967295");
        QTest::newRow("choice") << QByteArray("activation") << QByteArray("tanh");
        QTest::newRow("layers") << QByteArray("hidden_d") << QByteArray("32,16,8");
    }

    /// An editor returns exactly what it was given, to the last bit, and is quiet about it.
    void everyKindShowsAndGivesItsValue()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, text);
        const Setting& setting = experiment().setting(key.constData());
        const std::unique_ptr<SettingEditor> editor(SettingEditor::create(setting));
        QSignalSpy edited(editor.get(), &SettingEditor::edited);
        editor->setValue(parseSettingValue(setting, text.constData()));
        QCOMPARE(edited.count(), 0);
        if (auto* list = editor->findChild<QComboBox*>())
            QCOMPARE(list->currentData().toByteArray(), text);
        else
            QCOMPARE(editor->findChild<QLineEdit*>()->text().toUtf8(), text);
    }

    void typedLiveValueIsTold()
    {
        Shown shown;
        shown.type("lr_d", "0.0123");
        QCOMPARE(shown.live.size(), std::size_t(1));
        QCOMPARE(shown.live.back().number("lr_d"), 0.0123);
        QVERIFY(!shown.panel.somethingWaits());
    }

    void logarithmicSliderMovesByRatios()
    {
        Shown shown;
        auto* slider = shown.control<QSlider>("lr_d");
        slider->setFocus();
        const double before = Settings(experiment()).number("lr_d");
        for (int i = 0; i < 40; ++i)
            QTest::keyClick(slider, Qt::Key_Right);
        QCOMPARE(shown.live.back().number("lr_d"), before * 10); // 40 steps to a decade
        QCOMPARE(shown.control<QLineEdit>("lr_d")->text(), QStringLiteral("0.1"));
        QTest::keyClick(slider, Qt::Key_End);
        QCOMPARE(shown.live.back().number("lr_d"), 10.0);
    }

    void sliderGoesWhereTheMouseClicks()
    {
        Shown shown;
        auto* slider = shown.control<QSlider>("batch");
        QTest::mouseClick(slider, Qt::LeftButton, {}, QPoint(slider->width() / 2, slider->height() / 2));
        QCOMPARE(shown.live.size(), std::size_t(1));
        const auto batch = shown.live.back().integer("batch");
        QVERIFY2(batch > 50 && batch < 80,
                 qPrintable(QString::number(batch))); // 64 is the middle of 1 to 4096
    }

    void nonsenseLeavesItsSentence_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("typed");
        for (const char* typed : {"abc", "-1", "1e9", "", " ", "0.1.2", "inf", "nan"})
            for (const char* key : {"lr_d", "batch", "hidden_d"})
                QTest::addRow("%s %s", key, typed) << QByteArray(key) << QByteArray(typed);
    }

    /// Below the field, inside the panel, with the range that is allowed; no other control moves.
    void nonsenseLeavesItsSentence()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, typed);
        Shown shown;
        shown.panel.findChild<CollapsibleGroup*>(QStringLiteral("Networks"))->setOpen(true);
        auto* field = shown.control<QLineEdit>(key);
        const QString before = field->text();
        QTRY_VERIFY(field->isVisible());
        const QPoint place = shown.editor("loss")->mapTo(&shown.panel, QPoint());
        shown.type(key, typed);
        QVERIFY(
            shown.refusal().contains(translated(settingRangeText(experiment().setting(key.toStdString())))));
        QVERIFY(shown.refusal().contains(translated(experiment().setting(key.toStdString()).label)));
        QCOMPARE(shown.editor("loss")->mapTo(&shown.panel, QPoint()), place);
        QCOMPARE(field->text(), before);
        QCOMPARE(shown.live.size(), std::size_t(0));
        QVERIFY(!shown.panel.somethingWaits());
        const auto* message = shown.panel.findChild<QLabel*>(QStringLiteral("fieldMessage"));
        QVERIFY(message);
        QVERIFY(message->parentWidget()->rect().contains(message->geometry()));
        QTest::keyClick(field, Qt::Key_1); // who types again has read it
        QTRY_VERIFY(shown.refusal().isEmpty());
    }

    void commasAndSpacesAreUnderstood()
    {
        Shown shown;
        shown.type("lr_d", "0,02");
        QCOMPARE(shown.live.back().number("lr_d"), 0.02);
        shown.type("batch", "1 000");
        QCOMPARE(shown.live.back().integer("batch"), 1000);
        QVERIFY(shown.refusal().isEmpty());
    }

    void refusedCombinationLeavesItsSentence()
    {
        Shown shown;
        shown.type("steps_g", "0");
        shown.type("steps_d", "0");
        QVERIFY(!shown.refusal().isEmpty());
        QCOMPARE(shown.control<QLineEdit>("steps_d")->text(), QStringLiteral("5"));
        QCOMPARE(shown.live.size(), std::size_t(1));
        QCOMPARE(shown.live.back().integer("steps_d"), 5);
    }

    /// What waits must be possible too: together with what runs, and the other way round.
    void rulesHoldForWhatWaits()
    {
        Shown shown;
        Shown::choose(shown.control<QComboBox>("head"), 2); // two sigmoids
        QVERIFY(shown.panel.somethingWaits());
        Shown::choose(shown.control<QComboBox>("loss"), 0);
        QCOMPARE(shown.live.size(), std::size_t(1)); // minimax goes with them
        auto* loss = shown.control<QComboBox>("loss");
        loss->setFocus();
        QTest::keyClick(loss, Qt::Key_End); // Wasserstein does not
        QVERIFY(!shown.refusal().isEmpty());
        QCOMPARE(loss->currentData().toByteArray(), QByteArray("minimax"));
        QCOMPARE(shown.live.size(), std::size_t(1));
    }

    void restartRowWaits()
    {
        Shown shown;
        QVERIFY(!shown.button("apply")->isEnabled());
        shown.type("hidden_d", "32,32");
        QCOMPARE(shown.live.size(), std::size_t(0));
        QVERIFY(shown.button("apply")->isEnabled());
        QTest::mouseClick(shown.button("apply"), Qt::LeftButton);
        QCOMPARE(shown.reset.size(), std::size_t(1));
        const auto asked = shown.reset.back();
        QCOMPARE(asked.layers("hidden_d"), (Layers{32, 32}));
        shown.panel.followSettings(asked);
        QVERIFY(!shown.button("apply")->isEnabled());
    }

    void waitingChangeCanBeDiscarded()
    {
        Shown shown;
        shown.type("hidden_d", "32,32");
        QTest::mouseClick(shown.button("discard"), Qt::LeftButton);
        QCOMPARE(shown.control<QLineEdit>("hidden_d")->text(), QStringLiteral("64"));
        QVERIFY(!shown.button("apply")->isEnabled());
        QVERIFY(shown.reset.empty() && shown.live.empty());
    }

    void liveChangeDoesNotCarryWhatWaits()
    {
        Shown shown;
        shown.type("hidden_d", "32,32");
        shown.type("lr_g", "0.5");
        QCOMPARE(shown.live.back().layers("hidden_d"), (Layers{64}));
        QCOMPARE(shown.live.back().number("lr_g"), 0.5);
        QVERIFY(shown.panel.somethingWaits());
    }

    void followingSettingsKeepsWhatWaits()
    {
        Shown shown;
        shown.type("hidden_d", "32,32");
        Settings settings(experiment());
        settings.set("lr_d", 0.5); // as an opened run changes it
        shown.panel.followSettings(settings);
        QCOMPARE(shown.control<QLineEdit>("lr_d")->text(), QStringLiteral("0.5"));
        QCOMPARE(shown.control<QLineEdit>("hidden_d")->text(), QStringLiteral("32,32"));
        QVERIFY(shown.panel.somethingWaits());
        shown.panel.setSettings(settings);
        QCOMPARE(shown.control<QLineEdit>("hidden_d")->text(), QStringLiteral("64"));
        QVERIFY(shown.live.empty() && shown.reset.empty());
    }

    void rowsComeAndGo()
    {
        Shown shown;
        QVERIFY(shown.editor("gradient_penalty")->isHidden());
        Shown::choose(shown.control<QComboBox>("loss"), 4);
        QCOMPARE(shown.live.back().choice("loss"), std::string("wasserstein_gp"));
        QVERIFY(!shown.editor("gradient_penalty")->isHidden());
        QVERIFY(shown.editor("momentum_d")->isHidden());
        QVERIFY(!shown.editor("data_mean")->isHidden());
        QVERIFY(shown.editor("uniform_low")->isHidden());
    }

    void presetBeginsItsRunAndSaysWhy()
    {
        Shown shown;
        QCOMPARE(shown.presets()->currentIndex(), 0);
        shown.choosePreset(experiment().presets[1].id);
        QVERIFY(!shown.panel.somethingWaits());
        QCOMPARE(shown.begun.size(), std::size_t(1));
        QCOMPARE(shown.begun[0].settings.choice("head"), std::string("seed_sigmoid"));
        QCOMPARE(shown.control<QComboBox>("head")->currentData().toByteArray(), QByteArray("seed_sigmoid"));
        QCOMPARE(shown.presets()->currentIndex(), 1);
        shown.type("lr_d", "0.5");
        QCOMPARE(shown.presets()->currentIndex(), -1); // no preset any more
    }

    /// Neither a key on the closed list nor the wheel begins a run.
    void presetIsChosenOnPurpose()
    {
        Shown shown;
        shown.presets()->setFocus();
        for (const Qt::Key key : {Qt::Key_End, Qt::Key_PageDown, Qt::Key_B, Qt::Key_Space})
            QTest::keyClick(shown.presets(), key);
        turnWheel(shown.presets());
        QCOMPARE(shown.begun.size(), std::size_t(0));
    }

    /// What waits is marked; the list and the marks say what the run uses.
    void whatWaitsSaysWhatTheRunUses()
    {
        Shown shown;
        Shown::choose(shown.control<QComboBox>("optimizer_d"), 1);
        QVERIFY(shown.panel.somethingWaits());
        QCOMPARE(shown.presets()->currentIndex(), 0); // the run is still the preset's
        const auto marks = shown.editor("optimizer_d")->findChildren<QLabel*>();
        const bool said = std::any_of(marks.begin(), marks.end(), [](const QLabel* mark) {
            return mark->isVisible() && mark->text().contains(QStringLiteral("run uses SGD"));
        });
        QVERIFY(said);
        auto* waits = shown.panel.findChild<QLabel*>(QStringLiteral("whatWaits"));
        QVERIFY(waits->isVisible());
        QVERIFY(waits->text().contains(QString::fromLatin1(experiment().setting("optimizer_d").label)));
        QTest::mouseClick(shown.button("discard"), Qt::LeftButton);
        QVERIFY(!waits->text().contains(QString::fromLatin1(experiment().setting("optimizer_d").label)));
    }

    void presetsAreTheSameAfterAnyOther_data()
    {
        QTest::addColumn<QByteArray>("id");
        for (const Experiment& experiment : experiments())
            QTest::newRow(experiment.id) << QByteArray(experiment.id);
    }

    /// The run of each preset, its seed among it, does not depend on the preset before.
    void presetsAreTheSameAfterAnyOther()
    {
        QFETCH(QByteArray, id);
        const Experiment& chosen = experimentNamed(id.toStdString());
        for (const Preset& second : chosen.presets) {
            if (!second.isOffered())
                continue;
            Shown alone(chosen);
            alone.choosePreset(second.id);
            for (const Preset& first : chosen.presets) {
                if (!first.isOffered())
                    continue;
                Shown after(chosen);
                after.choosePreset(first.id);
                after.choosePreset(second.id);
                QVERIFY2(after.begun.back().settings == alone.begun.back().settings,
                         (std::string(first.id) + ", then " + second.id).c_str());
            }
        }
    }

    void presetKeepsTheSeed()
    {
        Shown shown;
        Settings settings(experiment());
        settings.set("seed", std::int64_t(42));
        shown.panel.setSettings(settings);
        QCOMPARE(shown.presets()->currentIndex(), 0);
        shown.choosePreset(experiment().presets[2].id);
        QCOMPARE(shown.begun.back().settings.integer("seed"), 42);
    }

    void wheelScrollsAndChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("slider") << QByteArray("batch");
        QTest::newRow("list") << QByteArray("loss");
    }

    void wheelScrollsAndChangesNothing()
    {
        QFETCH(QByteArray, key);
        Shown shown;
        auto* slider = shown.control<QSlider>(key);
        QWidget* control = slider ? static_cast<QWidget*>(slider) : shown.control<QComboBox>(key);
        auto* bar = shown.panel.findChild<QScrollArea*>()->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        const int before = bar->value();
        turnWheel(control);
        QVERIFY(bar->value() > before);
        QCOMPARE(shown.live.size(), std::size_t(0));
        QVERIFY(!control->hasFocus());
        control->setFocus();
        QTRY_VERIFY(control->hasFocus());
        turnWheel(control);
        QCOMPARE(shown.live.size(), std::size_t(1)); // with the focus it means the value
    }

    void groupsOpenAndClose()
    {
        Shown shown;
        auto* first = shown.panel.findChild<CollapsibleGroup*>(QStringLiteral("Learning"));
        auto* last = shown.panel.findChild<CollapsibleGroup*>(QStringLiteral("Repeating and measuring"));
        QVERIFY(first && first->isOpen());
        QVERIFY(last && !last->isOpen());
        QVERIFY(!shown.editor("threads")->isVisible());
        last->setOpen(true);
        QVERIFY(shown.editor("threads")->isVisible());
    }
};

QTEST_MAIN(TestControlPanel)
#include "tst_control_panel.moc"
