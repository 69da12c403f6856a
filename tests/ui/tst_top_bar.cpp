#include "core/experiment.h"
#include "tests/ui/ui_test.h"
#include "ui/actions/actions.h"
#include "ui/actions/run_actions.h"
#include "ui/editors/field_message.h"
#include "ui/panels/iteration_counter.h"
#include "ui/panels/top_bar.h"

#include <QComboBox>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace gan;

namespace {

struct Shown {
    Shown()
    {
        bar.setSettings(Settings(experimentNamed("density-1d")));
        bar.setState(SessionState::Paused);
        bar.counter().setNow(0);
        bar.resize(1280, bar.sizeHint().height());
        bar.show();
    }
    template <class Control>
    Control* find(const char* name)
    {
        return bar.findChild<Control*>(QString::fromLatin1(name));
    }
    void typeSeed(const char* text)
    {
        auto* field = find<QLineEdit>("seed");
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QString::fromLatin1(text));
        QTest::keyClick(field, Qt::Key_Return);
    }

    QStringList done;
    QWidget window;
    Actions actions{window};
    QMenu menu;
    TopBar bar{withActions()};

private:
    /// They note what they were asked for.
    Actions& withActions()
    {
        const auto note = [this](const char* what) { return [this, what] { done += QLatin1String(what); }; };
        addRunActions(actions,
                      {note("run"), note("reset"), [this] { bar.drawSeed(); },
                       [this](Networks networks) { done += QString::number(int(networks)); }},
                      menu);
        actions.add({"help", QStringLiteral("Help"), QStringLiteral("Explains."), {}, note("help")});
        return actions;
    }
};

} // namespace

