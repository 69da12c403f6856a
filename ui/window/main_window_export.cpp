// What can be taken away from the window: pictures, numbers, and all of it.

#include "ui/export/animation_dialog.h"
#include "ui/export/export_dialog.h"
#include "ui/export/export_folder.h"
#include "ui/export/plot_export.h"
#include "ui/pages/experiment_page.h"
#include "ui/pages/plot_sheet.h"
#include "ui/panels/banner.h"
#include "ui/panels/status_line.h"
#include "ui/panels/timeline_bar.h"
#include "ui/plots/plot_view.h"
#include "ui/plots/snapshot/snapshot_view.h"
#include "ui/text/text.h"
#include "ui/window/main_window.h"
#include "ui/window/window_memory.h"

#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>

#include <algorithm>

namespace gan {

namespace {

ExportDialog::Plots namesOf(const PlotSheet& sheet)
{
    ExportDialog::Plots names;
    for (const PlotView* plot : sheet.plots())
        names.emplace_back(plot->id(), plot->title());
    return names;
}

/// Whether the plot of this id is a picture of one moment, and no curve over iterations.
bool showsMoment(const PlotSheet& sheet, const QString& id)
{
    for (const PlotView* plot : sheet.plots())
        if (plot->id() == id)
            return qobject_cast<const SnapshotView*>(plot);
    return false;
}

/// What an order would replace.
std::optional<Text> conflictOf(const ExportOrder& order, const Run& run)
{
    if (order.goesToFolder())
        return otherRunIn(order.path, run);
    if (QFileInfo::exists(order.path))
        return Text(GE_TR("The file %1 exists."), {order.path.toStdString()});
    return std::nullopt;
}

} // namespace

ExportDialog& MainWindow::exportDialog()
{
    if (!m_export) {
        ExportDialog::Source source;
        source.stem = [this] { return exportStem(shownRun()); };
        source.conflict = [this](const ExportOrder& order) { return conflictOf(order, shownRun()); };
        source.preview = [this](const ExportOrder& order, QSize room) {
            return previewOf(order, {shownExport(), m_page->plots(), *this}, room);
        };
        m_export = new ExportDialog(namesOf(m_page->plots()), m_memory.file(), source, this);
        connect(m_export, &ExportDialog::exportRequested, this, &MainWindow::exportNow);
        connect(m_export, &ExportDialog::animationRequested, this, &MainWindow::askAnimation);
    }
    return *m_export;
}

/// Another page has other plots.
void MainWindow::offerPlots()
{
    if (m_export)
        m_export->setPlots(namesOf(m_page->plots()));
}

void MainWindow::askExport(ExportOrder::What what)
{
    exportDialog().choose(what);
    exportDialog().show();
    exportDialog().activateWindow();
}

void MainWindow::askExportOf(PlotView* plot)
{
    exportDialog().choosePlot(plot->id());
    exportDialog().show();
    exportDialog().activateWindow();
}

/// Of the run that is shown; it may end meanwhile.
void MainWindow::askAnimation(const QString& plotId)
{
    const auto record = m_session.record();
    if (record->run().iterations < 1)
        return m_banner->inform(tr("This run has no past yet. Press Run first."));
    auto* dialog = new AnimationDialog({namesOf(m_page->plots()), m_session.trainerFactory(), record,
                                        record->run().iterations, m_session.settings(), m_appearance.theme(),
                                        exportStem(shownRun())},
                                       plotId, this);
    connect(dialog, &AnimationDialog::made, &m_exporter, &Exporter::write);
    dialog->show();
}

/// How far it is stands in the status line; what came of it, where the question was asked.
void MainWindow::connectExports()
{
    connect(&m_exporter, &Exporter::progressed, m_status, &StatusLine::say);
    connect(&m_exporter, &Exporter::done, this, [this](const QString& sentence) {
        m_status->say({});
        if (m_export && m_export->isVisible())
            m_export->say(sentence);
        else
            m_banner->inform(sentence);
    });
    connect(&m_exporter, &Exporter::failed, this, [this](const Text& sentence) {
        m_status->say({});
        if (m_export && m_export->isVisible())
            m_export->tell(sentence);
        else
            m_banner->tell(sentence);
    });
}

RunExport MainWindow::shownExport() const
{
    const auto snapshot = m_page->shown();
    RunExport shown{shownRun(), {m_session.record()->library(), {}}, m_session.record()};
    if (!snapshot)
        return shown;
    shown.results.readouts = snapshot->readouts;
    if (const Table* samples = snapshot->table("samples"))
        shown.samples = *samples;
    if (const Pictures* generated = snapshot->picturesNamed("generated"))
        shown.grid = shown.samplePictures = *generated;
    if (const Pictures* fresh = snapshot->picturesNamed("resampled"))
        shown.samplePictures = *fresh;
    return shown;
}

void MainWindow::exportNow(const ExportOrder& order)
{
    const bool ofMoment =
        order.what == ExportOrder::What::Window ||
        (order.what == ExportOrder::What::Plot && showsMoment(m_page->plots(), order.plotId));
    if (!ofMoment)
        m_page->timeline().goLive(); // curves and the metric log go up to now
    m_exporter.carryOut(order, {shownExport(), m_page->plots(), *this});
}

/// The plot that has the keyboard, or the main one.
PlotView* MainWindow::plotInFocus() const
{
    const std::vector<PlotView*>& plots = m_page->plots().plots();
    const auto found = std::find_if(plots.begin(), plots.end(), [](const PlotView* plot) {
        return plot == QApplication::focusWidget() || plot->isAncestorOf(QApplication::focusWidget());
    });
    return found == plots.end() ? plots.front() : *found;
}

void MainWindow::copy(PlotView* plot)
{
    if (!showsMoment(m_page->plots(), plot->id()))
        m_page->timeline().goLive();
    QApplication::clipboard()->setMimeData(plotForClipboard(*plot, shownRun()));
    m_banner->inform(tr("\"%1\" is on the clipboard.").arg(plot->title()));
}

void MainWindow::fillExportMenu(QMenu& menu)
{
    menu.clear();
    menu.addAction(tr("&Everything…"), this, [this] { askExport(ExportOrder::What::Everything); });
    menu.addAction(tr("&All plots…"), this, [this] { askExport(ExportOrder::What::AllPlots); });
    menu.addAction(tr("The &window…"), this, [this] { askExport(ExportOrder::What::Window); });
    menu.addAction(tr("An&imation of a plot…"), this, [this] { askAnimation(plotInFocus()->id()); });
    menu.addSeparator();
    addPictureExports(menu);
    for (PlotView* plot : m_page->plots().plots())
        menu.addAction(tr("%1…").arg(plot->title()), this, [this, plot] { askExportOf(plot); });
}

} // namespace gan
