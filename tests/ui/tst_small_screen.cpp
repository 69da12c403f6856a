#include "core/experiment.h"
#include "core/session/autosave.h"
#include "core/session/training_session.h"
#include "tests/support/fake_trainer.h"
#include "tests/ui/ui_test.h"
#include "ui/pages/experiment_page.h"
#include "ui/pages/plot_sheet.h"
#include "ui/panels/banner.h"
#include "ui/plots/plot_view.h"
#include "ui/style/theme_size.h"
#include "ui/widgets/panel_tab.h"
#include "ui/window/main_window.h"
#include "ui/window/screen_fit.h"
#include "ui/window/window_memory.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QSplitter>
#include <QTemporaryDir>
#include <QToolButton>

using namespace gan;

namespace {

constexpr QSize kFrame(8, 36); ///< what a window manager adds

struct Desk {
    explicit Desk(const char* experiment = "density-1d", QSize size = {1272, 684}, const QString& file = {})
        : session(fakeTrainerFactory(probe), Run{Settings(experimentNamed(experiment))})
        , memory(file.isEmpty() ? WindowMemory() : WindowMemory(file))
        , window(session, memory)
    {
        probe->pictureSide = 8;
        probe->hasTimeline = QLatin1String(experiment) == QLatin1String("faces");
        if (file.isEmpty())
            window.resize(size);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_COMPARE(session.current().state(), SessionState::Paused);
        QTRY_VERIFY(session.current().snapshot());
        QCoreApplication::processEvents();
    }
    ~Desk()
    {
        setThemeScale(1);
        useTheme();
    }

    QWidget* seen(const char* name)
    {
        for (QWidget* widget : window.findChildren<QWidget*>(QString::fromLatin1(name)))
            if (widget->isVisible())
                return widget;
        return nullptr;
    }
    /// With the mouse, on what it really meets there.
    void click(QWidget* widget)
    {
        QVERIFY(widget);
        const QPoint place = widget->mapTo(&window, widget->rect().center());
        QWidget* hit = window.childAt(place);
        QVERIFY(hit == widget || widget->isAncestorOf(hit));
        QTest::mouseClick(hit, Qt::LeftButton, {}, hit->mapFrom(&window, place));
    }
    void key(Qt::Key key)
    {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &window, key);
        QCoreApplication::processEvents();
    }
    /// Tabs at the edges, for panels that are put away.
    std::vector<PanelTab*> tabs()
    {
        std::vector<PanelTab*> found;
        for (PanelTab* tab : window.findChildren<PanelTab*>())
            if (tab->isVisible())
                found.push_back(tab);
        return found;
    }
    /// Of everything that is seen of a page.
    QMap<QString, QRect> places()
    {
        QCoreApplication::processEvents();
        QMap<QString, QRect> all;
        ExperimentPage& page = window.page();
        for (int i = 0; i < page.count(); ++i)
            if (page.widget(i)->isVisible())
                all.insert(QStringLiteral("panel %1").arg(i), page.widget(i)->geometry());
        for (const PlotView* plot : page.plots().plots())
            if (plot->isVisible())
                all.insert(plot->id(), QRect(plot->mapTo(&window, QPoint()), plot->size()));
        return all;
    }
    void drag(QSplitter& pane, int pixels)
    {
        QSplitterHandle* handle = pane.handle(1);
        QTest::mousePress(handle, Qt::LeftButton, {}, handle->rect().center());
        QTest::mouseMove(handle, handle->rect().center() + QPoint(pixels, 0));
        QTest::mouseRelease(handle, Qt::LeftButton, {}, handle->rect().center());
    }

    std::shared_ptr<FakeTrainerProbe> probe = std::make_shared<FakeTrainerProbe>();
    TrainingSession session;
    WindowMemory memory;
    MainWindow window;
};

void experimentColumn()
{
    QTest::addColumn<QByteArray>("experiment");
    for (const char* experiment : {"density-1d", "signal", "faces"})
        QTest::addRow("%s", experiment) << QByteArray(experiment);
}

} // namespace

