#include "ui/pages/page_moments.h"

#include "ui/pages/plot_request.h"
#include "ui/pages/plot_sheet.h"
#include "ui/panels/readout_panel.h"
#include "ui/plots/history/history_plots.h"
#include "ui/timeline/timeline_bar.h"

#include <algorithm>

namespace gan {

namespace {

constexpr std::int64_t kRowsWithEveryValue = 1000; ///< also of what only the measurement grid has

/// Picture `index`, as the snapshot's chosen one.
void addChosen(Snapshot& moment, std::int64_t index)
{
    const Pictures* all = moment.find<Pictures>("generated");
    if (!all || index < 0 || index >= all->count)
        return;
    const auto each = static_cast<std::ptrdiff_t>(all->bytes.size()) / all->count;
    const auto first = all->bytes.begin() + each * index;
    Pictures one{"chosen", 1, all->width, all->height, all->channels, {first, first + each}};
    moment.add(std::move(one));
}

/// With what a timeline need not keep: the real pictures are those of now as of then, and the chosen one is
/// in the grid.
std::shared_ptr<const Snapshot> completed(const Snapshot& moment, const Snapshot* newest, std::int64_t chosen)
{
    auto all = std::make_shared<Snapshot>(moment);
    if (const Pictures* real = newest ? newest->find<Pictures>("real") : nullptr)
        all->add(*real);
    addChosen(*all, chosen);
    return all;
}

} // namespace

PageMoments::PageMoments(TimelineBar& timeline, PlotSheet& plots, ReadoutPanel& numbers, QObject* parent)
    : QObject(parent)
    , m_timeline(timeline)
    , m_plots(plots)
    , m_numbers(numbers)
{
    connect(&m_timeline, &TimelineBar::moved, this, &PageMoments::show);
}

void PageMoments::begin(std::shared_ptr<const RunRecord> record)
{
    m_record = std::move(record);
    m_newest = m_shown = nullptr;
    m_numbers.clear();
    m_timeline.setRecord(m_record);
    showNotice();
}

void PageMoments::append(const MetricRows& rows)
{
    if (!m_timeline.iteration())
        m_numbers.append(rows);
}

/// While a moment of the past is shown the run goes on.
void PageMoments::setNewest(std::shared_ptr<const Snapshot> snapshot)
{
    m_newest = std::move(snapshot);
    m_timeline.setNow(m_newest->iteration);
    Q_EMIT goesOn(*m_newest);
    if (m_timeline.iteration())
        return;
    m_shown = m_newest;
    m_numbers.setSnapshot(m_shown);
    m_plots.setSnapshot(m_shown);
}

/// Until something is known of that iteration the screen stays as it is, and so of one iteration.
void PageMoments::show()
{
    const auto past = m_timeline.iteration();
    const auto moment = m_timeline.moment();
    if (past && !moment)
        return;
    const View& view = m_plots.request().view();
    const std::int64_t chosen = view.has("face") ? view.integer("face") : -1;
    const bool isExact = past && moment->iteration == *past;
    m_shown = !past ? m_newest : isExact ? moment : completed(*moment, m_newest.get(), chosen);
    showNotice();
    const std::int64_t iteration = m_shown ? m_shown->iteration : 0;
    m_numbers.clear();
    showNumbersOf(iteration);
    m_numbers.setSnapshot(m_shown);
    m_plots.setSnapshot(m_shown);
    m_plots.histories().showReadout(past ? std::optional<double>(double(iteration)) : std::nullopt);
    Q_EMIT changed();
}

void PageMoments::showPicture(std::shared_ptr<const Snapshot> picture)
{
    m_timeline.setPicture(std::move(picture));
    show();
}

void PageMoments::setNotice(const QString& notice)
{
    m_notice = notice;
    showNotice();
}

void PageMoments::showNotice()
{
    const bool isComing = m_notice.isEmpty() && m_timeline.iteration();
    m_plots.setNotice(isComing ? tr("This moment is being computed.") : m_notice);
}

/// Of the log, so many rows that each column has had a value.
void PageMoments::showNumbersOf(std::int64_t iteration)
{
    const auto first = std::max<std::int64_t>(0, iteration - kRowsWithEveryValue);
    m_numbers.append(m_record->metrics().read(first, iteration - first));
}

} // namespace gan
