#pragma once

#include "core/run.h"

namespace gan {

class ExperimentPage;
class RunRecord;

/// The run up to the picture that the page shows; training may be further.
Run shownRun(const ExperimentPage& page, const RunRecord& record);

} // namespace gan
