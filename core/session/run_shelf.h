#pragma once

#include "core/session/current_run.h"
#include "core/session/saved_run_file.h"

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace gan {

/// What a session keeps of each experiment while another is shown: the run that was shown last, and those
/// that a reset ended. GUI thread.
class RunShelf {
public:
    void keep(ShownRun run);
    /// The run that was shown last, or null.
    const ShownRun* kept(const Experiment& experiment) const;

    /// The newest last; of each experiment no more than three stay.
    void addEnded(SavedRun run);
    const std::vector<SavedRun>& ended(const Experiment& experiment) const;
    std::optional<SavedRun> takeNewestEnded(const Experiment& experiment);

private:
    std::map<const Experiment*, ShownRun> m_kept;
    std::map<const Experiment*, std::vector<SavedRun>> m_ended;
};

} // namespace gan
