#pragma once

#include "core/session/saved_run_file.h"

namespace gan {

/// A new run, with `id`, that is `record` up to a state of its timeline and can go on from there: the same
/// plan, changes, metric rows and moments. `record` stays as it is, and may go on meanwhile. Any thread;
/// takes the time of copying the rows.
SavedRun continuedRun(const RunRecord& record, const Timeline::State& state, std::uint64_t id);

} // namespace gan
