#include "ui/pages/plot_sheet.h"

#include "core/experiment.h"
#include "ui/pages/pages.h"
#include "ui/pages/plot_request.h"
#include "ui/pages/plot_row.h"
#include "ui/pages/plot_rows.h"
#include "ui/plots/flow/flow_plot.h"
#include "ui/plots/history/history_plot.h"
#include "ui/plots/history/history_plots.h"
#include "ui/plots/history/history_strip.h"
#include "ui/plots/large_plot.h"
#include "ui/plots/network/network_plot.h"
#include "ui/plots/network/network_plots.h"
#include "ui/plots/plane/plane_plot.h"
#include "ui/plots/snapshot/grid_plot.h"
#include "ui/plots/snapshot/pictures_plot.h"
#include "ui/plots/snapshot/snapshot_plot.h"
#include "ui/text/text.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace gan {

namespace {

auto* made(const SnapshotSpec& spec, const Theme& theme)
{
    return new SnapshotPlot(spec, theme);
}

auto* made(const HistorySpec& spec, const Theme& theme)
{
    return new HistoryPlot(spec, theme);
}

auto* made(const StripSpec& spec, const Theme& theme)
{
    return new HistoryStrip(spec, theme);
}

auto* made(const GridSpec& spec, const Theme& theme)
{
    return new GridPlot(spec, theme);
}

auto* made(const PicturesSpec& spec, const Theme& theme)
{
    return new PicturesPlot(spec, theme);
}

auto* made(const PlaneSpec& spec, const Theme& theme)
{
    return new PlanePlot(spec, theme);
}

auto* made(const NetworkSpec& spec, const Theme& theme)
{
    return new NetworkPlot(spec, theme);
}

auto* made(const FlowSpec& spec, const Theme& theme)
{
    return new FlowPlot(spec, theme);
}

} // namespace

PlotSheet::PlotSheet(const Experiment& experiment, const Theme& theme, QWidget* parent)
    : PlotSheet(pageFor(experiment), QLatin1String(experiment.id), theme, parent)
{
    m_request = new PlotRequest(experiment, this);
    for (SnapshotView* plot : m_pictures)
        m_request->add(*plot);
}

PlotSheet::PlotSheet(const PageSpec& page, const QString& name, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_histories(new HistoryPlots(this))
    , m_networks(new NetworkPlots(this))
    , m_places(new QStackedWidget)
    , m_rows(new PlotRows(name + QStringLiteral("-rows")))
{
    m_places->addWidget(m_rows);
    m_large = new LargePlot(m_places);
    for (const RowSpec& row : page.rows)
        addRow(row, QStringLiteral("%1-row%2").arg(name).arg(m_rows->all().size() + 1), theme);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins({});
    box->addWidget(m_places);
    connect(m_large, &LargePlot::restored, m_rows, &PlotRows::place);
    m_rows->placePanes();
}

void PlotSheet::addRow(const RowSpec& spec, const QString& name, const Theme& theme)
{
    auto* row = new PlotRow(name);
    for (const TabSpec& tab : spec.tabs) {
        std::vector<PlotView*> plots;
        for (const PlotSpec& plot : tab.plots)
            plots.push_back(std::visit([&](const auto& kind) { return add(made(kind, theme)); }, plot));
        row->addTab(translated(tab.title), plots, tab.widths);
    }
    m_rows->add(row, spec.height);
}

PlotView* PlotSheet::add(PicturesPlot* plot)
{
    connect(plot, &PicturesPlot::pictureClicked, this,
            [this, plot](int index, bool second) { Q_EMIT pictureClicked(plot, index, second); });
    return add(static_cast<SnapshotView*>(plot));
}

PlotView* PlotSheet::add(HistoryPlot* plot)
{
    m_histories->add(plot);
    return connected(plot);
}

PlotView* PlotSheet::add(HistoryStrip* strip)
{
    m_histories->add(strip);
    return connected(strip);
}

PlotView* PlotSheet::add(SnapshotView* plot)
{
    plot->setNotice(plot->hint());
    if (auto* network = qobject_cast<NetworkPlot*>(plot))
        m_networks->add(network);
    m_pictures.push_back(plot);
    for (SnapshotView* other : m_pictures) { // what is pointed at in one of them is lit up in all
        connect(plot, &SnapshotView::partPointed, other, &SnapshotView::lightUp);
        connect(other, &SnapshotView::partPointed, plot, &SnapshotView::lightUp, Qt::UniqueConnection);
    }
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

void PlotSheet::setTheme(const Theme& theme)
{
    for (PlotView* plot : m_plots)
        plot->setTheme(theme);
    m_rows->regroup();
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
    m_histories->clear();
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
            m_rows->reveal(plot);
}

} // namespace gan
