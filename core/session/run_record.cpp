#include "core/session/run_record.h"

#include <iterator>
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

void RunRecord::noteAsked(std::int64_t iteration, const Asked& asked)
{
    const std::lock_guard lock(m_mutex);
    m_asked.erase(m_asked.lower_bound(iteration), m_asked.end());
    m_asked.insert_or_assign(iteration, asked);
}

/// Of a run that comes from a file it is only known from where it went on; before that, what was applied.
RunRecord::Asked RunRecord::askedAt(std::int64_t iteration) const
{
    const std::lock_guard lock(m_mutex);
    const auto next = m_asked.lower_bound(iteration);
    if (next != m_asked.begin())
        return std::prev(next)->second;
    const bool isPlanned = m_run.settingsAt(iteration) == m_plan.settingsAt(iteration);
    return {m_run.settingsAt(iteration - 1), isPlanned};
}

void RunRecord::takeNotes(const RunRecord& other, std::int64_t iteration)
{
    const std::scoped_lock lock(m_mutex, other.m_mutex);
    m_asked = {other.m_asked.begin(), other.m_asked.lower_bound(iteration)};
    for (const RunMark& mark : other.m_marks)
        if (mark.iteration <= iteration)
            m_marks.insert(mark);
}

void RunRecord::noteMark(const RunMark& mark)
{
    const std::lock_guard lock(m_mutex);
    m_marks.insert(mark);
}

bool RunRecord::toggleMark(const RunMark& mark)
{
    const std::lock_guard lock(m_mutex);
    const bool isSet = m_marks.erase(mark) == 0;
    if (isSet)
        m_marks.insert(mark);
    return isSet;
}

std::vector<RunMark> RunRecord::notedMarks() const
{
    const std::lock_guard lock(m_mutex);
    return {m_marks.begin(), m_marks.end()};
}

void RunRecord::noteData(TrainingData data)
{
    const std::lock_guard lock(m_mutex);
    m_data = std::move(data);
}

TrainingData RunRecord::data() const
{
    const std::lock_guard lock(m_mutex);
    return m_data;
}

void RunRecord::noteIteration(std::int64_t iteration)
{
    const std::lock_guard lock(m_mutex);
    m_run.iterations = iteration;
}

} // namespace gan
