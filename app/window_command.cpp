#include "app/commands.h"
#include "app/model_module.h"
#include "app/process_age.h"
#include "core/experiment.h"
#include "core/session/autosave.h"
#include "core/session/data_loader.h"
#include "core/session/load_progress.h"
#include "core/session/pictures/picture_cache.h"
#include "core/session/training_session.h"
#include "ui/window/main_window.h"
#include "ui/window/screen_fit.h"
#include "ui/window/window_memory.h"

#include <QApplication>
#include <QStandardPaths>
#include <QTextStream>
#include <QTimer>

#include <functional>
#include <future>
#include <utility>

namespace gan {

namespace {

/// Calls back once, when the window has been painted for the first time.
class FirstPaint : public QObject {
public:
    FirstPaint(QWidget& window, std::function<void()> painted)
        : m_painted(std::move(painted))
    {
        window.installEventFilter(this);
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            QTimer::singleShot(0, this, m_painted);
        }
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<void()> m_painted;
};

/// Holds the training thread back until the window is on screen: while LibTorch is being loaded, the dynamic
/// linker's lock would stop every plugin that the window needs.
class Gate {
public:
    void open()
    {
        if (!std::exchange(m_isOpen, true))
            m_promise.set_value();
    }
    TrainerFactory holdBack(TrainerFactory factory)
    {
        return [factory = std::move(factory), opened = m_opened](std::string_view experimentId) {
            opened.wait();
            return factory(experimentId);
        };
    }

private:
    std::promise<void> m_promise;
    std::shared_future<void> m_opened = m_promise.get_future().share();
    bool m_isOpen = false;
};

/// However the window ends, also by an error, the thread is let go before the session waits for it, and loads
/// no pictures any more.
struct OpenAtEnd {
    Gate& gate;
    LoadProgress& loading;
    ~OpenAtEnd()
    {
        loading.close();
        gate.open();
    }
};

/// Repeats the session's run to its end, saves what the window then shows, and quits.
void drawPicture(TrainingSession& session, MainWindow& window, const QString& path)
{
    session.setSpeedLimit(0); // nobody looks on
    QObject::connect(&session.current(), &CurrentRun::stateChanged, &window, [&, path](SessionState state) {
        const auto snapshot = session.current().snapshot();
        if (!snapshot || state == SessionState::Running)
            return;
        if (state == SessionState::Paused &&
            snapshot->iteration < session.current().record()->plan().iterations)
            return session.run();
        // What was asked to be redrawn is drawn before this.
        QTimer::singleShot(500, &window, [&window, path] {
            window.grab().save(path, "png");
            QApplication::quit();
        });
    });
}

void reportStart()
{
    QTextStream(stdout) << qRound(1000 * processAgeSeconds()) << '\n';
    QApplication::quit();
}

/// Pictures and measurements neither know nor change what the user's own windows remember and keep.
bool isUsersOwn(const Command& command)
{
    return command.picture.isEmpty() && !command.reportStart;
}

/// Nothing was named that is to be shown.
bool isOrdinary(const Command& command)
{
    return isUsersOwn(command) && !command.run && command.savedRun.isEmpty();
}

WindowMemory memoryFor(const Command& command)
{
    if (!isUsersOwn(command))
        return WindowMemory();
    return WindowMemory(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) +
                        QStringLiteral("/window.ini"));
}

/// The file that was named, or the settings used last.
Run firstRun(const Command& command, const WindowMemory& memory)
{
    return command.run ? *command.run : Run{memory.settingsOf(memory.experiment())};
}

} // namespace

int runWindowCommand(const Command& command)
{
    WindowMemory memory = memoryFor(command);
    Gate gate;
    const auto loading = std::make_shared<LoadProgress>();
    const DataLoader loadData = dataLoader(LoadProgress::step(loading), pictureCacheFolder(),
                                           [loading](const PictureSet& set) { loading->noteLoaded(set); });
    TrainingSession session(gate.holdBack(modelModule()), firstRun(command, memory), loadData);
    const OpenAtEnd openAtEnd{gate, *loading};
    if (!command.savedRun.isEmpty())
        session.runs().open(command.savedRun);
    std::optional<Autosave> autosave;
    if (isUsersOwn(command))
        autosave.emplace(session);
    MainWindow window(session, memory);
    window.watchLoading(loading);
    if (isOrdinary(command))
        session.runs().openBundled(session.current().settings());
    if (command.picture.isEmpty()) // a picture has its own size, whatever is called a screen there
        new ScreenFit(window);
    if (command.theme)
        window.appearance().choose(*command.theme);
    const FirstPaint firstPaint(window, [&] {
        gate.open();
        window.appearance().watchSystem();
        if (autosave)
            window.files().useAutosave(*autosave, isOrdinary(command));
        if (isOrdinary(command) && memory.playsAtStart() && session.current().record()->run().iterations == 0)
            window.playOpening();
        if (isOrdinary(command) && !memory.isIntroduced())
            window.introduce();
        if (command.reportStart)
            reportStart();
    });
    if (!command.picture.isEmpty())
        drawPicture(session, window, command.picture);
    window.show();
    return QApplication::exec();
}

} // namespace gan
