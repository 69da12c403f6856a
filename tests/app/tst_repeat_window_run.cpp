#include "app/model_module.h"
#include "core/experiment.h"
#include "core/session/data_loader.h"
#include "core/session/run_export.h"
#include "tests/support/files.h"
#include "ui/export/picture_files.h"
#include "ui/window/main_window.h"
#include "ui/window/window_memory.h"

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
            QTRY_COMPARE_WITH_TIMEOUT(session.current().state(), SessionState::Paused, 30000);
            driveByHand(session, window);
            window.files().save(runFile);
            writeWholeFile(windowMetrics, metricsCsv(session.current().record(),
                                                     session.current().record()->metrics().size()));
        }
        QProcess program;
        program.start(QStringLiteral(GAN_PROGRAM),
                      {"train", "--from", runFile, "--export", folder.filePath(QStringLiteral("again"))});
        QVERIFY(program.waitForFinished(120000));
        QCOMPARE(program.exitCode(), 0);
        QVERIFY(content(windowMetrics).count('\n') > 100);
        QVERIFY(content(folder.filePath(QStringLiteral("again/metrics.csv"))) == content(windowMetrics));
    }

    /// BatchNorm in both networks, pictures looked at all the time: the same faces with and without a window.
    void facesAreTheSame()
    {
        QTemporaryDir folder;
        const auto path = [&](const char* name) { return folder.filePath(QLatin1String(name)); };
        {
            TrainingSession session(modelModule(), Run{smallFaces(), {}, 40}, dataLoader());
            WindowMemory memory;
            MainWindow window(session, memory);
            window.show();
            QVERIFY(QTest::qWaitForWindowActive(&window));
            QTRY_COMPARE_WITH_TIMEOUT(session.current().state(), SessionState::Paused, 60000);
            QTest::keyClick(&window, Qt::Key_F5);
            QTRY_COMPARE_WITH_TIMEOUT(iteration(session), std::int64_t{40}, 60000);
            QTRY_COMPARE(session.current().state(), SessionState::Paused);
            window.files().save(path("run.json"));
            writeWholeFile(path("grid.png"),
                           gridPicture(*session.current().snapshot(), session.current().record()->run()));
        }
        QProcess program;
        program.start(QStringLiteral(GAN_PROGRAM),
                      {"train", "--from", path("run.json"), "--export", path("again")});
        QVERIFY(program.waitForFinished(120000));
        QVERIFY2(program.exitCode() == 0, program.readAllStandardError().constData());
        QVERIFY(content(path("grid.png")).size() > 1000);
        QVERIFY(content(path("again/grid.png")) == content(path("grid.png")));
    }

private:
    static Settings smallFaces()
    {
        Settings settings(experimentNamed("faces"));
        const std::pair<const char*, const char*> values[] = {{"width", "4"},
                                                              {"batch", "16"},
                                                              {"drawn_count", "64"},
                                                              {"batchnorm_d", "yes"},
                                                              {"measure_every", "10"}};
        for (const auto& [key, text] : values)
            settings.setText(key, text);
        return settings;
    }

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
        QTRY_COMPARE(session.current().state(), SessionState::Paused);
        window.setFocus();
        for (const Qt::Key key : {Qt::Key_D, Qt::Key_D, Qt::Key_G, Qt::Key_F10}) {
            const auto before = iteration(session);
            QTest::keyClick(&window, key);
            QTRY_COMPARE(iteration(session), before + 1);
        }
        // two sliders; D alone: G's steps to 0; G alone: D's to 0 and G's back; both: D's back
        QVERIFY(session.current().record()->run().events.size() >= 2 + 1 + 2 + 1);
    }

    static std::int64_t iteration(const TrainingSession& session)
    {
        return session.current().snapshot() ? session.current().snapshot()->iteration : 0;
    }
};

QTEST_MAIN(TestRepeatWindowRun)
#include "tst_repeat_window_run.moc"
