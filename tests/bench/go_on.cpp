// gan_go_on OPEN ITERATIONS SAVE METRICS: carries a run of `density-1d` forward, from the saved run OPEN or,
// when that is
// "-", from the defaults, to ITERATIONS, as the window does; then saves it whole to SAVE and its metrics to
// METRICS.

#include "app/model_module.h"
#include "core/error.h"
#include "core/experiment.h"
#include "core/session/run_export.h"
#include "core/session/training_session.h"
#include "core/session/whole_file.h"

#include <QCoreApplication>

#include <cstdio>

using namespace gan;

namespace {

int end(const Text& failure)
{
    std::fprintf(stderr, "%s\n", plainText(failure).c_str());
    return 1;
}

int carry(const QStringList& arguments)
{
    TrainingSession session(modelModule(), Run{Settings(experimentNamed("density-1d"))});
    if (arguments[1] != QLatin1String("-"))
        session.runs().open(arguments[1]);
    session.pauseWhen({{PauseCondition::Kind::AtIteration, "", arguments[2].toDouble()}});
    QObject::connect(&session.current(), &CurrentRun::pausedBecause, &session,
                     [&] { session.saver().save(arguments[3]); });
    QObject::connect(&session.saver(), &RunSaver::saved, &session, [&] {
        writeWholeFile(arguments[4],
                       metricsCsv(session.current().record(), session.current().record()->metrics().size()));
        QCoreApplication::quit();
    });
    const auto stop = [](const Text& why) { QCoreApplication::exit(end(why)); };
    QObject::connect(&session.current(), &CurrentRun::failed, &session, stop);
    QObject::connect(&session.runs(), &SessionRuns::refused, &session, stop);
    QObject::connect(&session.saver(), &RunSaver::saveFailed, &session,
                     [&](const QString&, const Text& why) { stop(why); });
    session.run();
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    try {
        if (argc == 5)
            return carry(QCoreApplication::arguments());
    } catch (const Error& error) {
        return end(error.text());
    }
    return end("usage: gan_go_on OPEN ITERATIONS SAVE METRICS");
}
