// Measures the program from inside and prints one line of JSON:
//
//   gan_bench no-window SECONDS     the session alone
//   gan_bench window SECONDS        with the window on screen, as large as the screen
//   gan_bench memory ITERATIONS     with the window on screen, from iteration 10 000 on
//   gan_bench opening 0             a bundled run, from the start of the process to its first picture, and
//   from
//                                   Run to the next one
//
// After that may come the name of an experiment other than density-1d, and KEY=VALUE, which changes settings
// or, first, preset=NAME: memory with steps_d=1 batch=8 takes minutes where the defaults take half an hour.
// bench.py and accept.py run it.

#include "app/model_module.h"
#include "app/process_age.h"
#include "core/error.h"
#include "core/experiment.h"
#include "core/session/data_loader.h"
#include "core/session/pictures/picture_cache.h"
#include "core/session/training_session.h"
#include "ui/style/theme.h"
#include "ui/window/main_window.h"
#include "ui/window/window_memory.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScreen>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <unistd.h>
#include <vector>

namespace {

using namespace gan;
using namespace std::chrono_literals;

/// Iterations before anything is measured: those of a second or so.
std::int64_t warmUp(const TrainingSession& session)
{
    return std::string_view(session.current().settings().experiment().id) == "faces" ? 20 : 1000;
}

std::int64_t iterationsOf(const TrainingSession& session)
{
    return session.current().record()->metrics().size();
}

/// Memory of this process that is in use, in MB.
double residentMegabytes()
{
    QFile file("/proc/self/statm");
    if (!file.open(QIODevice::ReadOnly))
        throw Error("This system does not tell how much memory a process uses.");
    const double pages = file.readAll().split(' ').at(1).toDouble();
    return pages * double(sysconf(_SC_PAGESIZE)) / 1e6;
}

double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    const auto at = values.begin() + std::ptrdiff_t(share * double(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

void waitUntil(const std::function<bool()>& isReached)
{
    QEventLoop loop;
    QTimer poll;
    QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
        if (isReached())
            loop.quit();
    });
    poll.start(20ms);
    loop.exec();
}

/// What the GUI thread and the training thread get done from the moment of its making.
class Watch {
public:
    explicit Watch(const TrainingSession& session)
        : m_session(session)
        , m_firstIteration(iterationsOf(session))
    {
        QObject::connect(&session.current(), &CurrentRun::snapshotReady, &m_tick, [this] { ++m_pictures; });
        QObject::connect(&m_tick, &QTimer::timeout, &m_tick, [this] { noteDelay(); });
        m_tick.setTimerType(Qt::PreciseTimer);
        m_tick.start(kTick);
        m_clock.start();
        m_sinceTick.start();
    }

    double seconds() const { return double(m_clock.nsecsElapsed()) / 1e9; }

    QJsonObject figures() const
    {
        return {{"iterations", double(iterationsOf(m_session))},
                {"iterations_per_second", double(iterationsOf(m_session) - m_firstIteration) / seconds()},
                {"pictures_per_second", m_pictures / seconds()},
                {"event_loop_delay_p99_ms", percentile(m_delays, 0.99)},
                {"rss_mb", residentMegabytes()}};
    }

private:
    /// How much later than asked for the event loop came to this timer: how long a mouse click would have
    /// waited.
    void noteDelay()
    {
        m_delays.push_back(std::max(0.0, double(m_sinceTick.nsecsElapsed()) / 1e6 - double(kTick.count())));
        m_sinceTick.start();
    }

