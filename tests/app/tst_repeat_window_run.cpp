#include "app/model_module.h"
#include "core/experiment.h"
#include "core/model_interface.h"
#include "core/session/run_export.h"
#include "tests/support/files.h"
#include "ui/main_window.h"
#include "ui/window_memory.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>

using namespace gan;

/// What a hand did in the window, sliders and single steps of one network included, repeats from its run file
/// on the command line, bit for bit.
class TestRepeatWindowRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // The test stands in another folder than the program; the module is looked for beside the program
        // that runs.
        const QString module =
            QFileInfo(QStringLiteral(GAN_PROGRAM)).dir().filePath(QLatin1String(kModelFileName));
        const QString beside = QCoreApplication::applicationDirPath() + '/' + QLatin1String(kModelFileName);
        QVERIFY(QFileInfo::exists(beside) || QFile::link(module, beside));
    }

    void numbersAreTheSame()
    {
        QTemporaryDir folder;
        const QString runFile = folder.filePath(QStringLiteral("run.json"));
        const QString windowMetrics = folder.filePath(QStringLiteral("window.csv"));
        {
            TrainingSession session(modelModule(), Run{Settings(experimentNamed("density-1d"))});
            WindowMemory memory;
            MainWindow window(session, memory);
            window.resize(1280, 720);
            window.show();
            QVERIFY(QTest::qWaitForWindowActive(&window));
            QTRY_COMPARE_WITH_TIMEOUT(session.state(), SessionState::Paused, 30000);
            driveByHand(session, window);
            window.saveRun(runFile);
            writeWholeFile(windowMetrics, metricsCsv(session.record(), session.record()->metrics().size()));
        }
        QProcess program;
        program.start(QStringLiteral(GAN_PROGRAM),
                      {"train", "--from", runFile, "--export", folder.filePath(QStringLiteral("again"))});
        QVERIFY(program.waitForFinished(120000));
        QCOMPARE(program.exitCode(), 0);
        QVERIFY(content(windowMetrics).count('\n') > 100);
        QVERIFY(content(folder.filePath(QStringLiteral("again/metrics.csv"))) == content(windowMetrics));
    }

private:
    /// Runs, moves two sliders while it runs, pauses, and makes single steps of one network and of both.
    void driveByHand(TrainingSession& session, MainWindow& window)
    {
        QTest::keyClick(&window, Qt::Key_F5);
        for (const char* key : {"lr_g", "steps_d"}) {
            const auto seen = iteration(session);
            QTRY_VERIFY(iteration(session) > seen + 60);
            auto* editor = window.findChild<QWidget*>(QString::fromLatin1(key));
            QVERIFY(editor);
            auto* slider = editor->findChild<QSlider*>();
            QVERIFY(slider);
            for (int i = 0; i < 4; ++i)
                QTest::keyClick(slider, Qt::Key_PageUp);
        }
        const auto seen = iteration(session);
        QTRY_VERIFY(iteration(session) > seen + 60);
        QTest::keyClick(&window, Qt::Key_F5);
        QTRY_COMPARE(session.state(), SessionState::Paused);
        window.setFocus();
        for (const Qt::Key key : {Qt::Key_D, Qt::Key_D, Qt::Key_G, Qt::Key_F10}) {
            const auto before = iteration(session);
            QTest::keyClick(&window, key);
            QTRY_COMPARE(iteration(session), before + 1);
        }
        // two sliders; D alone: G's steps to 0; G alone: D's to 0 and G's back; both: D's back
        QVERIFY(session.record()->run().events.size() >= 2 + 1 + 2 + 1);
    }

    static std::int64_t iteration(const TrainingSession& session)
    {
        return session.snapshot() ? session.snapshot()->iteration : 0;
    }
};

QTEST_MAIN(TestRepeatWindowRun)
#include "tst_repeat_window_run.moc"
