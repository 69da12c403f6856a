#include "ui/plot_sheet.h"

#include "core/experiment.h"
#include "ui/pages/pages.h"
#include "ui/panes.h"
#include "ui/plots/history_plot.h"
#include "ui/plots/snapshot_plot.h"

#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace gan {

namespace {

constexpr int kPicturesHeight = 3, kHistoriesHeight = 2; ///< parts of the whole

QSplitter* rowOf(const std::vector<PlotView*>& plots, const QString& name)
{
    auto* row = new QSplitter(Qt::Horizontal);
    makePane(row, name);
    for (PlotView* plot : plots)
        row->addWidget(plot);
    return row;
}

/// In a row of `cells` equal columns the first plot takes those that the others leave, and the gaps between
/// them.
void setWidths(QSplitter& row, int cells, int width)
{
    const int gap = row.handleWidth();
    const int cell = (width - (cells - 1) * gap) / cells;
    const int extra = cells - row.count();
    QList<int> widths(row.count(), cell);
    widths.first() = cell * (1 + extra) + gap * extra;
    row.setSizes(widths);
}

} // namespace

PlotSheet::PlotSheet(const Experiment& experiment, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_name(QLatin1String(experiment.id))
{
    const PageSpec& page = pageFor(experiment);
    for (const SnapshotSpec& spec : page.pictures)
        m_pictures.push_back(new SnapshotPlot(spec, theme, this));
    for (const HistorySpec& spec : page.histories)
        m_histories.push_back(new HistoryPlot(spec, theme, this));
    m_plots.assign(m_pictures.begin(), m_pictures.end());
    m_plots.insert(m_plots.end(), m_histories.begin(), m_histories.end());
    for (PlotView* plot : m_plots) {
        connect(plot, &PlotView::exportRequested, this, [this, plot] { Q_EMIT exportRequested(plot); });
        connect(plot, &PlotView::copyRequested, this, [this, plot] { Q_EMIT copyRequested(plot); });
    }
    shareReadout();
    layOut();
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

void PlotSheet::layOut()
{
    m_rows[0] = rowOf({m_pictures.begin(), m_pictures.end()}, m_name + QStringLiteral("-pictures"));
    m_rows[1] = rowOf({m_histories.begin(), m_histories.end()}, m_name + QStringLiteral("-curves"));
    m_both = new QSplitter(Qt::Vertical);
    makePane(m_both, m_name + QStringLiteral("-rows"));
    for (QSplitter* row : m_rows)
        m_both->addWidget(row);
    m_both->setStretchFactor(0, kPicturesHeight);
    m_both->setStretchFactor(1, kHistoriesHeight);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins({});
    box->addWidget(m_both);
    placePanes();
}

void PlotSheet::placePanes()
{
    for (QSplitter* pane : {m_both, m_rows[0], m_rows[1]})
        setMoved(*pane, false);
    m_both->setSizes({1000 * kPicturesHeight, 1000 * kHistoriesHeight});
    alignRows();
}

/// The edges of both rows meet: where the lower row has more plots, the first one above is wider. A hand that
/// moved them knows better.
void PlotSheet::alignRows()
{
    if (m_pictures.empty() || m_histories.empty() || wasMoved(*m_rows[0]) || wasMoved(*m_rows[1]))
        return;
    const int cells = static_cast<int>(std::max(m_pictures.size(), m_histories.size()));
    for (QSplitter* row : m_rows)
        setWidths(*row, cells, contentsRect().width());
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
    for (SnapshotPlot* plot : m_pictures)
        plot->setSnapshot(snapshot);
}

void PlotSheet::clear()
{
    for (SnapshotPlot* plot : m_pictures) {
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
    for (SnapshotPlot* plot : m_pictures)
        plot->setNotice(notice);
}

} // namespace gan
