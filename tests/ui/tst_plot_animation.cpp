#include "core/error.h"
#include "core/experiment.h"
#include "core/session/run_engine.h"
#include "tests/support/fake_trainer.h"
#include "tests/support/files.h"
#include "tests/ui/ui_test.h"
#include "ui/export/animation_dialog.h"
#include "ui/pages/plot_sheet.h"
#include "ui/plots/plot_view.h"
#include "ui/window/main_window.h"
#include "ui/window/window_memory.h"

#include <QFileDialog>
#include <QImageReader>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>

using namespace gan;

namespace {

/// A run of an experiment that has come to iteration 100.
struct Trained {
    explicit Trained(const QByteArray& experiment)
        : trainer(probe())
        , record(std::make_shared<RunRecord>(1, Run{Settings(experimentNamed(experiment.toStdString()))}))
        , engine(trainer, record)
    {
        while (engine.iteration() < 100)
            engine.step();
    }
    static std::shared_ptr<FakeTrainerProbe> probe()
    {
        auto probe = std::make_shared<FakeTrainerProbe>();
        probe->pictureSide = 4;
        return probe;
    }
    std::vector<QString> plots() const
    {
        const PlotSheet sheet(record->plan().settings.experiment(), Theme::light());
        std::vector<QString> ids;
        for (const PlotView* plot : sheet.plots())
            ids.push_back(plot->id());
        return ids;
    }

    FakeTrainer trainer;
    std::shared_ptr<RunRecord> record;
    RunEngine engine;
};

AnimationOrder orderOf(const QString& plotId)
{
    AnimationOrder order;
    order.plotId = plotId;
    order.to = 100;
    order.frames = 5;
    order.seconds = 1;
    order.size = QSize(300, 240);
    return order;
}

/// All frames of the animation, and how long the first one is seen.
std::vector<QImage> framesOf(const Trained& run, const AnimationOrder& order, int* delay = nullptr)
{
    PlotAnimation animation(fakeTrainerFactory(Trained::probe()), run.record,
                            View(run.record->plan().settings.experiment()), Theme::light(), order);
    QSignalSpy made(&animation, &PlotAnimation::made);
    QSignalSpy progressed(&animation, &PlotAnimation::progressed);
    animation.start();
    if (!QTest::qWaitFor([&] { return !made.isEmpty(); }, 60000) || progressed.size() != order.frames)
        return {};
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.gif"));
    writeWholeFile(path, made.first().first().value<FillFile>());
    QImageReader reader(path);
    std::vector<QImage> frames;
    while (reader.canRead()) {
        frames.push_back(reader.read());
        if (delay && frames.size() == 1)
            *delay = reader.nextImageDelay();
    }
    return frames;
}

} // namespace

class TestPlotAnimation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }

    /// Every plot of every experiment; a frame is of its iteration, whatever came before it.
    void everyPlotIsAnimated_data()
    {
        QTest::addColumn<QByteArray>("experiment");
        for (const Experiment& experiment : experiments())
            QTest::newRow(experiment.id) << QByteArray(experiment.id);
    }
    void everyPlotIsAnimated()
    {
        QFETCH(QByteArray, experiment);
        const Trained run(experiment);
        for (const QString& id : run.plots()) {
            const std::vector<QImage> frames = framesOf(run, orderOf(id));
            QVERIFY2(frames.size() == 5, qPrintable(id));
            QVERIFY2(frames[0] != frames[4], qPrintable(id));
            QVERIFY2(frames[0].width() == 300 && frames[0].height() > 240, qPrintable(id));
            AnimationOrder end = orderOf(id);
            end.from = 50;
            end.frames = 2;
            QVERIFY2(framesOf(run, end).front() == frames[2], qPrintable(id));
        }
    }

    void framesAreSpreadEvenly()
    {
        AnimationOrder order = orderOf(QStringLiteral("losses"));
        std::vector<std::int64_t> iterations;
        for (int frame = 0; frame < order.frames; ++frame)
            iterations.push_back(order.iterationOf(frame));
        QCOMPARE(iterations, (std::vector<std::int64_t>{0, 25, 50, 75, 100}));
        int delay = 0;
        framesOf(Trained("density-1d"), order, &delay);
        QCOMPARE(delay, 250); // milliseconds
    }

    void whatIsNoAnimationIsRefused()
    {
        const AnimationOrder good = orderOf(QStringLiteral("losses"));
        good.check(100);
        std::vector<AnimationOrder> wrong(5, good);
        wrong[0].to = 101;
        wrong[1].from = 100;
        wrong[2].from = -1;
        wrong[3].frames = 1;
        wrong[4].size = QSize(300, 20);
        for (const AnimationOrder& order : wrong)
            QVERIFY_THROWS_EXCEPTION(Error, order.check(100));
    }

    /// By hand, from the Export menu to the file; while it is made it can be given up.
    void theDialogMakesAFile()
    {
        TrainingSession session(fakeTrainerFactory(), Run{Settings(experimentNamed("density-1d"))});
        WindowMemory memory;
        MainWindow window(session, memory);
        window.show();
        QTRY_VERIFY(session.current().snapshot());
        session.steps(Networks::Both, 50);
        QTRY_COMPARE(session.current().snapshot()->iteration, std::int64_t{50});
        const auto open = [&] {
            auto* menu = window.findChild<QMenu*>(QStringLiteral("exportMenu"));
            Q_EMIT menu->aboutToShow();
            for (QAction* action : menu->actions())
                if (action->text().startsWith(QLatin1String("An&imation")))
                    action->trigger();
            return window.findChild<AnimationDialog*>();
        };
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.gif"));
        QPointer<AnimationDialog> dialog = open();
        QVERIFY(dialog && !dialog->isModal());
        dialog->make(path);
        dialog->close(); // gives it up
        QTRY_VERIFY(!dialog);
        QVERIFY(!QFileInfo::exists(path));
        dialog = open();
        dialog->findChild<QSpinBox*>(QStringLiteral("animationFrames"))->setValue(4);
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("makeAnimation")), Qt::LeftButton);
        auto* chooser = dialog->findChild<QFileDialog*>();
        QVERIFY(chooser);
        Q_EMIT chooser->fileSelected(path);
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(path), 60000);
        QTRY_VERIFY(!dialog);
        QImageReader reader(path);
        QCOMPARE(reader.imageCount(), 4);
        QCOMPARE(session.current().snapshot()->iteration, std::int64_t{50});
    }
};

QTEST_MAIN(TestPlotAnimation)
#include "tst_plot_animation.moc"
