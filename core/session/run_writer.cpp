#include "core/session/run_writer.h"

#include "core/error.h"

#include <utility>

namespace gan {

namespace {

std::optional<Text> failureOf(const RunWriter::Job& job)
{
    try {
        writeSavedRun(job.path, *job.record, job.run, job.resumption);
        return std::nullopt;
    } catch (const Error& error) {
        return error.text();
    }
}

} // namespace

RunWriter::RunWriter(Report report)
    : m_report(std::move(report))
{
}

void RunWriter::write(Job job)
{
    m_thread.add([this, job = std::move(job)] {
        const std::optional<Text> failure = failureOf(job);
        if (!failure && job.whenWritten)
            job.whenWritten();
        m_report(job.path, failure);
    });
}

} // namespace gan
