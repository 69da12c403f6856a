#pragma once

#include <cstdint>
#include <vector>

namespace gan {

class RunRecord;

/// What makes an iteration of a run worth going back to.
enum class MarkKind {
    Change, ///< a setting was changed after it
    Stage,  ///< a stage ended: from the next iteration on, other networks learn
    Pause,  ///< the run paused there
    Pin,    ///< the user has marked it
};

struct RunMark {
    std::int64_t iteration;
    MarkKind kind;

    friend bool operator==(const RunMark&, const RunMark&) = default;
    friend bool operator<(const RunMark& a, const RunMark& b)
    {
        return a.iteration != b.iteration ? a.iteration < b.iteration : a.kind < b.kind;
    }
};

/// All marks of a run so far, ascending, each once. Any thread.
std::vector<RunMark> marksOf(const RunRecord& record);

} // namespace gan
