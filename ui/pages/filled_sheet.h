#pragma once

#include "core/session/run_record.h"
#include "core/view.h"
#include "ui/style/theme.h"

#include <memory>

namespace gan {

class PlotSheet;

/// The plots of a run's experiment with all that it has logged up to `until`, and nothing of a moment yet;
/// `view`: what is looked at. Nobody sees it: it is there to be drawn. GUI thread.
std::unique_ptr<PlotSheet> filledSheet(const RunRecord& record, std::int64_t until, const View& view,
                                       const Theme& theme);

} // namespace gan
