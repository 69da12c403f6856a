#include "ui/window/run_travel.h"

#include "core/error.h"
#include "ui/actions/timeline_actions.h"
#include "ui/dialogs/moment_comparison.h"
#include "ui/editors/control_panel.h"
#include "ui/pages/experiment_page.h"
#include "ui/pages/plot_request.h"
#include "ui/pages/plot_sheet.h"
#include "ui/panels/banner.h"
#include "ui/panels/iteration_counter.h"
#include "ui/text/text.h"
#include "ui/timeline/compare_button.h"
#include "ui/timeline/timeline_bar.h"

namespace gan {

RunTravel::RunTravel(TrainingSession& session, Actions& actions, Banner& banner, QWidget& window,
                     std::function<void(const TwoMoments&)> exportMoments)
    : QObject(&window)
    , m_session(session)
    , m_actions(actions)
    , m_banner(banner)
    , m_window(window)
    , m_export(std::move(exportMoments))
    , m_travel(session)
{
    connect(&m_travel, &TimeTravel::pictureReady, this, [this](std::shared_ptr<const Snapshot> picture) {
        m_page->moments().showPicture(std::move(picture));
    });
    connect(&m_travel, &TimeTravel::continued, this, &RunTravel::tellContinued);
    connect(&m_travel, &TimeTravel::failed, this, [this](const Text& why) {
        m_page->timeline().goLive();
        m_banner.tell(why);
    });
}

void RunTravel::connectPage(ExperimentPage& page)
{
    TimelineBar& bar = page.timeline();
    bar.addButtons(m_actions);
    connect(&bar, &TimelineBar::changed, this, [this, &page] {
        if (&page == m_page)
            updateTimelineActions(m_actions, page.timeline());
    });
    connect(&bar, &TimelineBar::moved, this, [this, &page] { follow(page); });
    connect(&bar.comparison(), &CompareButton::compareRequested, this, &RunTravel::compare);
    connect(&page.moments(), &PageMoments::changed, this, &RunTravel::showPast);
    connect(&page.plots().request(), &PlotRequest::changed, this, [this, &page](const View& view) {
        if (&page != m_page)
            return;
        m_session.look(view);
        m_travel.look(view);
    });
}

void RunTravel::setPage(ExperimentPage& page, IterationCounter& counter)
{
    if (m_page)
        m_page->timeline().goLive();
    m_page = &page;
    m_counter = &counter;
}

void RunTravel::followRun()
{
    if (m_comparison)
        m_comparison->close();
    m_counter->setNow(0);
    m_session.look(m_page->view());
    m_travel.look(m_page->view());
    showPast();
}

void RunTravel::follow(ExperimentPage& page)
{
    if (const auto iteration = page.timeline().iteration())
        m_travel.goTo(*iteration);
    else
        m_travel.goLive();
    showPast();
}

/// The big number says which iteration is looked at.
void RunTravel::showPast()
{
    const auto shown = m_page->shown();
    const bool isPast = shown && m_page->timeline().iteration();
    m_counter->setPast(isPast ? std::optional(shown->iteration) : std::nullopt);
}

void RunTravel::tellContinued(std::int64_t iteration)
{
    m_page->controls().setSettings(m_session.current().settings());
    m_banner.inform(tr("This is a new run, which goes on from iteration %1. Undo (Ctrl+Z) brings the other "
                       "one back.")
                        .arg(groupedText(iteration)));
}

void RunTravel::togglePin()
{
    TimelineBar& bar = m_page->timeline();
    m_travel.togglePin(bar.iteration().value_or(bar.now()));
    bar.setNow(bar.now());
}

void RunTravel::compare()
{
    const CompareButton& chosen = m_page->timeline().comparison();
    if (!chosen.before() || !chosen.after())
        return;
    if (!m_comparison) {
        m_comparison = new MomentComparison(&m_window);
        connect(m_comparison, &MomentComparison::exportRequested, this, [this] { m_export(m_compared); });
    }
    try {
        m_compared = {chosen.before(), chosen.after()};
        m_comparison->compare(*m_compared.first, *m_compared.second);
        m_comparison->show();
        m_comparison->activateWindow();
    } catch (const Error& error) {
        m_banner.tell(error.text());
    }
}

} // namespace gan
