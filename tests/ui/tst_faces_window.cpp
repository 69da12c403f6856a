#include "core/experiment.h"
#include "core/session/load_progress.h"
#include "core/session/training_session.h"
#include "tests/support/fake_trainer.h"
#include "tests/ui/ui_test.h"
#include "ui/pages/experiment_page.h"
#include "ui/pages/plot_sheet.h"
#include "ui/panels/banner.h"
#include "ui/panels/loading_bar.h"
#include "ui/plots/qcp.h"
#include "ui/plots/snapshot/pictures_plot.h"
#include "ui/timeline/timeline_bar.h"
#include "ui/window/main_window.h"
#include "ui/window/window_memory.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSlider>
#include <QTemporaryDir>
#include <QToolButton>

using namespace gan;

namespace {

/// The window of the experiment faces, with a trainer that makes pictures of its own.
struct Desk {
    explicit Desk(int side = 8)
        : session(fakeTrainerFactory(withPictures(side)), Run{Settings(experimentNamed("faces"))})
        , window(session, memory)
    {
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_VERIFY(session.current().snapshot());
        session.steps(Networks::Both, 60);
        QTRY_COMPARE(session.current().snapshot()->iteration, std::int64_t{60});
    }

    std::shared_ptr<FakeTrainerProbe> withPictures(int side)
    {
        probe->pictureSide = side;
        return probe;
    }
    PicturesPlot* plot(const char* id)
    {
        for (PlotView* plot : window.page().plots().plots())
            if (plot->id() == QLatin1String(id))
                return qobject_cast<PicturesPlot*>(plot);
        return nullptr;
    }
    void clickFace(int index, Qt::KeyboardModifiers with = {})
    {
        PicturesPlot* grid = plot("generated");
        grid->plot().replot(QCustomPlot::rpImmediateRefresh);
        QTest::mouseClick(&grid->plot(), Qt::LeftButton, with, grid->place(index).center().toPoint());
    }
    std::int64_t looked(const char* key) { return window.page().view().integer(key); }

    std::shared_ptr<FakeTrainerProbe> probe = std::make_shared<FakeTrainerProbe>();
    TrainingSession session;
    WindowMemory memory;
    MainWindow window;
};

} // namespace

class TestFacesWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init() { failOnWarnings(); }

    /// The room that the pictures of a plot take, as a share of what there is below its title.
    static double filled(const PicturesPlot& plot)
    {
        const QRectF first = plot.place(0);
        const QRect room = plot.plot().axisRect()->rect();
        return 64 * first.width() * first.height() / (double(room.width()) * room.height());
    }

    void gridsFillTheirCards_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("laptop") << QSize(1280, 720);
        QTest::newRow("wide") << QSize(1900, 700);
        QTest::newRow("high") << QSize(1280, 1000);
    }

    void gridsFillTheirCards()
    {
        QFETCH(QSize, size);
        Desk desk(32);
        desk.window.resize(size);
        QTRY_COMPARE(desk.window.size(), size);
        for (const char* id : {"generated", "real"}) {
            desk.plot(id)->plot().replot(QCustomPlot::rpImmediateRefresh);
            QVERIFY2(filled(*desk.plot(id)) > 0.56, qPrintable(QString::number(filled(*desk.plot(id)))));
        }
        QVERIFY(desk.plot("generated")->place(0).width() >= 34);
        QVERIFY(desk.plot("generated")->width() > desk.plot("real")->width());
    }

    void aFaceIsSeenToBeClickable()
    {
        Desk desk;
        PicturesPlot* grid = desk.plot("generated");
        auto* words = grid->findChild<QLabel*>(QStringLiteral("invitation"));
        QVERIFY(words && words->isVisible());
        QVERIFY(words->text().contains(QStringLiteral("Shift")));
        grid->plot().replot(QCustomPlot::rpImmediateRefresh);
        QTest::mouseMove(&grid->plot(), grid->place(5).center().toPoint());
        QTRY_COMPARE(grid->plot().cursor().shape(), Qt::PointingHandCursor);
        QTest::mouseMove(&grid->plot(), QPoint(2, 2));
        QTRY_COMPARE(grid->plot().cursor().shape(), Qt::ArrowCursor);
    }

    void directionsAreMovedBesideTheirPicture()
    {
        Desk desk;
        desk.clickFace(3);
        PicturesPlot* varied = desk.plot("varied");
        QTRY_VERIFY(varied->isVisible());
        auto* slider = varied->findChild<QWidget*>(QStringLiteral("direction_2"))->findChild<QSlider*>();
        QVERIFY(slider && slider->isVisible());
        const QPoint middle = slider->mapTo(&desk.window, slider->rect().center());
        QCOMPARE(desk.window.childAt(middle), slider);
        QTest::mouseClick(slider, Qt::LeftButton, {}, QPoint(slider->width() - 5, slider->height() / 2));
        QVERIFY(desk.window.page().view().number("direction_2") > 0);
    }

    void noFileMeansDrawnFaces()
    {
        Desk desk;
        auto* field = desk.window.findChild<QWidget*>(QStringLiteral("data"))->findChild<QLineEdit*>();
        QVERIFY(field->text().isEmpty());
        QCOMPARE(field->placeholderText(), QStringLiteral("drawn faces"));
    }

    /// With the mouse on the last entry of the list, and a folder typed into the dialog.
    void ownPicturesAreAskedForWhereTheExperimentIsChosen()
    {
        QTemporaryDir folder;
        for (const char* name : {"a.png", "b.png", "c.png"}) {
            QImage picture(32, 32, QImage::Format_RGB32);
            picture.fill(Qt::gray);
            QVERIFY(picture.save(folder.filePath(QLatin1String(name))));
        }
        Desk desk;
        auto* list = desk.window.findChild<QComboBox*>(QStringLiteral("experiment"));
        list->showPopup();
        QListView* entries = qobject_cast<QListView*>(list->view());
        QTRY_VERIFY(entries->isVisible());
        const QModelIndex last = list->model()->index(list->count() - 1, 0);
        QVERIFY(last.data().toString().contains(QStringLiteral("own pictures")));
        QTest::qWait(QApplication::doubleClickInterval()); // the list takes no click just after it opened
        QTest::mouseClick(entries->viewport(), Qt::LeftButton, {}, entries->visualRect(last).center());
        QTRY_VERIFY(desk.window.findChild<QFileDialog*>(QStringLiteral("ownPictures")));
        QCOMPARE(list->currentText(), QStringLiteral("Faces")); // nothing has changed yet
        auto* dialog = desk.window.findChild<QFileDialog*>(QStringLiteral("ownPictures"));
        QVERIFY(!dialog->isModal());
        auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
        name->setText(folder.path());
        const auto* buttons = dialog->findChild<QDialogButtonBox*>();
        QTest::mouseClick(buttons->button(QDialogButtonBox::Open), Qt::LeftButton);
        QTRY_VERIFY2(QString::fromStdString(desk.session.current().settings().path("data")) == folder.path(),
                     qPrintable(desk.window.findChild<Banner*>()->text()));
        QCOMPARE(desk.window.findChild<QWidget*>(QStringLiteral("data"))->findChild<QLineEdit*>()->text(),
                 folder.path());
    }

    void aClickChoosesAFaceAndShiftTheSecond()
    {
        Desk desk;
        QCOMPARE(desk.looked("face"), std::int64_t{-1});
        desk.clickFace(19);
        QCOMPARE(desk.looked("face"), std::int64_t{19});
        QCOMPARE(desk.looked("face_to"), std::int64_t{-1});
        QVERIFY(desk.plot("chosen")->isVisible());
        desk.clickFace(42, Qt::ShiftModifier);
        QCOMPARE(desk.looked("face"), std::int64_t{19});
        QCOMPARE(desk.looked("face_to"), std::int64_t{42});
        QVERIFY(desk.plot("between")->isVisible());
        QVERIFY(desk.session.current().record()->run().events.empty()); // looking is no event of the run
    }

    void aSecondFaceAloneIsTheFirst()
    {
        Desk desk;
        desk.clickFace(7, Qt::ShiftModifier);
        QCOMPARE(desk.looked("face"), std::int64_t{7});
        QCOMPARE(desk.looked("face_to"), std::int64_t{-1});
    }

    /// In the past a face is chosen as it is now, and the past stays.
    void aFaceOfThePastIsChosen()
    {
        Desk desk;
        auto* slider = desk.window.findChild<QSlider*>(QStringLiteral("timeline"));
        slider->setValue(10);
        QTRY_COMPARE(desk.window.page().shown()->iteration, std::int64_t{10});
        desk.clickFace(5);
        QCOMPARE(desk.looked("face"), std::int64_t{5});
        QCOMPARE(desk.window.page().timeline().iteration(), std::optional<std::int64_t>(10));
        QTRY_COMPARE(desk.window.page().shown()->iteration, std::int64_t{10});
    }

    void freshFacesAreDrawnByAButton()
    {
        Desk desk;
        const std::int64_t before = desk.looked("grid_draw");
        desk.window.page().plots().reveal(QStringLiteral("resampled"));
        auto* button = desk.plot("resampled")->findChild<QToolButton*>(QStringLiteral("drawAgain"));
        QVERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(desk.looked("grid_draw"), before + 1);
    }

    void loadingIsSeenAndCanceled()
    {
        const auto progress = std::make_shared<LoadProgress>();
        const LoadStep step = LoadProgress::step(progress);
        QWidget window;
        window.show();
        LoadingBar bar(&window);
        bar.watch(progress);
        QVERIFY(!bar.isVisible());
        QVERIFY(step(1200, 4096));
        QTRY_VERIFY(bar.isVisible());
        QVERIFY(bar.findChild<QLabel*>(QStringLiteral("loading"))->text().contains(QStringLiteral("4")));
        QTest::mouseClick(bar.findChild<QPushButton*>(QStringLiteral("cancelLoading")), Qt::LeftButton);
        QVERIFY(!step(1300, 4096));
        QVERIFY(step(1, 100)); // the next loading is another one
        progress->noteLoaded({});
        QTRY_VERIFY(!bar.isVisible());
    }

    void filesThatCannotBeUsedAreCountedAndListed()
    {
        Desk desk;
        const auto progress = std::make_shared<LoadProgress>();
        desk.window.watchLoading(progress);
        PictureSet set;
        set.side = 1;
        set.bytes.assign(30, 0);
        set.unusable = {{"/a/readme.png", "It is not a picture."}};
        progress->noteLoaded(set);
        QTRY_VERIFY(desk.window.findChild<Banner*>()->text().contains(
            QStringLiteral("used: 10. Files that cannot be used: 1.")));
        QTest::mouseClick(desk.window.findChild<QPushButton*>(QStringLiteral("bannerYes")), Qt::LeftButton);
        auto* list = desk.window.findChild<QPlainTextEdit*>(QStringLiteral("unusable"));
        QVERIFY(list && list->toPlainText().contains(QStringLiteral("/a/readme.png: It is not a picture.")));
    }
};

QTEST_MAIN(TestFacesWindow)
#include "tst_faces_window.moc"
