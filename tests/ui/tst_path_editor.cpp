#include "tests/ui/ui_test.h"
#include "ui/editors/path_editor.h"

#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>

using namespace gan;

namespace {

Setting row(const char* filter)
{
    Setting setting{
        "csv", "Vectors", "Help. More help.", "Data", SettingKind::Path, "", SettingApplies::Restart};
    setting.paths.filter = filter;
    return setting;
}

struct Desk {
    explicit Desk(const char* filter = "CSV files (*.csv)")
        : editor(row(filter), nullptr)
    {
        QObject::connect(&editor, &SettingEditor::edited, [this](const SettingValue& value) {
            edited.push_back(std::get<std::string>(value));
        });
        editor.resize(216, 100);
        editor.show();
    }
    QLineEdit* field() { return editor.findChild<QLineEdit*>(); }
    QPushButton* button(int index) { return editor.findChildren<QPushButton*>()[index]; }

    PathEditor editor;
    std::vector<std::string> edited;
};

} // namespace

class TestPathEditor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init() { failOnWarnings(); }

    void aPathIsTyped()
    {
        Desk desk;
        QTest::keyClicks(desk.field(), QStringLiteral("/a b/c.csv"));
        QTest::keyClick(desk.field(), Qt::Key_Return);
        QCOMPARE(desk.edited, std::vector<std::string>{"/a b/c.csv"});
    }

    void itIsTakenAway()
    {
        Desk desk;
        QVERIFY(!desk.button(1)->isEnabled());
        desk.editor.setValue(std::string("/a.csv"));
        QVERIFY(desk.edited.empty());
        QTest::mouseClick(desk.button(1), Qt::LeftButton);
        QCOMPARE(desk.edited, std::vector<std::string>{""});
        QVERIFY(desk.field()->text().isEmpty());
    }

    void aDialogAsksForAFile()
    {
        Desk desk;
        QTest::mouseClick(desk.button(0), Qt::LeftButton);
        auto* dialog = desk.editor.window()->findChild<QFileDialog*>();
        QVERIFY(dialog && dialog->isVisible() && !dialog->isModal());
        QCOMPARE(dialog->fileMode(), QFileDialog::ExistingFile);
        Q_EMIT dialog->fileSelected(QStringLiteral("/x/y.csv"));
        QCOMPARE(desk.edited, std::vector<std::string>{"/x/y.csv"});
    }

    void withoutAFilterItAsksForAFolder()
    {
        Desk desk("");
        QTest::mouseClick(desk.button(0), Qt::LeftButton);
        QCOMPARE(desk.editor.window()->findChild<QFileDialog*>()->fileMode(), QFileDialog::Directory);
    }

    void aFolderOrAFile()
    {
        Setting either = row("NumPy arrays (*.npy)");
        either.paths.orFolder = true;
        const PathEditor editor(either, nullptr);
        const auto buttons = editor.findChildren<QPushButton*>();
        QCOMPARE(buttons.size(), 3);
        for (const auto& [index, mode] :
             {std::pair{0, QFileDialog::Directory}, std::pair{1, QFileDialog::ExistingFile}}) {
            QTest::mouseClick(buttons[index], Qt::LeftButton);
            QCOMPARE(editor.window()->findChildren<QFileDialog*>().last()->fileMode(), mode);
        }
    }

    void nothingIsMarkedThatIsLive()
    {
        Setting live = row("");
        live.applies = SettingApplies::Live;
        const PathEditor editor(live, nullptr);
        for (const QLabel* label : editor.findChildren<QLabel*>())
            QVERIFY(label->text() != QStringLiteral("restarts"));
    }
};

QTEST_MAIN(TestPathEditor)
#include "tst_path_editor.moc"
