#include "ui/experiment_page.h"

#include "core/experiment.h"
#include "ui/comparison_panel.h"
#include "ui/control_panel.h"
#include "ui/pages/pages.h"
#include "ui/panes.h"
#include "ui/pause_panel.h"
#include "ui/plot_sheet.h"
#include "ui/readout_panel.h"
#include "ui/scroll_column.h"
#include "ui/theme_size.h"
#include "ui/timeline_bar.h"

#include <QLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace gan {

namespace {

constexpr int kControlsWidth = 240, kNumbersWidth = 216;
constexpr int kMargin = 8;
constexpr std::int64_t kRowsWithEveryValue = 1000; ///< also of what only the measurement grid has
constexpr std::int64_t kShortestGhost = 2;         ///< iterations: a line needs two points

/// Numbers and earlier runs; what does not fit scrolls.
ScrollColumn* columnOf(std::initializer_list<QWidget*> parts)
{
    auto* content = new QWidget;
    auto* box = new QVBoxLayout(content);
    box->setContentsMargins({});
    box->setSpacing(0);
    for (QWidget* part : parts)
        box->addWidget(part);
    box->addStretch();
    return new ScrollColumn(content);
}

/// The real pictures are those of now as of then, so a timeline keeps none.
std::shared_ptr<const Snapshot> withRealPictures(const Snapshot& moment, const Snapshot* newest)
{
    auto both = std::make_shared<Snapshot>(moment);
    if (const Pictures* real = newest ? newest->picturesNamed("real") : nullptr)
        both->pictures.push_back(*real);
    return both;
}

} // namespace

ExperimentPage::ExperimentPage(std::shared_ptr<const RunRecord> record, const Theme& theme, QWidget* parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_record(std::move(record))
{
    const Settings& settings = m_record->plan().settings;
    const PageSpec& page = pageFor(settings.experiment());
    m_controls = new ControlPanel(settings);
    m_plots = new PlotSheet(settings.experiment(), theme);
    m_numbers = new ReadoutPanel(page.numbers);
    m_comparison = new ComparisonPanel(theme, m_record->plan());
    m_pause = new PausePanel(page.numbers);
    m_controls->addGroup(tr("Pause when"), m_pause);
    m_timeline = new TimelineBar;
    layOut();
    connectParts();
}

void ExperimentPage::layOut()
{
    makePane(this, QLatin1String(m_record->plan().settings.experiment().id));
    m_plots->layout()->setContentsMargins(0, kMargin, 0, kMargin);
    auto* middle = new QWidget;
    auto* box = new QVBoxLayout(middle);
    box->setContentsMargins({});
    box->setSpacing(0);
    box->addWidget(m_plots, 1);
    box->addWidget(m_timeline);
    m_column = columnOf({m_numbers, m_comparison});
    for (QWidget* part : {static_cast<QWidget*>(m_controls), middle, static_cast<QWidget*>(m_column)})
        addWidget(part);
    setStretchFactor(1, 1);
}

void ExperimentPage::placePanes(int width)
{
    setMoved(*this, false);
    const int controls = scaled(kControlsWidth), numbers = scaled(kNumbersWidth);
    setSizes({controls, width - controls - numbers, numbers});
}

void ExperimentPage::showControls(bool shown)
{
    m_controls->setVisible(shown);
}

void ExperimentPage::showNumbers(bool shown)
{
    m_column->setVisible(shown);
}

void ExperimentPage::connectParts()
{
    connect(m_controls, &ControlPanel::liveChanged, this, &ExperimentPage::liveChanged);
    connect(m_controls, &ControlPanel::resetRequested, this, &ExperimentPage::resetRequested);
    connect(m_pause, &PausePanel::changed, this, &ExperimentPage::pauseConditionsChanged);
    connect(m_pause, &PausePanel::refused, m_controls, &ControlPanel::refuse);
    connect(m_plots, &PlotSheet::exportRequested, this, &ExperimentPage::exportRequested);
    connect(m_plots, &PlotSheet::copyRequested, this, &ExperimentPage::copyRequested);
    connect(m_timeline, &TimelineBar::momentChanged, this, &ExperimentPage::showMoment);
    connect(m_comparison, &ComparisonPanel::removed, m_plots, &PlotSheet::removeGhost);
    connect(m_comparison, &ComparisonPanel::visibilityChanged, m_plots, &PlotSheet::setGhostVisible);
}

std::vector<PauseCondition> ExperimentPage::pauseConditions() const
{
    return m_pause->conditions();
}

/// The run on screen becomes an earlier one.
void ExperimentPage::keepGhost()
{
    const Run run = m_record->run();
    if (run.iterations < kShortestGhost)
        return;
    if (const int number = m_comparison->keep(m_record->id(), run))
        m_plots->keepGhost(m_record->id(), number);
}

void ExperimentPage::begin(std::shared_ptr<const RunRecord> record, const Settings& settings)
{
    if (record->id() != m_record->id())
        keepGhost();
    m_record = std::move(record);
    m_comparison->remove(m_record->id());
    m_comparison->setPresent(m_record->plan());
    m_plots->clear();
    m_plots->setSettings(settings);
    m_plots->showReadout(std::nullopt);
    m_numbers->clear();
    m_newest = m_shown = nullptr;
    m_timeline->setRecord(m_record);
}

void ExperimentPage::append(const MetricRows& rows)
{
    m_plots->append(rows);
    if (!m_timeline->moment())
        m_numbers->append(rows);
}

void ExperimentPage::mark(const std::vector<Event>& events)
{
    for (const Event& event : events)
        m_plots->mark(event);
}

void ExperimentPage::setSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    m_newest = std::move(snapshot);
    m_timeline->refresh();
    if (m_timeline->moment())
        return; // a moment of the past is shown, and the run goes on
    m_shown = m_newest;
    m_numbers->setSnapshot(m_shown);
    m_plots->setSnapshot(m_shown);
}

/// The slider of the timeline was moved.
void ExperimentPage::showMoment()
{
    const auto moment = m_timeline->moment();
    m_shown = moment ? withRealPictures(*moment, m_newest.get()) : m_newest;
    const std::int64_t iteration = m_shown ? m_shown->iteration : 0;
    m_numbers->clear();
    showNumbersOf(iteration);
    m_numbers->setSnapshot(m_shown);
    m_plots->setSnapshot(m_shown);
    m_plots->showReadout(moment ? std::optional<double>(double(iteration)) : std::nullopt);
}

/// Of the log, so many rows that each column has had a value.
void ExperimentPage::showNumbersOf(std::int64_t iteration)
{
    const auto first = std::max<std::int64_t>(0, iteration - kRowsWithEveryValue);
    m_numbers->append(m_record->metrics().read(first, iteration - first));
}

void ExperimentPage::followSettings(const Settings& settings)
{
    m_controls->followSettings(settings);
    m_plots->setSettings(settings);
}

void ExperimentPage::setTheme(const Theme& theme)
{
    m_plots->setTheme(theme);
    m_comparison->setTheme(theme);
}

} // namespace gan
