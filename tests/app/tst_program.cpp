#include "core/session/run_file.h"
#include "core/session/whole_file.h"
#include "tests/support/files.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using gan::content;

namespace {

struct Result {
    int exitCode;
    QByteArray out, err;
};

Result run(const QString& program, const QStringList& arguments,
           const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment())
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    if (!process.waitForFinished(120000))
        return {-1, {}, "it did not end"};
    const int exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    return {exitCode, process.readAllStandardOutput(), process.readAllStandardError()};
}

Result run(const QStringList& arguments,
           const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment())
{
    return run(QStringLiteral(GAN_PROGRAM), arguments, environment);
}

} // namespace

/// The real program with the real networks, as a shell starts it.
class TestProgram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Without one, Qt complains on stderr when it is run by root.
    void initTestCase() { qputenv("XDG_RUNTIME_DIR", m_folder.path().toLocal8Bit()); }

    void versionAndHelpNeedNoDisplay()
    {
        auto bare = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            bare.remove(QLatin1String(name));
        const Result version = run({QStringLiteral("--version")}, bare);
        QCOMPARE(version.exitCode, 0);
        const QStringList lines = QString::fromUtf8(version.out).split('\n');
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0], QStringLiteral("GAN Explorer " GAN_VERSION));
        const QRegularExpression library(
            QStringLiteral("^LibTorch [0-9]+\\.[0-9]+\\.[0-9.a-z+]* \\(cpu(, cuda)?\\)$"));
        QVERIFY2(library.match(lines[1]).hasMatch(), version.out.constData());
        QVERIFY(lines[2].isEmpty());
        QCOMPARE(run({QStringLiteral("--help")}, bare).exitCode, 0);
        const Result list = run({QStringLiteral("list")}, bare);
        QCOMPARE(list.exitCode, 0);
        for (const char* word : {"density-1d", "lr_d", "0.01", "1e-06 to 10", "blind", "wasserstein_gp"})
            QVERIFY2(list.out.contains(word), word);
        QCOMPARE(run({"train", "density-1d", "--iterations", "5"}, bare).exitCode, 0);
    }

    /// A program that somebody moved without its module still says who it is.
    void versionSaysWhenLibTorchIsMissing()
    {
        const QString alone = m_folder.filePath(QStringLiteral("gan-explorer"));
        QVERIFY(QFile::copy(QStringLiteral(GAN_PROGRAM), alone));
        const Result version = run(alone, {QStringLiteral("--version")});
        QCOMPARE(version.exitCode, 0);
        QVERIFY2(version.out.startsWith("GAN Explorer " GAN_VERSION "\nLibTorch cannot be used: "),
                 version.out.constData());
        QCOMPARE(version.out.count('\n'), 2);
    }

    /// cuda is refused where there is none, and is a device like the other where there is one.
    void aMissingDeviceIsRefused()
    {
        const QString folder = m_folder.filePath(QStringLiteral("cuda"));
        const bool hasCuda = run({QStringLiteral("--version")}).out.contains("cuda");
        const Result result =
            run({"train", "density-1d", "--iterations", "5", "--set", "device=cuda", "--export", folder});
        QCOMPARE(result.exitCode, hasCuda ? 0 : 1);
        QCOMPARE(result.err.contains("must be one of cpu"), !hasCuda);
        QCOMPARE(QFile::exists(folder + "/run.json"), hasCuda);
    }

    void unknownInstructionsAreRefused()
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("GAN_SIMD"), QStringLiteral("fast"));
        const Result result = run({"train", "density-1d", "--iterations", "5"}, environment);
        QCOMPARE(result.exitCode, 1);
        QCOMPARE(result.err.count('\n'), 1);
        QVERIFY2(result.err.contains("GAN_SIMD is fast"), result.err.constData());
    }

    void mistakesHaveExitCodesAndOneSentence_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("exitCode");
        QTest::addRow("usage") << QStringList{"train", "density-1d", "--set", "lr_d=0"} << 2;
        QTest::addRow("experiment") << QStringList{"train", "nothing"} << 2;
        QTest::addRow("file") << QStringList{"/nowhere/run.json"} << 1;
        QTest::addRow("saved run") << QStringList{damagedSavedRun()} << 1;
        QTest::addRow("from") << QStringList{"train", "--from", "/nowhere/run.json"} << 1;
        QTest::addRow("folder") << QStringList{"train", "density-1d", "--iterations",
                                               "5",     "--export",   "/proc/none"}
                                << 1;
    }

    void mistakesHaveExitCodesAndOneSentence()
    {
        QFETCH(QStringList, words);
        QFETCH(int, exitCode);
        const Result result = run(words);
        QCOMPARE(result.exitCode, exitCode);
        QVERIFY(result.err.startsWith("gan-explorer: "));
        QCOMPARE(result.err.count('\n'), 1);
        QVERIFY(result.out.isEmpty());
    }

    void trainWritesEverything()
    {
        const QString folder = m_folder.filePath(QStringLiteral("all"));
        const Result result = run({"train", "density-1d", "--iterations", "120", "--seed", "3", "--samples",
                                   "500", "--export", folder});
        QCOMPARE(result.exitCode, 0);
        const QByteArray metrics = content(folder + "/metrics.csv");
        QVERIFY(metrics.startsWith(
            "iteration,updates_d,updates_g,loss_d,loss_g,d_real,d_fake_before,d_fake_after,"
            "accuracy_real,accuracy_fake,grad_norm_d,grad_norm_g,generated_mean,generated_sd,w1,"));
        QCOMPARE(metrics.count('\n'), 121);
        QCOMPARE(content(folder + "/samples.csv").count('\n'), 500);
        const QJsonObject root = QJsonDocument::fromJson(content(folder + "/run.json")).object();
        const QJsonObject readouts = root[QLatin1String("readouts")].toObject();
        QVERIFY(readouts[QLatin1String("w1")].toDouble() > readouts[QLatin1String("w1_floor")].toDouble());
        QCOMPARE(gan::readRunFile(folder + "/run.json").iterations, std::int64_t{120});
        const QStringList plots = QDir(folder).entryList({QStringLiteral("*.png")});
        QCOMPARE(plots.size(), 7);
        for (const QString& plot : plots) {
            const QImage image(folder + '/' + plot);
            QCOMPARE(image.size(), QSize(1600, 1000));
            QCOMPARE(image.text(QStringLiteral("Seed")), QStringLiteral("3"));
        }
    }

    /// Of its own size, whatever is called a screen where there is none.
    void aPictureOfTheWindowHasItsOwnSize()
    {
        QVERIFY(trained("picture", {"density-1d", "--iterations", "20"}));
        const QString file = m_folder.filePath(QStringLiteral("window.png"));
        QCOMPARE(run({m_folder.filePath(QStringLiteral("picture/run.json")), "--picture", file}).exitCode, 0);
        QCOMPARE(QImage(file).size(), QSize(1280, 720));
    }

    void theSameCommandGivesTheSameBytes()
    {
        const QStringList phases = {"density-1d", "--phase", "60 lr_g=0.01", "--phase",
                                    "60 loss=minimax steps_d=1"};
        QVERIFY(trained("a", phases));
        QVERIFY(trained("b", phases));
        QVERIFY(trained("c", {"--from", m_folder.filePath(QStringLiteral("a/run.json"))}));
        QVERIFY(trained("d", phases + QStringList{"--seed", "2"}));
        for (const char* file : {"metrics.csv", "samples.csv", "data_distributions.png"}) {
            const auto of = [&](const char* run) {
                return content(m_folder.filePath(QLatin1String(run)) + '/' + file);
            };
            QVERIFY2(of("b") == of("a"), file);
            QVERIFY2(of("c") == of("a"), file);
            QVERIFY2(of("d") != of("a"), file);
        }
    }

    void signalGivesTheSameBytes()
    {
        QVERIFY(trained("signal-a", {"signal", "--preset", "little"}));
        QVERIFY(trained("signal-b", {"signal", "--preset", "little"}));
        QVERIFY(trained("signal-c", {"--from", m_folder.filePath(QStringLiteral("signal-a/run.json"))}));
        for (const char* file : {"metrics.csv", "samples.csv", "response.png"}) {
            const QByteArray first =
                content(m_folder.filePath(QLatin1String("signal-a/") + QLatin1String(file)));
            QVERIFY2(!first.isEmpty(), file);
            for (const char* again : {"signal-b/", "signal-c/"})
                QVERIFY2(content(m_folder.filePath(QLatin1String(again) + QLatin1String(file))) == first,
                         file);
        }
    }

    void linesOfTheLog()
    {
        const Result result = run({"train", "signal", "--iterations", "8", "--log"});
        QCOMPARE(result.exitCode, 0);
        const QStringList lines = QString::fromUtf8(result.out).split('\n');
        QCOMPARE(lines.size(), 10); // a line an iteration, the report, and the end
        const QRegularExpression form(
            QStringLiteral("^0m [0-9]+s \\([01] (25|50|75|100)%\\) [0-9]\\.[0-9]{10}   "
                           "[0-9]\\.[0-9]{6}$"));
        for (int i = 0; i < 8; ++i)
            QVERIFY2(form.match(lines[i]).hasMatch(), qPrintable(lines[i]));
    }

    /// One sentence with line and column, and not even a folder.
    void aBadCellStopsTheRunBeforeItBegins()
    {
        const QString table = m_folder.filePath(QStringLiteral("bad.csv"));
        const QString folder = m_folder.filePath(QStringLiteral("never"));
        gan::writeWholeFile(table, QByteArray("1,2,3,4\n1,2,pear,4\n"));
        const Result result = run({"train", "signal", "--set", "csv=" + table, "--export", folder});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.err.contains("Line 2, column 3"), result.err.constData());
        QCOMPARE(result.err.count('\n'), 1);
        QVERIFY(result.out.isEmpty() && !QFile::exists(folder));
    }

    /// Refused before anything is trained; the same run may come again, at any length.
    void aFolderOfAnotherRunIsRefused()
    {
        const QString folder = m_folder.filePath(QStringLiteral("one-run"));
        const auto train = [&](const QStringList& more) {
            return run(QStringList{"train", "density-1d", "--export", folder} + more);
        };
        QCOMPARE(train({"--iterations", "60"}).exitCode, 0);
        QCOMPARE(train({"--iterations", "50"}).exitCode, 0);
        const QByteArray before = content(folder + "/metrics.csv");
        const Result refused = train({"--iterations", "50", "--seed", "2"});
        QCOMPARE(refused.exitCode, 2);
        QVERIFY2(refused.err.contains("seed 1, 50 iterations") && refused.err.contains("--replace"),
                 refused.err.constData());
        QCOMPARE(content(folder + "/metrics.csv"), before);
        gan::writeWholeFile(folder + "/response.png", QByteArray("of signal"));
        QCOMPARE(train({"--iterations", "50", "--seed", "2", "--replace"}).exitCode, 0);
        QVERIFY(content(folder + "/metrics.csv") != before);
        QVERIFY(!QFile::exists(folder + "/response.png"));
    }

    /// Whatever cannot be had, it is a sentence and an exit code.
    void tooLittleMemoryIsASentence_data()
    {
        QTest::addColumn<int>("megabytes");
        for (const int megabytes : {150, 300, 450})
            QTest::addRow("%d MB", megabytes) << megabytes;
    }

    void tooLittleMemoryIsASentence()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("A sanitizer takes more address space than this allows.");
