#include "core/experiment.h"
#include "core/session/training_session.h"
#include "tests/support/fake_trainer.h"
#include "tests/ui/ui_test.h"
#include "ui/editors/collapsible_group.h"
#include "ui/pages/experiment_page.h"
#include "ui/timeline/timeline_bar.h"
#include "ui/window/main_window.h"
#include "ui/window/window_memory.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSlider>
#include <QWhatsThis>

using namespace gan;

namespace {

/// A window with all groups open.
struct Opened {
    explicit Opened(const QByteArray& experiment)
        : session(fakeTrainerFactory(), Run{Settings(experimentNamed(experiment.toStdString()))})
        , window(session, memory)
    {
        window.show();
        for (CollapsibleGroup* group : window.findChildren<CollapsibleGroup*>())
            group->setOpen(true);
    }

    bool isReady()
    {
        return QTest::qWaitForWindowActive(&window) && QTest::qWaitFor([&] {
                   return session.current().state() == SessionState::Paused && session.current().snapshot();
               });
    }

    /// All that takes the focus, by Tab or by a click, and is no text.
    QList<QWidget*> controls()
    {
        QList<QWidget*> found;
        for (QWidget* widget : window.findChildren<QWidget*>()) {
            const bool isText = qobject_cast<QLineEdit*>(widget) || qobject_cast<QAbstractSpinBox*>(widget) ||
                                (qobject_cast<QPlainTextEdit*>(widget) &&
                                 !qobject_cast<QPlainTextEdit*>(widget)->isReadOnly());
            if (widget->isVisible() && widget->isEnabled() && widget->focusPolicy() != Qt::NoFocus &&
                !isText && !widget->focusProxy())
                found.append(widget);
        }
        return found;
    }

    /// As the platform does: to whatever has the focus.
    void press(Qt::Key key)
    {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &window, key);
    }

    TrainingSession session;
    WindowMemory memory;
    MainWindow window;
};

QByteArray nameOf(const QWidget* widget)
{
    return widget->objectName().toUtf8() + " (" + widget->metaObject()->className() + ") " +
           widget->accessibleName().toUtf8();
}

void addExperiments()
{
    QTest::addColumn<QByteArray>("experiment");
    for (const Experiment& experiment : experiments())
        QTest::newRow(experiment.id) << QByteArray(experiment.id);
}

} // namespace

class TestRunKeys : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init() { failOnWarnings(); }

    void spaceRunsAndPausesFromEveryControl_data() { addExperiments(); }
    void spaceRunsAndPausesFromEveryControl()
    {
        QFETCH(QByteArray, experiment);
        Opened opened(experiment);
        QVERIFY(opened.isReady());
        const auto controls = opened.controls();
        QVERIFY(controls.size() > 25);
        for (QWidget* control : controls) {
            control->setFocus();
            for (const SessionState state : {SessionState::Running, SessionState::Paused}) {
                opened.press(Qt::Key_Space);
                const bool reached =
                    QTest::qWaitFor([&] { return opened.session.current().state() == state; });
                QVERIFY2(reached, nameOf(control));
            }
            QVERIFY2(!QApplication::activePopupWidget(), nameOf(control));
        }
    }

    void stepsAreMadeFromEveryControl_data() { addExperiments(); }
    void stepsAreMadeFromEveryControl()
    {
        QFETCH(QByteArray, experiment);
        Opened opened(experiment);
        QVERIFY(opened.isReady());
        std::int64_t made = 0;
        for (QWidget* control : opened.controls()) {
            control->setFocus();
            for (const Qt::Key key : {Qt::Key_Right, Qt::Key_D, Qt::Key_G}) {
                opened.press(key);
                ++made;
                const bool stepped =
                    QTest::qWaitFor([&] { return opened.session.current().snapshot()->iteration == made; });
                QVERIFY2(stepped, nameOf(control));
            }
        }
        QVERIFY(opened.session.current().settings() == Settings(experimentNamed(experiment.toStdString())));
    }

    void textFieldsTakeThem()
    {
        Opened opened("density-1d");
        QVERIFY(opened.isReady());
        auto* field = opened.window.findChild<QWidget*>(QStringLiteral("hidden_d"))->findChild<QLineEdit*>();
        field->setFocus();
        field->clear();
        for (const Qt::Key key : {Qt::Key_D, Qt::Key_G, Qt::Key_Space, Qt::Key_Right})
            opened.press(key);
        QCOMPARE(field->text(), QStringLiteral("dg "));
        QCOMPARE(opened.session.current().state(), SessionState::Paused);
        opened.press(Qt::Key_F10); // these always act
        QTRY_COMPARE(opened.session.current().snapshot()->iteration, 1);
    }

    void enterTicksAndOpens()
    {
        Opened opened("density-1d");
        QVERIFY(opened.isReady());
        auto* box = opened.window.findChild<QCheckBox*>(QStringLiteral("pause_at"));
        box->setFocus();
        opened.press(Qt::Key_Return);
        QVERIFY(box->isChecked());
        auto* list = opened.window.findChild<QWidget*>(QStringLiteral("loss"))->findChild<QComboBox*>();
        list->setFocus();
        opened.press(Qt::Key_Return);
        QTRY_VERIFY(list->view()->isVisible());
        list->hidePopup();
    }

    /// Nor does a list or a slider change when somebody goes along the timeline.
    void homeAndEndAreThoseOfTheTimeline()
    {
        Opened opened("density-1d");
        QVERIFY(opened.isReady());
        opened.session.steps(Networks::Both, 20);
        QTRY_COMPARE(opened.session.current().snapshot()->iteration, 20);
        const Settings before = opened.session.current().settings();
        const TimelineBar& bar = opened.window.page().timeline();
        for (QWidget* control : opened.controls()) {
            control->setFocus();
            opened.press(Qt::Key_Home);
            QVERIFY2(bar.iteration() == 0, nameOf(control));
            opened.press(Qt::Key_End);
            QVERIFY2(!bar.iteration(), nameOf(control));
        }
        QVERIFY(opened.session.current().settings() == before);
    }

    /// What is chosen from a list by keys is chosen: the list stays closed, and Space runs.
    void enterClosesTheListThatItOpened()
    {
        Opened opened("density-1d");
        QVERIFY(opened.isReady());
        auto* list = opened.window.findChild<QComboBox*>(QStringLiteral("experiment"));
        list->setFocus();
        opened.press(Qt::Key_Return);
        QTRY_VERIFY(QApplication::activePopupWidget());
        for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Return})
            QTest::keyClick(QApplication::activePopupWidget()->window()->windowHandle(), key);
        QTRY_COMPARE(QByteArray(opened.session.current().settings().experiment().id), QByteArray("plane-2d"));
        QTRY_VERIFY(!QApplication::activePopupWidget());
        opened.press(Qt::Key_Space);
        QTRY_COMPARE(opened.session.current().state(), SessionState::Running);
    }

    void shiftF1ExplainsWhatHasTheFocus()
    {
        Opened opened("density-1d");
        QVERIFY(opened.isReady());
        auto* slider = opened.window.findChild<QWidget*>(QStringLiteral("batch"))->findChild<QSlider*>();
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_F1, Qt::ShiftModifier);
        const auto explained = [] {
            for (const QWidget* widget : QApplication::topLevelWidgets())
                if (widget->isVisible() && widget->inherits("QWhatsThat"))
                    return true;
            return false;
        };
        QTRY_VERIFY(explained());
        QVERIFY(!QWhatsThis::inWhatsThisMode());
        QWhatsThis::hideText();
    }
};

QTEST_MAIN(TestRunKeys)
#include "tst_run_keys.moc"
