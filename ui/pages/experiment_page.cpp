#include "ui/pages/experiment_page.h"

#include "core/epochs.h"
#include "core/experiment.h"
#include "ui/editors/control_panel.h"
#include "ui/pages/log_tab.h"
#include "ui/pages/page_moments.h"
#include "ui/pages/pages.h"
#include "ui/pages/plot_request.h"
#include "ui/pages/plot_sheet.h"
#include "ui/pages/thumbnails.h"
#include "ui/panels/comparison_panel.h"
#include "ui/panels/log_panel.h"
#include "ui/panels/pause_panel.h"
#include "ui/panels/readout_panel.h"
#include "ui/panels/stage_panel.h"
#include "ui/plots/history/history_plots.h"
#include "ui/plots/network/network_plots.h"
#include "ui/style/theme_size.h"
#include "ui/timeline/timeline_bar.h"
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

/// A generated picture is looked at closely, or becomes the second one on the way from the first.
void choose(PlotSheet& plots, const PlotView& clicked, int index, bool second)
{
    const View& view = plots.request().view();
    if (clicked.id() != QLatin1String("generated") || !view.has("face"))
        return;
    if (view.integer("face") < 0)
        second = false; // a second one needs a first
    plots.request().choose(second ? QStringLiteral("face_to") : QStringLiteral("face"), std::int64_t{index});
    plots.reveal(second ? QStringLiteral("between") : QStringLiteral("chosen"));
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
    drawThumbnails(theme);
    m_timeline = new TimelineBar(m_record);
    m_moments = new PageMoments(*m_timeline, *m_plots, *m_numbers, this);
    if (countsEpochs(settings.experiment())) {
        m_stages = new StagePanel(settings);
        m_stages->begin(m_record->plan());
        m_controls->addFirstGroup(tr("Stages"), m_stages);
        connect(m_stages, &StagePanel::stepsRequested, this, &ExperimentPage::stepsRequested);
        connect(m_moments, &PageMoments::goesOn, m_stages, &StagePanel::setSnapshot);
    }
    if (settings.experiment().logLine)
        m_log = new LogTab(settings.experiment().logLine, *m_plots, this);
    layOut();
    connect(m_plots, &PlotSheet::pictureClicked, this,
            [this](const PlotView* plot, int index, bool second) { choose(*m_plots, *plot, index, second); });
    connect(m_timeline, &TimelineBar::moved, this,
            [this] { m_plots->networks().setPast(m_timeline->iteration().has_value()); });
    connect(m_comparison, &ComparisonPanel::removed, &m_plots->histories(), &HistoryPlots::removeGhost);
    connect(m_comparison, &ComparisonPanel::visibilityChanged, &m_plots->histories(),
            &HistoryPlots::setGhostVisible);
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

void ExperimentPage::showPanels(bool controls, bool numbers)
{
    m_controls->setVisible(controls);
    m_column->setVisible(numbers);
    placeMargins();
}

const View& ExperimentPage::view() const
{
    return m_plots->request().view();
}

/// The run on screen becomes an earlier one.
void ExperimentPage::keepGhost()
{
    const Run run = m_record->run();
    if (run.iterations < kShortestGhost)
        return;
    if (const int number = m_comparison->keep(m_record->id(), run))
        m_plots->histories().keepGhost(m_record->id(), number);
}

void ExperimentPage::begin(std::shared_ptr<const RunRecord> record, const Settings& settings)
{
    if (record->id() != m_record->id())
        keepGhost();
    m_record = std::move(record);
    m_comparison->remove(m_record->id());
    m_comparison->setPresent(m_record->plan());
    m_plots->clear();
    m_plots->histories().setSettings(settings);
    m_plots->histories().showReadout(std::nullopt);
    m_moments->begin(m_record);
    m_plots->networks().setPast(false);
    if (m_log)
        m_log->panel().begin(m_record);
    if (m_stages)
        m_stages->begin(m_record->plan());
}

void ExperimentPage::append(const MetricRows& rows)
{
    m_plots->histories().append(rows);
    m_moments->append(rows);
    if (m_log)
        m_log->panel().append(rows);
}

void ExperimentPage::setRunning(bool running)
{
    m_plots->networks().setRunning(running);
    if (m_log)
        m_log->panel().setRunning(running);
    if (m_stages)
        m_stages->setRunning(running);
}

void ExperimentPage::mark(const std::vector<Event>& events)
{
    for (const Event& event : events)
        m_plots->histories().mark(event);
}

void ExperimentPage::followSettings(const Settings& settings)
{
    m_controls->followSettings(settings);
    if (m_stages)
        m_stages->setSettings(settings);
    m_plots->histories().setSettings(settings);
}

void ExperimentPage::drawThumbnails(const Theme& theme)
{
    for (const ThumbnailSpec& spec : pageFor(m_record->plan().settings.experiment()).thumbnails)
        showThumbnails(*m_controls, spec, theme);
}

void ExperimentPage::setTheme(const Theme& theme)
{
    drawThumbnails(theme);
    m_plots->setTheme(theme);
    m_comparison->setTheme(theme);
}

} // namespace gan
