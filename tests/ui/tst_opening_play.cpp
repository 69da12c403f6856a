#include "core/experiment.h"
#include "core/session/autosave.h"
#include "core/session/training_session.h"
#include "tests/support/fake_trainer.h"
#include "tests/ui/ui_test.h"
#include "ui/pages/experiment_page.h"
#include "ui/panels/comparison_panel.h"
#include "ui/window/main_window.h"
#include "ui/window/window_memory.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QTemporaryDir>

using namespace gan;

namespace {

constexpr OpeningPace kPace{20, 1000};
constexpr OpeningPace kLong{100000, 1000};

/// An ordinary start.
struct Start {
    explicit Start(OpeningPace pace, const QString& folder = {})
        : autosave(session, folder.isEmpty() ? ownFolder.path() : folder)
    {
        window.resize(1280, 720);
        window.show();
        window.files().useAutosave(autosave);
        window.playOpening(pace);
    }

    std::int64_t iteration() const
    {
        return session.current().snapshot() ? session.current().snapshot()->iteration : -1;
    }
    QComboBox* speed() { return window.findChild<QComboBox*>(QStringLiteral("speed")); }
    void press(const char* name)
    {
        auto* button = window.findChild<QAbstractButton*>(QLatin1String(name));
        QVERIFY(button);
        const QPoint place = button->mapTo(&window, button->rect().center());
        QWidget* hit = window.childAt(place);
        QTest::mouseClick(hit, Qt::LeftButton, {}, hit->mapFrom(&window, place));
    }
    void waitUntilPlayed()
    {
        QTRY_COMPARE(iteration(), kPace.iterations);
        QTRY_COMPARE(session.current().state(), SessionState::Paused);
        QTRY_COMPARE(session.speedLimit(), 0.0);
    }

    QTemporaryDir ownFolder;
    std::shared_ptr<FakeTrainerProbe> probe = std::make_shared<FakeTrainerProbe>();
    TrainingSession session{fakeTrainerFactory(probe), Run{Settings(experimentNamed("density-1d"))}};
    WindowMemory memory;
    Autosave autosave; ///< at its end, after the window's, it writes
    MainWindow window{session, memory};
};

} // namespace

/// What is seen before a hand has done anything.
class TestOpeningPlay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init() { failOnWarnings(); }

    void itPlaysSlowlyAndPauses()
    {
        Start start(kPace);
        QTRY_COMPARE(start.session.current().state(), SessionState::Running);
        QCOMPARE(start.session.speedLimit(), kPace.speed);
        QCOMPARE(start.speed()->currentData().toDouble(), kPace.speed);
        start.waitUntilPlayed();
        QCOMPARE(start.speed()->currentData().toDouble(), 0.0);
    }

    void runGoesOn()
    {
        Start start(kPace);
        start.waitUntilPlayed();
        start.press("run");
        QTRY_VERIFY(start.iteration() > kPace.iterations);
        QCOMPARE(start.session.current().state(), SessionState::Running);
        start.session.pause();
    }

    void pauseEndsIt()
    {
        Start start(kLong);
        QTRY_VERIFY(start.iteration() > 0);
        QTest::keyClick(&start.window, Qt::Key_Space);
        QTRY_COMPARE(start.session.current().state(), SessionState::Paused);
        QTRY_COMPARE(start.session.speedLimit(), 0.0); // Run is Run
        QVERIFY(start.iteration() < kLong.iterations);
    }

    /// Whoever changes something wants to see what comes of it.
    void aChangedSettingLetsItGoOn()
    {
        Start start(OpeningPace{200, 1000});
        QTRY_VERIFY(start.iteration() > 0);
        Settings settings = start.session.current().settings();
        settings.setText("lr_d", "0.5");
        start.session.changeSettings(settings);
        QTRY_VERIFY(start.iteration() > 200);
        QCOMPARE(start.session.current().state(), SessionState::Running);
        QCOMPARE(start.session.speedLimit(), 0.0);
        start.session.pause();
    }

    /// Nor is it a ghost of the first run that somebody wanted.
    void anUntouchedRunIsNotKept()
    {
        {
            Start start(OpeningPace{200, 1000});
            QTRY_COMPARE(start.iteration(), std::int64_t{200});
            QTRY_COMPARE(start.session.current().state(), SessionState::Paused);
            start.session.runs().reset(start.session.current().settings());
            QTRY_COMPARE(start.iteration(), std::int64_t{0});
            auto* earlier = start.window.page().findChild<ComparisonPanel*>();
            QTRY_VERIFY(earlier->findChildren<QAbstractButton*>().isEmpty());
        }
        const QTemporaryDir folder;
        {
            Start start(kPace, folder.path());
            start.waitUntilPlayed();
        }
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("last.ganrun"))));
    }

    void aTouchedRunIsKept()
    {
        const QTemporaryDir folder;
        {
            Start start(kPace, folder.path());
            start.waitUntilPlayed();
            start.press("step");
            QTRY_COMPARE(start.iteration(), kPace.iterations + 1);
        }
        QVERIFY(QFile::exists(folder.filePath(QStringLiteral("last.ganrun"))));
    }

    void theNextStartRemembersTheSwitch()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("window.ini"));
        QVERIFY(WindowMemory(file).playsAtStart());
        WindowMemory(file).setPlaysAtStart(false);
        QVERIFY(!WindowMemory(file).playsAtStart());
    }
};

QTEST_MAIN(TestOpeningPlay)

#include "tst_opening_play.moc"
