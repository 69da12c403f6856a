#include "ui/plot_sheet.h"

#include "core/experiment.h"
#include "ui/pages/pages.h"
#include "ui/panes.h"
#include "ui/plot_row.h"
#include "ui/plots/grid_plot.h"
#include "ui/plots/history_plot.h"
#include "ui/plots/pictures_plot.h"
#include "ui/plots/snapshot_plot.h"
#include "ui/text.h"

#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace gan {

PlotSheet::PlotSheet(const Experiment& experiment, const Theme& theme, QWidget* parent)
    : PlotSheet(pageFor(experiment), QLatin1String(experiment.id), theme, parent)
{
}

PlotSheet::PlotSheet(const PageSpec& page, const QString& name, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_pane(new QSplitter(Qt::Vertical))
{
    makePane(m_pane, name + QStringLiteral("-rows"));
    for (const RowSpec& row : page.rows)
        addRow(row, QStringLiteral("%1-row%2").arg(name).arg(m_rows.size() + 1), theme);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins({});
    box->addWidget(m_pane);
    shareReadout();
    placePanes();
}

void PlotSheet::addRow(const RowSpec& spec, const QString& name, const Theme& theme)
{
    auto* row = new PlotRow(name);
    for (const TabSpec& tab : spec.tabs) {
        std::vector<PlotView*> plots;
        for (const PlotSpec& plot : tab.plots)
            plots.push_back(std::visit([&](const auto& kind) { return add(kind, theme); }, plot));
        row->addTab(translated(tab.title), plots, tab.even);
    }
    m_pane->addWidget(row);
    m_pane->setStretchFactor(m_pane->count() - 1, spec.height);
    m_rows.push_back(row);
    m_heights.append(1000 * spec.height);
}

PlotView* PlotSheet::add(const SnapshotSpec& spec, const Theme& theme)
{
    auto* plot = new SnapshotPlot(spec, theme);
    return add(plot);
}

PlotView* PlotSheet::add(const GridSpec& spec, const Theme& theme)
{
    return add(new GridPlot(spec, theme));
}

PlotView* PlotSheet::add(const PicturesSpec& spec, const Theme& theme)
{
    auto* plot = new PicturesPlot(spec, theme);
    connect(plot, &PicturesPlot::pictureClicked, this,
            [this, plot](int index, bool second) { Q_EMIT pictureClicked(plot, index, second); });
    return add(plot);
}

PlotView* PlotSheet::add(const HistorySpec& spec, const Theme& theme)
{
    auto* plot = new HistoryPlot(spec, theme);
    m_histories.push_back(plot);
    return connected(plot);
}

PlotView* PlotSheet::add(SnapshotView* plot)
{
    connect(plot, &SnapshotView::drawRequested, this, &PlotSheet::drawRequested);
    plot->setNotice(plot->hint());
    m_pictures.push_back(plot);
    return connected(plot);
}

PlotView* PlotSheet::connected(PlotView* plot)
{
    connect(plot, &PlotView::exportRequested, this, [this, plot] { Q_EMIT exportRequested(plot); });
    connect(plot, &PlotView::copyRequested, this, [this, plot] { Q_EMIT copyRequested(plot); });
    m_plots.push_back(plot);
    return plot;
}

/// All curves over iterations are read at one iteration.
void PlotSheet::shareReadout()
{
    for (HistoryPlot* plot : m_histories)
        connect(plot, &PlotView::readoutMoved, this, [this, plot](std::optional<double> iteration) {
            for (HistoryPlot* other : m_histories)
                if (other != plot)
                    other->showReadout(iteration);
        });
}

void PlotSheet::placePanes()
{
    setMoved(*m_pane, false);
    for (PlotRow* row : m_rows)
        row->forgetPanes();
    m_pane->setSizes(m_heights);
    alignRows();
}

/// The edges of all rows meet: where another row has more plots, the first one is wider. A hand that moved
/// them knows better.
void PlotSheet::alignRows()
{
    int cells = 1;
    for (const PlotRow* row : m_rows)
        cells = std::max(cells, row->cells());
    for (PlotRow* row : m_rows)
        row->align(cells, contentsRect().width());
}

void PlotSheet::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    alignRows();
}

void PlotSheet::setTheme(const Theme& theme)
{
    for (PlotView* plot : m_plots)
        plot->setTheme(theme);
}

void PlotSheet::setSettings(const Settings& settings)
{
    for (SnapshotView* plot : m_pictures)
        plot->setSettings(settings);
    for (HistoryPlot* plot : m_histories)
        plot->setSettings(settings);
}

void PlotSheet::append(const MetricRows& rows)
{
    for (HistoryPlot* plot : m_histories)
        plot->append(rows);
}

void PlotSheet::mark(const Event& event)
{
    for (HistoryPlot* plot : m_histories)
        plot->mark(event);
}

void PlotSheet::setSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    for (SnapshotView* plot : m_pictures)
        plot->setSnapshot(snapshot);
}

void PlotSheet::draw()
{
    for (PlotView* plot : m_plots)
        plot->draw();
}

void PlotSheet::clear()
{
    for (SnapshotView* plot : m_pictures) {
        plot->setSnapshot(nullptr);
        plot->showAll();
    }
    for (HistoryPlot* plot : m_histories)
        plot->clear();
}

void PlotSheet::setSmoothing(double weight)
{
    for (HistoryPlot* plot : m_histories)
        plot->setSmoothing(weight);
}

void PlotSheet::showAll()
{
    for (PlotView* plot : m_plots)
        plot->showAll();
}

void PlotSheet::followNewest()
{
    for (HistoryPlot* plot : m_histories)
        plot->followNewest();
}

void PlotSheet::showReadout(std::optional<double> iteration)
{
    for (HistoryPlot* plot : m_histories)
        plot->showReadout(iteration);
}

void PlotSheet::keepGhost(std::uint64_t runId, int number)
{
    for (HistoryPlot* plot : m_histories)
        plot->keepGhost(runId, number);
}

void PlotSheet::removeGhost(std::uint64_t runId)
{
    for (HistoryPlot* plot : m_histories)
        plot->removeGhost(runId);
}

void PlotSheet::setGhostVisible(std::uint64_t runId, bool visible)
{
    for (HistoryPlot* plot : m_histories)
        plot->setGhostVisible(runId, visible);
}

void PlotSheet::setNotice(const QString& notice)
{
    for (SnapshotView* plot : m_pictures)
        plot->setNotice(notice.isEmpty() ? plot->hint() : notice);
}

void PlotSheet::reveal(const QString& id)
{
    for (PlotView* plot : m_plots)
        if (plot->id() == id)
            for (PlotRow* row : m_rows)
                row->reveal(plot);
}

} // namespace gan