/// The window on a small screen and in a lecture room, and how it comes back.
class TestSmallScreen : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init() { failOnWarnings(); }

    void fits1024x640_data() { experimentColumn(); }
    void fits1024x640()
    {
        QFETCH(QByteArray, experiment);
        Desk desk(experiment);
        for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
            desk.window.appearance().choose(theme);
            desk.session.step();
            QCoreApplication::processEvents();
            const QSize fitting = QSize(1024, 640) - kFrame;
            desk.window.resize(fitting);
            QTRY_COMPARE(desk.window.size(), fitting);
        }
    }

    void whatHasNoRoomIsBehindMore()
    {
        Desk desk("density-1d", QSize(1024, 640) - kFrame);
        QVERIFY(!desk.seen("seed") && !desk.seen("newSeed") && !desk.seen("speed"));
        auto* more = desk.seen("more");
        desk.click(more);
        for (const char* name : {"seed", "newSeed", "speed"}) {
            QWidget* control = desk.seen(name);
            QVERIFY2(control, name);
            const QPoint center = control->mapTo(&desk.window, control->rect().center());
            QWidget* hit = desk.window.childAt(center);
            QVERIFY2(hit == control || control->isAncestorOf(hit), name);
        }
        QVERIFY(QApplication::focusWidget() == desk.seen("speed"));
        auto* seed = static_cast<QLineEdit*>(desk.seen("seed"));
        desk.click(seed);
        seed->selectAll();
        QTest::keyClicks(seed, QStringLiteral("77"));
        QTest::keyClick(seed, Qt::Key_Return);
        QTRY_COMPARE(desk.session.current().settings().integer("seed"), 77);
        desk.click(desk.seen("newSeed"));
        QTRY_VERIFY(desk.session.current().settings().integer("seed") != 77);
        desk.click(desk.seen("run")); // somewhere else
        QTRY_VERIFY(!desk.seen("seed"));
    }

    void moreWorksWithKeys()
    {
        Desk desk("density-1d", QSize(1024, 640) - kFrame);
        desk.seen("help")->setFocus();
        desk.key(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), desk.seen("more"));
        desk.key(Qt::Key_Return);
        QVERIFY(desk.seen("seed"));
        QCOMPARE(QApplication::focusWidget(), desk.seen("speed"));
        desk.key(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), desk.seen("seed"));
        desk.key(Qt::Key_Escape);
        QVERIFY(!desk.seen("seed"));
        QCOMPARE(QApplication::focusWidget(), desk.seen("more"));
    }

    void theProjectorNeverNeedsMoreThanTheScreen_data() { experimentColumn(); }
    void theProjectorNeverNeedsMoreThanTheScreen()
    {
        QFETCH(QByteArray, experiment);
        Desk desk(experiment);
        desk.key(Qt::Key_F11);
        const QSize before(1272, 684);
        QCOMPARE(desk.window.size(), before);
        QCOMPARE(desk.tabs().size(), std::size_t(2));
        desk.click(desk.tabs().front());
        QVERIFY(desk.seen("presets"));
        QCOMPARE(desk.window.size(), before);
        QCOMPARE(desk.tabs().size(), std::size_t(1));
        desk.click(desk.tabs().front()); // the other one takes its turn
        QVERIFY(!desk.seen("presets"));
        QCOMPARE(desk.window.size(), before);
        desk.key(Qt::Key_F9);
        QCOMPARE(desk.tabs().size(), std::size_t(2));
        desk.session.setSpeedLimit(0);
        desk.session.steps(Networks::Both, 60);
        QTRY_COMPARE(desk.session.current().snapshot()->iteration, std::int64_t{60});
        QCoreApplication::processEvents();
        QCOMPARE(desk.window.size(), before);
    }

    void theProjectorLeavesAllAsItWas_data()
    {
        QTest::addColumn<QByteArray>("experiment");
        QTest::addColumn<QSize>("size");
        for (const char* experiment : {"density-1d", "signal", "faces"})
            for (const QSize size : {QSize(1016, 604), QSize(1272, 684), QSize(1900, 1000)})
                QTest::addRow("%s, %d", experiment, size.width()) << QByteArray(experiment) << size;
    }
    void theProjectorLeavesAllAsItWas()
    {
        QFETCH(QByteArray, experiment);
        QFETCH(QSize, size);
        Desk desk(experiment, size);
        const auto untouched = desk.places();
        QCOMPARE(desk.window.size(), size);
        desk.key(Qt::Key_F11);
        QVERIFY(desk.places() != untouched);
        QCOMPARE(desk.window.size(), size);
        desk.key(Qt::Key_F11);
        QTRY_COMPARE(desk.window.size(), size);
        QTRY_COMPARE(desk.places(), untouched);
        desk.drag(desk.window.page(), 40); // the settings are wider
        desk.key(Qt::Key_F9);              // and the numbers are put away
        const auto byHand = desk.places();
        QVERIFY(byHand != untouched);
        QCOMPARE(desk.window.size(), size);
        for (int i = 0; i < 2; ++i) {
            desk.key(Qt::Key_F11);
            desk.key(Qt::Key_F11);
            QTRY_COMPARE(desk.window.size(), size);
            QTRY_COMPARE(desk.places(), byHand);
        }
    }

    void aWindowThatIsTooLargeIsMadeToFit()
    {
        QWidget window;
        window.resize(4000, 3000);
        window.setMinimumSize(200, 200);
        new ScreenFit(window);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const QRect room = window.screen()->availableGeometry();
        QTRY_VERIFY2(room.contains(window.frameGeometry()), "at start");
        window.showMaximized();
        QTRY_VERIFY(window.isMaximized());
        window.showNormal();
        window.resize(4000, 3000); // what it was on a larger screen
        QTRY_VERIFY2(room.contains(window.frameGeometry()), "restored");
    }

    /// The program may end in a crash.
    void placeAndPanesAreKeptSoon()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("window.ini"));
        QSize size;
        int controls = 0;
        Desk desk("density-1d", {}, file);
        desk.window.resize(1300, 710);
        desk.drag(desk.window.page(), 40);
        controls = desk.window.page().sizes().first();
        size = desk.window.size();
        const auto kept = [&](QWidget& window) {
            const WindowMemory later(file);
            later.restoreLayout(window);
            return window.size();
        };
        QWidget another;
        QTRY_COMPARE(kept(another), size);
        desk.window.showMaximized();
        QTRY_VERIFY(kept(another).isValid() && another.isMaximized());
        desk.window.showNormal();
        QTRY_VERIFY(kept(another).isValid() && !another.isMaximized());
        {
            WindowMemory later(file);
            TrainingSession session(fakeTrainerFactory(), Run{Settings(experimentNamed("density-1d"))});
            MainWindow next(session, later);
            next.show();
            QVERIFY(QTest::qWaitForWindowExposed(&next));
            QVERIFY(std::abs(next.page().sizes().first() - controls) <= 2);
        }
    }

    void theRunOfTheLastTimeIsOffered()
    {
        const QTemporaryDir folder;
        {
            TrainingSession session(fakeTrainerFactory(), Run{Settings(experimentNamed("density-1d"))});
            const Autosave autosave(session, folder.path());
            session.setSpeedLimit(0);
            session.steps(Networks::Both, 30);
            QTRY_VERIFY(session.current().snapshot() && session.current().snapshot()->iteration == 30);
        }
        Desk desk;
        Autosave autosave(desk.session, folder.path());
        desk.window.files().useAutosave(autosave);
        auto* banner = desk.window.findChild<Banner*>();
        QVERIFY(banner->text().contains(QStringLiteral("iteration 30")));
        desk.session.setSpeedLimit(0);
        desk.session.run(); // begun by itself, or by a hand: the offer stays
        QTRY_VERIFY(desk.session.current().snapshot()->iteration > 100);
        desk.session.pause();
        QVERIFY(banner->text().contains(QStringLiteral("iteration 30")));
        desk.click(desk.seen("bannerYes"));
        QTRY_COMPARE(desk.session.current().snapshot() ? desk.session.current().snapshot()->iteration : -1,
                     std::int64_t{30});
        QVERIFY(banner->isHidden());
    }

    void nothingIsOfferedAtTheFirstStart()
    {
        const QTemporaryDir folder;
        Desk desk;
        Autosave autosave(desk.session, folder.path());
        desk.window.files().useAutosave(autosave);
        QVERIFY(desk.window.findChild<Banner*>()->isHidden());
    }
};

QTEST_MAIN(TestSmallScreen)
#include "tst_small_screen.moc"
