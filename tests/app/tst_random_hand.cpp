#include "app/model_module.h"
#include "core/experiment.h"
#include "core/session/training_session.h"
#include "ui/window/main_window.h"
#include "ui/window/window_memory.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QWheelEvent>

#include <random>

using namespace gan;

namespace {

using Keys = std::pair<Qt::Key, Qt::KeyboardModifiers>;

/// Everything but Quit.
const std::vector<Keys> kKeys = {
    {Qt::Key_Space, {}},
    {Qt::Key_Right, {}},
    {Qt::Key_Left, {}},
    {Qt::Key_Up, {}},
    {Qt::Key_Down, {}},
    {Qt::Key_Home, {}},
    {Qt::Key_End, {}},
    {Qt::Key_PageUp, {}},
    {Qt::Key_PageDown, {}},
    {Qt::Key_Return, {}},
    {Qt::Key_Escape, {}},
    {Qt::Key_Tab, {}},
    {Qt::Key_Backtab, Qt::ShiftModifier},
    {Qt::Key_F1, {}},
    {Qt::Key_F1, Qt::ShiftModifier},
    {Qt::Key_F5, {}},
    {Qt::Key_F8, {}},
    {Qt::Key_F9, {}},
    {Qt::Key_F10, {}},
    {Qt::Key_F11, {}},
    {Qt::Key_D, {}},
    {Qt::Key_G, {}},
    {Qt::Key_L, {}},
    {Qt::Key_L, Qt::ShiftModifier},
    {Qt::Key_Plus, {}},
    {Qt::Key_Minus, {}},
    {Qt::Key_0, {}},
    {Qt::Key_1, {}},
    {Qt::Key_5, {}},
    {Qt::Key_9, {}},
    {Qt::Key_Period, {}},
    {Qt::Key_Backspace, {}},
    {Qt::Key_Right, Qt::ShiftModifier},
    {Qt::Key_Left, Qt::ShiftModifier},
    {Qt::Key_Right, Qt::ControlModifier},
    {Qt::Key_R, Qt::ControlModifier},
    {Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier},
    {Qt::Key_Z, Qt::ControlModifier},
    {Qt::Key_A, Qt::ControlModifier},
    {Qt::Key_C, Qt::ControlModifier},
    {Qt::Key_V, Qt::ControlModifier},
    {Qt::Key_S, Qt::ControlModifier},
    {Qt::Key_O, Qt::ControlModifier},
    {Qt::Key_E, Qt::ControlModifier},
    {Qt::Key_F, Qt::AltModifier},
    {Qt::Key_V, Qt::AltModifier},
    {Qt::Key_Menu, {}},
};

/// A hand that does what a curious cat would do, always the same for the same seed.
class Hand {
public:
    Hand(QWidget& window, unsigned seed)
        : m_window(window)
        , m_random(seed)
    {
        answer();
    }

    void act()
    {
        const int what = upTo(10);
        if (what < 5)
            press(kKeys[std::size_t(upTo(int(kKeys.size()) - 1))]);
        else
            point(what);
    }

private:
    int upTo(int most) { return int(m_random() % unsigned(most + 1)); }

    /// Where a hand could reach: what waits for an answer, else the window in front. The test's platform does
    /// not bring a window to the front again when a menu closes, so that is done here.
    QWidget* target()
    {
        for (QWidget* waiting : {QApplication::activePopupWidget(), QApplication::activeModalWidget()})
            if (waiting)
                return waiting;
        QWidget* active = QApplication::activeWindow();
        if (active && active->isVisible() && upTo(40) > 0)
            return active;
        m_window.activateWindow();
        (void)QTest::qWaitForWindowActive(&m_window);
        return &m_window;
    }

    void press(const Keys& keys)
    {
        QWidget* window = target();
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus && focus->window() == window ? focus : window, keys.first, keys.second);
    }

