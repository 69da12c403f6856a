#include "core/experiment.h"
#include "core/session/training_session.h"
#include "tests/support/fake_trainer.h"
#include "tests/ui/ui_test.h"
#include "ui/pages/experiment_page.h"
#include "ui/pages/plot_request.h"
#include "ui/pages/plot_row.h"
#include "ui/pages/plot_rows.h"
#include "ui/pages/plot_sheet.h"
#include "ui/window/main_window.h"
#include "ui/window/window_memory.h"

#include <QTemporaryDir>
#include <QToolButton>

using namespace gan;

namespace {

struct Desk {
    Desk()
        : session(fakeTrainerFactory(), Run{Settings(experimentNamed("signal"))})
        , window(session, memory)
    {
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_VERIFY(session.current().snapshot());
        session.setSpeedLimit(0);
    }
    void showTab(int tab) { window.page().plots().rows().all()[0]->showTab(tab); }
    const View& view() { return window.page().view(); }

    TrainingSession session;
    WindowMemory memory;
    MainWindow window;
};

} // namespace

/// What the plots of a window ask for.
class TestPlotRequest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init() { failOnWarnings(); }

    void onlyWhatIsInSightIsAskedFor()
    {
        Desk desk;
        QTRY_VERIFY(!desk.view().wantsAll());
        QVERIFY(desk.view().wants({"response_student"}));
        QVERIFY(desk.view().wants({"matrix_student"}));
        QVERIFY(!desk.view().wants({"chances", "basis_1"}));
        desk.showTab(2);
        QTRY_VERIFY(desk.view().wants({"chances"}));
        QVERIFY(!desk.view().wants({"response_student"}));
    }

    void aRunningRunGetsThatAlone()
    {
        Desk desk;
        desk.session.run();
        QTRY_VERIFY(!desk.session.current().snapshot()->isWhole);
        desk.session.pause();
        QTRY_VERIFY(desk.session.current().snapshot()->isWhole);
    }

    /// Also while the run runs.
    void anExportHasEverything()
    {
        const QTemporaryDir folder; // it outlives the window, which may still write into it
        Desk desk;
        desk.session.run();
        QTRY_VERIFY(!desk.session.current().snapshot()->isWhole);
        ExportOrder order;
        order.what = ExportOrder::What::Everything;
        order.path = folder.filePath(QStringLiteral("all"));
        desk.window.exports().exportNow(order);
        QVERIFY(desk.view().wantsAll());
        QTRY_VERIFY(QFile::exists(folder.filePath(QStringLiteral("all/chances.png"))));
        QTRY_VERIFY(!desk.view().wantsAll());
        QCOMPARE(desk.session.current().state(), SessionState::Running);
    }

    /// What is looked at is no part of the run.
    void anotherLookChangesNoRun()
    {
        Desk desk;
        desk.showTab(2);
        const Run before = desk.session.current().record()->run();
        const Settings settings = desk.session.current().settings();
        PlotRequest& request = desk.window.page().plots().request();
        request.choose(QStringLiteral("chance_vectors"), std::int64_t{9});
        request.drawAgain(QStringLiteral("chance_draw"));
        QCOMPARE(desk.view().integer("chance_vectors"), 9);
        QCOMPARE(desk.view().integer("chance_draw"), 2);
        QVERIFY(desk.session.current().record()->run() == before);
        QVERIFY(desk.session.current().settings() == settings);
    }
};

QTEST_MAIN(TestPlotRequest)
#include "tst_plot_request.moc"