#endif
        QFETCH(int, megabytes);
        const QString shell = QStringLiteral("ulimit -v %1; exec \"$0\" train density-1d --iterations 10")
                                  .arg(megabytes * 1024);
        const Result result =
            run(QStringLiteral("sh"), {QStringLiteral("-c"), shell, QStringLiteral(GAN_PROGRAM)});
        QVERIFY(result.exitCode == 0 || result.exitCode == 1 || result.exitCode == 127);
        QVERIFY2(!result.err.contains("bad_alloc") && !result.err.contains("terminate"),
                 result.err.constData());
        if (result.exitCode == 1)
            QCOMPARE(result.err.trimmed().count('\n'), 0);
    }

    void divergenceWritesWhatThereIs()
    {
        const QString folder = m_folder.filePath(QStringLiteral("diverged"));
        const Result result = run({"train", "density-1d", "--set", "lr_d=10", "--set", "lr_g=10", "--set",
                                   "loss=least_squares", "--iterations", "2000", "--export", folder});
        QCOMPARE(result.exitCode, 1);
        QVERIFY(result.err.contains("iteration") && result.err.contains("10"));
        QVERIFY(QFile::exists(folder + "/metrics.csv") && QFile::exists(folder + "/run.json"));
        QVERIFY(!content(folder + "/samples.csv").contains("nan"));
    }

    void signalsWriteWhatThereIs_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("Ctrl-C") << SIGINT;
        QTest::newRow("kill") << SIGTERM;
        QTest::newRow("closed terminal") << SIGHUP;
    }

    void signalsWriteWhatThereIs()
    {
        QFETCH(int, signal);
        const QString folder = m_folder.filePath(QStringLiteral("interrupted-%1").arg(signal));
        QProcess process;
        process.start(QStringLiteral(GAN_PROGRAM),
                      {"train", "density-1d", "--iterations", "100000000", "--export", folder});
        QVERIFY(process.waitForStarted());
        // The folder is made before training begins; LibTorch is loaded by the time its metrics could be
        // written.
        QTRY_VERIFY(QFile::exists(folder));
        QTest::qSleep(1500);
        ::kill(static_cast<pid_t>(process.processId()), signal);
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardError().contains("Interrupted after iteration"));
        QVERIFY(content(folder + "/metrics.csv").count('\n') ==
                gan::readRunFile(folder + "/run.json").iterations + 1);
    }

private:
    /// Whether the run ended well; what it said is printed when it did not.
    bool trained(const char* folder, const QStringList& what) const
    {
        const Result result = run(QStringList{"train"} + what +
                                  QStringList{"--export", m_folder.filePath(QLatin1String(folder))});
        if (result.exitCode != 0)
            qWarning("exit code %d: %s", result.exitCode, result.err.constData());
        return result.exitCode == 0;
    }

    QString damagedSavedRun() const
    {
        const QString path = m_folder.filePath(QStringLiteral("damaged.ganrun"));
        constexpr char bytes[] = "GAN Explorer saved run\n\0\0\0\1 and so on";
        gan::writeWholeFile(path, QByteArray(bytes, sizeof bytes));
        return path;
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
