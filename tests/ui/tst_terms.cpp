#include "core/experiment.h"
#include "tests/ui/ui_test.h"
#include "ui/dialogs/terms_page.h"
#include "ui/pages/pages.h"
#include "ui/panels/readout_panel.h"
#include "ui/text/terms.h"
#include "ui/text/text.h"

#include <QHelpEvent>
#include <QLineEdit>
#include <QTextBrowser>
#include <QToolTip>

#include <set>

using namespace gan;

namespace {

std::set<QString> namesIn(const char* label)
{
    std::set<QString> names;
    for (const Term* term : termsIn(QString::fromUtf8(label)))
        names.insert(QLatin1String(term->name));
    return names;
}

/// What the mouse is told at this place, wherever it hits.
QString tipAt(QWidget& panel, QPoint place)
{
    QToolTip::hideText();
    QWidget* hit = panel.childAt(place);
    hit = hit ? hit : &panel;
    const QPoint at = hit->mapFrom(&panel, place);
    QHelpEvent event(QEvent::ToolTip, at, hit->mapToGlobal(at));
    QApplication::sendEvent(hit, &event);
    return QToolTip::text();
}

} // namespace

/// The words of the field that the screen uses, and where their definitions are.
class TestTerms : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init() { failOnWarnings(); }

    void everyTermIsDefinedOnce()
    {
        std::set<QString> names;
        for (const Term& term : terms()) {
            QVERIFY2(names.insert(QString::fromUtf8(term.name).toLower()).second, term.name);
            QVERIFY2(qstrlen(term.definition) > 20, term.name);
            QVERIFY2(QString::fromUtf8(term.definition).endsWith(QLatin1Char('.')), term.name);
        }
        for (const char* asked : {"W1", "gradient", "logit", "D(x)", "D(G(z))", "z", "learning rate"})
            QVERIFY2(names.count(QString::fromUtf8(asked).toLower()) == 1, asked);
    }

    void labelsNameTheirTerms()
    {
        QCOMPARE(namesIn("gradient of D"), (std::set<QString>{"gradient"}));
        QCOMPARE(namesIn("D(G(z)) before"), (std::set<QString>{"D(G(z)) before"}));
        QCOMPARE(namesIn("sliced W1"), (std::set<QString>{"sliced W1"}));
        QCOMPARE(namesIn("loss of G"), (std::set<QString>{"loss"}));
        QCOMPARE(namesIn("correct on real"), (std::set<QString>{"accuracy"}));
        QCOMPARE(namesIn("Basis vectors"), (std::set<QString>{"basis vector"}));
        QCOMPARE(namesIn("generated deviation"), (std::set<QString>{"deviation"}));
        for (const char* none : {"Glasses", "G a little", "Joint, a bad start", "32 x 32 pixels"})
            QVERIFY2(namesIn(none).empty(), none);
    }

    /// Of every read-out of every experiment, wherever the mouse rests in its row.
    void everyPlaceOfARowHasTheHelp_data()
    {
        QTest::addColumn<QString>("experiment");
        for (const Experiment& experiment : experiments())
            QTest::newRow(experiment.id) << QString::fromLatin1(experiment.id);
    }
    void everyPlaceOfARowHasTheHelp()
    {
        QFETCH(QString, experiment);
        const PageSpec& page = pageFor(experimentNamed(experiment.toStdString()));
        ReadoutPanel panel(page.numbers);
        panel.resize(300, 700);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        int rows = 0;
        for (const NumberSpec& number : page.numbers) {
            auto* value = panel.findChild<QLabel*>(QString::fromLatin1(number.names.front()));
            if (!value->isVisible())
                continue;
            ++rows;
            const int y = value->mapTo(&panel, value->rect().center()).y();
            for (const int x : {20, 90, 150, 200, 285}) {
                const QString tip = tipAt(panel, {x, y});
                QVERIFY2(tip.contains(tipText(translated(number.help)).mid(4, 20)),
                         qPrintable(translated(number.label) + QString::number(x)));
            }
            const QImage picture = panel.grab().toImage(); // a line below each row
            const QRect place(value->parentWidget()->mapTo(&panel, QPoint()), value->parentWidget()->size());
            QCOMPARE(picture.pixelColor(150, place.bottom() + 4), panel.palette().color(QPalette::Midlight));
            for (const Term* term : termsIn(translated(number.label)))
                QVERIFY(value->whatsThis().contains(translated(term->definition).toHtmlEscaped()));
        }
        QVERIFY(rows >= 8);
    }

    void aPageHasAllAndFindsSome()
    {
        TermsPage page;
        page.show();
        auto* text = page.findChild<QTextBrowser*>();
        for (const Term& term : terms())
            QVERIFY2(text->toPlainText().contains(translated(term.definition)), term.name);
        auto* find = page.findChild<QLineEdit*>();
        QTest::keyClicks(find, "wasserstein-1");
        QVERIFY(text->toPlainText().startsWith(QLatin1String("W1")));
        QVERIFY(!text->toPlainText().contains(QLatin1String("optimizer")));
        QTest::keyClicks(find, "qqq");
        QVERIFY(text->toPlainText().contains(QLatin1String("No term")));
    }
};

QTEST_MAIN(TestTerms)
#include "tst_terms.moc"
