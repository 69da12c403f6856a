#include "core/experiment.h"
#include "core/session/pictures/picture_source.h"

#include "core/session/pictures/npy_pictures.h"
#include "core/settings/settings.h"
#include "tests/support/files.h"
#include "tests/support/pictures.h"
#include "tests/support/richness.h"

#include <QDateTime>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace gan;

class TestPictureSource : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_cache = std::make_unique<QTemporaryDir>();
    }

    void requestFromSettings()
    {
        const Experiment experiment = pictureExperiment("faces");
        Settings settings(experiment);
        PictureRequest request = pictureRequest(settings);
        QVERIFY(request.path.empty() && request.side == 32);
        QVERIFY((request.drawn == DrawnFaces{32, 64, 1, {false, true, 0.3}}));
        for (const auto& [key, value] : {std::pair{"data", "/a"},
                                         {"side", "64"},
                                         {"drawn_count", "100"},
                                         {"drawn_seed", "7"},
                                         {"drawn_backgrounds", "random"},
                                         {"drawn_pose", "fixed"},
                                         {"drawn_glasses", "1"}})
            settings.setText(key, value);
        request = pictureRequest(settings);
        QVERIFY(request.path == "/a" && request.side == 64);
        QVERIFY((request.drawn == DrawnFaces{64, 100, 7, {true, false, 1}}));
    }

    void requestsForTheSame()
    {
        PictureRequest a, b;
        QVERIFY(a == b);
        b.drawn.seed = 2;
        QVERIFY(!(a == b));
        a.path = b.path = "/a"; // what would be drawn no longer matters
        QVERIFY(a == b);
        b.side = 64;
        QVERIFY(!(a == b));
    }

    void drawnFacesComeFromTheCache()
    {
        const PictureRequest request{"", 32, {32, 64, 1, {}}};
        const auto set = load(request);
        QVERIFY(set->bytes == drawFaces(request.drawn).bytes);
        QVERIFY(comesFromTheCache(request));
        for (PictureRequest other : {PictureRequest{"", 64, request.drawn},
                                     {"", 32, {32, 65, 1, {}}},
                                     {"", 32, {32, 64, 2, {}}},
                                     {"", 32, {32, 64, 1, {true, true, 0.3}}},
                                     {"", 32, {32, 64, 1, {false, false, 0.3}}},
                                     {"", 32, {32, 64, 1, {false, true, 0.4}}}}) {
            QVERIFY(!comesFromTheCache(other));
            QVERIFY(load(other)->bytes != set->bytes);
        }
    }

    void aChangedFolderIsReadAgain()
    {
        writePictures(path(), 5);
        const PictureRequest request{path().toStdString(), 32, {}};
        QCOMPARE(load(request)->count(), 5);
        QVERIFY(comesFromTheCache(request));
        QCOMPARE(load(request)->names.size(), 5u);
        writeBytes(m_folder->filePath("new.png"), encoded(numberedPicture(9), "png"));
        QVERIFY(!comesFromTheCache(request));
        QCOMPARE(load(request)->count(), 6);
        writeBytes(m_folder->filePath("new.png"), encoded(numberedPicture(9, 50, 50), "png"));
        QVERIFY(!comesFromTheCache(request));
        load(request);
        QVERIFY(comesFromTheCache(request));
        QFile newer(m_folder->filePath("new.png")); // of the same size
        QVERIFY(newer.open(QIODevice::ReadWrite));
        QVERIFY(newer.setFileTime(QDateTime(QDate(2020, 1, 1), QTime()), QFileDevice::FileModificationTime));
        QVERIFY(!comesFromTheCache(request));
        QVERIFY(newer.remove());
        QCOMPARE(load(request)->count(), 5);
        QVERIFY(!comesFromTheCache({request.path, 64, {}}));
    }

    void aDamagedCacheIsMadeAnew()
    {
        writePictures(path(), 5);
        writeBytes(m_folder->filePath("bad.png"), "text");
        const PictureRequest request{path().toStdString(), 32, {}};
        const auto set = load(request);
        const QString file = QDir(m_cache->path()).entryInfoList(QDir::Files).first().filePath();
        writeBytes(file, content(file).replace(content(file).size() / 2, 1, "~"));
        QVERIFY(!comesFromTheCache(request));
        const auto again = load(request);
        QVERIFY(again->bytes == set->bytes && again->names == set->names);
        QVERIFY(comesFromTheCache(request));
        QCOMPARE(load(request)->unusable.front().path, "bad.png");
    }

    void anotherWayToTheSameFolder()
    {
        writePictures(path() + "/sub", 3);
        load({path().toStdString() + "/sub", 32, {}});
        QVERIFY(comesFromTheCache({path().toStdString() + "/./sub/../sub/", 32, {}}));
    }

    void npyFiles()
    {
        std::vector<std::uint8_t> numbers;
        for (int picture = 0; picture < 20; ++picture)
            numbers.insert(numbers.end(), 10 * 12, static_cast<std::uint8_t>(picture * 10));
        writeBytes(m_folder->filePath("a.npy"), npyFile(npyDictionary("|u1", "20, 10, 12"), numbers));
        const auto set = load({m_folder->filePath("a.npy").toStdString(), 32, {}});
        QCOMPARE(set->count(), 20);
        QCOMPARE(set->trainCount, 18);
        std::set<int> seen;
        for (std::int64_t i = 0; i < 20; ++i) {
            const int value = set->picture(i)[1000];
            QCOMPARE(set->names[static_cast<std::size_t>(i)], "a.npy #" + std::to_string(value / 10));
            seen.insert(value);
        }
        QCOMPARE(seen.size(), 20u);
        QVERIFY(set->picture(0)[0] != 0 || set->picture(1)[0] != 10); // shuffled
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("why");
        QTest::newRow("absent") << "absent" << QByteArray() << "No such file or directory.";
        QTest::newRow("text") << "a.txt" << QByteArray("text")
                              << "choose a folder of pictures or a .npy file.";
        QTest::newRow("picture") << "a.png" << encoded(numberedPicture(1), "png")
                                 << "choose a folder of pictures or a .npy file.";
        QTest::newRow("no npy") << "a.npy" << QByteArray("text") << "It is not a .npy file.";
        QTest::newRow("one") << "b.npy" << npyFile(npyDictionary("|u1", "1, 8, 8"), std::vector<char>(64))
                             << "at least 2 are needed";
        QTest::newRow("small") << "c.npy" << npyFile(npyDictionary("|u1", "2, 7, 9"), std::vector<char>(126))
                               << "smaller than 8 x 8";
        QTest::newRow("too many") << "d.npy"
                                  << npyFile(npyDictionary("|u1", "5000000, 8, 8"), std::vector<char>(64))
                                  << "ends too early";
    }
    void refuses()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, why);
        if (!bytes.isEmpty())
            writeBytes(m_folder->filePath(name), bytes);
        try {
            load({m_folder->filePath(name).toStdString(), 32, {}});
            QFAIL("accepted");
        } catch (const Error& error) {
            const QString sentence = QString::fromUtf8(error.what());
            QVERIFY2(sentence.contains(m_folder->filePath(name)) && sentence.contains(why),
                     qPrintable(sentence));
        }
    }

    void patchesOfLabeledFaces()
    {
        const Preset& preset = experimentNamed("faces").presetNamed("lfw");
        if (!preset.isOffered())
            QSKIP("the package python3-skimage is not installed");
        const auto set = load({preset.needs, 32, {}});
        QCOMPARE(set->count(), 100);
        QCOMPARE(set->trainCount, 90);
        for (const std::string& name : set->names)
            QVERIFY(name.starts_with("lfw_subset.npy #") && std::stoi(name.substr(16)) < 100);
    }

    /// Real portraits as a yardstick for the drawn ones.
    void richnessOfRealPortraits()
    {
        const QString folder = QStringLiteral(GAN_SHARED "/faces/congress64");
        if (!QDir(folder).exists())
            QSKIP("the portraits in ../shared are not here");
        const auto set = load({folder.toStdString(), 32, {}});
        const std::vector<double> shares = varianceShares(*set);
        const double likeness = meanMsSsim(*set, 300);
        qInfo("components for 80/90/95 %% of the variance: %d/%d/%d; MS-SSIM of pairs %.3f",
              componentsFor(shares, 0.8), componentsFor(shares, 0.9), componentsFor(shares, 0.95), likeness);
        QVERIFY(std::abs(componentsFor(shares, 0.9) - 78) <=
                6); // 82 was measured elsewhere, with another filter
        QVERIFY(std::abs(likeness - 0.33) < 0.03);
    }

private:
    QString path() const { return m_folder->path(); }
    std::shared_ptr<const PictureSet> load(const PictureRequest& request) const
    {
        return loadPictures(request, {}, m_cache->path());
    }
    /// Reading a cache tells of bytes, drawing and decoding of pictures.
    bool comesFromTheCache(const PictureRequest& request) const
    {
        bool found = false;
        const auto step = [&](std::int64_t, std::int64_t total) {
            found = total > 5000;
            return total == 0 || found;
        };
        try {
            loadPictures(request, step, m_cache->path());
        } catch (const LoadingCanceled&) {
        }
        return found;
    }

    std::unique_ptr<QTemporaryDir> m_folder, m_cache;
};

QTEST_GUILESS_MAIN(TestPictureSource)
#include "tst_picture_source.moc"
