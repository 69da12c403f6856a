#include "core/error.h"
#include "tests/ui/ui_test.h"
#include "ui/export/export_dialog.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>

using namespace gan;

namespace {

/// A dialog on the screen, and what it was asked for.
struct Desk {
    explicit Desk(const QString& settingsFile)
        : settings(settingsFile, QSettings::IniFormat)
        , dialog({{"losses", "Losses"}, {"w1", "Distance to the real distribution"}}, &settings,
                 {[this] { return stem; }, [this](const ExportOrder&) { return conflict; },
                  [this](const ExportOrder& order, QSize size) {
                      previewed = order;
                      QImage image(size, QImage::Format_RGB32);
                      image.fill(Qt::white);
                      return image;
                  }})
    {
        QObject::connect(&dialog, &ExportDialog::exportRequested,
                         [this](const ExportOrder& order) { asked = order; });
        dialog.show();
        dialog.activateWindow();
    }

    template <class Field>
    Field* field(const char* name) const
    {
        for (Field* each : dialog.findChildren<Field*>())
            if (each->accessibleName() == QLatin1String(name))
                return each;
        return nullptr;
    }

    void type(const char* name, const QString& text) const
    {
        auto* spin = field<QAbstractSpinBox>(name);
        QTest::keyClick(spin, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(spin, text);
        QTest::keyClick(spin, Qt::Key_Tab);
    }

    void click(const char* name) const { QTest::mouseClick(field<QPushButton>(name), Qt::LeftButton); }

    std::map<QWidget*, QRect> places() const
    {
        std::map<QWidget*, QRect> all;
        for (auto* widget : dialog.findChildren<QWidget*>())
            if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus)
                all[widget] = QRect(widget->mapTo(&dialog, QPoint()), widget->size());
        return all;
    }

    QString path() const { return field<QLineEdit>("Path")->text(); }

    QString stem = QStringLiteral("density-1d-seed1-it100");
    std::optional<Text> conflict;
    ExportOrder previewed;
    QSettings settings;
    ExportDialog dialog;
    std::optional<ExportOrder> asked;
};

} // namespace

class TestExportDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init()
    {
        failOnWarnings();
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath("settings.ini");
    }

    void asksForOnePlotByDefault()
    {
        const Desk desk(m_file);
        desk.click("Export");
        QVERIFY(desk.asked.has_value());
        QCOMPARE(desk.asked->what, ExportOrder::What::Plot);
        QCOMPARE(desk.asked->plotId, QStringLiteral("losses"));
        QCOMPARE(desk.asked->picture, PictureOptions());
        QVERIFY(desk.asked->path.endsWith("/density-1d-seed1-it100-losses.png"));
    }

    /// Also in a new home, which has no folder for pictures yet.
    void theFirstFolderIsThere()
    {
        const QByteArray home = qgetenv("HOME");
        qputenv("HOME", m_folder->path().toUtf8());
        const QString folder = QFileInfo(Desk(m_file).path()).path();
        QCOMPARE(folder, m_folder->path());
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("Pictures")));
        QCOMPARE(QFileInfo(Desk(m_file).path()).path(), m_folder->filePath(QStringLiteral("Pictures")));
        qputenv("HOME", home);
    }

    void takesWhatIsTyped()
    {
        const Desk desk(m_file);
        desk.type("Width", "800");
        desk.type("Height", "500");
        desk.type("Scale", QLocale().toString(2.5));
        QTest::keyClick(desk.field<QComboBox>("Format"), Qt::Key_Down);
        QTest::mouseClick(desk.field<QCheckBox>("Caption below the picture"), Qt::LeftButton, {},
                          QPoint(8, 8));
        desk.click("Export");
        QCOMPARE(desk.asked->picture, (PictureOptions{PictureFormat::Svg, QSize(800, 500), 2.5, true}));
        QVERIFY(desk.asked->path.endsWith("/density-1d-seed1-it100-losses.svg"));
    }

    /// A slide in three choices.
    void aSlide()
    {
        const Desk desk(m_file);
        QTest::keyClick(desk.field<QComboBox>("Shape"), Qt::Key_Down);
        QTest::keyClick(desk.field<QComboBox>("Text"), Qt::Key_Down);
        QTest::mouseClick(desk.field<QCheckBox>("Transparent background"), Qt::LeftButton, {}, QPoint(8, 8));
        desk.click("Export");
        QCOMPARE(desk.asked->picture,
                 (PictureOptions{PictureFormat::Png, QSize(1920, 1080), 1, false, 1.5, true}));
        const Desk next(m_file);
        next.click("Export");
        QCOMPARE(next.asked->picture, desk.asked->picture); // remembered
    }

    void theShapeIsThatOfTheSize()
    {
        const Desk desk(m_file);
        desk.type("Width", "1000");
        QCOMPARE(desk.field<QComboBox>("Shape")->currentText(), QStringLiteral("own size"));
        desk.type("Width", "1920");
        desk.type("Height", "1080");
        QVERIFY(desk.field<QComboBox>("Shape")->currentText().startsWith(QLatin1String("16:9")));
    }

    /// Asked for anew with every choice, and nothing in the dialog moves by it.
    void thePreviewFollowsTheChoices()
    {
        Desk desk(m_file);
        const auto before = desk.places();
        QCOMPARE(desk.previewed.plotId, QStringLiteral("losses"));
        QTest::keyClick(desk.field<QComboBox>("Text"), Qt::Key_Down);
        QCOMPARE(desk.previewed.picture.textScale, 1.5);
        QTest::mouseClick(desk.field<QCheckBox>("Caption below the picture"), Qt::LeftButton, {},
                          QPoint(8, 8));
        QVERIFY(desk.previewed.picture.caption);
        desk.dialog.choose(ExportOrder::What::Metrics);
        desk.dialog.choosePlot("w1");
        QCOMPARE(desk.previewed.plotId, QStringLiteral("w1"));
        QCOMPARE(desk.places(), before);
    }

    void pathFollowsWhatAndFormat()
    {
        Desk desk(m_file);
        auto* path = desk.field<QLineEdit>("Path");
        path->selectAll();
        QTest::keyClicks(path, "/somewhere/mine.png");
        QTest::keyClick(desk.field<QComboBox>("Format"), Qt::Key_Down);
        QCOMPARE(desk.path(), QStringLiteral("/somewhere/mine.svg"));
        desk.dialog.choosePlot("w1");
        QCOMPARE(desk.path(), QStringLiteral("/somewhere/density-1d-seed1-it100-w1.svg"));
        desk.dialog.choose(ExportOrder::What::Metrics);
        QCOMPARE(desk.path(), QStringLiteral("/somewhere/density-1d-seed1-it100-metrics.csv"));
        desk.dialog.choose(ExportOrder::What::Everything);
        QCOMPARE(desk.path(), QStringLiteral("/somewhere/density-1d-seed1-it100"));
        QVERIFY(desk.dialog.order().goesToFolder());
    }

    /// What was chosen stays where there is such a thing.
    void anotherExperimentHasOtherPlots()
    {
        Desk desk(m_file);
        desk.dialog.setPlots({{"faces", "Faces"}});
        QCOMPARE(desk.dialog.order().plotId, QStringLiteral("faces"));
        desk.dialog.choose(ExportOrder::What::Everything);
        desk.dialog.setPlots({{"losses", "Losses"}});
        QCOMPARE(desk.dialog.order().what, ExportOrder::What::Everything);
    }

    void onlyWhatCountsCanBeSet()
    {
        Desk desk(m_file);
        desk.dialog.choose(ExportOrder::What::Window);
        QVERIFY(!desk.field<QSpinBox>("Width")->isEnabled() && desk.field<QComboBox>("Format")->isEnabled());
        desk.dialog.choose(ExportOrder::What::Metrics);
        QVERIFY(!desk.field<QComboBox>("Format")->isEnabled());
        desk.dialog.choose(ExportOrder::What::AllPlots);
        QVERIFY(desk.field<QSpinBox>("Width")->isEnabled());
    }

    void tooLargeIsASentenceInTheDialog()
    {
        const Desk desk(m_file);
        desk.type("Width", "8000");
        desk.type("Scale", "8");
        desk.click("Export");
        QVERIFY(!desk.asked.has_value());
        QVERIFY2(desk.dialog.message().contains("megapixels"), qPrintable(desk.dialog.message()));
    }

    void whatCameOfItIsShown()
    {
        Desk desk(m_file);
        desk.dialog.tell(Text("The disk is full."));
        QCOMPARE(desk.dialog.message(), QStringLiteral("The disk is full."));
        desk.dialog.say("Exported to /a/b.png.");
        QCOMPARE(desk.dialog.message(), QStringLiteral("Exported to /a/b.png."));
    }

    void remembersTheLastOrder()
    {
        {
            const Desk desk(m_file);
            desk.type("Width", "900");
            QTest::keyClick(desk.field<QComboBox>("Format"), Qt::Key_Down);
            desk.field<QLineEdit>("Path")->setText("/last/folder/x.svg");
            desk.click("Export");
        }
        const Desk again(m_file);
        QCOMPARE(again.dialog.order().picture.size, QSize(900, 1000));
        QCOMPARE(again.dialog.order().picture.format, PictureFormat::Svg);
        QCOMPARE(again.path(), QStringLiteral("/last/folder/density-1d-seed1-it100-losses.svg"));
    }

    void settingsThatCannotBeWrittenOrReadAreNoError()
    {
        const Desk unwritable(QStringLiteral("/proc/none/settings.ini"));
        unwritable.click("Export");
        QVERIFY(unwritable.asked.has_value());
        ExportDialog forgetful({{"losses", "Losses"}}, nullptr, {});
        QSignalSpy asked(&forgetful, &ExportDialog::exportRequested);
        for (auto* button : forgetful.findChildren<QPushButton*>())
            if (button->isDefault())
                button->click();
        QCOMPARE(asked.count(), 1);
        QFile broken(m_file);
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("[export]\nsize=@Size(-5 99999)\nscale=much\nsvg=perhaps\n");
        broken.close();
        const Desk desk(m_file);
        desk.click("Export");
        QVERIFY(desk.asked.has_value());
    }

    /// Every control by name, help and Tab.
    void keyboardAndScreenReader()
    {
        Desk desk(m_file);
        QVERIFY(QTest::qWaitForWindowActive(&desk.dialog));
        QSet<QWidget*> reached;
        for (int i = 0; i < 20; ++i) {
            reached.insert(QApplication::focusWidget());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        for (const char* name : {"What", "Format", "Width", "Height", "Scale", "Caption below the picture",
                                 "Path", "Browse", "Export", "Close"}) {
            auto* control = desk.field<QWidget>(name);
            QVERIFY2(control && reached.contains(control), name);
            QVERIFY2(control->whatsThis().count('.') >= 2, name);
        }
        QStringList letters;
        for (auto* label : desk.dialog.findChildren<QLabel*>())
            if (label->buddy())
                letters.append(QKeySequence::mnemonic(label->text()).toString());
        for (auto* button : desk.dialog.findChildren<QAbstractButton*>())
            if (!button->text().isEmpty())
                letters.append(button->shortcut().toString());
        QVERIFY(!letters.contains(QString()));
        QCOMPARE(QSet<QString>(letters.begin(), letters.end()).size(), letters.size());
    }

    void nothingIsCut()
    {
        for (const Theme* theme : {&Theme::light(), &Theme::darkTheme()}) {
            applyTheme(*qApp, *theme);
            Desk desk(m_file);
            desk.type("Width", "8000");
            desk.dialog.tell(
                Text("The file /home/somebody/Pictures/a folder with a long name/losses.png cannot be "
                     "written: No space left on device."));
            QCoreApplication::processEvents();
            for (auto* part : desk.dialog.findChildren<QLabel*>()) {
                const int needed =
                    part->wordWrap() ? part->heightForWidth(part->width()) : part->sizeHint().height();
                QVERIFY2(part->height() >= needed, qPrintable(part->text()));
                QVERIFY2(part->wordWrap() || part->width() >= part->sizeHint().width(),
                         qPrintable(part->text()));
            }
            for (auto* spin : desk.dialog.findChildren<QAbstractSpinBox*>())
                QVERIFY(spin->width() >= spin->sizeHint().width());
            if (const QString folder = qEnvironmentVariable("GAN_PICTURES"); !folder.isEmpty())
                desk.dialog.grab().save(folder + (theme->dark ? "/export-dark.png" : "/export-light.png"));
        }
        useTheme();
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;

    /// 100, 1000 and 5000 are three files, also while the dialog stays open.
    void theNameFollowsTheIteration()
    {
        Desk desk(m_file);
        desk.click("Export");
        QVERIFY(desk.asked->path.endsWith(QStringLiteral("-it100-losses.png")));
        desk.stem = QStringLiteral("density-1d-seed1-it5000");
        desk.click("Export");
        QVERIFY(desk.asked->path.endsWith(QStringLiteral("-it5000-losses.png")));
        desk.field<QLineEdit>("Path")->setText(QStringLiteral("/somewhere/mine.png"));
        desk.click("Export");
        QCOMPARE(desk.asked->path, QStringLiteral("/somewhere/mine.png"));
    }

    /// Once, in the dialog; nothing moves when the question comes.
    void replacingIsAsked()
    {
        Desk desk(m_file);
        desk.conflict = Text("The file losses.png exists.");
        const auto places = [&] {
            QList<QRect> rects;
            for (const QWidget* widget : desk.dialog.findChildren<QWidget*>())
                if (widget->isVisible() && widget->accessibleName() != QStringLiteral("Replace"))
                    rects.append(QRect(widget->mapTo(&desk.dialog, QPoint()), widget->size()));
            return rects;
        };
        const auto before = places();
        desk.click("Export");
        QVERIFY(!desk.asked);
        QVERIFY(desk.dialog.message().contains(QStringLiteral("losses.png exists")));
        QVERIFY(desk.field<QPushButton>("Replace")->isVisible());
        QCOMPARE(places(), before);
        desk.click("Replace");
        QVERIFY(desk.asked.has_value());
        QVERIFY(!desk.field<QPushButton>("Replace")->isVisible());
    }

    void theMessageIsOfThisExport()
    {
        Desk desk(m_file);
        desk.dialog.say(QStringLiteral("Exported to /tmp/a.png."));
        desk.dialog.close();
        desk.dialog.show();
        QVERIFY(desk.dialog.message().isEmpty());
        desk.dialog.say(QStringLiteral("Exported to /tmp/a.png."));
        desk.dialog.choosePlot(QStringLiteral("w1"));
        QVERIFY(desk.dialog.message().isEmpty());
    }
};

QTEST_MAIN(TestExportDialog)
#include "tst_export_dialog.moc"
