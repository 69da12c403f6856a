#pragma once

#include "core/data/load_step.h"

namespace gan {

/// Calls work(i) for each i below `total`, on this thread and `threads` - 1 more, and tells `step` of it on
/// this thread. `work` must write to places of its own for each i; the order is not fixed. Throws what `work`
/// threw first, or LoadingCanceled; no call of `work` goes on then.
void inParallel(std::int64_t total, int threads, const std::function<void(std::int64_t)>& work,
                const LoadStep& step);

} // namespace gan
