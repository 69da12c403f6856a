#include "core/experiment.h"
#include "core/session/picture_grid.h"
#include "core/session/run_engine.h"
#include "tests/support/fake_trainer.h"
#include "tests/support/files.h"
#include "ui/export/picture_files.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace gan;

namespace {

/// A run with pictures, carried to its iteration 60.
struct Carried {
    Carried()
        : record(std::make_shared<RunRecord>(1, Run{settings()}))
        , engine(trainer, record)
    {
        while (engine.iteration() < 60)
            engine.step();
    }
    static Settings settings()
    {
        Settings values(experimentNamed("density-1d"));
        values.setText("measure_every", "10");
        return values;
    }
    static std::shared_ptr<FakeTrainerProbe> withPictures()
    {
        auto probe = std::make_shared<FakeTrainerProbe>();
        probe->pictureSide = 8;
        return probe;
    }
    RunExport shown() const
    {
        RunExport taken{record->run(), {"fake", {}}, record};
        taken.grid = trainer.timelinePicture().all<Pictures>().front();
        taken.samplePictures = trainer.samples(64).all<Pictures>().front();
        return taken;
    }

    FakeTrainer trainer{withPictures()};
    std::shared_ptr<RunRecord> record;
    RunEngine engine;
};

QStringList filesIn(const QString& folder)
{
    return QDir(folder).entryList(QDir::Files, QDir::Name);
}

} // namespace

class TestPictureFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void gridAnimationAndSamplesAreWritten()
    {
        const QTemporaryDir folder;
        const Carried carried;
        writeFolder(folder.path(), pictureFiles(folder.path(), carried.shown()));
        QCOMPARE(filesIn(folder.path()),
                 (QStringList{QStringLiteral("grid.png"), QStringLiteral("timeline.gif")}));
        const QStringList samples = filesIn(folder.filePath(QStringLiteral("samples")));
        QCOMPARE(samples.size(), 64);
        QCOMPARE(samples.first(), QStringLiteral("00.png"));
        QCOMPARE(samples.last(), QStringLiteral("63.png"));
        const QImage sample(folder.filePath(QStringLiteral("samples/05.png")));
        QCOMPARE(sample.convertToFormat(QImage::Format_RGB32),
                 pictureImage(*carried.shown().samplePictures, 5));
        const QImage grid(folder.filePath(QStringLiteral("grid.png")));
        QCOMPARE(grid.text(QStringLiteral("Iteration")), QStringLiteral("60"));
        QCOMPARE(grid.text(QStringLiteral("Seed")), QString::number(carried.settings().integer("seed")));
    }

    void theSameRunGivesTheSameBytes()
    {
        const QTemporaryDir one, other;
        for (const QTemporaryDir* folder : {&one, &other})
            writeFolder(folder->path(), pictureFiles(folder->path(), Carried().shown()));
        for (const char* name : {"grid.png", "timeline.gif", "samples/63.png"})
            QCOMPARE(content(one.filePath(QLatin1String(name))),
                     content(other.filePath(QLatin1String(name))));
    }

    void aRunWithoutPicturesHasNone()
    {
        const auto record = std::make_shared<RunRecord>(1, Run{Carried::settings()});
        QVERIFY(pictureFiles(QStringLiteral("/nowhere"), {record->run(), {}, record}).empty());
    }

    /// Both grids are whole, and above each stands something.
    void beforeAndAfterStandSideBySide()
    {
        const Carried carried;
        const auto before = carried.record->timeline().at(0), after = carried.record->timeline().at(50);
        const QImage both = beforeAndAfter(*before, *after);
        const QImage left = pictureGrid(picturesOf(*before)), right = pictureGrid(picturesOf(*after));
        const int top = both.height() - 12 - left.height();
        QCOMPARE(both.copy(QRect({12, top}, left.size())), left);
        QCOMPARE(both.copy(QRect({24 + left.width(), top}, right.size())), right);
        QVERIFY(left != right);
        const QImage leftCaption = both.copy(12, 0, left.width(), top),
                     rightCaption = both.copy(24 + left.width(), 0, right.width(), top);
        QVERIFY(leftCaption != rightCaption);
        QImage blank = leftCaption;
        blank.fill(Qt::white);
        QVERIFY(leftCaption != blank && rightCaption != blank);
        QCOMPARE(pngBytes(beforeAndAfter(*before, *after)), pngBytes(both));
    }
};

QTEST_MAIN(TestPictureFiles)
#include "tst_picture_files.moc"