class TestTopBar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init() { failOnWarnings(); }

    void stateIsOnTheMainButton()
    {
        Shown shown;
        auto* run = shown.find<QPushButton>("run");
        QCOMPARE(run->text(), TopBar::tr("Run"));
        shown.bar.setState(SessionState::Running);
        QCOMPARE(run->text(), TopBar::tr("Pause"));
        QTest::mouseClick(run, Qt::LeftButton);
        QCOMPARE(shown.done, QStringList("run"));
    }

    /// A button that is off says why when it is pressed, and when the mouse rests on it.
    void aRunThatHasStoppedSaysSo()
    {
        Shown shown;
        updateRunActions(shown.actions, SessionState::Failed);
        QSignalSpy refused(&shown.actions, &Actions::refused);
        auto* run = shown.find<QPushButton>("run");
        QVERIFY(!run->isEnabled());
        QVERIFY(!shown.find<QPushButton>("step")->isEnabled());
        QVERIFY(shown.find<QPushButton>("reset")->isEnabled());
        QTest::mouseClick(run, Qt::LeftButton);
        QCOMPARE(refused.count(), 1);
        QVERIFY(refused.last().first().toString().contains(QStringLiteral("Reset")));
        QVERIFY(run->toolTip().contains(QStringLiteral("Reset")));
        QVERIFY(shown.done.isEmpty());
        updateRunActions(shown.actions, SessionState::Paused);
        QTest::mouseClick(run, Qt::LeftButton);
        QCOMPARE(shown.done, QStringList("run"));
    }

    void iterationIsHiddenWhileLoading()
    {
        Shown shown;
        shown.bar.counter().setNow(16250);
        QCOMPARE(shown.find<QLabel>("iteration")->text(), QStringLiteral("16\u00a0250"));
        shown.bar.setState(SessionState::Loading);
        QVERIFY(!shown.find<QLabel>("iteration")->isVisible());
        QVERIFY(shown.find<QPushButton>("run")->isEnabled()); // the wish is kept until LibTorch is there
    }

    void speedIsALimit()
    {
        Shown shown;
        QSignalSpy chosen(&shown.bar, &TopBar::speedChosen);
        auto* speed = shown.find<QComboBox>("speed");
        QCOMPARE(speed->currentData().toDouble(), 0.0); // full speed
        speed->setFocus();
        QTest::keyClick(speed, Qt::Key_Home);
        QCOMPARE(chosen.last().first().toDouble(), 1.0);
        QTest::keyClick(speed, Qt::Key_End);
        QCOMPARE(chosen.last().first().toDouble(), 0.0);
    }

    void aNarrowBarKeepsWhatIsNeededMost()
    {
        Shown shown;
        const auto* speed = shown.find<QComboBox>("speed");
        const auto* seed = shown.find<QLineEdit>("seed");
        shown.bar.resize(1280, shown.bar.height());
        QTRY_VERIFY(seed->isVisible() && speed->isVisible());
        shown.bar.resize(shown.bar.minimumSizeHint().width(), shown.bar.height());
        QTRY_VERIFY(!seed->isVisible() && !speed->isVisible());
        QVERIFY(shown.find<QPushButton>("run")->isVisible() && shown.find<QPushButton>("step")->isVisible());
        QVERIFY(shown.find<QToolButton>("more")->isVisible());
        for (const QWidget* part : shown.bar.findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
            QVERIFY2(part->isHidden() || part->geometry().right() < shown.bar.width(),
                     qPrintable(part->objectName()));
        shown.bar.resize(1280, shown.bar.height());
        QTRY_VERIFY(seed->isVisible() && speed->isVisible());
    }

    /// In the place and in the order that they had.
    void aWideBarHasAllAgain()
    {
        Shown shown;
        QVERIFY(QTest::qWaitForWindowActive(&shown.bar));
        const auto order = [&] {
            QStringList names;
            for (int i = 0; i < shown.bar.layout()->count(); ++i)
                if (const QWidget* part = shown.bar.layout()->itemAt(i)->widget(); part && part->isVisible())
                    names.append(part->objectName() + part->accessibleName());
            return names;
        };
        shown.bar.resize(1400, shown.bar.height());
        const QStringList before = order();
        QVERIFY(before.size() > 10);
        for (const int width : {1100, 920, 1000, 920, 1400})
            shown.bar.resize(width, shown.bar.height());
        QCOMPARE(order(), before);
    }

    void seedCountsWithEnter()
    {
        Shown shown;
        QSignalSpy chosen(&shown.bar, &TopBar::seedChosen);
        shown.typeSeed("77");
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.last().first().toLongLong(), 77);
    }

    void seedThatIsLeftIsForgotten()
    {
        Shown shown;
        QVERIFY(QTest::qWaitForWindowActive(&shown.bar));
        QSignalSpy chosen(&shown.bar, &TopBar::seedChosen);
        auto* field = shown.find<QLineEdit>("seed");
        field->setFocus();
        QTest::keyClicks(field, "9");
        shown.find<QPushButton>("run")->setFocus();
        QCOMPARE(chosen.count(), 0);
        QCOMPARE(field->text(), QStringLiteral("1"));
    }

    void wrongSeedIsRefused()
    {
        Shown shown;
        QSignalSpy chosen(&shown.bar, &TopBar::seedChosen);
        shown.typeSeed("minus one");
        QCOMPARE(chosen.count(), 0);
        QVERIFY(isRefused(shown.find<QLineEdit>("seed")));
        QCOMPARE(shown.find<QLineEdit>("seed")->text(), QStringLiteral("1"));
    }

    void diceDrawsASeed()
    {
        Shown shown;
        QSignalSpy chosen(&shown.bar, &TopBar::seedChosen);
        for (int i = 0; i < 3; ++i)
            QTest::mouseClick(shown.find<QPushButton>("newSeed"), Qt::LeftButton);
        QCOMPARE(chosen.count(), 3);
        QVERIFY(chosen[0].first() != chosen[1].first() || chosen[1].first() != chosen[2].first());
    }
};

QTEST_MAIN(TestTopBar)
#include "tst_top_bar.moc"
