#include "core/experiment.h"
#include "core/text.h"
#include "tests/ui/ui_test.h"
#include "ui/panels/log_panel.h"

#include <QClipboard>
#include <QFile>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace gan;

namespace {

/// A line for every second iteration: its number and its value.
std::optional<std::string> everySecond(const LogMoment& moment)
{
    if (moment.iteration % 2 != 0)
        return std::nullopt;
    return std::to_string(moment.iteration) + " " + fixedText(moment.value("a"), 1) + " " +
           numberText(moment.settings.number("lr_d"));
}

struct Desk {
    Desk()
    {
        record->metrics().setExperimentColumns({"a"});
        panel.begin(record);
    }
    void add(int count)
    {
        MetricRows rows{record->metrics().columns(), made + 1, {}};
        for (int i = 0; i < count; ++i) {
            std::vector<float> row(rows.columns->size(), 0);
            row.back() = float(++made); // the experiment's own column
            rows.values.insert(rows.values.end(), row.begin(), row.end());
        }
        record->metrics().append(rows);
        panel.append(rows);
    }
    QPlainTextEdit* lines() { return panel.findChild<QPlainTextEdit*>(); }

    std::shared_ptr<RunRecord> record =
        std::make_shared<RunRecord>(1, Run{Settings(experimentNamed("density-1d"))});
    LogPanel panel{everySecond};
    std::int64_t made = 0;
};

} // namespace

class TestLogPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init() { failOnWarnings(); }

    void linesAreThoseOfTheExperiment()
    {
        Desk desk;
        desk.add(5);
        QCOMPARE(desk.panel.text(), QStringLiteral("2 2.0 0.01\n4 4.0 0.01\n"));
        desk.add(1);
        QCOMPARE(desk.panel.text(), QStringLiteral("2 2.0 0.01\n4 4.0 0.01\n6 6.0 0.01\n"));
    }

    void eachLineHasTheSettingsOfItsIteration()
    {
        Desk desk;
        desk.add(2);
        Settings changed(experimentNamed("density-1d"));
        changed.setText("lr_d", "0.5");
        desk.record->noteChange(2, changed);
        desk.add(2);
        QCOMPARE(desk.panel.text(), QStringLiteral("2 2.0 0.01\n4 4.0 0.5\n"));
    }

    void nothingIsWordedBeforeSomebodyLooks()
    {
        Desk desk;
        desk.add(10);
        QVERIFY(desk.lines()->toPlainText().isEmpty());
        desk.panel.show();
        QTRY_COMPARE(desk.lines()->toPlainText().count(QLatin1Char('\n')), 4);
    }

    void oldLinesGo()
    {
        Desk desk;
        desk.add(2 * LogPanel::kMostLines + 200);
        const QString text = desk.panel.text();
        QCOMPARE(text.count(QLatin1Char('\n')), LogPanel::kMostLines);
        QVERIFY(text.startsWith(QStringLiteral("202 ")));
    }

    void aNewRunHasItsOwnLines()
    {
        Desk desk;
        desk.add(4);
        QVERIFY(!desk.panel.text().isEmpty());
        desk.panel.begin(std::make_shared<RunRecord>(2, desk.record->plan()));
        QVERIFY(desk.panel.text().isEmpty());
    }

    /// As when another experiment was looked at meanwhile: its rows are told once more.
    void theSameRunKeepsItsLines()
    {
        Desk desk;
        desk.add(4);
        const QString before = desk.panel.text();
        desk.panel.begin(desk.record);
        desk.panel.append(desk.record->metrics().read(0, 4));
        QCOMPARE(desk.panel.text(), before);
        desk.add(2);
        QCOMPARE(desk.panel.text().count('\n'), 3);
    }

    void itIsCopiedAndSaved()
    {
        Desk desk;
        const QTemporaryDir folder;
        desk.add(2);
        QTest::mouseClick(desk.panel.findChild<QPushButton*>(QStringLiteral("copyLog")), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("2 2.0 0.01\n"));
        QSignalSpy saved(&desk.panel, &LogPanel::saved), refused(&desk.panel, &LogPanel::refused);
        desk.panel.save(folder.filePath("log.txt"));
        QCOMPARE(saved.count(), 1);
        QFile file(folder.filePath("log.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("2 2.0 0.01\n"));
        desk.panel.save(QStringLiteral("/proc/none/log.txt"));
        QCOMPARE(refused.count(), 1);
        QCOMPARE(saved.count(), 1);
    }
};

QTEST_MAIN(TestLogPanel)
#include "tst_log_panel.moc"
