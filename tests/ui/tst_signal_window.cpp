#include "core/experiment.h"
#include "core/session/training_session.h"
#include "tests/support/fake_trainer.h"
#include "tests/ui/ui_test.h"
#include "ui/editors/control_panel.h"
#include "ui/pages/experiment_page.h"
#include "ui/pages/plot_row.h"
#include "ui/pages/plot_rows.h"
#include "ui/pages/plot_sheet.h"
#include "ui/panels/banner.h"
#include "ui/panels/log_panel.h"
#include "ui/panels/stage_progress.h"
#include "ui/panels/top_bar.h"
#include "ui/plots/plot_view.h"
#include "ui/window/main_window.h"
#include "ui/window/window_memory.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

using namespace gan;

namespace {

/// The window of signal with a fake trainer, at full speed.
struct Desk {
    Desk()
        : session(fakeTrainerFactory(probe), Run{Settings(experimentNamed("signal"))})
        , window(session, memory)
    {
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_COMPARE(session.current().state(), SessionState::Paused);
        QTRY_VERIFY(session.current().snapshot());
        session.setSpeedLimit(0);
    }
    template <class Control>
    Control* find(const char* name)
    {
        return window.findChild<Control*>(QString::fromLatin1(name));
    }
    void click(const char* name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    void key(Qt::Key key)
    {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &window, key);
    }
    void choosePreset(const char* id)
    {
        const auto& presets = session.current().settings().experiment().presets;
        auto* list = find<QComboBox>("presets");
        for (std::size_t i = 0; i < presets.size(); ++i)
            if (std::string_view(presets[i].id) == id) {
                list->setCurrentIndex(list->findData(int(i)));
                Q_EMIT list->activated(list->currentIndex());
            }
    }
    std::string shownPreset()
    {
        auto* list = find<QComboBox>("presets");
        if (list->currentIndex() < 0)
            return {};
        return session.current().settings().experiment().presets[list->currentData().value<std::size_t>()].id;
    }
    void type(const char* key, const QString& text)
    {
        auto* field = find<QWidget>(key)->findChild<QLineEdit*>();
        field->setText(text);
        Q_EMIT field->editingFinished();
    }
    std::int64_t iteration()
    {
        return session.current().snapshot() ? session.current().snapshot()->iteration : -1;
    }
    bool isPausedAt(std::int64_t at)
    {
        return session.current().state() == SessionState::Paused && iteration() == at;
    }
    QString banner() { return window.findChild<Banner*>()->text(); }

    std::shared_ptr<FakeTrainerProbe> probe = std::make_shared<FakeTrainerProbe>();
    TrainingSession session;
    WindowMemory memory;
    MainWindow window;
};

} // namespace

class TestSignalWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init() { failOnWarnings(); }

    void itFitsASmallScreen()
    {
        Desk desk;
        QVERIFY(desk.window.minimumSizeHint().width() <= 1280);
        QVERIFY(desk.window.minimumSizeHint().height() <= 680);
    }

    void aStageIsAnEpochOfOneNetwork()
    {
        Desk desk;
        desk.click("trainD"); // 100 vectors, 5 steps of 5
        QTRY_VERIFY(desk.isPausedAt(4));
        QCOMPARE(desk.session.current().snapshot()->updatesD, 20);
        QCOMPARE(desk.session.current().snapshot()->updatesG, 0);
        desk.find<QSpinBox>("stageEpochs")->setValue(2);
        desk.click("trainG"); // on the same networks
        QTRY_VERIFY(desk.isPausedAt(44));
        QCOMPARE(desk.session.current().snapshot()->updatesD, 20);
        QCOMPARE(desk.session.current().snapshot()->updatesG, 40);
        desk.click("trainBoth");
        QTRY_VERIFY(desk.isPausedAt(52));
        QCOMPARE(desk.session.current().snapshot()->updatesG, 48);
    }

    void howFarAStageIs()
    {
        Desk desk;
        const auto* progress = desk.find<QLabel>("stageProgress");
        QCOMPARE(progress->text(), QStringLiteral("no stage"));
        desk.probe->stepMicroseconds = 10'000;
        desk.find<QSpinBox>("stageEpochs")->setValue(10);
        desk.click("trainD");
        QTRY_VERIFY(progress->text().startsWith(QStringLiteral("epoch ")) &&
                    progress->text().endsWith(QStringLiteral(" of 10: D learns, G waits")));
        desk.key(Qt::Key_Space);
        QTRY_COMPARE(desk.session.current().state(), SessionState::Paused);
        QCOMPARE(progress->text(), QStringLiteral("no stage"));
        desk.probe->stepMicroseconds = 0;
        desk.choosePreset("separate"); // D alone for 10 epochs, then G for 1
        QTRY_VERIFY(desk.isPausedAt(200));
        QCOMPARE(progress->text(), QStringLiteral("epoch 1 of 1: G learns, D waits"));
        desk.key(Qt::Key_F5);
        QTRY_VERIFY(desk.isPausedAt(220));
        QCOMPARE(progress->text(), QStringLiteral("no stage"));
    }

    /// The first epoch is that of the first iteration.
    void epochsAreCounted()
    {
        const Settings settings(experimentNamed("signal"));
        StageProgress stages;
        stages.train(Networks::DiscriminatorOnly, 100, 40); // 4 iterations an epoch of 100 vectors
        const QString waits = QStringLiteral("epoch %1 of 10: D learns, G waits");
        QCOMPARE(stages.text(99, settings, 100), QString());
        QCOMPARE(stages.text(100, settings, 100), waits.arg(1));
        QCOMPARE(stages.text(103, settings, 100), waits.arg(1));
        QCOMPARE(stages.text(104, settings, 100), waits.arg(2));
        QCOMPARE(stages.text(139, settings, 100), waits.arg(10));
        QCOMPARE(stages.text(140, settings, 100), QString());
        Run plan{settings, {{10, "lr_d", 0.5}, {20, "steps_g", std::int64_t{0}}}, 40};
        stages.begin(plan); // a changed rate ends no stage
        QCOMPARE(stages.text(10, settings, 100), QStringLiteral("epoch 3 of 5: D and G learn"));
        QCOMPARE(stages.text(20, settings, 100), QStringLiteral("epoch 1 of 5: D and G learn"));
    }

    /// A preset that is chosen runs: nothing has to be applied.
    void aPlannedRunPausesAfterEachStage()
    {
        Desk desk;
        desk.choosePreset("separate");
        QTRY_VERIFY(desk.isPausedAt(200));
        QCOMPARE(desk.probe->resets, 2);
        QVERIFY(!desk.find<QPushButton>("apply")->isEnabled());
        QCOMPARE(desk.session.current().record()->plan().iterations, 220);
        QVERIFY(desk.find<QCheckBox>("pause_at")->isChecked());
        QCOMPARE(desk.session.current().snapshot()->updatesG, 0);
        QCOMPARE(desk.shownPreset(), std::string("separate"));
        desk.key(Qt::Key_F5);
        QTRY_VERIFY(desk.isPausedAt(220));
        QCOMPARE(desk.session.current().snapshot()->updatesG, 20);
        QCOMPARE(desk.session.current().snapshot()->updatesD, 200);
        QCOMPARE(desk.shownPreset(), std::string("separate")); // others begin alike
        desk.click("reset");                                   // the plan again, not its last stage
        QTRY_VERIFY(desk.isPausedAt(0));
        QCOMPARE(desk.session.current().settings().integer("steps_g"), 0);
        QCOMPARE(desk.session.current().record()->plan().iterations, 220);
        desk.key(Qt::Key_F5);
        QTRY_VERIFY(desk.isPausedAt(200));
    }

    /// What a preset pauses at is not left to the next one; what a user chose is.
    void aPresetTakesItsPausesAlong()
    {
        Desk desk;
        desk.choosePreset("separate");
        QTRY_COMPARE(desk.session.current().record()->plan().iterations, 220);
        desk.choosePreset("defaults");
        QTRY_COMPARE(desk.session.current().record()->plan().iterations, 20);
        QVERIFY(!desk.find<QCheckBox>("pause_at")->isChecked());
        desk.find<QCheckBox>("pause_at")->click();
        desk.choosePreset("defaults");
        QVERIFY(desk.find<QCheckBox>("pause_at")->isChecked());
    }

    void aPresetKeepsTheSeedUnlessItNamesOne()
    {
        Desk desk;
        desk.find<QLineEdit>("seed")->setText(QStringLiteral("42"));
        Q_EMIT desk.find<QLineEdit>("seed")->returnPressed();
        QTRY_COMPARE(desk.probe->resets, 2);
        desk.choosePreset("little");
        QTRY_COMPARE(desk.session.current().record()->plan().iterations, 600);
        QCOMPARE(desk.session.current().settings().integer("seed"), 42);
        desk.choosePreset("joint_bad");
        QTRY_COMPARE(desk.session.current().record()->plan().iterations, 20);
        const Settings bad = desk.session.current().settings().experiment().preset("joint_bad");
        QCOMPARE(desk.session.current().settings().integer("seed"), bad.integer("seed"));
        QCOMPARE(desk.shownPreset(), std::string("joint_bad"));
        desk.choosePreset("little");
        QCOMPARE(desk.session.current().settings().integer("seed"), 42);
    }

    void whatIsLookedAtSurvivesAPreset()
    {
        Desk desk;
        desk.window.page().plots().rows().all()[0]->showTab(2);
        auto* options = desk.find<QToolButton>("options");
        QTest::mouseClick(options, Qt::LeftButton);
        QVERIFY(desk.find<QWidget>("chance_vectors")->isVisible());
        desk.type("chance_vectors", QStringLiteral("9"));
        QCOMPARE(desk.window.page().view().integer("chance_vectors"), 9);
        QVERIFY(desk.session.current().record()->run().events.empty());
        QCOMPARE(desk.shownPreset(), std::string("defaults"));
        desk.choosePreset("separate");
        QTRY_COMPARE(desk.session.current().record()->plan().iterations, 220);
        QCOMPARE(desk.window.page().view().integer("chance_vectors"), 9);
    }

    /// The place of the 1 is chosen where it is seen.
    void theBasisIsChosenBesideItsPlot()
    {
        Desk desk;
        desk.window.page().plots().reveal(QStringLiteral("basis_2"));
        PlotView* plot = nullptr;
        for (PlotView* one : desk.window.page().plots().plots())
            if (one->id() == QLatin1String("basis_2"))
                plot = one;
        auto* place = plot->findChild<QSpinBox*>();
        QVERIFY(place && place->isVisible());
        QCOMPARE(place->value(), 3);
        const QPoint up(place->width() - 6, 5);
        QTest::mouseClick(place, Qt::LeftButton, {}, up);
        QCOMPARE(desk.window.page().view().layers("basis"), (Layers{8, 4, 6, 1}));
    }

    void drawAgainRaisesTheDraw()
    {
        Desk desk;
        desk.window.page().plots().rows().all()[0]->showTab(2);
        auto* button = desk.find<QToolButton>("drawAgain");
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(desk.window.page().view().integer("chance_draw"), 2);
        QVERIFY(desk.session.current().record()->run().events.empty());
        QVERIFY(!desk.find<QPushButton>("apply")->isEnabled());
        desk.type("chance_draw", QStringLiteral("1000000"));
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(desk.window.page().view().integer("chance_draw"), 1);
    }

    void aBadFileLeavesTheRunAsItIs()
    {
        Desk desk;
        desk.key(Qt::Key_F10);
        QTRY_VERIFY(desk.isPausedAt(1));
        desk.type("csv", QStringLiteral("/none/vectors.csv"));
        desk.click("apply");
        QVERIFY(desk.banner().contains(QStringLiteral("/none/vectors.csv")));
        QVERIFY(desk.isPausedAt(1));
        QCOMPARE(desk.probe->resets, 1);
        QVERIFY(desk.find<QPushButton>("apply")->isEnabled()); // it goes on waiting
        desk.click("discard");
        desk.key(Qt::Key_F10);
        QTRY_VERIFY(desk.isPausedAt(2));
    }

    void numbersThatThereAreNotAreNotSeen()
    {
        Desk desk;
        QVERIFY(!desk.find<QLabel>("data_mean")->isVisible()); // no file
        QVERIFY(desk.find<QLabel>("epoch")->isVisible());
    }

    void theLogComesAndGoes()
    {
        Desk desk;
        auto* log = desk.window.findChild<LogPanel*>();
        QVERIFY(log && !log->isVisible());
        desk.click("trainG");
        QTRY_VERIFY(desk.isPausedAt(20));
        desk.key(Qt::Key_F7);
        QVERIFY(log->isVisible());
        QCOMPARE(log->text().count(QLatin1Char('\n')), 20); // G alone: a line for each batch
        desk.key(Qt::Key_F7);
        QVERIFY(!log->isVisible());
    }

    void eachExperimentHasItsSpeed()
    {
        Desk desk;
        auto* speed = desk.find<QComboBox>("speed");
        QCOMPARE(speed->currentData().toDouble(), 10.0);
        const auto choose = [&](const char* id) {
            Q_EMIT desk.window.findChild<TopBar*>()->experimentChosen(QLatin1String(id));
        };
        choose("density-1d");
        QTRY_COMPARE(speed->currentData().toDouble(), 0.0);
        speed->setCurrentIndex(speed->findData(2.0));
        choose("signal");
        QTRY_COMPARE(speed->currentData().toDouble(), 10.0);
        choose("density-1d");
        QTRY_COMPARE(speed->currentData().toDouble(), 2.0);
    }
};

QTEST_MAIN(TestSignalWindow)
#include "tst_signal_window.moc"
