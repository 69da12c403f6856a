#include "core/experiment.h"
#include "core/session/autosave.h"
#include "core/session/training_session.h"
#include "tests/support/fake_trainer.h"
#include "tests/ui/ui_test.h"
#include "ui/export/export_dialog.h"
#include "ui/pages/experiment_page.h"
#include "ui/pages/plot_sheet.h"
#include "ui/panels/banner.h"
#include "ui/plots/plot_view.h"
#include "ui/window/main_window.h"
#include "ui/window/window_memory.h"

#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>

using namespace gan;

namespace {

/// A window on a session with a fake trainer, as a hand finds it: loaded, paused, active.
struct Desk {
    Desk()
        : session(fakeTrainerFactory(probe), Run{Settings(experimentNamed("density-1d"))})
        , window(session, memory)
    {
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_COMPARE(session.current().state(), SessionState::Paused);
        QTRY_VERIFY(session.current().snapshot());
    }

    template <class Control>
    Control* find(const char* name)
    {
        return window.findChild<Control*>(QString::fromLatin1(name));
    }
    template <class Control>
    Control* editor(const char* key)
    {
        return find<QWidget>(key)->findChild<Control*>();
    }
    void click(const char* name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    void key(Qt::Key key, Qt::KeyboardModifiers with = {})
    {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &window, key, with);
    }
    std::int64_t shownIteration()
    {
        return find<QLabel>("iteration")->text().remove(QChar(0x00a0)).toLongLong();
    }
    void runFor(std::int64_t iterations)
    {
        key(Qt::Key_F5);
        QTRY_VERIFY(session.current().snapshot()->iteration >= iterations);
        key(Qt::Key_F5);
        QTRY_COMPARE(session.current().state(), SessionState::Paused);
    }
    QString banner() { return window.findChild<Banner*>()->text(); }

    std::shared_ptr<FakeTrainerProbe> probe = std::make_shared<FakeTrainerProbe>();
    TrainingSession session;
    WindowMemory memory;
    MainWindow window;
};

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init() { failOnWarnings(); }

