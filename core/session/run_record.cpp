#include "core/session/run_record.h"

#include <utility>

namespace gan {

RunRecord::RunRecord(std::uint64_t id, Run plan)
    : RunRecord(id, plan, Run{plan.settings})
{
}

RunRecord::RunRecord(std::uint64_t id, Run plan, Run soFar)
    : m_id(id)
    , m_plan(std::move(plan))
    , m_run(std::move(soFar))
{
}

Run RunRecord::run() const
{
    const std::lock_guard lock(m_mutex);
    return m_run;
}

std::string RunRecord::library() const
{
    const std::lock_guard lock(m_mutex);
    return m_library;
}

std::vector<std::string> RunRecord::devices() const
{
    const std::lock_guard lock(m_mutex);
    return m_devices;
}

void RunRecord::noteLibrary(const std::string& version)
{
    const std::lock_guard lock(m_mutex);
    m_library = version;
}

void RunRecord::noteDevices(const std::vector<std::string>& devices)
{
    const std::lock_guard lock(m_mutex);
    m_devices = devices;
}

void RunRecord::noteChange(std::int64_t iteration, const Settings& settings)
{
    const std::lock_guard lock(m_mutex);
    m_run.noteChange(iteration, settings);
}

void RunRecord::noteIteration(std::int64_t iteration)
{
    const std::lock_guard lock(m_mutex);
    m_run.iterations = iteration;
}

} // namespace gan
