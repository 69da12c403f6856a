#pragma once

#include "core/session/saved_run_file.h"

namespace gan {

/// A new run, with `id`, that is `record` up to `iteration` and can go on from `state`, which is that of this
/// iteration: the same plan, changes, metric rows and moments. `record` stays as it is, and may go on
/// meanwhile. Any thread; takes the time of copying the rows.
SavedRun continuedRun(const RunRecord& record, std::int64_t iteration, Resumption state, std::uint64_t id);

} // namespace gan
