#include "core/experiment.h"
#include "core/session/training_session.h"
#include "tests/support/fake_trainer.h"
#include "tests/ui/ui_test.h"
#include "ui/pages/experiment_page.h"
#include "ui/window/introduction.h"
#include "ui/window/main_window.h"
#include "ui/window/window_memory.h"

#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QTemporaryDir>

#include <set>

using namespace gan;

namespace {

struct Start {
    explicit Start(QSize size = {1280, 720})
    {
        window.resize(size);
        window.show();
        window.introduce();
    }
    Introduction* cards() { return window.findChild<Introduction*>(); }
    void press(const char* name)
    {
        auto* button = cards()->findChild<QPushButton*>(QLatin1String(name));
        const QPoint place = button->mapTo(&window, button->rect().center());
        QWidget* hit = window.childAt(place);
        QTest::mouseClick(hit, Qt::LeftButton, {}, hit->mapFrom(&window, place));
    }

    TrainingSession session{fakeTrainerFactory(), Run{Settings(experimentNamed("density-1d"))}};
    QTemporaryDir folder;
    WindowMemory memory{folder.filePath(QStringLiteral("window.ini"))};
    MainWindow window{session, memory};
};

} // namespace

/// Three cards for the first start.
class TestIntroduction : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init() { failOnWarnings(); }

    void eachCardPointsAtAControlThatIsSeen_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("small") << QSize(1024, 640);
        QTest::newRow("laptop") << QSize(1280, 720);
        QTest::newRow("large") << QSize(1920, 1080);
    }
    void eachCardPointsAtAControlThatIsSeen()
    {
        QFETCH(QSize, size);
        Start start(size);
        std::set<QWidget*> framed;
        for (int card = 0; card < 3; ++card) {
            QVERIFY(start.cards());
            QTRY_VERIFY(start.cards()->control());
            QWidget* control = start.cards()->control();
            QVERIFY(framed.insert(control).second);
            // Neither the card nor anything else covers what it points at.
            const QPoint middle = control->mapTo(&start.window, control->rect().center());
            QVERIFY(!start.cards()->geometry().contains(middle));
            QVERIFY(start.window.rect().contains(start.cards()->geometry()));
            for (const QLabel* label : start.cards()->findChildren<QLabel*>())
                QVERIFY(label->height() >= label->heightForWidth(label->width()));
            start.press("introductionNext");
        }
        QTRY_VERIFY(!start.cards());
    }

    void itBlocksNothing()
    {
        Start start;
        QTRY_COMPARE(start.session.current().state(), SessionState::Paused);
        QTest::keyClick(&start.window, Qt::Key_Space);
        QTRY_COMPARE(start.session.current().state(), SessionState::Running);
        QVERIFY(start.cards());
        QTest::keyClick(&start.window, Qt::Key_Space);
        QTRY_COMPARE(start.session.current().state(), SessionState::Paused);
    }

    void itCanBeSkipped()
    {
        for (const bool byKey : {false, true}) {
            Start start;
            if (byKey)
                QTest::keyClick(start.cards(), Qt::Key_Escape);
            else
                start.press("introductionSkip");
            QTRY_VERIFY(!start.cards());
            for (const QWidget* child :
                 start.window.findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
                QVERIFY(!child->inherits("gan::Introduction"));
        }
    }

    void itIsShownOnceUnlessAskedFor()
    {
        Start start;
        QVERIFY(start.memory.isIntroduced());
        start.press("introductionSkip");
        QTRY_VERIFY(!start.cards());
        for (QAction* menu : start.window.menuBar()->actions())
            for (QAction* action : menu->menu()->actions())
                if (action->text().contains(QLatin1String("Introduction")))
                    action->trigger();
        QVERIFY(start.cards() && start.cards()->isVisible());
    }
};

QTEST_MAIN(TestIntroduction)
#include "tst_introduction.moc"
