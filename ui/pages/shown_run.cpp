#include "ui/pages/shown_run.h"

#include "core/session/run_record.h"
#include "ui/pages/experiment_page.h"

namespace gan {

Run shownRun(const ExperimentPage& page, const RunRecord& record)
{
    Run run = record.run();
    const auto shown = page.shown();
    run.iterations = shown ? shown->iteration : 0;
    std::erase_if(run.events, [&](const Event& event) { return event.iteration > run.iterations; });
    return run;
}

} // namespace gan
