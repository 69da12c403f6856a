// What a page shows of a moment of the timeline, and of a picture that is looked at closely.

#include "ui/pages/experiment_page.h"

#include "core/experiment.h"
#include "ui/pages/plot_request.h"
#include "ui/pages/plot_sheet.h"
#include "ui/panels/readout_panel.h"
#include "ui/panels/timeline_bar.h"

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

/// The slider of the timeline was moved. Until something is known of that iteration the screen stays as it
/// is, and so of one iteration.
void ExperimentPage::showMoment()
{
    const auto past = m_timeline->iteration();
    const auto moment = m_timeline->moment();
    if (past && !moment)
        return;
    const std::int64_t chosen = view().has("face") ? view().integer("face") : -1;
    const bool isExact = past && moment->iteration == *past;
    m_shown = !past ? m_newest : isExact ? moment : completed(*moment, m_newest.get(), chosen);
    showNotice();
    const std::int64_t iteration = m_shown ? m_shown->iteration : 0;
    m_numbers->clear();
    showNumbersOf(iteration);
    m_numbers->setSnapshot(m_shown);
    m_plots->setSnapshot(m_shown);
    m_plots->showReadout(past ? std::optional<double>(double(iteration)) : std::nullopt);
    Q_EMIT momentShown();
}

void ExperimentPage::showPicture(std::shared_ptr<const Snapshot> picture)
{
    m_timeline->setPicture(std::move(picture));
    showMoment();
}

void ExperimentPage::setNotice(const QString& notice)
{
    m_notice = notice;
    showNotice();
}

void ExperimentPage::showNotice()
{
    const bool isComing = m_notice.isEmpty() && m_timeline->iteration();
    m_plots->setNotice(isComing ? tr("This moment is being computed.") : m_notice);
}

/// Of the log, so many rows that each column has had a value.
void ExperimentPage::showNumbersOf(std::int64_t iteration)
{
    const auto first = std::max<std::int64_t>(0, iteration - kRowsWithEveryValue);
    m_numbers->append(m_record->metrics().read(first, iteration - first));
}

/// A generated picture is looked at closely, or becomes the second one on the way from the first.
void ExperimentPage::choosePicture(const PlotView* plot, int index, bool second)
{
    if (plot->id() != QLatin1String("generated") || !view().has("face"))
        return;
    if (view().integer("face") < 0)
        second = false; // a second one needs a first
    m_plots->request().choose(second ? QStringLiteral("face_to") : QStringLiteral("face"),
                              std::int64_t{index});
    m_plots->reveal(second ? QStringLiteral("between") : QStringLiteral("chosen"));
}

} // namespace gan
