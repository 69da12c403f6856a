#pragma once

#include "core/session/saved_run_file.h"

#include <QObject>

#include <functional>

namespace gan {

class CurrentRun;
class TrainingThread;

/// Writes the current run to a file, whole, while training goes on. A part of a TrainingSession. GUI thread.
class RunSaver : public QObject {
    Q_OBJECT

public:
    /// Both must outlive it.
    RunSaver(const CurrentRun& current, TrainingThread& thread);

    /// The state of the run between two steps. saved() or saveFailed() follows; a session that ends first
    /// waits for the file. `whenWritten` is called on the writing thread after a success.
    void save(const QString& path, Past past = Past::LeftOut, std::function<void()> whenWritten = {});

    /// For the session: what has been written.
    void takeNews();

Q_SIGNALS:
    void saved(const QString& path);
    void saveFailed(const QString& path, const gan::Text& why);

private:
    const CurrentRun& m_current;
    TrainingThread& m_thread;
};

} // namespace gan
