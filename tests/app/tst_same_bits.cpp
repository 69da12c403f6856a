#include "app/model_module.h"
#include "core/error.h"
#include "core/experiment.h"
#include "core/session/run_engine.h"
#include "core/session/run_export.h"
#include "tests/support/files.h"
#include "tests/support/tries.h"

#include <QCryptographicHash>
#include <QMap>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace gan;

namespace {

const QString kDigests = QStringLiteral(GAN_SOURCES "/tests/app/metrics_digests.txt");

QString digestOf(const QByteArray& bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

/// Those of the file, by "experiment preset".
QMap<QString, QString> keptDigests()
{
    QMap<QString, QString> kept;
    for (const QString& line : QString::fromUtf8(content(kDigests)).split('\n', Qt::SkipEmptyParts))
        kept[line.mid(65)] = line.left(64);
    return kept;
}

} // namespace

/// A dense run has the same numbers on every processor, with every LibTorch and with any number of threads:
/// those whose digests the project keeps.
class TestSameBits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPresetHasItsNumbers_data()
    {
        QTest::addColumn<QString>("experiment");
        QTest::addColumn<QString>("preset");
        for (const char* id : {"density-1d", "plane-2d", "signal"}) {
            const Experiment& experiment = experimentNamed(id);
            for (const Preset& preset : experiment.presets) {
                const bool isFirst = &preset == &experiment.presets.front();
                if (hasSameBits({experiment.preset(preset.id)}) &&
                    (isFirst || !kSanitized)) // which sees enough
                    QTest::addRow("%s %s", id, preset.id) << QString(id) << QString::fromLatin1(preset.id);
            }
        }
    }
    /// Here with the best instructions of the processor and one thread, in another process with the
    /// baseline's and three.
    void everyPresetHasItsNumbers()
    {
        QFETCH(QString, experiment);
        QFETCH(QString, preset);
        const QString name = experiment + ' ' + preset;
        const QString digest = digestOf(metrics(experiment, preset));
        qInfo("%s %s", qPrintable(digest), qPrintable(name)); // what the file would have to hold
        QCOMPARE(digestOf(metricsAtBaseline(experiment, preset)), digest);
        QCOMPARE(digest, keptDigests().value(name));
    }

    /// Whoever changes a run's numbers says so: the changelog names the digest of all digests.
    void theChangelogKnows()
    {
        const QString all = digestOf(content(kDigests)).left(12);
        QVERIFY2(content(QStringLiteral(GAN_SOURCES "/CHANGELOG.md")).contains(all.toLatin1()),
                 qPrintable("CHANGELOG.md must say what has changed, with the digest " + all));
    }

private:
    /// Both networks have learned, also where stages begin with D. The larger networks of the plane measure
    /// themselves once.
    static int iterationsOf(const QString& experiment) { return experiment == u"plane-2d" ? 60 : 250; }

    static QByteArray metrics(const QString& experiment, const QString& preset)
    {
        const Experiment& known = experimentNamed(experiment.toStdString());
        const Preset& told = known.presetNamed(preset.toStdString());
        const auto record = std::make_shared<RunRecord>(1, known.planned(told, known.preset(told.id)));
        const auto trainer = modelModule()(known.id);
        RunEngine engine(*trainer, record);
        engine.pauseWhen(told.pauseWhen);
        try {
            while (engine.iteration() < iterationsOf(experiment) && !engine.pauseReason())
                engine.step();
        } catch (const Error&) { // one shows how a run diverges
        }
        QByteArray all;
        metricsCsv(record, engine.iteration())([&](const QByteArray& part) { all += part; });
        return all;
    }

    static QByteArray metricsAtBaseline(const QString& experiment, const QString& preset)
    {
        QTemporaryDir folder;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("GAN_SIMD"), QStringLiteral("baseline"));
        QProcess program;
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(GAN_PROGRAM),
                      {"train", experiment, "--preset", preset, "--iterations",
                       QString::number(iterationsOf(experiment)), "--set", "threads=3", "--export",
                       folder.filePath(QStringLiteral("run"))});
        program.waitForFinished(120000);
        return content(folder.filePath(QStringLiteral("run/metrics.csv")));
    }
};

QTEST_GUILESS_MAIN(TestSameBits)
#include "tst_same_bits.moc"
