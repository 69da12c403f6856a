#include "core/experiment.h"
#include "tests/ui/ui_test.h"
#include "ui/widgets/panes.h"
#include "ui/window/window_memory.h"

#include <QDir>
#include <QFile>
#include <QMainWindow>
#include <QSplitter>
#include <QTemporaryDir>

using namespace gan;

namespace {

/// A window with one pane of two parts.
struct Shown {
    Shown()
    {
        makePane(pane, QStringLiteral("pane"));
        pane->addWidget(new QWidget);
        pane->addWidget(new QWidget);
        window.setCentralWidget(pane);
        window.resize(600, 300);
        window.show();
    }
    void moveByHand(int left)
    {
        QSplitterHandle* handle = pane->handle(1);
        QTest::mousePress(handle, Qt::LeftButton, {}, {1, 50});
        QTest::mouseMove(handle, QPoint(left - handle->x(), 50));
        QTest::mouseRelease(handle, Qt::LeftButton, {}, {1, 50});
    }

    QSplitter* pane = new QSplitter;
    QMainWindow window;
};

} // namespace

class TestWindowMemory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init()
    {
        failOnWarnings();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void settingsComeBack()
    {
        const Experiment& experiment = experimentNamed("density-1d");
        Settings settings(experiment);
        settings.setText("lr_d", "0.025");
        settings.setText("hidden_g", "8,8");
        settings.setText("loss", "hinge");
        WindowMemory(file()).keepSettings(settings);
        QVERIFY(WindowMemory(file()).settingsOf(experiment) == settings);
        QCOMPARE(&WindowMemory(file()).experiment(), &experiment);
    }

    void whatNoLongerFitsIsADefault()
    {
        const Experiment& experiment = experimentNamed("density-1d");
        QSettings ini(file(), QSettings::IniFormat);
        ini.setValue("settings/density-1d/lr_d", "blue");
        ini.setValue("settings/density-1d/lr_g", "0.5");
        ini.setValue("settings/density-1d/gone", "1");
        ini.setValue("theme", "pink");
        ini.setValue("experiment", "astrology");
        ini.sync();
        const WindowMemory memory(file());
        QCOMPARE(memory.settingsOf(experiment).number("lr_d"), Settings(experiment).number("lr_d"));
        QCOMPARE(memory.settingsOf(experiment).number("lr_g"), 0.5);
        QCOMPARE(memory.themeChoice(), ThemeChoice::System);
        QCOMPARE(memory.experiment().id, experiments().front().id);
    }

    void settingsThatBreakARuleAreDefaults()
    {
        const Experiment& experiment = experimentNamed("density-1d");
        QSettings ini(file(), QSettings::IniFormat);
        ini.setValue("settings/density-1d/steps_d", "0");
        ini.setValue("settings/density-1d/steps_g", "0");
        ini.sync();
        QVERIFY(WindowMemory(file()).settingsOf(experiment) == Settings(experiment));
    }

    void themeComesBack()
    {
        WindowMemory(file()).setThemeChoice(ThemeChoice::Dark);
        QCOMPARE(WindowMemory(file()).themeChoice(), ThemeChoice::Dark);
    }

    void panesAreKeptOnceAHandMovedThem()
    {
        {
            Shown untouched;
            WindowMemory(file()).keepLayout(untouched.window);
            WindowMemory(file()).restoreLayout(untouched.window);
            QVERIFY(!wasMoved(*untouched.pane));
            untouched.moveByHand(150);
            QVERIFY(wasMoved(*untouched.pane));
            WindowMemory(file()).keepLayout(untouched.window);
        }
        Shown again;
        QVERIFY(std::abs(again.pane->sizes().first() - 150) > 50);
        WindowMemory(file()).restoreLayout(again.window);
        QVERIFY(std::abs(again.pane->sizes().first() - 150) < 10);
        QVERIFY(wasMoved(*again.pane));
        WindowMemory memory(file());
        memory.forgetPanes();
        Shown fresh;
        memory.restoreLayout(fresh.window);
        QVERIFY(!wasMoved(*fresh.pane));
    }

    void aHomeThatCannotBeWrittenIsNoError()
    {
        const QString nowhere = QStringLiteral("/proc/none/window.ini");
        Shown shown;
        {
            WindowMemory memory(nowhere);
            memory.setThemeChoice(ThemeChoice::Light);
            memory.keepSettings(Settings(experiments().front()));
            memory.keepLayout(shown.window);
            QCOMPARE(memory.themeChoice(), ThemeChoice::Light); // for as long as the program runs
        }
        QVERIFY(WindowMemory(nowhere).settingsOf(experiments().front()) == Settings(experiments().front()));
    }

    void rubbishIsNoError()
    {
        QVERIFY(QDir().mkpath(QFileInfo(file()).path()));
        QFile rubbish(file());
        QVERIFY(rubbish.open(QIODevice::WriteOnly));
        rubbish.write(QByteArray(5000, '\xff') +
                      "[panes]\npane=@ByteArray(\\x1\\x2)\ngeometry=@ByteArray(zz)\n");
        rubbish.close();
        Shown shown;
        const WindowMemory memory(file());
        memory.restoreLayout(shown.window);
        QCOMPARE(shown.window.size(), QSize(600, 300));
        QVERIFY(memory.settingsOf(experiments().front()) == Settings(experiments().front()));
    }

    void nothingIsKeptWithoutAFile()
    {
        WindowMemory memory;
        memory.setThemeChoice(ThemeChoice::Dark);
        QCOMPARE(memory.themeChoice(), ThemeChoice::System);
    }

private:
    QString file() const { return m_folder->filePath(QStringLiteral("deep/window.ini")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_MAIN(TestWindowMemory)
#include "tst_window_memory.moc"