    static constexpr std::chrono::milliseconds kTick{5};
    const TrainingSession& m_session;
    const std::int64_t m_firstIteration;
    int m_pictures = 0;
    std::vector<double> m_delays;
    QElapsedTimer m_clock, m_sinceTick;
    QTimer m_tick;
};

QJsonObject measureSpeed(const TrainingSession& session, double seconds)
{
    waitUntil([&] { return iterationsOf(session) >= warmUp(session); });
    const Watch watch(session);
    waitUntil([&] { return watch.seconds() >= seconds; });
    return watch.figures();
}

QJsonObject measureMemory(const TrainingSession& session, std::int64_t iterations)
{
    waitUntil([&] { return iterationsOf(session) >= 10'000; });
    const double before = residentMegabytes();
    waitUntil([&] { return iterationsOf(session) >= iterations / 10 * 9; });
    const Watch watch(session);
    waitUntil([&] { return iterationsOf(session) >= iterations; });
    QJsonObject figures = watch.figures();
    figures["rss_growth_mb"] = residentMegabytes() - before;
    return figures;
}

QJsonObject measureOpening(TrainingSession& session)
{
    session.runs().openBundled(session.current().settings());
    const auto shown = [&] {
        const auto snapshot = session.current().snapshot();
        return snapshot ? snapshot->iteration : 0;
    };
    waitUntil([&] { return shown() > 0; });
    const double first = processAgeSeconds();
    const std::int64_t iteration = shown();
    QElapsedTimer clock;
    clock.start();
    session.run();
    waitUntil([&] { return shown() > iteration; });
    return {{"first_picture_s", first},
            {"first_iteration", double(iteration)},
            {"moving_s", double(clock.nsecsElapsed()) / 1e9}};
}

void exitWithSentence(const Text& text)
{
    std::fprintf(stderr, "%s\n", plainText(text).c_str());
    std::_Exit(1); // the training thread may be in the middle of anything
}

std::unique_ptr<MainWindow> shownWindow(TrainingSession& session, WindowMemory& memory)
{
    auto window = std::make_unique<MainWindow>(session, memory);
    window->resize(QGuiApplication::primaryScreen()->size()); // as many pixels as the screen has
    window->show();
    return window;
}

Settings settingsOf(std::span<char*> words)
{
    const bool named = !words.empty() && std::string_view(words.front()).find('=') == std::string_view::npos;
    Settings settings(experimentNamed(named ? words.front() : "density-1d"));
    for (const std::string_view assignment : words.subspan(named ? 1 : 0)) {
        const auto sign = std::min(assignment.find('='), assignment.size() - 1);
        const std::string_view key = assignment.substr(0, sign), value = assignment.substr(sign + 1);
        if (key == "preset")
            settings = settings.experiment().preset(value);
        else
            settings.setText(key, value);
    }
    return settings;
}

QJsonObject measure(std::string_view mode, const char* amount, const Settings& settings)
{
    const auto goOn = [](std::int64_t, std::int64_t) { return true; };
    TrainingSession session(modelModule(), Run{settings}, dataLoader(goOn, pictureCacheFolder()));
    QObject::connect(&session.current(), &CurrentRun::failed, exitWithSentence);
    WindowMemory memory;
    const auto window = mode == "no-window" ? nullptr : shownWindow(session, memory);
    session.setSpeedLimit(0); // the window has the experiment's own, slow one
    if (mode == "opening")
        return measureOpening(session);
    session.run();
    return mode == "memory" ? measureMemory(session, std::atoll(amount))
                            : measureSpeed(session, std::atof(amount));
}

std::unique_ptr<QCoreApplication> application(std::string_view mode, int& argc, char** argv)
{
    if (mode == "no-window")
        return std::make_unique<QCoreApplication>(argc, argv);
    auto withWindows = std::make_unique<QApplication>(argc, argv);
    applyTheme(*withWindows, Theme::light());
    return withWindows;
}

} // namespace

int main(int argc, char** argv)
{
    const std::string_view mode = argc >= 3 ? argv[1] : "";
    if (mode != "no-window" && mode != "window" && mode != "memory" && mode != "opening") {
        std::fputs("usage: gan_bench no-window SECONDS | window SECONDS | memory ITERATIONS | opening 0 "
                   "[EXPERIMENT] [KEY=VALUE ...]\n",
                   stderr);
        return 2;
    }
    setThreadEnvironment();
    const auto app = application(mode, argc, argv);
    try {
        const Settings settings = settingsOf(std::span(argv, std::size_t(argc)).subspan(3));
        std::puts(QJsonDocument(measure(mode, argv[2], settings)).toJson(QJsonDocument::Compact).constData());
        return 0;
    } catch (const Error& error) {
        return exitWithSentence(error.text()), 1;
    }
}
