#include "app/commands.h"
#include "app/model_module.h"
#include "app/process_age.h"
#include "core/experiment.h"
#include "core/session/training_session.h"
#include "ui/main_window.h"

#include <QApplication>
#include <QTextStream>
#include <QTimer>

namespace gan {

namespace {

/// Prints the time from the start of the process to the first painted window, and quits.
class StartReport : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && !m_done) {
            m_done = true;
            QTimer::singleShot(0, this, [] {
                QTextStream(stdout) << qRound(1000 * processAgeSeconds()) << '\n';
                QApplication::quit();
            });
        }
        return QObject::eventFilter(watched, event);
    }

private:
    bool m_done = false;
};

} // namespace

int runWindowCommand(const Command& command)
{
    const Theme theme = command.dark ? Theme::darkTheme() : Theme::light();
    applyTheme(*qApp, theme);
    TrainingSession session(modelModule(), command.run.value_or(Run{Settings(experiments().front())}));
    MainWindow window(session, theme);
    StartReport report;
    if (command.reportStart)
        window.installEventFilter(&report);
    window.show();
    return QApplication::exec();
}

} // namespace gan
