#include "ui/pages/filled_sheet.h"

#include "core/experiment.h"
#include "ui/pages/plot_request.h"
#include "ui/pages/plot_sheet.h"
#include "ui/plots/history/history_plots.h"

#include <algorithm>

namespace gan {

namespace {

constexpr std::int64_t kRowsAtOnce = 16384;

}

std::unique_ptr<PlotSheet> filledSheet(const RunRecord& record, std::int64_t until, const View& view,
                                       const Theme& theme)
{
    const Run run = record.run();
    auto sheet = std::make_unique<PlotSheet>(run.settings.experiment(), theme);
    const std::int64_t rows = std::min(until, record.metrics().size());
    for (std::int64_t row = 0; row < rows; row += kRowsAtOnce)
        sheet->histories().append(record.metrics().read(row, std::min(kRowsAtOnce, rows - row)));
    for (const Event& event : run.events)
        if (event.iteration <= until)
            sheet->histories().mark(event);
    sheet->histories().setSettings(run.settingsAt(until));
    sheet->request().setView(view);
    return sheet;
}

} // namespace gan
