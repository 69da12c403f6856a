#include "ui/plot_sheet.h"

#include "core/session/whole_file.h"
#include "ui/pages/pages.h"
#include "ui/plot_export.h"
#include "ui/plots/history_plot.h"
#include "ui/plots/snapshot_plot.h"

#include <QDir>
#include <QSplitter>
#include <QVBoxLayout>

namespace gan {

namespace {

constexpr int kPicturesHeight = 3, kHistoriesHeight = 2; ///< parts of the whole

/// The first plot of the upper row is twice as wide as the others; with one plot more below, all edges meet.
QSplitter* rowOf(const std::vector<PlotView*>& plots, int firstWidth)
{
    auto* row = new QSplitter(Qt::Horizontal);
    row->setChildrenCollapsible(false);
    for (PlotView* plot : plots)
        row->addWidget(plot);
    QList<int> widths(row->count(), 1000);
    if (!widths.isEmpty())
        widths.first() *= firstWidth;
    row->setSizes(widths);
    for (int i = 0; i < row->count(); ++i)
        row->setStretchFactor(i, i == 0 ? firstWidth : 1);
    return row;
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
    layOut();
}

void PlotSheet::layOut()
{
    auto* rows = new QSplitter(Qt::Vertical);
    rows->setChildrenCollapsible(false);
    rows->addWidget(rowOf({m_pictures.begin(), m_pictures.end()}, 2));
    rows->addWidget(rowOf({m_histories.begin(), m_histories.end()}, 1));
    rows->setStretchFactor(0, kPicturesHeight);
    rows->setStretchFactor(1, kHistoriesHeight);
    rows->setSizes({1000 * kPicturesHeight, 1000 * kHistoriesHeight});
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins({});
    box->addWidget(rows);
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

void PlotSheet::setNotice(const QString& notice)
{
    for (PlotView* plot : m_plots)
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
