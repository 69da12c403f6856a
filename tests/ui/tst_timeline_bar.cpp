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

    /// Also where no pictures are kept: plots and numbers are exactly those of then.
    void everyExperimentHasATrack()
    {
        for (const char* experiment : {"density-1d", "signal"}) {
            TrainingSession session(fakeTrainerFactory(), Run{Settings(experimentNamed(experiment))});
            WindowMemory memory;
            MainWindow window(session, memory);
            window.show();
            QTRY_VERIFY(session.snapshot());
            session.steps(Networks::Both, 20);
            QTRY_COMPARE(session.snapshot()->iteration, std::int64_t{20});
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

    /// By keys: two iterations back, while the run goes on and is not shown, and live again.
    void aMomentStaysWhileTheRunGoesOn()
    {
        Desk desk;
        std::vector<std::uint8_t> pictures;
        desk.stepTo(118);
        pictures = desk.session.snapshot()->picturesNamed("generated")->bytes;
        desk.stepTo(120);
        desk.slider()->setFocus();
        QTest::keyClick(desk.slider(), Qt::Key_Left);
        QTest::keyClick(desk.slider(), Qt::Key_Left);
        QTRY_COMPARE(desk.where(), QStringLiteral("iteration 118"));
        QCOMPARE(desk.shown(), std::int64_t{118});
        desk.stepTo(200);
        QCOMPARE(desk.shown(), std::int64_t{118});
        QCOMPARE(desk.where(), QStringLiteral("iteration 118"));
        QCOMPARE(desk.slider()->value(), 118);
        QCOMPARE(desk.slider()->maximum(), 200);
        QCOMPARE(desk.window.page().shown()->picturesNamed("generated")->bytes, pictures);
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
            const MetricRows row = desk.session.record()->metrics().read(iteration - 1, 1);
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
        QTRY_COMPARE(desk.session.snapshot()->iteration, std::int64_t{101});
        QCOMPARE(number->text(), QStringLiteral("50"));
        desk.click("live");
        QCOMPARE(number->text(), QStringLiteral("101"));
        QCOMPARE(name(), QStringLiteral("iteration"));
        QCOMPARE(number->parentWidget()->width(), width);
        desk.slider()->setValue(50);
        desk.session.reset(settings()); // another run is looked at as it is
        QTRY_COMPARE(number->text(), QStringLiteral("0"));
        QCOMPARE(name(), QStringLiteral("iteration"));
    }

    /// Below the slider there are marks where something was changed, and nowhere else.
    void changesAreMarked()
    {
        Desk desk;
        Settings changed = desk.session.settings();
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
        const auto old = desk.session.record();
        desk.slider()->setValue(63);
        desk.click("continueFrom");
        QTRY_VERIFY(desk.session.record() != old);
        QTRY_COMPARE(desk.session.snapshot() ? desk.session.snapshot()->iteration : -1, std::int64_t{63});
        QCOMPARE(desk.where(), QStringLiteral("live"));
        QTRY_COMPARE(desk.shown(), std::int64_t{63});
        QVERIFY(desk.window.findChild<Banner*>()->text().contains(QStringLiteral("63")));
        QTRY_COMPARE(desk.session.endedRuns().size(), std::size_t{1});
        QTest::keyClick(&desk.window, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(desk.session.record(), old);
        QTRY_COMPARE(desk.session.snapshot() ? desk.session.snapshot()->iteration : -1, std::int64_t{100});
        QTRY_COMPARE(desk.slider()->maximum(), 100);
    }

    void twoMomentsStandSideBySide()
    {
        Desk desk;
        QCOMPARE(desk.bar().before()->iteration, std::int64_t{0});
        QCOMPARE(desk.bar().after()->iteration, std::int64_t{100});
        desk.slider()->setValue(30);
        desk.compareAction("Keep as &A")->trigger();
        desk.slider()->setValue(80);
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

    void everythingIsNamedAndReachedByTab()
    {
        Desk desk;
        desk.slider()->setValue(50);
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
