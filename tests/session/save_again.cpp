// `save_again file PATH` saves a run by hand again and again until it is killed, with a "(" before each save
// and a ")" after it. `save_again window FOLDER` kills itself once it has saved as a window's autosave does.

#include "core/experiment.h"
#include "core/session/autosave.h"
#include "core/session/run_engine.h"
#include "tests/support/fake_trainer.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>

using namespace gan;

namespace {

void tell(char mark)
{
    std::putchar(mark);
    std::fflush(stdout);
}

[[noreturn]] void saveToFile(const QString& path)
{
    FakeTrainer trainer(std::make_shared<FakeTrainerProbe>());
    const auto record = std::make_shared<RunRecord>(1, Run{Settings(experimentNamed("density-1d"))});
    RunEngine engine(trainer, record);
    for (;;) {
        for (int i = 0; i < 100; ++i)
            engine.step();
        tell('(');
        writeSavedRun(path, *record, engine.suspend());
        tell(')');
    }
}

int saveAsWindow(const QString& folder)
{
    auto probe = std::make_shared<FakeTrainerProbe>();
    probe->stepMicroseconds = 20;
    TrainingSession session(fakeTrainerFactory(probe), {Settings(experimentNamed("density-1d"))});
    Autosave autosave(session, folder, std::chrono::milliseconds(5));
    QObject::connect(&session.saver(), &RunSaver::saved, &session, [] { std::raise(SIGKILL); });
    session.run();
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("window"))
        return saveAsWindow(arguments.value(2));
    saveToFile(arguments.value(2));
}
