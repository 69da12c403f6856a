#include "core/experiment.h"
#include "core/session/training_session.h"
#include "tests/support/fake_trainer.h"
#include "tests/support/files.h"
#include "tests/ui/ui_test.h"
#include "ui/dialogs/moment_comparison.h"
#include "ui/pages/experiment_page.h"
#include "ui/panels/banner.h"
#include "ui/panels/comparison_panel.h"
#include "ui/panels/top_bar.h"
#include "ui/timeline/compare_button.h"
#include "ui/timeline/moment_slider.h"
#include "ui/timeline/timeline_bar.h"
#include "ui/window/main_window.h"
#include "ui/window/window_memory.h"

#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSlider>
#include <QStyleOptionSlider>
#include <QTemporaryDir>
#include <QToolTip>

#include <algorithm>

using namespace gan;

namespace {

Settings settings()
{
    Settings values(experimentNamed("density-1d"));
    values.setText("measure_every", "10");
    return values;
}

/// A window on a session whose trainer makes pictures, at iteration 100, paused: moments 0, 10 ... 100 are
/// kept.
struct Desk {
    Desk()
        : session(fakeTrainerFactory(withPictures()), Run{settings()})
        , window(session, memory)
    {
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_VERIFY(session.current().snapshot());
        stepTo(100);
    }

    std::shared_ptr<FakeTrainerProbe> withPictures()
    {
        probe->pictureSide = 4;
        return probe;
    }
    template <class Control>
    Control* find(const char* name)
    {
        return window.findChild<Control*>(QString::fromLatin1(name));
    }
    MomentSlider* slider() { return find<MomentSlider>("timeline"); }
    QString where() { return find<QLabel>("timelineMoment")->text(); }
    void click(const char* name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    TimelineBar& bar() { return window.page().timeline(); }
    std::int64_t shown() { return window.page().shown()->iteration; }
    void stepTo(std::int64_t iteration)
    {
        session.steps(Networks::Both, iteration - session.current().snapshot()->iteration);
        QTRY_COMPARE(session.current().snapshot()->iteration, iteration);
        QTRY_COMPARE(session.current().state(), SessionState::Paused);
    }
    QAction* compareAction(const char* begin)
    {
        for (QAction* action : find<QPushButton>("compareMoments")->menu()->actions())
            if (action->text().startsWith(QLatin1String(begin)))
                return action;
        return nullptr;
    }

    std::shared_ptr<FakeTrainerProbe> probe = std::make_shared<FakeTrainerProbe>();
    TrainingSession session;
    WindowMemory memory;
    MainWindow window;
};

} // namespace

class TestTimelineBar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init() { failOnWarnings(); }

    /// Also where no pictures are kept: plots and numbers are exactly those of then.
    void everyExperimentHasATrack()
    {
        for (const char* experiment : {"density-1d", "signal"}) {
            TrainingSession session(fakeTrainerFactory(), Run{Settings(experimentNamed(experiment))});
            WindowMemory memory;
            MainWindow window(session, memory);
            window.show();
            QTRY_VERIFY(session.current().snapshot());
            session.steps(Networks::Both, 20);
            QTRY_COMPARE(session.current().snapshot()->iteration, std::int64_t{20});
            auto* slider = window.findChild<QSlider*>(QStringLiteral("timeline"));
            QVERIFY(slider->isVisible());
            slider->setValue(7);
            QTRY_COMPARE(window.page().shown()->iteration, std::int64_t{7});
            QCOMPARE(window.findChild<QLabel*>(QStringLiteral("iteration"))->text(), QStringLiteral("7"));
        }
    }

    void theRightEndIsLive()
    {
        Desk desk;
        QVERIFY(desk.bar().isVisible());
        QCOMPARE(desk.slider()->maximum(), 100);
        QCOMPARE(desk.slider()->value(), 100);
        QCOMPARE(desk.where(), QStringLiteral("live"));
        desk.stepTo(120);
        QCOMPARE(desk.slider()->value(), 120);
        QCOMPARE(desk.shown(), std::int64_t{120});
        QVERIFY(!desk.find<QPushButton>("live")->isEnabled());
        QVERIFY(!desk.find<QPushButton>("continueFrom")->isEnabled());
    }

