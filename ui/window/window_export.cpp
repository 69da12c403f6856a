#include "ui/window/window_export.h"

#include "core/error.h"
#include "core/session/picture_grid.h"
#include "ui/export/animation_dialog.h"
#include "ui/export/export_dialog.h"
#include "ui/export/export_folder.h"
#include "ui/export/picture_files.h"
#include "ui/export/plot_export.h"
#include "ui/pages/experiment_page.h"
#include "ui/pages/filled_sheet.h"
#include "ui/pages/plot_request.h"
#include "ui/pages/plot_sheet.h"
#include "ui/pages/shown_run.h"
#include "ui/panels/banner.h"
#include "ui/panels/status_line.h"
#include "ui/plots/plot_view.h"
#include "ui/style/appearance.h"
#include "ui/text/text.h"
#include "ui/timeline/compare_button.h"
#include "ui/timeline/timeline_bar.h"
#include "ui/window/window_memory.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
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

/// What an order would replace.
std::optional<Text> conflictOf(const ExportOrder& order, const Run& run)
{
    if (order.goesToFolder())
        return otherRunIn(order.path, run);
    if (QFileInfo::exists(order.path))
        return Text(GE_TR("The file %1 exists."), {order.path.toStdString()});
    return std::nullopt;
}

/// Another run may have begun while a path was chosen.
const Snapshot& there(const std::shared_ptr<const Snapshot>& moment)
{
    if (!moment)
        throw Error(GE_TR("There are no pictures yet."));
    return *moment;
}

} // namespace

ExportDialog& WindowExport::exportDialog()
{
    if (!m_export) {
        ExportDialog::Source source;
        source.stem = [this] {
            return exportStem(shownRun(m_from.page(), *m_from.session.current().record()));
        };
        source.conflict = [this](const ExportOrder& order) {
            return conflictOf(order, shownRun(m_from.page(), *m_from.session.current().record()));
        };
        source.preview = [this](const ExportOrder& order, QSize room) {
            const Plots plots = shownPlots();
            return previewOf(order, {shownExport(), plots.sheet(), m_from.window}, room);
        };
        m_export =
            new ExportDialog(namesOf(m_from.page().plots()), m_from.memory.file(), source, &m_from.window);
        connect(m_export, &ExportDialog::exportRequested, this, &WindowExport::exportNow);
        connect(m_export, &QDialog::finished, this, &WindowExport::askForEverything);
    }
    return *m_export;
}

/// Another page has other plots.
void WindowExport::offerPlots()
{
    if (m_export)
        m_export->setPlots(namesOf(m_from.page().plots()));
    m_waiting = nullptr; // for a picture of the other page
    askForEverything();
}

/// Plots out of sight are asked for nothing while the run runs: waits for a picture that has all of them.
void WindowExport::withEverything(std::function<void()> use)
{
    const auto shown = m_from.page().shown();
    if (!shown || shown->isWhole)
        return use();
    m_waiting = std::move(use);
    askForEverything();
}

/// While the dialog is there, or somebody waits.
void WindowExport::askForEverything()
{
    m_from.page().plots().request().setNeedsAll(m_waiting || (m_export && m_export->isVisible()));
}

void WindowExport::useEverything()
{
    const auto shown = m_from.page().shown();
    if (!m_waiting || !shown || !shown->isWhole)
        return;
    std::exchange(m_waiting, nullptr)();
    askForEverything();
}

void WindowExport::askExport(ExportOrder::What what)
{
    exportDialog().choose(what);
    showDialog();
}

void WindowExport::askExportOf(PlotView* plot)
{
    exportDialog().choosePlot(plot->id());
    showDialog();
}

/// Once there is something to be seen in its preview.
void WindowExport::showDialog()
{
    withEverything([this] {
        exportDialog().show();
        exportDialog().activateWindow();
    });
}

/// Of the run that is shown; it may end meanwhile.
void WindowExport::askAnimationOf(PlotView* plot)
{
    const auto record = m_from.session.current().record();
    if (record->run().iterations < 1)
        return m_from.banner.inform(tr("This run has no past yet. Press Run first."));
    auto* dialog =
        new AnimationDialog({namesOf(m_from.page().plots()), m_from.session.trainerFactory(), record,
                             record->run().iterations, m_from.page().view(), m_from.appearance.theme(),
                             exportStem(shownRun(m_from.page(), *m_from.session.current().record()))},
                            plot->id(), &m_from.window);
    connect(dialog, &AnimationDialog::made, &m_exporter, &Exporter::write);
    dialog->show();
}

/// How far it is stands in the status line; what came of it, where the question was asked.
WindowExport::WindowExport(Screen screen, QObject* parent)
    : QObject(parent)
    , m_from(std::move(screen))
{
    connect(&m_from.session, &TrainingSession::updateEnds, this, &WindowExport::useEverything);
    connect(&m_exporter, &Exporter::progressed, &m_from.status, &StatusLine::say);
    connect(&m_exporter, &Exporter::done, this, [this](const QString& sentence) {
        m_from.status.say({});
        if (m_export && m_export->isVisible())
            m_export->say(sentence);
        else
            m_from.banner.inform(sentence);
    });
    connect(&m_exporter, &Exporter::failed, this, [this](const Text& sentence) {
        m_from.status.say({});
        if (m_export && m_export->isVisible())
            m_export->tell(sentence);
        else
            m_from.banner.tell(sentence);
    });
}

