#pragma once

#include "core/session/run_record.h"
#include "ui/style/theme.h"

#include <memory>

namespace gan {

class PlotSheet;

/// The plots of a run's experiment with all that it has logged up to `until`, and nothing of a moment yet.
/// Nobody sees it: it is there to be drawn. GUI thread.
std::unique_ptr<PlotSheet> filledSheet(const RunRecord& record, std::int64_t until, const Theme& theme);

} // namespace gan
