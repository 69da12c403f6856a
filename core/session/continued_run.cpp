#include "core/session/continued_run.h"

#include <algorithm>

namespace gan {

namespace {

constexpr std::int64_t kRowsAtOnce = 16384;

void copyRows(const MetricLog& from, MetricLog& to, std::int64_t count)
{
    const MetricColumns columns = *from.columns();
    to.setExperimentColumns({columns.begin() + std::ptrdiff_t(kFirstMeasuredColumn), columns.end()});
    for (std::int64_t row = 0; row < count; row += kRowsAtOnce)
        to.append(from.read(row, std::min(kRowsAtOnce, count - row)));
}

} // namespace

SavedRun continuedRun(const RunRecord& record, std::int64_t iteration, Resumption state, std::uint64_t id)
{
    Run soFar = record.run();
    std::erase_if(soFar.events, [&](const Event& event) { return event.iteration >= iteration; });
    soFar.iterations = iteration;
    auto continued = std::make_shared<RunRecord>(id, record.plan(), std::move(soFar));
    continued->noteLibrary(record.library());
    continued->noteDevices(record.devices());
    continued->noteData(record.data());
    copyRows(record.metrics(), continued->metrics(), iteration);
    continued->timeline().take(record.timeline(), iteration);
    continued->takeNotes(record, iteration);
    return {std::move(continued), std::move(state)};
}

} // namespace gan
