#include "core/session/pictures/picture_trainer.h"

#include "tests/support/fake_trainer.h"
#include "tests/support/nobody.h"
#include "tests/support/pictures.h"

#include <QTemporaryDir>
#include <QTest>

using namespace gan;

namespace {

/// Notes what it is given.
struct Seen {
    std::vector<std::shared_ptr<const PictureSet>> used;
    int resets = 0;
    bool failReset = false;
};

class NotingTrainer : public FakeTrainer {
public:
    explicit NotingTrainer(Seen& seen)
        : FakeTrainer(std::make_shared<FakeTrainerProbe>())
        , m_seen(seen)
    {
    }
    void usePictures(std::shared_ptr<const PictureSet> pictures) override { m_seen.used.push_back(pictures); }
    void reset(const Settings& settings) override
    {
        if (m_seen.failReset)
            throw Error("There is no such device.");
        ++m_seen.resets;
        FakeTrainer::reset(settings);
    }

private:
    Seen& m_seen;
};

} // namespace

class TestPictureTrainer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_seen = {};
        m_cacheFolder.clear();
        m_steps = 0;
        m_goOn = true;
    }

    void loadsBeforeTheReset()
    {
        const auto trainer = factory()("faces");
        trainer->reset(m_settings);
        QCOMPARE(m_seen.resets, 1);
        QCOMPARE(m_seen.used.size(), 1u);
        QVERIFY(m_seen.used[0]->bytes == drawFaces({32, 64, 1, {}}).bytes);
    }

    void loadsOnlyWhatDiffers()
    {
        const auto trainer = factory()("faces");
        Settings settings = m_settings;
        trainer->reset(settings);
        settings.setText("seed", "5");
        const int before = m_steps;
        trainer->reset(settings);
        QCOMPARE(m_steps, before);
        QVERIFY(m_seen.used.back() == m_seen.used.front());
        settings.setText("drawn_seed", "2");
        trainer->reset(settings);
        QVERIFY(m_steps > before);
        QVERIFY(m_seen.used.back()->bytes == drawFaces({32, 64, 2, {}}).bytes);
        QCOMPARE(m_seen.resets, 3);
    }

    void trainersOfOneFactoryShare()
    {
        const TrainerFactory make = factory();
        const auto one = make("faces"), two = make("faces");
        one->reset(m_settings);
        two->reset(m_settings);
        QVERIFY(m_seen.used[0] == m_seen.used[1]);
    }

    void failedLoadingChangesNothing()
    {
        const auto trainer = factory()("faces");
        trainer->reset(m_settings);
        Settings settings = m_settings;
        settings.setText("data", "/no/such/folder");
        QVERIFY_EXCEPTION_THROWN(trainer->reset(settings), Error);
        QCOMPARE(m_seen.used.size(), 1u);
        QCOMPARE(m_seen.resets, 1);
        const int before = m_steps;
        trainer->reset(m_settings); // still there
        QCOMPARE(m_steps, before);
    }

    void canceledLoadingChangesNothing()
    {
        const auto trainer = factory()("faces");
        trainer->reset(m_settings);
        m_goOn = false;
        Settings settings = m_settings;
        settings.setText("drawn_count", "2000");
        QVERIFY_EXCEPTION_THROWN(trainer->reset(settings), LoadingCanceled);
        QCOMPARE(m_seen.resets, 1);
        QCOMPARE(m_seen.used.size(), 1u);
    }

    void failedResetKeepsTheOldPictures()
    {
        const auto trainer = factory()("faces");
        trainer->reset(m_settings);
        const auto old = m_seen.used.back();
        Settings settings = m_settings;
        settings.setText("drawn_seed", "2");
        m_seen.failReset = true;
        QVERIFY_EXCEPTION_THROWN(trainer->reset(settings), Error);
        QVERIFY(m_seen.used.back() == old);
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
        m_cacheFolder = cache.path();
        Settings settings = m_settings;
        settings.setText("data", folder.path().toStdString());
        const TrainerFactory make = factory();
        const auto trainer = make("faces");
        {
            const Nobody nobody;
            if (!nobody)
                QSKIP("root cannot become another user here, and may read everything");
            trainer->reset(settings);
            trainer->reset(settings);
            QCOMPARE(m_seen.used.back()->count(), 3);
            QVERIFY(m_seen.used.back() == m_seen.used.front());
        }
        QVERIFY(QFile::setPermissions(closed, QFile::Permissions(0x6644)));
        trainer->reset(settings);
        QCOMPARE(m_seen.used.back()->count(), 4);
        const auto another = factory()("faces"); // of the next start, with the same cache
        another->reset(settings);
        QCOMPARE(m_seen.used.back()->count(), 4);
    }

    void otherExperimentsPassThrough()
    {
        const auto trainer = factory()("density-1d");
        QVERIFY(dynamic_cast<NotingTrainer*>(trainer.get()));
        QVERIFY(dynamic_cast<PictureTrainer*>(factory()("faces").get()));
    }

    void allElseIsTheTrainersOwn()
    {
        const auto trainer = factory()("faces");
        NotingTrainer plain(m_seen);
        trainer->reset(m_settings);
        plain.reset(m_settings);
        Settings faster = m_settings;
        faster.setText("lr_d", "0.5");
        for (Trainer* t : {static_cast<Trainer*>(&plain), trainer.get()}) {
            t->apply(faster);
            t->step();
        }
        QCOMPARE(trainer->save(), plain.save());
        QCOMPARE(trainer->measure(), plain.measure());
        QCOMPARE(trainer->measuredColumns(), plain.measuredColumns());
        QCOMPARE(trainer->probe().iteration, plain.probe().iteration);
        const std::string state = trainer->save();
        trainer->step();
        trainer->restore(state);
        QCOMPARE(trainer->save(), state);
        QCOMPARE(trainer->libraryVersion(), "fake");
        QCOMPARE(trainer->devices(), plain.devices());
    }

private:
    TrainerFactory factory()
    {
        const auto step = [this](std::int64_t, std::int64_t) {
            ++m_steps;
            return m_goOn;
        };
        return withPictures([this](std::string_view) { return std::make_unique<NotingTrainer>(m_seen); },
                            step, m_cacheFolder);
    }

    Experiment m_experiment = pictureExperiment("faces");
    Settings m_settings{m_experiment};
    Seen m_seen;
    QString m_cacheFolder;
    int m_steps = 0;
    bool m_goOn = true;
};

QTEST_GUILESS_MAIN(TestPictureTrainer)
#include "tst_picture_trainer.moc"
