#include "core/experiment.h"
#include "core/session/training_control.h"
#include "tests/support/views.h"

#include <QTest>

#include <thread>

using namespace gan;
using Kind = Order::Kind;

namespace {

const Settings kSettings(experimentNamed("density-1d"));

std::shared_ptr<RunRecord> record(std::uint64_t id)
{
    return std::make_shared<RunRecord>(id, Run{kSettings});
}

} // namespace

class TestTrainingControl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_control = std::make_unique<TrainingControl>();
        m_control->reset(record(1));
        QVERIFY(m_control->next().kind == Kind::Reset);
        QVERIFY(m_control->next().kind == Kind::Pause);
    }

    void singleStepsThenOnePause()
    {
        m_control->addStep(Networks::Both);
        m_control->addStep(Networks::GeneratorOnly);
        QVERIFY(m_control->next().networks == Networks::Both);
        QVERIFY(m_control->next().networks == Networks::GeneratorOnly);
        QVERIFY(m_control->next().kind == Kind::Pause);
    }

    void stagesOfManySteps()
    {
        m_control->addSteps(Networks::DiscriminatorOnly, 1000);
        m_control->addStep(Networks::Both);
        for (int i = 0; i < 1000; ++i)
            QVERIFY(m_control->next().networks == Networks::DiscriminatorOnly);
        QVERIFY(m_control->next().networks == Networks::Both);
        QVERIFY(m_control->next().kind == Kind::Pause);
    }

    /// Looking makes no step; the exact picture follows.
    void lookingIsPossibleWhilePaused()
    {
        const View view = viewOf("signal", {{"chance_draw", "9"}});
        m_control->look(view);
        const Order order = m_control->next();
        QVERIFY(order.kind == Kind::Look);
        QVERIFY(order.view == view);
        QVERIFY(m_control->next().kind == Kind::Pause);
    }

    void lookingKeepsSettingsThatWait()
    {
        Settings changed(experimentNamed("signal"));
        changed.setText("lr_d", "0.5");
        m_control->changeSettings(changed);
        m_control->look(viewOf("signal", {{"chance_draw", "9"}}));
        m_control->addStep(Networks::Both);
        QVERIFY(m_control->next().kind == Kind::Look);
        QCOMPARE(m_control->next().settings->number("lr_d"), 0.5);
    }

    void pauseDropsStepsNotYetMade()
    {
        m_control->addStep(Networks::Both);
        m_control->pause();
        QVERIFY(m_control->next().kind == Kind::Pause);
    }

    void aStepWhileRunningPausesAfterIt()
    {
        m_control->run();
        QVERIFY(m_control->next().kind == Kind::Step);
        m_control->addStep(Networks::Both);
        QVERIFY(m_control->next().kind == Kind::Step);
        QVERIFY(m_control->next().kind == Kind::Pause);
    }

    void theLastSettingsWinAndComeOnce()
    {
        Settings changed = kSettings;
        m_control->changeSettings(changed);
        changed.setText("lr_d", "0.5");
        m_control->changeSettings(changed);
        m_control->run();
        QCOMPARE(m_control->next().settings->number("lr_d"), 0.5);
        QVERIFY(!m_control->next().settings);
    }

    void aResetForgetsWhatWasAskedOfTheOldRun()
    {
        m_control->run();
        m_control->addStep(Networks::Both);
        m_control->changeSettings(kSettings);
        m_control->reset(record(2));
        QCOMPARE(m_control->next().record->id(), 2u);
        QVERIFY(m_control->next().kind == Kind::Pause);
        m_control->run();
        QVERIFY(!m_control->next().settings);
    }

    void stopWakesABlockedWorker()
    {
        std::thread stopper([&] { m_control->stop(); });
        QVERIFY(m_control->next().kind == Kind::Stop);
        stopper.join();
    }

    void aSpeedLimitSpacesTheSteps()
    {
        using namespace std::chrono;
        m_control->setSpeedLimit(100);
        m_control->run();
        const auto start = steady_clock::now();
        for (int i = 0; i < 11; ++i)
            QVERIFY(m_control->next().kind == Kind::Step);
        QVERIFY(steady_clock::now() - start >= milliseconds(90)); // never faster than asked
    }

    void aStepByHandDoesNotWaitForTheLimit()
    {
        m_control->setSpeedLimit(0.001);
        m_control->run();
        m_control->next();
        m_control->addStep(Networks::Both);
        QVERIFY(m_control->next().kind == Kind::Step);
    }

private:
    std::unique_ptr<TrainingControl> m_control;
};

QTEST_GUILESS_MAIN(TestTrainingControl)
#include "tst_training_control.moc"