    /// The plot that has the keyboard, otherwise the main one; a text that is chosen is copied as text.
    void copyInTheEditMenu()
    {
        Desk desk;
        desk.window.activateWindow();
        const auto pictureOf = [&](const char* id) {
            for (PlotView* plot : desk.window.page().plots().plots())
                if (plot->id() == QLatin1String(id))
                    return plot->toImage();
            return QImage();
        };
        QApplication::clipboard()->clear();
        desk.find<QPushButton>("run")->setFocus();
        desk.key(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->image(), pictureOf("data_distributions"));
        for (PlotView* plot : desk.window.page().plots().plots())
            if (plot->id() == QLatin1String("w1"))
                plot->setFocus();
        desk.key(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->image(), pictureOf("w1"));
        auto* field = desk.editor<QLineEdit>("lr_d");
        field->setFocus();
        field->selectAll();
        desk.key(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), field->text());
    }

    void windowIsThereBeforeAnythingIsLoaded()
    {
        std::atomic<bool> go = false;
        const TrainerFactory slow = [&go](std::string_view id) {
            while (!go)
                std::this_thread::yield();
            return fakeTrainerFactory()(id);
        };
        TrainingSession session(slow, Run{Settings(experimentNamed("density-1d"))});
        WindowMemory memory;
        MainWindow window(session, memory);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCOMPARE(session.current().state(), SessionState::Loading);
        QVERIFY(!window.grab().isNull());
        go = true;
        QTRY_COMPARE(session.current().state(), SessionState::Paused);
    }

    void fitsASmallScreen()
    {
        Desk desk;
        QVERIFY(desk.window.minimumSizeHint().width() <= 1280);
        QVERIFY(desk.window.minimumSizeHint().height() <= 680);
        QCOMPARE(desk.window.findChild<PlotSheet*>()->findChildren<QScrollArea*>().size(), 0);
    }

    void spaceRunsAndPauses()
    {
        Desk desk;
        desk.key(Qt::Key_Space);
        QTRY_COMPARE(desk.session.current().state(), SessionState::Running);
        QCOMPARE(desk.find<QPushButton>("run")->text(), QStringLiteral("Pause"));
        desk.key(Qt::Key_Space);
        QTRY_COMPARE(desk.session.current().state(), SessionState::Paused);
    }

    void spaceDoesNotPressButtons()
    {
        Desk desk;
        desk.find<QPushButton>("dOnly")->setFocus();
        desk.key(Qt::Key_Space);
        QTRY_COMPARE(desk.session.current().state(), SessionState::Running);
        desk.key(Qt::Key_Space);
        QTRY_COMPARE(desk.session.current().state(), SessionState::Paused);
        const auto iteration = desk.session.current().snapshot()->iteration;
        desk.key(Qt::Key_Return); // Enter does
        QTRY_COMPARE(desk.session.current().snapshot()->iteration, iteration + 1);
        QCOMPARE(desk.session.current().snapshot()->updatesG, iteration);
    }

    void undoTakesBackAChangeOfASetting()
    {
        Desk desk;
        auto* field = desk.editor<QLineEdit>("lr_d");
        field->setFocus();
        field->setText(QStringLiteral("0.02"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(desk.session.current().settings().number("lr_d"), 0.02);
        desk.find<QPushButton>("run")->setFocus();
        desk.key(Qt::Key_F10);
        QTRY_COMPARE(desk.shownIteration(), 1);
        desk.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(desk.session.current().settings().number("lr_d"), 0.01);
        QCOMPARE(field->text(), QStringLiteral("0.01"));
        desk.key(Qt::Key_F10);
        QTRY_COMPARE(desk.shownIteration(), 2);
        const std::vector<Event> events = desk.session.current().record()->run().events;
        QCOMPARE(events.size(), std::size_t(2)); // taking back is a change of the run too
        QCOMPARE(events[1].iteration, 1);
        desk.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(desk.session.current().settings().number("lr_d"), 0.02);
        QCOMPARE(field->text(), QStringLiteral("0.02"));
    }

    void aDragIsOneStepOfUndo()
    {
        Desk desk;
        auto* slider = desk.editor<QSlider>("batch");
        const auto before = desk.session.current().settings().integer("batch");
        const QPoint middle = slider->rect().center();
        QTest::mousePress(slider, Qt::LeftButton, {}, middle);
        for (int x = 0; x < 30; x += 5)
            QTest::mouseMove(slider, middle + QPoint(x, 0));
        QTest::mouseRelease(slider, Qt::LeftButton, {}, middle + QPoint(30, 0));
        QVERIFY(desk.session.current().settings().integer("batch") != before);
        desk.find<QPushButton>("run")->setFocus();
        desk.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(desk.session.current().settings().integer("batch"), before);
    }

    void afterADivergenceTheWindowSaysWhatHelps()
    {
        Desk desk;
        desk.probe->failAt = 5;
        desk.key(Qt::Key_F5);
        QTRY_COMPARE(desk.session.current().state(), SessionState::Failed);
        for (const char* name : {"run", "step", "dOnly", "gOnly"}) {
            QVERIFY(!desk.find<QPushButton>(name)->isEnabled());
            QVERIFY(desk.find<QPushButton>(name)->toolTip().contains(QStringLiteral("Reset")));
        }
        desk.probe->failAt = -1;
        auto* slower = desk.find<QPushButton>("bannerYes");
        QVERIFY(slower && slower->isVisible());
        QCOMPARE(QApplication::widgetAt(slower->mapToGlobal(slower->rect().center())), slower);
        QTest::mouseClick(slower, Qt::LeftButton);
        QTRY_COMPARE(desk.session.current().state(), SessionState::Running);
        QCOMPARE(desk.session.current().settings().number("lr_d"), 0.005);
        QTRY_VERIFY(desk.shownIteration() > 5);
    }

    void rightIsOneStep()
    {
        Desk desk;
        for (int step = 1; step <= 3; ++step) {
            desk.key(Qt::Key_Right);
            QTRY_COMPARE(desk.shownIteration(), step);
            QCOMPARE(desk.session.current().snapshot()->updatesD, 5 * step);
            QCOMPARE(desk.session.current().snapshot()->updatesG, step);
        }
        QCOMPARE(desk.probe->steps, 3);
    }

    void oneNetworkAlone()
    {
        Desk desk;
        desk.click("dOnly");
        QTRY_COMPARE(desk.shownIteration(), 1);
        QCOMPARE(desk.session.current().snapshot()->updatesD, 5);
        QCOMPARE(desk.session.current().snapshot()->updatesG, 0);
        desk.click("gOnly");
        QTRY_COMPARE(desk.shownIteration(), 2);
        QCOMPARE(desk.session.current().snapshot()->updatesD, 5);
        QCOMPARE(desk.session.current().snapshot()->updatesG, 1);
        desk.click("step");
        QTRY_COMPARE(desk.session.current().snapshot()->updatesG, 2);
    }

    void pauseShowsTheExactIteration()
    {
        Desk desk;
        desk.runFor(200);
        const auto made = desk.session.current().record()->metrics().size();
        QCOMPARE(desk.probe->steps, int(made));
        QCOMPARE(desk.shownIteration(), made);
        QTRY_COMPARE(desk.find<QLabel>("updates_g")->text().remove(QChar(0x00a0)).toLongLong(), made);
    }

    void resetGoesBackToTheStart()
    {
        Desk desk;
        desk.runFor(50);
        desk.key(Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY(desk.session.current().snapshot() && desk.session.current().snapshot()->iteration == 0);
        QCOMPARE(desk.shownIteration(), 0);
        QTRY_COMPARE(desk.session.current().state(), SessionState::Paused);
        QCOMPARE(desk.session.current().settings().integer("seed"), 1);
    }

    void resetKeepsWhatWaits()
    {
        Desk desk;
        auto* field = desk.editor<QLineEdit>("hidden_d");
        field->setText("32");
        Q_EMIT field->editingFinished();
        desk.click("reset");
        QTRY_COMPARE(desk.probe->resets, 2);
        QCOMPARE(field->text(), QStringLiteral("32"));
        QVERIFY(desk.find<QPushButton>("apply")->isEnabled());
        desk.click("apply");
        QTRY_COMPARE(desk.probe->resets, 3);
        QCOMPARE(desk.session.current().settings().layers("hidden_d"), (Layers{32}));
        QVERIFY(!desk.find<QPushButton>("apply")->isEnabled());
    }

    void sliderReachesTheRunWhileItGoes()
    {
        Desk desk;
        desk.key(Qt::Key_Space);
        QTRY_VERIFY(desk.session.current().snapshot()->iteration > 10);
        auto* slider = desk.editor<QSlider>("lr_g");
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_PageUp);
        QVERIFY(desk.session.current().settings().number("lr_g") > 0.001);
        QCOMPARE(desk.session.current().state(), SessionState::Running);
        QTRY_VERIFY(!desk.session.current().record()->run().events.empty());
        const Event event = desk.session.current().record()->run().events.back();
        QCOMPARE(event.key, std::string("lr_g"));
        QTRY_VERIFY(desk.session.current().snapshot()->iteration > event.iteration + 10); // it goes on
        QCOMPARE(desk.probe->resets, 1);
    }

    void failureIsASentence()
    {
        Desk desk;
        desk.probe->failAt = 20;
        desk.key(Qt::Key_Space);
        QTRY_COMPARE(desk.session.current().state(), SessionState::Failed);
        QVERIFY(desk.banner().contains("not finite at iteration 21"));
        QVERIFY(!desk.find<QPushButton>("run")->isEnabled());
        QCOMPARE(desk.shownIteration(), 20); // the last picture stays
        desk.probe->failAt = -1;
        desk.click("reset");
        QTRY_COMPARE(desk.session.current().state(), SessionState::Paused);
        QCOMPARE(desk.banner(), QString());
        QVERIFY(desk.find<QPushButton>("run")->isEnabled());
    }

    void missingLibraryIsASentence()
    {
        const auto probe = std::make_shared<FakeTrainerProbe>();
        probe->failLoading = true;
        TrainingSession session(fakeTrainerFactory(probe), Run{Settings(experimentNamed("density-1d"))});
        WindowMemory memory;
        MainWindow window(session, memory);
        window.show();
        QTRY_COMPARE(session.current().state(), SessionState::Failed);
        QCOMPARE(window.findChild<Banner*>()->text(), QStringLiteral("LibTorch cannot be loaded."));
    }

    void newSeedIsANewRun()
    {
        Desk desk;
        desk.runFor(10);
        desk.click("newSeed");
        QTRY_COMPARE(desk.probe->resets, 2);
        QTRY_COMPARE(desk.shownIteration(), 0);
        QCOMPARE(desk.find<QWidget>("seed")->property("text").toString(),
                 QString::number(desk.session.current().settings().integer("seed")));
    }

    void runIsSavedAndOpened()
    {
        Desk desk;
        const QTemporaryDir folder;
        desk.runFor(30);
        const Run run = desk.session.current().record()->run();
        desk.window.files().save(folder.filePath("run.json"));
        QCOMPARE(desk.banner(), QString());
        desk.click("reset");
        desk.window.files().open(folder.filePath("run.json"));
        QCOMPARE(desk.session.current().record()->plan().iterations, run.iterations);
        desk.key(Qt::Key_F5);
        QTRY_COMPARE(desk.shownIteration(), run.iterations); // repeats and pauses by itself
        QTRY_COMPARE(desk.session.current().state(), SessionState::Paused);
        desk.window.files().open(folder.filePath("none.json"));
        QVERIFY(desk.banner().contains("none.json"));
    }

    void wholeRunGoesOnWhereItStopped()
    {
        Desk desk;
        const QTemporaryDir folder;
        const QString path = folder.filePath("a.ganrun");
        desk.runFor(30);
        const std::int64_t stopped = desk.shownIteration();
        QSignalSpy saved(&desk.session.saver(), &RunSaver::saved);
        desk.window.files().save(path);
        QTRY_COMPARE(saved.count(), 1);
        desk.click("reset");
        QTRY_COMPARE(desk.shownIteration(), 0);
        desk.window.files().open(path);
        QTRY_COMPARE(desk.shownIteration(), stopped);
        desk.key(Qt::Key_F10);
        QTRY_COMPARE(desk.shownIteration(), stopped + 1);
        QCOMPARE(desk.banner(), QString());
        desk.window.files().save("/proc/none/a.ganrun");
        QTRY_VERIFY(desk.banner().contains("/proc/none"));
    }

    void resetIsUndone()
    {
        Desk desk;
        desk.runFor(30);
        const std::int64_t stopped = desk.shownIteration();
        desk.click("reset");
        QTRY_COMPARE(desk.shownIteration(), 0);
        QTRY_VERIFY(!desk.session.runs().ended().empty());
        desk.window.setFocus();
        desk.key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(desk.shownIteration(), stopped);
    }

    void picturesAreExported()
    {
        Desk desk;
        const QTemporaryDir folder;
        desk.runFor(30);
        desk.window.exports().exportNow({ExportOrder::What::Everything, {}, {}, folder.path()});
        QTRY_VERIFY(desk.banner().contains(folder.path()));
        QVERIFY(QFile::exists(folder.filePath("run.json")) && QFile::exists(folder.filePath("metrics.csv")));
        const QImage picture(folder.filePath("losses.png"));
        QCOMPARE(picture.size(), QSize(1600, 1000));
        QCOMPARE(picture.text("Iteration").toLongLong(), desk.shownIteration());
        QFile blocker(folder.filePath("file"));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        desk.window.exports().exportNow({ExportOrder::What::AllPlots, {}, {}, blocker.fileName()});
        QTRY_VERIFY(desk.banner().contains(blocker.fileName()));
    }

    void anEndedRunStaysAsPaleCurves()
    {
        Desk desk;
        desk.runFor(30);
        desk.click("reset");
        QTRY_VERIFY(desk.find<QWidget>("earlierRun1") && desk.find<QWidget>("earlierRun1")->isVisible());
        QVERIFY(!desk.find<QWidget>("earlierRun2"));
        QTRY_VERIFY(!desk.session.runs().ended().empty());
        desk.window.setFocus();
        desk.key(Qt::Key_Z, Qt::ControlModifier); // it is on its way again
        QTRY_VERIFY(!desk.find<QWidget>("earlierRun1"));
    }

    void conditionsPauseTheRun()
    {
        Desk desk;
        auto* field = desk.find<QLineEdit>("pause_at_value");
        field->setText(QStringLiteral("77"));
        Q_EMIT field->editingFinished();
        desk.key(Qt::Key_F5);
        QTRY_VERIFY(desk.banner().contains("77"));
        QTRY_COMPARE(desk.session.current().state(), SessionState::Paused);
        QCOMPARE(desk.shownIteration(), 77);
        desk.key(Qt::Key_F5); // it goes on, and the sentence goes
        QTRY_VERIFY(desk.shownIteration() > 77);
        QCOMPARE(desk.banner(), QString());
        field->setText(QStringLiteral("78"));
        Q_EMIT field->editingFinished();
        QVERIFY(desk.banner().contains(QStringLiteral("78"))); // it is past
    }

    void aCrashedRunIsOffered()
    {
        const QTemporaryDir folder;
        const QString left = folder.filePath("running-1.ganrun");
        {
            Desk crashed;
            crashed.runFor(30);
            QSignalSpy saved(&crashed.session.saver(), &RunSaver::saved);
            crashed.session.saver().save(left);
            QTRY_COMPARE(saved.count(), 1);
        }
        Desk desk;
        Autosave autosave(desk.session, folder.path());
        desk.window.files().useAutosave(autosave);
        QVERIFY(desk.banner().contains("ended unexpectedly"));
        desk.key(Qt::Key_F5); // the offer waits
        desk.key(Qt::Key_F5);
        QVERIFY(desk.banner().contains("ended unexpectedly"));
        desk.click("bannerYes");
        QTRY_VERIFY(desk.shownIteration() >= 30);
        QCOMPARE(desk.banner(), QString());
    }

    void aCrashedRunThatNobodyWantsIsRemoved()
    {
        const QTemporaryDir folder;
        const QString left = folder.filePath("running-1.ganrun");
        Desk desk;
        desk.runFor(30);
        QSignalSpy saved(&desk.session.saver(), &RunSaver::saved);
        desk.session.saver().save(left);
        QTRY_COMPARE(saved.count(), 1);
        Autosave autosave(desk.session, folder.path());
        desk.window.files().useAutosave(autosave);
        desk.click("bannerClose");
        QCOMPARE(desk.banner(), QString());
        QVERIFY(!QFile::exists(left));
    }

    void projectorGivesThePlotsOfASmallScreenTheirRoom()
    {
        Desk desk;
        const auto* numbers = desk.find<QLabel>("w1");
        QVERIFY(numbers->isVisible());
        const int before = desk.find<QPushButton>("run")->font().pixelSize();
        desk.key(Qt::Key_F11);
        QCOMPARE(desk.find<QPushButton>("run")->font().pixelSize(), before * 3 / 2);
        QVERIFY(!numbers->isVisible());
        desk.key(Qt::Key_F9);
        QVERIFY(numbers->isVisible());
        desk.key(Qt::Key_F11);
        QCOMPARE(desk.find<QPushButton>("run")->font().pixelSize(), before);
        QVERIFY(numbers->isVisible());
    }

    void whatWasUsedLastComesBack()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath("window.ini");
        {
            const auto probe = std::make_shared<FakeTrainerProbe>();
            TrainingSession session(fakeTrainerFactory(probe), Run{Settings(experimentNamed("density-1d"))});
            WindowMemory memory(file);
            MainWindow window(session, memory);
            window.show();
            QTRY_COMPARE(session.current().state(), SessionState::Paused);
            Settings settings = session.current().settings();
            settings.set("lr_d", 0.5);
            session.changeSettings(settings);
            window.resize(1300, 800);
            window.close();
        }
        const WindowMemory memory(file);
        QCOMPARE(memory.settingsOf(memory.experiment()).number("lr_d"), 0.5);
    }

    void anExportIsAskedForFromAPlot()
    {
        Desk desk;
        const QTemporaryDir folder;
        desk.runFor(30);
        PlotView* plot = desk.window.page().plots().plots().front();
        Q_EMIT plot->exportRequested();
        auto* dialog = desk.window.findChild<ExportDialog*>();
        QVERIFY(dialog && dialog->isVisible() && !dialog->isModal());
        ExportOrder order = dialog->order();
        QCOMPARE(order.plotId, plot->id());
        order.path = folder.filePath("a.png");
        Q_EMIT dialog->exportRequested(order);
        QTRY_VERIFY(dialog->message().contains("a.png"));
        QCOMPARE(QImage(order.path).size(), QSize(1600, 1000));
    }

    void themeChangesWhileItRuns()
    {
        Desk desk;
        desk.key(Qt::Key_F5);
        desk.window.appearance().choose(ThemeChoice::Dark);
        QTRY_COMPARE(desk.window.palette().color(QPalette::Base), Theme::darkTheme().panel);
        QCOMPARE(desk.window.findChild<PlotView*>()->toImage().pixelColor(0, 0), Theme::darkTheme().panel);
        desk.window.appearance().choose(ThemeChoice::Light);
        QTRY_COMPARE(desk.session.current().state(), SessionState::Running);
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
