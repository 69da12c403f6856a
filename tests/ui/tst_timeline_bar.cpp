#include "core/experiment.h"
#include "core/session/training_session.h"
#include "tests/support/fake_trainer.h"
#include "tests/support/files.h"
#include "tests/ui/ui_test.h"
#include "ui/banner.h"
#include "ui/comparison_panel.h"
#include "ui/experiment_page.h"
#include "ui/main_window.h"
#include "ui/moment_comparison.h"
#include "ui/timeline_bar.h"
#include "ui/top_bar.h"
#include "ui/window_memory.h"

#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSlider>
#include <QStyleOptionSlider>
#include <QTemporaryDir>

#include <set>

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
        QTRY_VERIFY(session.snapshot());
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
    QSlider* slider() { return find<QSlider>("timeline"); }
    QString where() { return find<QLabel>("timelineMoment")->text(); }
    void click(const char* name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    TimelineBar& bar() { return window.page().timeline(); }
    std::int64_t shown() { return window.page().shown()->iteration; }
    void stepTo(std::int64_t iteration)
    {
        session.steps(Networks::Both, iteration - session.snapshot()->iteration);
        QTRY_COMPARE(session.snapshot()->iteration, iteration);
        QTRY_COMPARE(session.state(), SessionState::Paused);
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

    void itIsOutOfSightWhereThereAreNoPictures()
    {
        TrainingSession session(fakeTrainerFactory(), Run{settings()});
        WindowMemory memory;
        MainWindow window(session, memory);
        window.show();
        QTRY_VERIFY(session.snapshot());
        session.steps(Networks::Both, 20);
        QTRY_COMPARE(session.snapshot()->iteration, std::int64_t{20});
        QVERIFY(!window.page().timeline().isVisible());
    }

    void theRightEndIsLive()
    {
        Desk desk;
        QVERIFY(desk.bar().isVisible());
        QCOMPARE(desk.slider()->maximum(), 11);
        QCOMPARE(desk.slider()->value(), 11);
        QCOMPARE(desk.where(), QStringLiteral("live"));
        desk.stepTo(120);
        QCOMPARE(desk.slider()->value(), 13);
        QCOMPARE(desk.shown(), std::int64_t{120});
        QVERIFY(!desk.find<QPushButton>("live")->isEnabled());
        QVERIFY(!desk.find<QPushButton>("continueFrom")->isEnabled());
    }

    /// By keys: two moments back, while the run goes on and is not shown, and live again.
    void aMomentStaysWhileTheRunGoesOn()
    {
        Desk desk;
        const auto pictures = desk.session.record()->timeline().at(90)->pictures.front().bytes;
        desk.slider()->setFocus();
        QTest::keyClick(desk.slider(), Qt::Key_Left);
        QTest::keyClick(desk.slider(), Qt::Key_Left);
        QCOMPARE(desk.where(), QStringLiteral("iteration 90"));
        desk.stepTo(200);
        QCOMPARE(desk.shown(), std::int64_t{90});
        QCOMPARE(desk.where(), QStringLiteral("iteration 90"));
        QCOMPARE(desk.slider()->value(), 9);
        QCOMPARE(desk.slider()->maximum(), 21);
        QCOMPARE(desk.window.page().shown()->picturesNamed("generated")->bytes, pictures);
        QVERIFY(desk.window.page().shown()->picturesNamed("real")); // those of now
        QTRY_COMPARE(desk.find<QLabel>("updates_g")->text(), QStringLiteral("90"));
        desk.click("live");
        QCOMPARE(desk.where(), QStringLiteral("live"));
        QCOMPARE(desk.shown(), std::int64_t{200});
        QTRY_COMPARE(desk.find<QLabel>("updates_g")->text(), QStringLiteral("200"));
    }

    void theNumbersAreThoseOfTheMoment()
    {
        Desk desk;
        const auto lossAt = [&](std::int64_t iteration) {
            const MetricRows row = desk.session.record()->metrics().read(iteration - 1, 1);
            return row.row(0)[static_cast<std::size_t>(row.column("loss_d"))];
        };
        QLabel* loss = desk.find<QLabel>("loss_d");
        QTRY_VERIFY(std::abs(loss->text().toDouble() - lossAt(100)) < 0.001);
        desk.slider()->setValue(5);
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
        desk.slider()->setValue(5);
        QCOMPARE(number->text(), QStringLiteral("50"));
        QCOMPARE(name(), QStringLiteral("looking at"));
        desk.session.step();
        QTRY_COMPARE(desk.session.snapshot()->iteration, std::int64_t{101});
        QCOMPARE(number->text(), QStringLiteral("50"));
        desk.click("live");
        QCOMPARE(number->text(), QStringLiteral("101"));
        QCOMPARE(name(), QStringLiteral("iteration"));
        QCOMPARE(number->parentWidget()->width(), width);
        desk.slider()->setValue(5);
        desk.session.reset(settings()); // another run is looked at as it is
        QTRY_COMPARE(number->text(), QStringLiteral("0"));
        QCOMPARE(name(), QStringLiteral("iteration"));
    }

    /// Below the slider there are marks where states are kept, and nowhere else.
    void momentsWithAStateAreMarked()
    {
        Desk desk;
        const QImage picture = desk.slider()->grab().toImage();
        const QColor mark = desk.slider()->palette().color(QPalette::Highlight);
        std::set<int> marked;
        QStyleOptionSlider option;
        option.initFrom(desk.slider());
        const int handle =
            desk.slider()->style()->pixelMetric(QStyle::PM_SliderLength, &option, desk.slider());
        for (int place = 0; place <= desk.slider()->maximum(); ++place) {
            const int x = handle / 2 + QStyle::sliderPositionFromValue(0, desk.slider()->maximum(), place,
                                                                       desk.slider()->width() - handle);
            if (picture.pixelColor(x, picture.height() - 2) == mark)
                marked.insert(place);
        }
        std::set<int> expected; // moments are every 10 iterations
        for (const std::int64_t state : desk.session.record()->timeline().stateIterations())
            expected.insert(int(state / 10));
        QVERIFY(expected.size() >= 3);
        QCOMPARE(marked, expected);
    }

    /// The state at 40 is the last one at or before 60; the run before stays as a ghost and comes back.
    void aRunGoesOnFromAMoment()
    {
        Desk desk;
        const auto old = desk.session.record();
        desk.slider()->setValue(6);
        QCOMPARE(desk.find<QPushButton>("continueFrom")->text(), QStringLiteral("Continue from 40"));
        desk.click("continueFrom");
        QTRY_COMPARE(desk.session.snapshot() ? desk.session.snapshot()->iteration : -1, std::int64_t{40});
        QCOMPARE(desk.where(), QStringLiteral("live"));
        QCOMPARE(desk.shown(), std::int64_t{40});
        QVERIFY(desk.window.findChild<Banner*>()->text().contains(QStringLiteral("40")));
        QTRY_COMPARE(desk.session.endedRuns().size(), std::size_t{1});
        QTest::keyClick(&desk.window, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(desk.session.record(), old);
        QTRY_COMPARE(desk.session.snapshot() ? desk.session.snapshot()->iteration : -1, std::int64_t{100});
        QCOMPARE(desk.slider()->maximum(), 11);
    }

    void twoMomentsStandSideBySide()
    {
        Desk desk;
        QCOMPARE(desk.bar().before()->iteration, std::int64_t{0});
        QCOMPARE(desk.bar().after()->iteration, std::int64_t{100});
        desk.slider()->setValue(3);
        desk.compareAction("Keep as &A")->trigger();
        desk.slider()->setValue(8);
        desk.compareAction("Keep as &B")->trigger();
        desk.bar().goLive();
        QCOMPARE(desk.bar().before()->iteration, std::int64_t{30});
        QCOMPARE(desk.bar().after()->iteration, std::int64_t{80});
        QVERIFY(desk.compareAction("Keep as &A")->text().contains(QStringLiteral("30")));
        desk.compareAction("&Side")->trigger();
        auto* comparison = desk.window.findChild<MomentComparison*>();
        QVERIFY(comparison && comparison->isVisible() && !comparison->isModal());
        QVERIFY(comparison->accessibleDescription().contains(QStringLiteral("30")));
        desk.session.reset(settings());
        QVERIFY(!comparison->isVisible()); // another run has other moments
        QVERIFY(!desk.bar().before() || desk.bar().before()->iteration == 0);
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
        desk.slider()->setValue(5);
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

    /// A moment that thinning has dropped meanwhile is still the one that is shown.
    void aDroppedMomentStaysOnScreen()
    {
        const auto record = std::make_shared<RunRecord>(1, Run{settings()});
        const auto add = [&](std::int64_t iteration) {
            Snapshot snapshot;
            snapshot.iteration = iteration;
            snapshot.pictures = {{"generated", 1, 1, 1, 1, {0}}};
            record->timeline().add(snapshot);
        };
        for (int i = 0; i <= 20; ++i)
            add(i);
        TimelineBar bar;
        bar.setRecord(record);
        auto* slider = bar.findChild<QSlider*>(QStringLiteral("timeline"));
        slider->setValue(11);
        record->timeline().setLimits({1'000'000, 5});
        bar.refresh();
        QCOMPARE(bar.moment()->iteration, std::int64_t{11});
        QCOMPARE(slider->maximum(), 5);
        QVERIFY(slider->value() < 5);
    }

    void everythingIsNamedAndReachedByTab()
    {
        Desk desk;
        desk.slider()->setValue(5);
        QSet<QWidget*> reached;
        desk.slider()->setFocus();
        for (int i = 0; i < 4; ++i) {
            reached.insert(QApplication::focusWidget());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        for (const char* name : {"timeline", "live", "continueFrom", "compareMoments"}) {
            QWidget* control = desk.find<QWidget>(name);
            QVERIFY2(reached.contains(control), name);
            QVERIFY2(!control->accessibleName().isEmpty() && !control->whatsThis().isEmpty(), name);
        }
    }
};

QTEST_MAIN(TestTimelineBar)
#include "tst_timeline_bar.moc"
