// gan_bundle_run EXPERIMENT ITERATIONS BYTES FILE: trains the experiment with its defaults and saves the run
// with a past of about so many bytes, as the program brings it with it (`./dev bundle`).

#include "app/model_module.h"
#include "core/error.h"
#include "core/experiment.h"
#include "core/session/run_engine.h"
#include "core/session/saved_run_file.h"

#include <QCoreApplication>

#include <cstdio>

using namespace gan;

namespace {

void bundle(const QStringList& arguments)
{
    constexpr std::size_t tenths = 10, ofStates = 7; // of a timeline's room
    const Experiment& experiment = experimentNamed(arguments[1].toStdString());
    const auto trainer = modelModule()(experiment.id);
    const auto record = std::make_shared<RunRecord>(1, Run{Settings(experiment)});
    record->timeline().setLimits({arguments[3].toULongLong() * tenths / ofStates});
    RunEngine engine(*trainer, record);
    while (engine.iteration() < arguments[2].toLongLong())
        engine.step();
    writeSavedRun(arguments[4], *record, record->run(), engine.suspend(), Past::Kept);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    try {
        if (argc == 5)
            return bundle(QCoreApplication::arguments()), 0;
        std::fprintf(stderr, "usage: gan_bundle_run EXPERIMENT ITERATIONS BYTES FILE\n");
    } catch (const Error& error) {
        std::fprintf(stderr, "%s\n", error.what());
    }
    return 1;
}
