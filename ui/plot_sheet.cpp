#include "ui/plot_sheet.h"

#include "core/session/whole_file.h"
#include "ui/pages/pages.h"
#include "ui/plot_export.h"
#include "ui/plots/history_plot.h"
#include "ui/plots/snapshot_plot.h"

#include <QDir>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace gan {

namespace {

constexpr int kPicturesHeight = 3, kHistoriesHeight = 2; ///< parts of the whole

QSplitter* rowOf(const std::vector<PlotView*>& plots)
{
    auto* row = new QSplitter(Qt::Horizontal);
    row->setChildrenCollapsible(false);
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
{
    const PageSpec& page = pageFor(experiment);
    for (const SnapshotSpec& spec : page.pictures)
        m_pictures.push_back(new SnapshotPlot(spec, theme, this));
    for (const HistorySpec& spec : page.histories)
        m_histories.push_back(new HistoryPlot(spec, theme, this));
    m_plots.assign(m_pictures.begin(), m_pictures.end());
    m_plots.insert(m_plots.end(), m_histories.begin(), m_histories.end());
    for (PlotView* plot : m_plots)
        connect(plot, &PlotView::exportRequested, this, [this, plot] { Q_EMIT exportRequested(plot); });
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
    m_rows[0] = rowOf({m_pictures.begin(), m_pictures.end()});
    m_rows[1] = rowOf({m_histories.begin(), m_histories.end()});
    auto* rows = new QSplitter(Qt::Vertical);
    rows->setChildrenCollapsible(false);
    for (QSplitter* row : m_rows) {
        rows->addWidget(row);
        connect(row, &QSplitter::splitterMoved, this, [this] { m_movedByHand = true; });
    }
    rows->setStretchFactor(0, kPicturesHeight);
    rows->setStretchFactor(1, kHistoriesHeight);
    rows->setSizes({1000 * kPicturesHeight, 1000 * kHistoriesHeight});
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins({});
    box->addWidget(rows);
}

/// The edges of both rows meet: where the lower row has more plots, the first one above is wider. A hand that
/// moved them knows better.
void PlotSheet::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_movedByHand || m_pictures.empty() || m_histories.empty())
        return;
    const int cells = static_cast<int>(std::max(m_pictures.size(), m_histories.size()));
    for (QSplitter* row : m_rows)
        setWidths(*row, cells, contentsRect().width());
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

void PlotSheet::exportAll(const QString& folder, const Run& run)
{
    makeWritableFolder(folder);
    for (PlotView* plot : m_plots)
        writePicture(QDir(folder).filePath(plot->id() + QStringLiteral(".png")), plot->toImage(),
                     pictureNotes(run));
}

} // namespace gan
