#pragma once

#include "core/session/job_thread.h"
#include "core/session/saved_run_file.h"

#include <functional>
#include <optional>

namespace gan {

/// Writes saved runs on a thread of its own, one after the other, so that training goes on meanwhile. The
/// destructor comes back when all of them are written.
class RunWriter {
public:
    /// One moment of a run.
    struct Job {
        QString path;
        std::shared_ptr<const RunRecord> record;
        Run run; ///< record->run() at that moment
        Resumption resumption;
        Past past;
        std::function<void()> whenWritten; ///< called after a success, before the report; may be empty
    };
    /// Called on the writing thread.
    using Report = std::function<void(const QString& path, const std::optional<Text>& failure)>;

    explicit RunWriter(Report report);

    /// Any thread; does not block.
    void write(Job job);

private:
    const Report m_report;
    JobThread m_thread; ///< last: its jobs report
};

} // namespace gan
