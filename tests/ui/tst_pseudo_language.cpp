#include "core/experiment.h"
#include "core/session/training_session.h"
#include "tests/support/fake_trainer.h"
#include "tests/ui/ui_test.h"
#include "ui/dialogs/keys_page.h"
#include "ui/dialogs/terms_page.h"
#include "ui/export/animation_dialog.h"
#include "ui/pages/experiment_page.h"
#include "ui/pages/plot_sheet.h"
#include "ui/plots/plot_view.h"
#include "ui/window/main_window.h"
#include "ui/window/window_memory.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTranslator>

using namespace gan;

namespace {

/// A language in which every text is itself, in brackets: what has none was not marked for translation.
class PseudoLanguage : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* source, const char*, int) const override
    {
        return QStringLiteral("⟦") + QString::fromUtf8(source) + QStringLiteral("⟧");
    }
};

/// Words of a language, and no numbers, formulas, names of keys or file endings.
bool hasWords(QString text)
{
    static const QRegularExpression word(QStringLiteral("\\p{L}{3,}"));
    static const QRegularExpression others(QStringLiteral(
        "<[^>]*>|(Ctrl|Shift|Alt|Meta|Return|Enter|Space|Backspace|Left|Right|Down|Home|End)\\b|cpu|cuda"));
    return word.match(text.remove(others)).hasMatch();
}

/// All that a widget and its children say, with what says it.
std::vector<std::pair<QString, QString>> textsOf(const QWidget& all)
{
    std::vector<std::pair<QString, QString>> texts;
    const auto add = [&](const QObject& who, const QString& text) {
        texts.emplace_back(QLatin1String(who.metaObject()->className()) + QLatin1Char(' ') + who.objectName(),
                           text);
    };
    for (const QWidget* widget : all.findChildren<QWidget*>()) {
        for (const QString& text : {widget->toolTip(), widget->whatsThis(), widget->accessibleName()})
            add(*widget, text);
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            add(*label, label->text());
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            add(*button, button->text());
        if (const auto* list = qobject_cast<const QComboBox*>(widget))
            for (int i = 0; i < list->count(); ++i)
                add(*list, list->itemText(i));
        if (const auto* tabs = qobject_cast<const QTabBar*>(widget))
            for (int i = 0; i < tabs->count(); ++i)
                add(*tabs, tabs->tabText(i));
        if (const auto* plot = qobject_cast<const PlotView*>(widget))
            add(*plot, plot->title());
    }
    for (const QAction* action : all.findChildren<QAction*>())
        add(*action, action->text());
    return texts;
}

/// The first text that was not marked; empty when there is none.
QString unmarked(const QWidget& all)
{
    for (const auto& [who, text] : textsOf(all))
        if (hasWords(text) && !text.contains(QChar(0x27e6)))
            return who + QStringLiteral(": ") + text;
    return {};
}

} // namespace

/// Every visible text can be translated.
class TestPseudoLanguage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        useTheme();
        QCoreApplication::installTranslator(&m_language);
    }
    void cleanupTestCase() { QCoreApplication::removeTranslator(&m_language); }

    void theWindowIsMarked_data()
    {
        QTest::addColumn<QByteArray>("experiment");
        for (const Experiment& experiment : experiments())
            QTest::newRow(experiment.id) << QByteArray(experiment.id);
    }
    void theWindowIsMarked()
    {
        QFETCH(QByteArray, experiment);
        auto probe = std::make_shared<FakeTrainerProbe>();
        probe->pictureSide = 4;
        TrainingSession session(fakeTrainerFactory(probe),
                                Run{Settings(experimentNamed(experiment.toStdString()))});
        WindowMemory memory;
        MainWindow window(session, memory);
        window.show();
        QTRY_VERIFY(session.current().snapshot());
        QCOMPARE(unmarked(window), QString());
        session.steps(Networks::Both, 20);
        QTRY_COMPARE(session.current().snapshot()->iteration, std::int64_t{20});
        auto* exports = window.findChild<QMenu*>(QStringLiteral("exportMenu"));
        Q_EMIT exports->aboutToShow();
        QCOMPARE(unmarked(window), QString());
    }

    void oneThatIsNotMarkedIsFound()
    {
        QWidget window;
        auto* label = new QLabel(QStringLiteral("iteration 5"), &window);
        QVERIFY(unmarked(window).contains(QStringLiteral("iteration 5")));
        label->setText(QStringLiteral("D(x): 0.5"));
        QCOMPARE(unmarked(window), QString());
    }

    void pagesOfHelpAreMarked()
    {
        TrainingSession session(fakeTrainerFactory(), Run{Settings(experimentNamed("density-1d"))});
        WindowMemory memory;
        MainWindow window(session, memory);
        QCOMPARE(unmarked(KeysPage(*window.menuBar())), QString());
        QCOMPARE(unmarked(TermsPage()), QString());
    }

private:
    PseudoLanguage m_language;
};

QTEST_MAIN(TestPseudoLanguage)
#include "tst_pseudo_language.moc"
