#include "core/session/run_shelf.h"

#include <utility>

namespace gan {

namespace {

constexpr std::size_t kMostEndedRuns = 3;

}

void RunShelf::keep(ShownRun run)
{
    m_kept.insert_or_assign(&run.settings.experiment(), std::move(run));
}

const ShownRun* RunShelf::kept(const Experiment& experiment) const
{
    const auto found = m_kept.find(&experiment);
    return found == m_kept.end() ? nullptr : &found->second;
}

void RunShelf::addEnded(SavedRun run)
{
    std::vector<SavedRun>& runs = m_ended[&run.record->plan().settings.experiment()];
    runs.push_back(std::move(run));
    if (runs.size() > kMostEndedRuns)
        runs.erase(runs.begin());
}

const std::vector<SavedRun>& RunShelf::ended(const Experiment& experiment) const
{
    static const std::vector<SavedRun> none;
    const auto found = m_ended.find(&experiment);
    return found == m_ended.end() ? none : found->second;
}

std::optional<SavedRun> RunShelf::takeNewestEnded(const Experiment& experiment)
{
    std::vector<SavedRun>& runs = m_ended[&experiment];
    if (runs.empty())
        return std::nullopt;
    SavedRun newest = std::move(runs.back());
    runs.pop_back();
    return newest;
}

} // namespace gan
