#include "ui/pages/experiment_page.h"

#include "core/epochs.h"
#include "core/experiment.h"
#include "ui/editors/control_panel.h"
#include "ui/pages/pages.h"
#include "ui/pages/plot_request.h"
#include "ui/pages/plot_row.h"
#include "ui/pages/plot_sheet.h"
#include "ui/panels/comparison_panel.h"
#include "ui/panels/log_panel.h"
#include "ui/panels/pause_panel.h"
#include "ui/panels/readout_panel.h"
#include "ui/panels/stage_panel.h"
#include "ui/panels/timeline_bar.h"
#include "ui/plots/large_plot.h"
#include "ui/style/theme_size.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/scroll_column.h"

#include <QLayout>
#include <QVBoxLayout>

#include <utility>

namespace gan {

namespace {

constexpr int kControlsWidth = 240, kNumbersWidth = 216;
constexpr int kMargin = 8;
constexpr std::int64_t kShortestGhost = 2; ///< iterations: a line needs two points

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
    m_speed = page.usualSpeed;
    m_controls->addGroup(tr("Pause when"), m_pause);
    m_timeline = new TimelineBar(m_record);
    if (countsEpochs(settings.experiment()))
        addStages();
    if (settings.experiment().logLine)
        addLog();
    layOut();
    connectParts();
}

void ExperimentPage::addStages()
{
    m_stages = new StagePanel(m_record->plan().settings);
    m_stages->begin(m_record->plan());
    m_controls->addFirstGroup(tr("Stages"), m_stages);
    connect(m_stages, &StagePanel::stepsRequested, this, &ExperimentPage::stepsRequested);
}

/// In the lowest row, after its plots.
void ExperimentPage::addLog()
{
    m_log = new LogPanel(m_record->plan().settings.experiment().logLine);
    m_logTab = m_plots->rows().back()->addPanel(tr("Log"), m_log);
    connect(m_log, &LogPanel::saved, this, &ExperimentPage::logSaved);
    connect(m_log, &LogPanel::refused, this, &ExperimentPage::logRefused);
}

void ExperimentPage::toggleLog()
{
    if (!m_log)
        return;
    m_plots->large().restore();
    PlotRow* row = m_plots->rows().back();
    const bool isShown = row->currentTab() == m_logTab;
    if (!isShown)
        m_tabBeforeLog = row->currentTab();
    row->showTab(isShown ? m_tabBeforeLog : m_logTab);
}

void ExperimentPage::layOut()
{
    makePane(this, QLatin1String(m_record->plan().settings.experiment().id));
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
    placeMargins();
}

void ExperimentPage::placePanes(int width)
{
    setMoved(*this, false);
    const int controls = scaled(kControlsWidth), numbers = scaled(kNumbersWidth);
    setSizes({controls, width - controls - numbers, numbers});
}

/// The handles between the panes are the margins, where there is a pane.
void ExperimentPage::placeMargins()
{
    const int left = m_controls->isHidden() ? kMargin : 0, right = m_column->isHidden() ? kMargin : 0;
    m_plots->layout()->setContentsMargins(left, kMargin, right, kMargin);
}

void ExperimentPage::showControls(bool shown)
{
    m_controls->setVisible(shown);
    placeMargins();
}

void ExperimentPage::showNumbers(bool shown)
{
    m_column->setVisible(shown);
    placeMargins();
}

void ExperimentPage::connectParts()
{
    connect(m_controls, &ControlPanel::liveChanged, this, &ExperimentPage::liveChanged);
    connect(m_controls, &ControlPanel::resetRequested, this, &ExperimentPage::resetRequested);
    connect(m_controls, &ControlPanel::presetChosen, this, &ExperimentPage::presetChosen);
    connect(m_pause, &PausePanel::changed, this, &ExperimentPage::pauseConditionsChanged);
    connect(m_plots, &PlotSheet::exportRequested, this, &ExperimentPage::exportRequested);
    connect(&m_plots->request(), &PlotRequest::changed, this, &ExperimentPage::viewChanged);
    connect(m_plots, &PlotSheet::copyRequested, this, &ExperimentPage::copyRequested);
    connect(m_plots, &PlotSheet::animationRequested, this, &ExperimentPage::animationRequested);
    connect(m_plots, &PlotSheet::pictureClicked, this, &ExperimentPage::choosePicture);
    connect(m_timeline, &TimelineBar::moved, this, &ExperimentPage::showMoment);
    connect(m_comparison, &ComparisonPanel::removed, m_plots, &PlotSheet::removeGhost);
    connect(m_comparison, &ComparisonPanel::visibilityChanged, m_plots, &PlotSheet::setGhostVisible);
}

const View& ExperimentPage::view() const
{
    return m_plots->request().view();
}

void ExperimentPage::setPlannedPauses(const std::vector<PauseCondition>& conditions)
{
    m_pause->setPlanned(conditions);
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
    showNotice();
    if (m_log)
        m_log->begin(m_record);
    if (m_stages)
        m_stages->begin(m_record->plan());
}

void ExperimentPage::forgetEarlier(std::uint64_t runId)
{
    m_comparison->remove(runId);
}

void ExperimentPage::append(const MetricRows& rows)
{
    m_plots->append(rows);
    if (!m_timeline->iteration())
        m_numbers->append(rows);
    if (m_log)
        m_log->append(rows);
}

void ExperimentPage::setRunning(bool running)
{
    if (m_log)
        m_log->setRunning(running);
    if (m_stages)
        m_stages->setRunning(running);
}

void ExperimentPage::mark(const std::vector<Event>& events)
{
    for (const Event& event : events)
        m_plots->mark(event);
}

void ExperimentPage::setSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    m_newest = std::move(snapshot);
    if (m_stages)
        m_stages->setSnapshot(*m_newest);
    m_timeline->setNow(m_newest->iteration);
    if (m_timeline->iteration())
        return; // a moment of the past is shown, and the run goes on
    m_shown = m_newest;
    m_numbers->setSnapshot(m_shown);
    m_plots->setSnapshot(m_shown);
}

void ExperimentPage::followSettings(const Settings& settings)
{
    m_controls->followSettings(settings);
    if (m_stages)
        m_stages->setSettings(settings);
    m_plots->setSettings(settings);
}

void ExperimentPage::setTheme(const Theme& theme)
{
    m_plots->setTheme(theme);
    m_comparison->setTheme(theme);
}

} // namespace gan
