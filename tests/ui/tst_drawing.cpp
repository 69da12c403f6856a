#include "core/experiment.h"
#include "core/session/run_file.h"
#include "tests/support/files.h"
#include "tests/ui/ui_test.h"
#include "ui/drawing/drawing_canvas.h"
#include "ui/drawing/drawing_dialog.h"
#include "ui/drawing/point_file.h"
#include "ui/editors/points_editor.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>

using namespace gan;

namespace {

constexpr int kSide = 401; ///< of the canvas, so that a step of a pixel is 1/400

/// A canvas with a brush that leaves points exactly on its way.
struct Desk {
    Desk()
    {
        canvas.resize(kSide, kSide);
        canvas.setBrush({0, 0});
        canvas.show();
    }

    static QPoint pixel(double x, double y)
    {
        return {qRound(x * (kSide - 1)), qRound((1 - y) * (kSide - 1))};
    }

    void paint(QPointF from, QPointF to)
    {
        QTest::mousePress(&canvas, Qt::LeftButton, {}, pixel(from.x(), from.y()));
        QMouseEvent move(QEvent::MouseMove, QPointF(pixel(to.x(), to.y())),
                         canvas.mapToGlobal(QPointF(pixel(to.x(), to.y()))), Qt::NoButton, Qt::LeftButton,
                         {});
        QApplication::sendEvent(&canvas, &move);
        QTest::mouseRelease(&canvas, Qt::LeftButton, {}, pixel(to.x(), to.y()));
    }

    const std::vector<QPointF>& points() { return canvas.drawing().points(); }

    DrawingCanvas canvas;
};

/// By hand: the dialog's own buttons.
struct Dialog {
    explicit Dialog(const PointList& points = {})
        : dialog(new DrawingDialog(points))
    {
        QObject::connect(dialog, &DrawingDialog::drawn,
                         [this](const PointList& list) { drawn.push_back(list); });
        dialog->show();
    }
    ~Dialog() { delete dialog; }

    void press(const char* button)
    {
        QTest::mouseClick(dialog->findChild<QPushButton*>(QLatin1String(button)), Qt::LeftButton);
    }
    DrawingCanvas& canvas() { return *dialog->findChild<DrawingCanvas*>(); }
    void choose(const char* button, const QString& path)
    {
        press(button);
        Q_EMIT dialog->findChildren<QFileDialog*>().last()->fileSelected(path);
    }

    QPointer<DrawingDialog> dialog;
    std::vector<PointList> drawn;
};

} // namespace

