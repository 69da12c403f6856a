#include "core/experiment.h"
#include "tests/ui/ui_test.h"
#include "ui/panels/comparison_panel.h"

#include <QLabel>
#include <QSignalSpy>
#include <QToolButton>

using namespace gan;

namespace {

Run runWith(const char* key, const char* value, std::int64_t iterations = 100)
{
    Run run{Settings(experimentNamed("density-1d"))};
    run.settings.setText(key, value);
    run.iterations = iterations;
    return run;
}

struct Shown {
    Shown() { panel.show(); }
    QWidget* row(int number)
    {
        QCoreApplication::processEvents(); // a row that was just made is shown
        for (QWidget* row : panel.findChildren<QWidget*>(QStringLiteral("earlierRun%1").arg(number)))
            if (!row->isHidden())
                return row;
        return nullptr;
    }
    void press(int number, const char* button)
    {
        QTest::mouseClick(row(number)->findChild<QToolButton*>(QLatin1String(button)), Qt::LeftButton);
    }
    QString differences(int number)
    {
        return row(number)->findChild<QLabel*>(QStringLiteral("differences"))->text();
    }

    ComparisonPanel panel{Theme::light(), Run{Settings(experimentNamed("density-1d"))}};
};

} // namespace

class TestComparisonPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init() { failOnWarnings(); }

    void theOldestMakesRoom()
    {
        Shown shown;
        QSignalSpy removed(&shown.panel, &ComparisonPanel::removed);
        QCOMPARE(shown.panel.keep(11, runWith("seed", "1")), 1);
        QCOMPARE(shown.panel.keep(12, runWith("seed", "2")), 2);
        QCOMPARE(shown.panel.keep(13, runWith("seed", "3")), 3);
        QCOMPARE(removed.count(), 0);
        QCOMPARE(shown.panel.keep(14, runWith("seed", "4")), 1);
        QCOMPARE(removed.count(), 1);
        QCOMPARE(removed[0][0].toULongLong(), 11ULL);
        QCOMPARE(shown.panel.keep(15, runWith("seed", "5")), 2);
        QCOMPARE(removed[1][0].toULongLong(), 12ULL);
    }

    void aPinnedRunStays()
    {
        Shown shown;
        QSignalSpy removed(&shown.panel, &ComparisonPanel::removed);
        for (std::uint64_t id = 1; id <= 3; ++id)
            shown.panel.keep(id, runWith("seed", "7"));
        shown.press(1, "pin");
        QCOMPARE(shown.panel.keep(4, runWith("seed", "8")), 2);
        QCOMPARE(removed[0][0].toULongLong(), 2ULL);
        shown.press(2, "pin");
        shown.press(3, "pin");
        QCOMPARE(shown.panel.keep(5, runWith("seed", "9")), 0); // nobody makes room
        QCOMPARE(removed.count(), 1);
        shown.press(3, "pin");
        QCOMPARE(shown.panel.keep(5, runWith("seed", "9")), 3);
    }

    void hidingAndRemoving()
    {
        Shown shown;
        QSignalSpy removed(&shown.panel, &ComparisonPanel::removed);
        QSignalSpy visibility(&shown.panel, &ComparisonPanel::visibilityChanged);
        shown.panel.keep(21, runWith("seed", "1"));
        shown.press(1, "eye");
        QCOMPARE(visibility.last()[0].toULongLong(), 21ULL);
        QCOMPARE(visibility.last()[1].toBool(), false);
        shown.press(1, "eye");
        QCOMPARE(visibility.last()[1].toBool(), true);
        shown.press(1, "remove");
        QCOMPARE(removed.count(), 1);
        QVERIFY(!shown.row(1));
        QVERIFY(shown.panel.isHidden());
        shown.panel.remove(21); // nothing is left to remove
        QCOMPARE(removed.count(), 1);
    }

    void differencesAreNamed()
    {
        Shown shown;
        shown.panel.keep(1, runWith("lr_d", "0.05", 4000));
        QCOMPARE(shown.differences(1), QStringLiteral("Learning rate of D: 0.05"));
        shown.panel.setPresent(runWith("lr_d", "0.05"));
        QCOMPARE(shown.differences(1), QStringLiteral("the same settings"));
    }

    void changesOnTheWayAreNamedOnce()
    {
        Shown shown;
        Run run = runWith("seed", "5", 500);
        run.events = {{100, "lr_g", 0.002}, {200, "lr_g", 0.003}};
        shown.panel.keep(1, run);
        QCOMPARE(shown.differences(1), QStringLiteral("Seed: 5; Learning rate of G changed during the run"));
    }
};

QTEST_MAIN(TestComparisonPanel)
#include "tst_comparison_panel.moc"
