#include "ui/pages/plot_sheet.h"

#include "core/experiment.h"
#include "ui/pages/pages.h"
#include "ui/pages/plot_request.h"
#include "ui/pages/plot_row.h"
#include "ui/plots/history/history_plot.h"
#include "ui/plots/large_plot.h"
#include "ui/plots/plot_reading.h"
#include "ui/plots/snapshot/grid_plot.h"
#include "ui/plots/snapshot/pictures_plot.h"
#include "ui/plots/snapshot/snapshot_plot.h"
#include "ui/style/theme_size.h"
#include "ui/text/text.h"
#include "ui/widgets/panes.h"

#include <QEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace gan {

namespace {

constexpr int kCurvesHeight = 290; ///< of a row, tabs included, from which on curves are easy to read

}

PlotSheet::PlotSheet(const Experiment& experiment, const Theme& theme, QWidget* parent)
    : PlotSheet(pageFor(experiment), QLatin1String(experiment.id), theme, parent)
{
    m_request = new PlotRequest(experiment, this);
    for (SnapshotView* plot : m_pictures)
        m_request->add(*plot);
}

PlotSheet::PlotSheet(const PageSpec& page, const QString& name, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_places(new QStackedWidget)
    , m_pane(new QSplitter(Qt::Vertical))
{
    m_pane->installEventFilter(this);
    m_places->addWidget(m_pane);
    m_large = new LargePlot(m_places);
    makePane(m_pane, name + QStringLiteral("-rows"));
    for (const RowSpec& row : page.rows)
        addRow(row, QStringLiteral("%1-row%2").arg(name).arg(m_rows.size() + 1), theme);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins({});
    box->addWidget(m_places);
    connect(m_large, &LargePlot::restored, this, &PlotSheet::placeRows);
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
        row->addTab(translated(tab.title), plots, tab.widths);
    }
    connect(row, &PlotRow::regrouped, this, &PlotSheet::alignRows);
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
    plot->setNotice(plot->hint());
    m_pictures.push_back(plot);
    return connected(plot);
}

PlotView* PlotSheet::connected(PlotView* plot)
{
    connect(plot, &PlotView::exportRequested, this, [this, plot] { Q_EMIT exportRequested(plot); });
    connect(plot, &PlotView::copyRequested, this, [this, plot] { Q_EMIT copyRequested(plot); });
    connect(plot, &PlotView::animationRequested, this, [this, plot] { Q_EMIT animationRequested(plot); });
    m_plots.push_back(plot);
    m_large->watch(plot);
    return plot;
}

/// All curves over iterations are read at one iteration.
void PlotSheet::shareReadout()
{
    for (HistoryPlot* plot : m_histories)
        connect(&plot->reading(), &PlotReading::moved, this, [this, plot](std::optional<double> iteration) {
            for (HistoryPlot* other : m_histories)
                if (other != plot)
                    other->reading().showAt(iteration);
        });
}

void PlotSheet::placePanes()
{
    setMoved(*m_pane, false);
    for (PlotRow* row : m_rows)
        row->forgetPanes();
    m_pane->setSizes(m_heights);
    placeRows();
}

/// Rows have their shares of the height, but the lowest, with the curves, is high enough to be read as long
/// as it has no more than half. A hand that moved them knows better.
void PlotSheet::placeRows()
{
    alignRows();
    const int all = m_pane->height() - (int(m_heights.size()) - 1) * m_pane->handleWidth();
    if (wasMoved(*m_pane) || all <= 0 || m_heights.isEmpty())
        return;
    const int shares = std::accumulate(m_heights.begin(), m_heights.end(), 0);
    QList<int> heights;
    for (const int share : m_heights)
        heights.append(all * share / shares);
    const int enough = std::min(all / int(m_heights.size()), scaled(kCurvesHeight));
    const int more = std::max(0, enough - heights.last());
    heights.last() += more;
    heights.first() -= more;
    m_pane->setSizes(heights);
}

/// The edges of all rows meet: where another row has more plots, the first one is wider. A hand that moved
/// them knows better.
void PlotSheet::alignRows()
{
    int cells = 1;
    for (const PlotRow* row : m_rows)
        cells = std::max(cells, row->cells());
    for (PlotRow* row : m_rows)
        row->align(cells);
}

/// The rows have another size.
bool PlotSheet::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_pane && event->type() == QEvent::Resize)
        placeRows();
    return QWidget::eventFilter(watched, event);
}

void PlotSheet::setTheme(const Theme& theme)
{
    for (PlotView* plot : m_plots)
        plot->setTheme(theme);
    for (PlotRow* row : m_rows)
        if (row->isVisible())
            row->regroup();
    placeRows();
}

void PlotSheet::setSettings(const Settings& settings)
{
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
        plot->reading().showAt(iteration);
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
    m_large->restore();
    for (PlotView* plot : m_plots)
        if (plot->id() == id)
            for (PlotRow* row : m_rows)
                row->reveal(plot);
}

} // namespace gan
