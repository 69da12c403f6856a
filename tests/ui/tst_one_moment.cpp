// All that a screen shows is of the iteration that its counter says: looked at just before each painting of
// the window, since what is then known to the widgets is what is painted.

#include "core/experiment.h"
#include "core/session/training_session.h"
#include "tests/support/fake_trainer.h"
#include "tests/support/tries.h"
#include "tests/ui/ui_test.h"
#include "ui/pages/experiment_page.h"
#include "ui/pages/pages.h"
#include "ui/pages/plot_sheet.h"
#include "ui/plots/history/history_plot.h"
#include "ui/plots/qcp.h"
#include "ui/text/text.h"
#include "ui/window/main_window.h"
#include "ui/window/window_memory.h"

#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QTabBar>

#include <set>

using namespace gan;

namespace {

constexpr int kScreens = tries(200);
constexpr std::int64_t kRowsWithEveryValue = 1000;

/// Notes what is wrong on each screen of a window while it is painted.
class Screens : public QObject {
public:
    Screens(MainWindow& window, const TrainingSession& session)
        : m_window(window)
        , m_session(session)
    {
        window.installEventFilter(this);
    }

    int count() const { return int(m_counters.size()); }
    const QStringList& faults() const { return m_faults; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (watched == &m_window && event->type() == QEvent::UpdateRequest)
            look();
        return false;
    }

private:
    void look()
    {
        const auto* counter = m_window.findChild<QLabel*>(QStringLiteral("iteration"));
        const std::int64_t iteration = counter->text().remove(QChar(0x00a0)).toLongLong();
        m_counters.insert(iteration);
        lookAtNumbers(iteration);
        for (PlotView* plot : m_window.page().plots().plots())
            if (plot->isVisible())
                lookAt(*plot, iteration);
    }

    void lookAtNumbers(std::int64_t iteration)
    {
        const auto snapshot = m_session.current().snapshot();
        if (snapshot && snapshot->iteration == iteration)
            expect(shownText("updates_d") == groupedText(snapshot->updatesD), "updates of D", iteration);
        // A value of the log, from the log itself.
        for (const NumberSpec& number : pageFor(m_session.current().settings().experiment()).numbers)
            if (number.from == NumberSpec::From::Log && number.names.size() == 1 && !number.percent)
                expect(shownText(number.names.front()) == logged(number, iteration), number.names.front(),
                       iteration);
    }

    QString shownText(const char* name) const
    {
        const auto labels = m_window.page().findChildren<QLabel*>(QString::fromLatin1(name));
        return labels.isEmpty() ? QString() : labels.front()->text();
    }

    QString logged(const NumberSpec& number, std::int64_t iteration) const
    {
        const std::int64_t first = std::max(std::int64_t(0), iteration - kRowsWithEveryValue);
        const MetricRows rows = m_session.current().record()->metrics().read(first, iteration - first);
        const int column = rows.column(number.names.front());
        for (std::int64_t row = rows.count() - 1; column >= 0 && row >= 0; --row)
            if (const float value = rows.row(row)[std::size_t(column)]; !std::isnan(value))
                return translated(number.pattern).arg(measureText(value, number.decimals));
        return translated(number.pattern).arg(measureText(std::nan(""), number.decimals));
    }

    void lookAt(PlotView& plot, std::int64_t iteration)
    {
        expect(plot.property("shownIteration").toLongLong() == iteration, qPrintable(plot.id()), iteration);
        if (qobject_cast<HistoryPlot*>(&plot) && iteration > 10) // all is in sight: the axis ends now
            expect(plot.plot().xAxis->range().upper == double(iteration), "the end of the axis", iteration);
    }

    void expect(bool right, const char* what, std::int64_t iteration)
    {
        if (!right && m_faults.size() < 10)
            m_faults.append(QStringLiteral("%1 at %2").arg(QLatin1String(what)).arg(iteration));
    }

    MainWindow& m_window;
    const TrainingSession& m_session;
    std::set<std::int64_t> m_counters;
    QStringList m_faults;
};

} // namespace

class TestOneMoment : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }

    void everyScreenIsOfOneMoment_data()
    {
        QTest::addColumn<QString>("id");
        for (const Experiment& experiment : experiments())
            QTest::newRow(experiment.id) << QString::fromLatin1(experiment.id);
    }
    void everyScreenIsOfOneMoment()
    {
        QFETCH(QString, id);
        const auto probe = std::make_shared<FakeTrainerProbe>();
        probe->stepMicroseconds = 300;
        probe->pictureSide = id == QLatin1String("faces") ? 8 : 0;
        TrainingSession session(fakeTrainerFactory(probe), Run{Settings(experimentNamed(id.toStdString()))});
        WindowMemory memory;
        MainWindow window(session, memory);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_COMPARE(session.current().state(), SessionState::Paused);
        session.setSpeedLimit(0);
        Screens screens(window, session);
        QTest::mouseClick(window.findChild<QPushButton*>(QStringLiteral("run")), Qt::LeftButton);
        // A hand goes through tabs and over curves meanwhile: what was hidden is of this moment too.
        QTRY_VERIFY_WITH_TIMEOUT(screens.count() >= kScreens / 2, 60000);
        for (QTabBar* tabs : window.page().findChildren<QTabBar*>())
            if (tabs->isVisible() && tabs->count() > 1)
                QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(1).center());
        QTRY_VERIFY_WITH_TIMEOUT(screens.count() >= kScreens, 60000);
        QTest::mouseClick(window.findChild<QPushButton*>(QStringLiteral("run")), Qt::LeftButton);
        QTRY_COMPARE(session.current().state(), SessionState::Paused);
        QCOMPARE(screens.faults().join(QStringLiteral("; ")), QString());
    }
};

QTEST_MAIN(TestOneMoment)
#include "tst_one_moment.moc"