class TestDrawing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init() { failOnWarnings(); }

    /// Along a line from (0.25, 0.5) to (0.75, 0.5), at equal steps; y runs upwards.
    void aStrokeLeavesPointsOnItsWay()
    {
        Desk desk;
        desk.paint({0.25, 0.5}, {0.75, 0.5});
        QVERIFY(desk.points().size() > 100);
        for (const QPointF& point : desk.points()) {
            QVERIFY(std::abs(point.y() - 0.5) < 0.003);
            QVERIFY(point.x() > 0.245 && point.x() < 0.755);
        }
        desk.paint({0.5, 0.9}, {0.5, 0.9});
        QVERIFY(std::abs(desk.points().back().y() - 0.9) < 0.003);
    }

    /// Evenly on the disc: half of the points lie within 0.71 of its radius.
    void theBrushHasASize()
    {
        Desk desk;
        desk.canvas.setBrush({0.2, 0});
        for (int i = 0; i < 100; ++i)
            desk.paint({0.5, 0.5}, {0.5, 0.5});
        const auto distance = [](QPointF point) { return std::hypot(point.x() - 0.5, point.y() - 0.5); };
        const auto& points = desk.points();
        QVERIFY(std::all_of(points.begin(), points.end(), [&](QPointF p) { return distance(p) < 0.205; }));
        const auto inner = std::count_if(points.begin(), points.end(),
                                         [&](QPointF p) { return distance(p) < 0.2 * std::sqrt(0.5); });
        QVERIFY(std::abs(double(inner) / double(points.size()) - 0.5) < 0.05);
    }

    void jitterScatters()
    {
        Desk desk;
        desk.canvas.setBrush({0, 0.05});
        for (int i = 0; i < 100; ++i)
            desk.paint({0.5, 0.5}, {0.5, 0.5});
        double squares = 0;
        for (const QPointF& point : desk.points())
            squares += std::pow(point.x() - 0.5, 2);
        QVERIFY(std::abs(std::sqrt(squares / double(desk.points().size())) - 0.05) < 0.005);
    }

    void theEraserTakesPointsAway()
    {
        Desk desk;
        desk.paint({0.1, 0.5}, {0.9, 0.5});
        const auto isNear = [](QPointF point) { return std::abs(point.x() - 0.5) < 0.1; };
        QVERIFY(std::any_of(desk.points().begin(), desk.points().end(), isNear));
        desk.canvas.setBrush({0.11, 0, true});
        desk.paint({0.5, 0.5}, {0.5, 0.5});
        QVERIFY(std::none_of(desk.points().begin(), desk.points().end(), isNear));
        QVERIFY(desk.points().size() > 100);
    }

    void strokesAreTakenBackOneByOne()
    {
        Desk desk;
        desk.paint({0.1, 0.1}, {0.2, 0.1});
        const auto first = desk.points();
        desk.paint({0.5, 0.5}, {0.6, 0.5});
        const auto second = desk.points();
        desk.canvas.drawing().clear();
        QVERIFY(desk.points().empty());
        desk.canvas.drawing().undo();
        QCOMPARE(desk.points(), second);
        desk.canvas.drawing().undo();
        QCOMPARE(desk.points(), first);
        desk.canvas.drawing().undo();
        QVERIFY(desk.points().empty() && !desk.canvas.drawing().canUndo());
    }

    void nothingIsPaintedOutside()
    {
        Desk desk;
        desk.canvas.setBrush({0.2, 0.1});
        desk.paint({0, 0}, {1, 0});
        QVERIFY(!desk.points().empty());
        for (const QPointF& point : desk.points())
            QVERIFY(point.x() >= 0 && point.x() <= 1 && point.y() >= 0 && point.y() <= 1);
    }

    /// A scribble of hours does not make a file that no run can open.
    void thereIsRoomForSoMany()
    {
        Desk desk;
        for (int i = 0; i < 100; ++i)
            desk.paint({0, 0.5}, {1, 0.5});
        QCOMPARE(desk.points().size(), kMostPoints);
    }

    void theKeyboardPaints()
    {
        Desk desk;
        QTest::keyClick(&desk.canvas, Qt::Key_Space);
        QVERIFY(!desk.points().empty());
        QCOMPARE(desk.points().front(), QPointF(0.5, 0.5));
        const std::size_t before = desk.points().size();
        QTest::keyClick(&desk.canvas, Qt::Key_Up);
        QCOMPARE(desk.points().size(), before);
        QTest::keyClick(&desk.canvas, Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(desk.points().size() > before);
        QCOMPARE(desk.points().back(), QPointF(0.52, 0.52));
    }

    void whatIsSavedIsOpenedAgain()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("points.csv"));
        Dialog dialog;
        dialog.canvas().setBrush({0.1, 0.02});
        QTest::mouseClick(&dialog.canvas(), Qt::LeftButton);
        const auto painted = dialog.canvas().drawing().points();
        QVERIFY(!painted.empty());
        dialog.choose("savePoints", path);
        dialog.press("clearDrawing");
        QVERIFY(dialog.canvas().drawing().points().empty());
        dialog.choose("openPoints", path);
        QCOMPARE(dialog.canvas().drawing().points(), painted);
        dialog.press("undoStroke");
        QVERIFY(dialog.canvas().drawing().points().empty());
    }

    void aBadFileSaysWhy()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("points.csv"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("0.1,0.2\n0.3\n");
        file.close();
        Dialog dialog;
        dialog.choose("openPoints", path);
        const auto labels = dialog.dialog->findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(),
                            [&](QLabel* label) { return label->text().contains(QStringLiteral("Line 2")); }));
    }

    /// Alike along x and y.
    void pointsOutsideAreMadeToFit()
    {
        const std::vector<double> fitted = onCanvas(PointList({-10, 0, 10, 0, 0, 5})).coordinates();
        const double expected[] = {0.05, 0.3875, 0.95, 0.3875, 0.5, 0.6125};
        for (std::size_t i = 0; i < fitted.size(); ++i)
            QVERIFY(std::abs(fitted[i] - expected[i]) < 1e-12);
        const PointList inside({0, 1, 0.25, 0.5});
        QVERIFY(onCanvas(inside) == inside);
        QVERIFY(onCanvas(PointList({7, 7, 7, 7})) == PointList({0.5, 0.5, 0.5, 0.5}));
    }

    void theEraserIsABoxToTick()
    {
        Dialog dialog;
        QVERIFY(!dialog.canvas().brush().erases);
        QTest::mouseClick(dialog.dialog->findChild<QCheckBox*>(QStringLiteral("eraser")), Qt::LeftButton, {},
                          {8, 8});
        QVERIFY(dialog.canvas().brush().erases);
    }

    /// From the panel's button to the value of the setting, and there again to the same drawing.
    void theEditorTakesTheDrawing()
    {
        PointsEditor editor(experimentNamed("plane-2d").setting("drawn"), nullptr);
        std::vector<SettingValue> edited;
        QObject::connect(&editor, &SettingEditor::edited, [&](const SettingValue& value) {
            edited.push_back(value);
            editor.setValue(value);
        });
        editor.show();
        auto* button = editor.findChild<QPushButton*>();
        QTest::mouseClick(button, Qt::LeftButton);
        QPointer<DrawingDialog> dialog = editor.findChild<DrawingDialog*>();
        QVERIFY(!dialog->findChild<QPushButton*>(QStringLiteral("useDrawing"))->isEnabled());
        QTest::mouseClick(dialog->findChild<DrawingCanvas*>(), Qt::LeftButton);
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("useDrawing")), Qt::LeftButton);
        QCOMPARE(edited.size(), 1);
        const PointList points = std::get<PointList>(edited.front());
        QVERIFY(points.size() > 0);
        QVERIFY(button->text().contains(QString::number(points.size())));
        QTRY_VERIFY(!dialog);
        QTest::mouseClick(button, Qt::LeftButton);
        const auto again = editor.findChild<DrawingDialog*>()->findChild<DrawingCanvas*>()->drawing().list();
        QVERIFY(again == points);
    }

    void itTravelsInRunFiles()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("run.json"));
        Desk desk;
        desk.canvas.setBrush({0.1, 0.02});
        desk.paint({0.2, 0.2}, {0.8, 0.6});
        Run run{Settings(experimentNamed("plane-2d"))};
        run.settings.set("data", std::string("drawn"));
        run.settings.set("drawn", desk.canvas.drawing().list());
        writeRunFile(path, run, {});
        QVERIFY(readRunFile(path).settings.points("drawn") == desk.canvas.drawing().list());
    }
};

QTEST_MAIN(TestDrawing)
#include "tst_drawing.moc"