void WindowExport::connectSheet(const PlotSheet& sheet)
{
    connect(&sheet, &PlotSheet::exportRequested, this, &WindowExport::askExportOf);
    connect(&sheet, &PlotSheet::copyRequested, this, &WindowExport::copy);
    connect(&sheet, &PlotSheet::animationRequested, this, &WindowExport::askAnimationOf);
}

RunExport WindowExport::shownExport() const
{
    const auto snapshot = m_from.page().shown();
    RunExport shown{shownRun(m_from.page(), *m_from.session.current().record()),
                    {m_from.session.current().record()->library(), {}},
                    m_from.session.current().record()};
    if (!snapshot)
        return shown;
    shown.results.readouts = snapshot->all<Readout>();
    if (const Table* samples = snapshot->find<Table>("samples"))
        shown.samples = *samples;
    if (const Pictures* generated = snapshot->find<Pictures>("generated"))
        shown.grid = shown.samplePictures = *generated;
    if (const Pictures* fresh = snapshot->find<Pictures>("resampled"))
        shown.samplePictures = *fresh;
    return shown;
}

void WindowExport::exportNow(const ExportOrder& order)
{
    withEverything([this, order] {
        const Plots plots = shownPlots();
        m_exporter.carryOut(order, {shownExport(), plots.sheet(), m_from.window});
    });
}

/// The plots on the screen; of the past, others that end at the iteration that is looked at.
WindowExport::Plots WindowExport::shownPlots() const
{
    ExperimentPage& page = m_from.page();
    if (!page.timeline().iteration() || !page.shown())
        return {&page.plots(), nullptr};
    auto past = filledSheet(*m_from.session.current().record(), page.shown()->iteration, page.view(),
                            m_from.appearance.theme());
    past->setSnapshot(page.shown());
    return {nullptr, std::move(past)};
}

/// The plot that has the keyboard, or the main one.
PlotView* WindowExport::plotInFocus() const
{
    const std::vector<PlotView*>& plots = m_from.page().plots().plots();
    const auto found = std::find_if(plots.begin(), plots.end(), [](const PlotView* plot) {
        return plot == QApplication::focusWidget() || plot->isAncestorOf(QApplication::focusWidget());
    });
    return found == plots.end() ? plots.front() : *found;
}

void WindowExport::copy(PlotView* plot)
{
    const Plots plots = shownPlots();
    for (PlotView* shown : plots.sheet().plots())
        if (shown->id() == plot->id())
            QApplication::clipboard()->setMimeData(
                plotForClipboard(*shown, shownRun(m_from.page(), *m_from.session.current().record())));
    m_from.banner.inform(tr("\"%1\" is on the clipboard.").arg(plot->title()));
}

void WindowExport::fillMenu(QMenu& menu)
{
    menu.clear();
    menu.addAction(tr("&Everything…"), this, [this] { askExport(ExportOrder::What::Everything); });
    menu.addAction(tr("&All plots…"), this, [this] { askExport(ExportOrder::What::AllPlots); });
    menu.addAction(tr("The &window…"), this, [this] { askExport(ExportOrder::What::Window); });
    menu.addAction(tr("An&imation of a plot…"), this, [this] { askAnimationOf(plotInFocus()); });
    menu.addSeparator();
    addPictureExports(menu);
    for (PlotView* plot : m_from.page().plots().plots())
        menu.addAction(tr("%1…").arg(plot->title()), this, [this, plot] { askExportOf(plot); });
}

void WindowExport::exportMoments(const TwoMoments& moments)
{
    chooseFileFor(tr("Before and after"), QStringLiteral("before-and-after.png"),
                  [moments] { return beforeAndAfterPicture(there(moments.first), there(moments.second)); });
}

void WindowExport::addPictureExports(QMenu& menu)
{
    const TimelineBar& timeline = m_from.page().timeline();
    if (!timeline.shownMoment())
        return;
    menu.addAction(tr("&Timeline as GIF…"), this, [this] {
        chooseFileFor(tr("Timeline as GIF"), QStringLiteral("timeline.gif"), [this] {
            const auto record = m_from.session.current().record();
            return timelineGif(record->timeline(), record->run().iterations);
        });
    });
    menu.addAction(tr("This &moment as PNG…"), this, [this] {
        chooseFileFor(tr("This moment as PNG"), QStringLiteral("grid.png"), [this] {
            return gridPicture(there(m_from.page().shown()),
                               shownRun(m_from.page(), *m_from.session.current().record()));
        });
    });
    menu.addAction(tr("&Before and after as PNG…"), this, [this] {
        const CompareButton& chosen = m_from.page().timeline().comparison();
        exportMoments({chosen.before(), chosen.after()});
    });
    menu.addSeparator();
}

/// What `file` makes is that of the time when the path is chosen.
void WindowExport::chooseFileFor(const QString& title, const QString& name, std::function<FillFile()> file)
{
    const QString suffix = QFileInfo(name).suffix();
    auto* dialog =
        new QFileDialog(&m_from.window, title, {}, QStringLiteral("%1 (*.%2)").arg(suffix.toUpper(), suffix));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, [this, file = std::move(file)](const QString& path) {
        withEverything(
            [this, file, path] { m_from.banner.attempt([&] { m_exporter.write(path, file()); }); });
    });
    dialog->show();
}

} // namespace gan
