#include "core/experiment.h"
#include "core/session/training_session.h"
#include "tests/support/fake_trainer.h"
#include "tests/ui/ui_test.h"
#include "ui/dialogs/keys_page.h"
#include "ui/editors/collapsible_group.h"
#include "ui/plots/plot_view.h"
#include "ui/window/main_window.h"
#include "ui/window/window_memory.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSlider>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QScrollBar>
#include <QSet>
#include <QSpinBox>
#include <QTabBar>

using namespace gan;

namespace {

/// A window with everything open that can be opened.
struct Desk {
    explicit Desk(const char* experiment = "signal") // it has everything that the others have
        : session(fakeTrainerFactory(), Run{Settings(experimentNamed(experiment))})
        , window(session, memory)
    {
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_COMPARE(session.current().state(), SessionState::Paused);
        for (CollapsibleGroup* group : window.findChildren<CollapsibleGroup*>())
            group->setOpen(true);
        session.step();
        session.step();
        QTRY_VERIFY(session.current().snapshot() && session.current().snapshot()->iteration == 2);
        session.runs().reset(Settings(session.current().settings())); // leaves an earlier run
        QTRY_COMPARE(session.current().state(), SessionState::Paused);
    }

    /// All that a hand can work with and that is in sight.
    QList<QWidget*> controls()
    {
        QList<QWidget*> found;
        for (QWidget* widget : window.centralWidget()->findChildren<QWidget*>()) {
            const bool isControl = qobject_cast<QAbstractButton*>(widget) ||
                                   qobject_cast<QLineEdit*>(widget) || qobject_cast<QComboBox*>(widget) ||
                                   qobject_cast<QAbstractSlider*>(widget) || qobject_cast<QTabBar*>(widget) ||
                                   qobject_cast<QSpinBox*>(widget) || qobject_cast<PlotView*>(widget);
            const bool isPartOfOne =
                qobject_cast<QScrollBar*>(widget) || qobject_cast<QSpinBox*>(widget->parent());
            if (isControl && widget->isVisible() && !isPartOfOne)
                found.append(widget);
        }
        return found;
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

} // namespace

/// The window without a mouse and without eyes.
class TestReachable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init() { failOnWarnings(); }

    void everyControlHasANameAndAnExplanation()
    {
        Desk desk;
        const auto controls = desk.controls();
        QVERIFY(controls.size() > 40);
        for (const QWidget* control : controls) {
            QVERIFY2(!control->accessibleName().isEmpty(), nameOf(control));
            QVERIFY2(!control->accessibleDescription().isEmpty(), nameOf(control));
            QVERIFY2(!control->whatsThis().isEmpty(), nameOf(control));
        }
    }

    void explanationsAreWholeSentences()
    {
        Desk desk;
        for (const QWidget* control : desk.controls()) {
            const QString text = control->accessibleDescription();
            QVERIFY2(text.endsWith(QLatin1Char('.')), nameOf(control) + ": " + text.toUtf8());
            QVERIFY2(!text.contains(QLatin1Char('!')), nameOf(control));
            QVERIFY2(text.count(QRegularExpression(QStringLiteral("[.:;)] |\\.$"))) >= 2,
                     nameOf(control) + ": " + text.toUtf8());
        }
    }

    /// What is only read has help too.
    void whatIsReadIsExplained()
    {
        Desk desk;
        for (const char* name : {"iteration", "state", "loss_d", "w1", "presets"}) {
            const auto* read = desk.window.findChild<QWidget*>(QString::fromLatin1(name));
            QVERIFY2(read && read->whatsThis().size() > 40 && !read->toolTip().isEmpty(), name);
        }
        for (const auto* list : desk.window.findChildren<QComboBox*>(QStringLiteral("presets")))
            for (int i = 0; i < list->count(); ++i)
                QVERIFY(!list->itemData(i, Qt::ToolTipRole).toString().isEmpty());
    }

    void tabReachesEveryControl()
    {
        Desk desk;
        QSet<QWidget*> reached;
        for (int i = 0; i < 400; ++i) {
            QWidget* focus = QApplication::focusWidget();
            QVERIFY(focus);
            reached.insert(focus);
            QTest::keyClick(focus, Qt::Key_Tab);
        }
        for (QWidget* control : desk.controls())
            if (control->isEnabled())
                QVERIFY2(reached.contains(control), nameOf(control));
    }

    void theKeysPageNamesEveryKeyOfTheMenus()
    {
        Desk desk;
        const KeysPage page(*desk.window.menuBar());
        QStringList shown;
        for (const QLabel* label : page.findChildren<QLabel*>())
            shown.append(label->text());
        for (const QAction* top : desk.window.menuBar()->actions())
            for (const QAction* action : top->menu()->actions())
                if (!action->shortcut().isEmpty())
                    QVERIFY2(!shown.filter(action->shortcut().toString(QKeySequence::NativeText)).isEmpty(),
                             action->text().toUtf8());
    }

    void aPictureOfTheKeysPageIsNotCut()
    {
        Desk desk;
        KeysPage page(*desk.window.menuBar());
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        for (const QScrollBar* bar : page.findChildren<QScrollBar*>())
            QVERIFY(bar->orientation() == Qt::Vertical || bar->maximum() == 0);
    }
};

QTEST_MAIN(TestReachable)
#include "tst_reachable.moc"
