#include "core/session/data_loader.h"
#include "tests/support/nobody.h"
#include "tests/support/pictures.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gan;

class TestPictureLoader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_steps = 0;
        m_goOn = true;
    }

    void loadsWhatTheSettingsName()
    {
        QVERIFY(loader().load(m_settings)->bytes == drawFaces({32, 64, 1, {}}).bytes);
    }

    void loadsOnlyWhatDiffers()
    {
        PictureLoader loader = this->loader();
        Settings settings = m_settings;
        const auto first = loader.load(settings);
        settings.setText("seed", "5");
        const int before = m_steps;
        QVERIFY(loader.load(settings) == first);
        QCOMPARE(m_steps, before);
        settings.setText("drawn_seed", "2");
        QVERIFY(loader.load(settings)->bytes == drawFaces({32, 64, 2, {}}).bytes);
        QVERIFY(m_steps > before);
    }

    void failedLoadingChangesNothing()
    {
        PictureLoader loader = this->loader();
        const auto first = loader.load(m_settings);
        Settings settings = m_settings;
        settings.setText("data", "/no/such/folder");
        QVERIFY_EXCEPTION_THROWN(loader.load(settings), Error);
        const int before = m_steps;
        QVERIFY(loader.load(m_settings) == first); // still there
        QCOMPARE(m_steps, before);
    }

    void canceledLoadingChangesNothing()
    {
        PictureLoader loader = this->loader();
        const auto first = loader.load(m_settings);
        m_goOn = false;
        Settings settings = m_settings;
        settings.setText("drawn_count", "2000");
        QVERIFY_EXCEPTION_THROWN(loader.load(settings), LoadingCanceled);
        QVERIFY(loader.load(m_settings) == first);
    }

    /// The same run again: the file that could not be read before is among its pictures, and an unchanged
    /// folder is not read a second time.
    void aFileThatCanBeReadAgainIsUsed()
    {
        const QTemporaryDir folder, cache;
        writePictures(folder.path(), 4);
        const QString closed = folder.filePath(QStringLiteral("1.png"));
        QVERIFY(QFile::setPermissions(folder.path(), QFile::Permissions(0x7755)));
        QVERIFY(QFile::setPermissions(closed, {}));
        Settings settings = m_settings;
        settings.setText("data", folder.path().toStdString());
        PictureLoader loader({}, cache.path());
        {
            const Nobody nobody;
            if (!nobody)
                QSKIP("root cannot become another user here, and may read everything");
            const auto first = loader.load(settings);
            QCOMPARE(first->count(), 3);
            QVERIFY(loader.load(settings) == first);
        }
        QVERIFY(QFile::setPermissions(closed, QFile::Permissions(0x6644)));
        QCOMPARE(loader.load(settings)->count(), 4);
        PictureLoader another({}, cache.path()); // of the next start, with the same cache
        QCOMPARE(another.load(settings)->count(), 4);
    }

    /// A run goes on with the data that it began with, whatever has become of the files.
    void aRecordIsGivenItsDataOnce()
    {
        int loads = 0;
        const DataLoader load = [&](const Settings&) {
            ++loads;
            return TrainingData{.pictures = std::make_shared<PictureSet>()};
        };
        RunRecord record(1, Run{m_settings});
        provideData(record, load);
        const auto pictures = record.data().pictures;
        QVERIFY(pictures);
        provideData(record, load);
        QCOMPARE(loads, 1);
        QVERIFY(record.data().pictures == pictures);
    }

    void eachExperimentGetsItsOwnKind()
    {
        const DataLoader load = dataLoader();
        QVERIFY(load(m_settings).pictures && !load(m_settings).vectors);
        QVERIFY(load(Settings(experimentNamed("density-1d"))).isEmpty());
        Settings settings(experimentNamed("signal"));
        QVERIFY(load(settings).isEmpty());
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("v.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("1,2,3,4\n5,6,7,9\n");
        file.close();
        settings.setText("csv", file.fileName().toStdString());
        const auto vectors = load(settings).vectors;
        QVERIFY(vectors);
        QCOMPARE(vectors->values, (std::vector<double>{1, 2, 3, 4, 5, 6, 7, 9}));
    }

private:
    PictureLoader loader()
    {
        return PictureLoader([this](std::int64_t, std::int64_t) {
            ++m_steps;
            return m_goOn;
        });
    }

    Experiment m_experiment = pictureExperiment("faces");
    Settings m_settings{m_experiment};
    int m_steps = 0;
    bool m_goOn = true;
};

QTEST_GUILESS_MAIN(TestPictureLoader)
#include "tst_picture_loader.moc"
