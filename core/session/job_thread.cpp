#include "core/session/job_thread.h"

#include <utility>

namespace gan {

JobThread::JobThread()
    : m_thread(&JobThread::loop, this)
{
}

JobThread::~JobThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ends = true;
        m_changed.notify_one();
    }
    m_thread.join();
}

void JobThread::add(Job job)
{
    const std::lock_guard lock(m_mutex);
    m_jobs.push_back(std::move(job));
    m_changed.notify_one();
}

/// Waits for it; empty when all is done and the end has come.
JobThread::Job JobThread::next()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_ends || !m_jobs.empty(); });
    if (m_jobs.empty())
        return {};
    Job job = std::move(m_jobs.front());
    m_jobs.pop_front();
    return job;
}

void JobThread::loop()
{
    while (const Job job = next())
        job();
}

} // namespace gan
