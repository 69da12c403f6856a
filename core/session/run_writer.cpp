#include "core/session/run_writer.h"

#include "core/error.h"

#include <new>
#include <utility>

namespace gan {

namespace {

std::optional<Text> failureOf(const RunWriter::Job& job)
{
    try {
        writeSavedRun(job.path, *job.record, job.run, job.resumption, job.past);
        return std::nullopt;
    } catch (const Error& error) {
        return error.text();
    } catch (const std::bad_alloc&) {
        return Text(GE_TR("There is not enough memory for this."));
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