    /// What cannot be done says why when it is tried, by the mouse or by a key.
    void aRefusedActionSaysWhy()
    {
        Desk desk;
        QVERIFY(desk.find<QPushButton>("continueFrom")->toolTip().contains(QStringLiteral("earlier")));
        desk.click("continueFrom");
        QVERIFY(desk.window.findChild<Banner*>()->text().contains(QStringLiteral("earlier")));
        QTest::keyClick(&desk.window, Qt::Key_End);
        QVERIFY(desk.window.findChild<Banner*>()->text().contains(QStringLiteral("live")));
        QTest::keyClick(&desk.window, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(desk.window.findChild<Banner*>()->text().contains(QStringLiteral("nothing to undo")));
        desk.slider()->setValue(50);
        QVERIFY(!desk.find<QPushButton>("continueFrom")->toolTip().contains(QStringLiteral("earlier")));
    }

    void keysGoAlongIt()
    {
        Desk desk;
        const auto press = [&](int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
            QTest::keyClick(&desk.window, Qt::Key(key), modifiers);
            return desk.slider()->value();
        };
        Settings changed = desk.session.current().settings();
        changed.setText("lr_d", "0.5");
        desk.session.changeSettings(changed);
        desk.stepTo(200); // a mark at 100
        QCOMPARE(press(Qt::Key_Home), 0);
        QCOMPARE(press(Qt::Key_Right, Qt::AltModifier), 10); // pictures are kept at 0, 10 ...
        QCOMPARE(press(Qt::Key_Left, Qt::AltModifier), 0);
        QCOMPARE(press(Qt::Key_Left, Qt::AltModifier), 0);
        QVERIFY(press(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier) >= 70);
        QCOMPARE(press(Qt::Key_Home), 0);
        QCOMPARE(press(Qt::Key_Down, Qt::AltModifier), 100);
        QCOMPARE(press(Qt::Key_Up, Qt::AltModifier), 0);
        QCOMPARE(press(Qt::Key_End), 200);
        QCOMPARE(desk.where(), QStringLiteral("live"));
    }

    /// A pin is a mark; its state is kept once it was looked at, so that it is there at once the next time.
    void aPinIsAMark()
    {
        Desk desk;
        desk.slider()->setValue(63);
        QTRY_COMPARE(desk.shown(), std::int64_t{63});
        QTest::keyClick(&desk.window, Qt::Key_P);
        const RunMark pin{63, MarkKind::Pin};
        const auto isPinned = [&] {
            const auto marks = marksOf(*desk.session.current().record());
            return std::count(marks.begin(), marks.end(), pin) == 1;
        };
        QVERIFY(isPinned());
        QTRY_COMPARE(desk.session.current().record()->timeline().stateAt(70).iteration, std::int64_t{63});
        QVERIFY(desk.slider()->describe(63).contains(QStringLiteral("pinned")));
        desk.bar().goLive();
        QTest::keyClick(&desk.window, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(desk.slider()->value(), 63);
        desk.click("pinMoment");
        QVERIFY(!isPinned());
    }

    /// Where the run was paused there is a mark; not after a step.
    void pausesAreMarked()
    {
        Desk desk;
        desk.session.run();
        QTRY_VERIFY(desk.session.current().snapshot()->iteration > 100);
        desk.session.pause();
        QTRY_COMPARE(desk.session.current().state(), SessionState::Paused);
        const std::int64_t there = desk.session.current().snapshot()->iteration;
        desk.session.step();
        QTRY_COMPARE(desk.session.current().snapshot()->iteration, there + 1);
        const auto marks = marksOf(*desk.session.current().record());
        QCOMPARE(std::count(marks.begin(), marks.end(), RunMark{there, MarkKind::Pause}), 1);
        QCOMPARE(std::count(marks.begin(), marks.end(), RunMark{there + 1, MarkKind::Pause}), 0);
    }

    /// Before a press the iteration is said; the press goes exactly there, or to a mark that is near.
    void aPressGoesWhereThePointerIs()
    {
        Desk desk;
        desk.session.current().writableRecord().noteMark({37, MarkKind::Pin});
        desk.stepTo(1000);
        const auto pixelOf = [&](int iteration) {
            const int handle = desk.slider()->style()->pixelMetric(QStyle::PM_SliderLength);
            return QPoint(handle / 2 + QStyle::sliderPositionFromValue(0, 1000, iteration,
                                                                       desk.slider()->width() - handle),
                          desk.slider()->height() / 2);
        };
        QTest::mouseMove(desk.slider(), pixelOf(500));
        QTRY_VERIFY(QToolTip::text().startsWith(QStringLiteral("iteration ")));
        QCOMPARE(desk.where(), QStringLiteral("live"));
        QTest::mousePress(desk.slider(), Qt::LeftButton, {}, pixelOf(500));
        QVERIFY(std::abs(desk.slider()->value() - 500) < 5);
        QTest::mouseMove(desk.slider(), QPoint(desk.slider()->width() + 500, 5));
        QTRY_COMPARE(desk.where(), QStringLiteral("live")); // a drag ends at the end
        QTest::mouseMove(desk.slider(), QPoint(-500, 5));
        QTRY_COMPARE(desk.slider()->value(), 0);
        QTest::mouseRelease(desk.slider(), Qt::LeftButton, {}, QPoint(-500, 5));
        QTest::mouseClick(desk.slider(), Qt::LeftButton, {}, pixelOf(37) + QPoint(2, 0));
        QCOMPARE(desk.slider()->value(), 37);
    }

    /// Forwards up to now, where it is live; backwards to the beginning, where it stops. Each moment is
    /// shown.
    void thePastIsPlayed()
    {
        Desk desk;
        std::vector<std::int64_t> shown;
        connect(&desk.window.page().moments(), &PageMoments::changed, this, [&] {
            if (const auto past = desk.bar().iteration(); past && desk.shown() == *past)
                shown.push_back(*past);
        });
        auto* speed = desk.find<QComboBox>("playSpeed");
        speed->setCurrentIndex(speed->findData(4.0));
        desk.click("play"); // from the beginning, because the screen was live
        QTRY_COMPARE_WITH_TIMEOUT(desk.where(), QStringLiteral("live"), 60000);
        QCOMPARE(desk.bar().playback().direction(), Playback::Direction::Stopped);
        QVERIFY(shown.size() > 5 && std::is_sorted(shown.begin(), shown.end()));
        shown.clear();
        QTest::keyClick(&desk.window, Qt::Key_Backspace, Qt::ShiftModifier);
        QCOMPARE(desk.bar().playback().direction(), Playback::Direction::Backwards);
        QTRY_COMPARE_WITH_TIMEOUT(desk.bar().playback().direction(), Playback::Direction::Stopped, 60000);
        QCOMPARE(desk.slider()->value(), 0);
        QVERIFY(shown.size() > 5 && std::is_sorted(shown.rbegin(), shown.rend()));
        QCOMPARE(desk.session.current().snapshot()->iteration, std::int64_t{100}); // nothing was trained
    }

    /// At each speed by what is due, in whole iterations; a stall makes no jump.
    void playingKeepsItsSpeed_data()
    {
        QTest::addColumn<double>("factor");
        for (const double factor : {0.25, 1.0, 64.0})
            QTest::addRow("%gx", factor) << factor;
    }
    void playingKeepsItsSpeed()
    {
        QFETCH(double, factor);
        Playback playback([] { return false; });
        std::int64_t sum = 0;
        connect(&playback, &Playback::advanced, this, [&](std::int64_t iterations) { sum += iterations; });
        playback.setSpeed(factor);
        playback.play(Playback::Direction::Backwards);
        for (int frame = 0; frame < 80; ++frame)
            playback.pass(0.1);
        const double due = -8 * factor * Playback::kIterationsPerSecond;
        QVERIFY(std::abs(double(sum) - due) < 1.001);
        sum = 0;
        playback.pass(1000);
        QVERIFY(double(-sum) < factor * Playback::kIterationsPerSecond);
    }

    /// By keys: two iterations back, while the run goes on and is not shown, and live again.
    void aMomentStaysWhileTheRunGoesOn()
    {
        Desk desk;
        std::vector<std::uint8_t> pictures;
        desk.stepTo(118);
        pictures = desk.session.current().snapshot()->find<Pictures>("generated")->bytes;
        desk.stepTo(120);
        desk.slider()->setFocus();
        QTest::keyClick(desk.slider(), Qt::Key_Left);
        QTest::keyClick(desk.slider(), Qt::Key_Left);
        QTRY_COMPARE(desk.where(), QStringLiteral("118"));
        QCOMPARE(desk.shown(), std::int64_t{118});
        desk.stepTo(200);
        QCOMPARE(desk.shown(), std::int64_t{118});
        QCOMPARE(desk.where(), QStringLiteral("118"));
        QCOMPARE(desk.slider()->value(), 118);
        QCOMPARE(desk.slider()->maximum(), 200);
        QCOMPARE(desk.window.page().shown()->find<Pictures>("generated")->bytes, pictures);
        QTRY_COMPARE(desk.find<QLabel>("updates_g")->text(), QStringLiteral("118"));
        desk.click("live");
        QCOMPARE(desk.where(), QStringLiteral("live"));
        QCOMPARE(desk.shown(), std::int64_t{200});
        QTRY_COMPARE(desk.find<QLabel>("updates_g")->text(), QStringLiteral("200"));
    }

    void theNumbersAreThoseOfTheMoment()
    {
        Desk desk;
        const auto lossAt = [&](std::int64_t iteration) {
            const MetricRows row = desk.session.current().record()->metrics().read(iteration - 1, 1);
            return row.row(0)[static_cast<std::size_t>(row.column("loss_d"))];
        };
        QLabel* loss = desk.find<QLabel>("loss_d");
        QTRY_VERIFY(std::abs(loss->text().toDouble() - lossAt(100)) < 0.001);
        desk.slider()->setValue(50);
        QTRY_VERIFY(std::abs(loss->text().toDouble() - lossAt(50)) < 0.001);
        QVERIFY(std::abs(lossAt(50) - lossAt(100)) > 0.002);
        desk.bar().goLive();
        QTRY_VERIFY(std::abs(loss->text().toDouble() - lossAt(100)) < 0.001);
    }

    /// In the past the big number is that of the past, and says so; while the run goes on.
    void theBigNumberIsWhatIsLookedAt()
    {
        Desk desk;
        auto* number = desk.find<QLabel>("iteration");
        const auto name = [&] {
            QStringList texts;
            for (const QLabel* label : number->parentWidget()->findChildren<QLabel*>())
                if (label != number)
                    texts += label->text();
            return texts.join(QLatin1Char(' '));
        };
        QCOMPARE(number->text(), QStringLiteral("100"));
        const int width = number->parentWidget()->width();
        desk.slider()->setValue(50);
        QCOMPARE(number->text(), QStringLiteral("50"));
        QCOMPARE(name(), QStringLiteral("looking at"));
        desk.session.step();
        QTRY_COMPARE(desk.session.current().snapshot()->iteration, std::int64_t{101});
        QCOMPARE(number->text(), QStringLiteral("50"));
        desk.click("live");
        QCOMPARE(number->text(), QStringLiteral("101"));
        QCOMPARE(name(), QStringLiteral("iteration"));
        QCOMPARE(number->parentWidget()->width(), width);
        desk.slider()->setValue(50);
        desk.session.runs().reset(settings()); // another run is looked at as it is
        QTRY_COMPARE(number->text(), QStringLiteral("0"));
        QCOMPARE(name(), QStringLiteral("iteration"));
    }

    /// Below the slider there are marks where something was changed, and nowhere else.
    void changesAreMarked()
    {
        Desk desk;
        Settings changed = desk.session.current().settings();
        changed.setText("lr_d", "0.5");
        desk.session.changeSettings(changed);
        desk.stepTo(200);
        const QImage picture = desk.slider()->grab().toImage();
        const QColor mark = desk.slider()->palette().color(QPalette::Highlight);
        QStyleOptionSlider option;
        option.initFrom(desk.slider());
        const int handle =
            desk.slider()->style()->pixelMetric(QStyle::PM_SliderLength, &option, desk.slider());
        for (const int place : {30, 100, 150}) {
            const int x = handle / 2 + QStyle::sliderPositionFromValue(0, desk.slider()->maximum(), place,
                                                                       desk.slider()->width() - handle);
            QCOMPARE(picture.pixelColor(x, picture.height() - 2) == mark, place == 100);
        }
    }

    /// Exactly there; the run before stays as a ghost and comes back.
    void aRunGoesOnFromAMoment()
    {
        Desk desk;
        const auto old = desk.session.current().record();
        desk.slider()->setValue(63);
        desk.click("continueFrom");
        QTRY_VERIFY(desk.session.current().record() != old);
        QTRY_COMPARE(desk.session.current().snapshot() ? desk.session.current().snapshot()->iteration : -1,
                     std::int64_t{63});
        QCOMPARE(desk.where(), QStringLiteral("live"));
        QTRY_COMPARE(desk.shown(), std::int64_t{63});
        QVERIFY(desk.window.findChild<Banner*>()->text().contains(QStringLiteral("63")));
        QTRY_COMPARE(desk.session.runs().ended().size(), std::size_t{1});
        QTest::keyClick(&desk.window, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(desk.session.current().record(), old);
        QTRY_COMPARE(desk.session.current().snapshot() ? desk.session.current().snapshot()->iteration : -1,
                     std::int64_t{100});
        QTRY_COMPARE(desk.slider()->maximum(), 100);
    }

    /// Where there are pictures.
    void twoMomentsStandSideBySide()
    {
        Desk desk;
        QCOMPARE(desk.bar().comparison().before()->iteration, std::int64_t{0});
        QCOMPARE(desk.bar().comparison().after()->iteration, std::int64_t{100});
        desk.slider()->setValue(30);
        desk.compareAction("Keep as &A")->trigger();
        desk.slider()->setValue(80);
        desk.compareAction("Keep as &B")->trigger();
        desk.bar().goLive();
        QCOMPARE(desk.bar().comparison().before()->iteration, std::int64_t{30});
        QCOMPARE(desk.bar().comparison().after()->iteration, std::int64_t{80});
        QVERIFY(desk.compareAction("Keep as &A")->text().contains(QStringLiteral("30")));
        desk.compareAction("&Side")->trigger();
        auto* comparison = desk.window.findChild<MomentComparison*>();
        QVERIFY(comparison && comparison->isVisible() && !comparison->isModal());
        QVERIFY(comparison->accessibleDescription().contains(QStringLiteral("30")));
        desk.session.runs().reset(settings());
        QVERIFY(!comparison->isVisible()); // another run has other moments
        QVERIFY(!desk.bar().comparison().before() || desk.bar().comparison().before()->iteration == 0);
    }

    void picturesAreTakenAway_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("name");
        QTest::newRow("timeline") << QStringLiteral("&Timeline as GIF…") << QStringLiteral("timeline.gif");
        QTest::newRow("moment") << QStringLiteral("This &moment as PNG…") << QStringLiteral("grid.png");
        QTest::newRow("both") << QStringLiteral("&Before and after as PNG…")
                              << QStringLiteral("before-and-after.png");
    }
    void picturesAreTakenAway()
    {
        QFETCH(QString, action);
        QFETCH(QString, name);
        Desk desk;
        desk.slider()->setValue(50);
        const QTemporaryDir folder;
        QMenu* menu = desk.window.findChild<TopBar*>()->exportMenu();
        Q_EMIT menu->aboutToShow();
        for (QAction* entry : menu->actions())
            if (entry->text() == action)
                entry->trigger();
        auto* dialog = desk.window.findChild<QFileDialog*>();
        QVERIFY(dialog && !dialog->isModal());
        Q_EMIT dialog->fileSelected(folder.filePath(name));
        QTRY_VERIFY(desk.window.findChild<Banner*>()->text().contains(name));
        const QImage image(folder.filePath(name));
        QVERIFY(!image.isNull());
        if (name == QLatin1String("grid.png"))
            QCOMPARE(image.text(QStringLiteral("Iteration")), QStringLiteral("50"));
    }

    /// Curves and numbers too: they end at the iteration that is looked at, which stays.
    void anExportOfThePastIsOfThen()
    {
        Desk desk;
        desk.slider()->setValue(50);
        QTRY_COMPARE(desk.shown(), std::int64_t{50});
        const QTemporaryDir folder;
        const QString plot = folder.filePath(QStringLiteral("losses.png")),
                      rows = folder.filePath(QStringLiteral("metrics.csv"));
        desk.window.exports().exportNow({ExportOrder::What::Plot, QStringLiteral("losses"), {}, plot});
        desk.window.exports().exportNow({ExportOrder::What::Metrics, {}, {}, rows});
        QTRY_VERIFY(QFileInfo::exists(plot) && QFileInfo::exists(rows));
        QCOMPARE(QImage(plot).text(QStringLiteral("Iteration")), QStringLiteral("50"));
        QCOMPARE(content(rows).count('\n'), 51);
        QCOMPARE(desk.slider()->value(), 50);
    }

    void everythingIsNamedAndReachedByTab()
    {
        Desk desk;
        desk.slider()->setValue(50);
        QSet<QWidget*> reached;
        desk.slider()->setFocus();
        for (int i = 0; i < 8; ++i) {
            reached.insert(QApplication::focusWidget());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        for (const char* name : {"timeline", "pinMoment", "live", "continueFrom"}) {
            QWidget* control = desk.find<QWidget>(name);
            QVERIFY2(reached.contains(control), name);
            QVERIFY2(!control->accessibleName().isEmpty() && !control->whatsThis().isEmpty(), name);
        }
    }
};

QTEST_MAIN(TestTimelineBar)
#include "tst_timeline_bar.moc"