    void point(int what)
    {
        QWidget* window = target();
        const QPoint at(upTo(window->width() - 1), upTo(window->height() - 1));
        QWidget* child = window->childAt(at);
        QWidget* widget = child ? child : window;
        const QPoint here = widget->mapFrom(window, at);
        if (what < 8)
            QTest::mouseClick(widget, what == 7 ? Qt::RightButton : Qt::LeftButton, {}, here);
        else if (what == 8)
            QTest::mouseDClick(widget, Qt::LeftButton, {}, here);
        else if (what == 9)
            drag(widget, here);
        else
            wheel(widget, here);
    }

    void drag(QWidget* widget, const QPoint& from)
    {
        QTest::mousePress(widget, Qt::LeftButton, {}, from);
        for (int i = 1; i <= 4; ++i)
            QTest::mouseMove(widget, from + QPoint(upTo(120) - 60, upTo(60) - 30));
        QTest::mouseRelease(widget, Qt::LeftButton, {}, from + QPoint(upTo(120) - 60, upTo(60) - 30));
    }

    void wheel(QWidget* widget, const QPoint& at)
    {
        QWheelEvent event(at, widget->mapToGlobal(at), {}, {0, upTo(1) ? 120 : -120}, Qt::NoButton, {},
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(widget, &event);
    }

    /// A menu that is open runs an event loop of its own; there the hand goes on. A new timer each time,
    /// because one that is in its handler does not fire again.
    void answer()
    {
        QTimer::singleShot(20, &m_window, [this] { answer(); });
        QWidget* waiting = QApplication::activePopupWidget();
        if (!waiting)
            waiting = QApplication::activeModalWidget();
        if (!waiting)
            return;
        constexpr Qt::Key answers[] = {Qt::Key_Down, Qt::Key_Return, Qt::Key_Escape, Qt::Key_Escape};
        QTest::keyClick(waiting, answers[upTo(3)]);
    }

    QWidget& m_window;
    std::mt19937 m_random;
};

} // namespace

/// Random keys, clicks, drags and wheels on the real window with the real networks. What must hold is that
/// nothing crashes (the sanitizers watch) and that the window still works afterwards. GAN_RANDOM_ACTIONS sets
/// how many there are; the longest time that one took is printed.
class TestRandomHand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anythingGoes_data()
    {
        QTest::addColumn<QByteArray>("experiment"); // that the hand begins with
        for (const char* id : {"density-1d", "plane-2d"})
            QTest::newRow(id) << QByteArray(id);
    }
    void anythingGoes()
    {
        QFETCH(QByteArray, experiment);
        const Settings settings(experimentNamed(experiment.toStdString()));
        const QTemporaryDir folder;
        QVERIFY(QDir::setCurrent(folder.path())); // what the hand saves, it saves here
        const int actions = qEnvironmentVariableIsSet("GAN_RANDOM_ACTIONS")
                                ? qEnvironmentVariableIntValue("GAN_RANDOM_ACTIONS")
                                : 300;
        TrainingSession session(modelModule(), Run{settings});
        WindowMemory memory;
        MainWindow window(session, memory);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_COMPARE_WITH_TIMEOUT(session.current().state(), SessionState::Paused, 30000);
        Hand hand(window, 1);
        qint64 longest = 0;
        for (int i = 0; i < actions; ++i) {
            QElapsedTimer timer;
            timer.start();
            hand.act();
            QTest::qWait(2); // the run goes on meanwhile; there is nothing certain to wait for
            longest = std::max(longest, timer.elapsed());
            if (!window.isVisible())
                window.show();
        }
        qInfo("longest action: %lld ms", static_cast<long long>(longest));
        session.runs().reset(settings);
        QTRY_VERIFY_WITH_TIMEOUT(session.current().snapshot() && session.current().snapshot()->iteration == 0,
                                 30000);
        session.step();
        QTRY_COMPARE_WITH_TIMEOUT(session.current().snapshot()->iteration, std::int64_t{1}, 30000);
        QVERIFY(!window.grab().isNull());
    }
};

int main(int argc, char** argv)
{
    setThreadEnvironment();
    QApplication application(argc, argv);
    TestRandomHand test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_random_hand.moc"
