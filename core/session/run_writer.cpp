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
    , m_thread(&RunWriter::loop, this)
{
}

RunWriter::~RunWriter()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ends = true;
        m_changed.notify_one();
    }
    m_thread.join();
}

void RunWriter::write(Job job)
{
    const std::lock_guard lock(m_mutex);
    m_jobs.push_back(std::move(job));
    m_changed.notify_one();
}

/// Waits for it; nothing when all is written and the end has come.
std::optional<RunWriter::Job> RunWriter::next()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_ends || !m_jobs.empty(); });
    if (m_jobs.empty())
        return std::nullopt;
    Job job = std::move(m_jobs.front());
    m_jobs.pop_front();
    return job;
}

void RunWriter::loop()
{
    while (const std::optional<Job> job = next()) {
        const std::optional<Text> failure = failureOf(*job);
        if (!failure && job->whenWritten)
            job->whenWritten();
        m_report(job->path, failure);
    }
}

} // namespace gan
