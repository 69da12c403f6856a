// What the window reads and writes: runs and pictures.

#include "core/error.h"
#include "core/session/run_file.h"
#include "core/session/saved_run_file.h"
#include "ui/banner.h"
#include "ui/control_panel.h"
#include "ui/main_window.h"
#include "ui/plot_export.h"
#include "ui/plot_sheet.h"
#include "ui/plots/plot_view.h"

#include <QFileDialog>
#include <QFileInfo>

namespace gan {

namespace {

constexpr QLatin1String kSavedRunSuffix(".ganrun");

}

/// A run file is repeated from its start; a saved run goes on where it stopped.
void MainWindow::openRun(const QString& path)
{
    attempt([&] {
        if (isSavedRun(path))
            m_session.open(path);
        else
            m_session.open(readRunFile(path));
        m_controls->setSettings(m_session.settings());
    });
}

/// By its name: with the whole state, to go on where it stopped, or as a run file, to be repeated.
void MainWindow::saveRun(const QString& path)
{
    if (path.endsWith(kSavedRunSuffix))
        return m_session.save(path); // on the training thread, between two steps; a failure comes as a signal
    attempt([&] {
        const auto snapshot = m_session.snapshot();
        const auto readouts = snapshot ? snapshot->readouts : std::vector<Readout>{};
        writeRunFile(path, shownRun(), {m_session.record()->library(), readouts});
    });
}

/// The run up to the picture on screen; training may be further.
Run MainWindow::shownRun() const
{
    Run run = m_session.record()->run();
    run.iterations = m_session.snapshot() ? m_session.snapshot()->iteration : 0;
    std::erase_if(run.events, [&](const Event& event) { return event.iteration > run.iterations; });
    return run;
}

void MainWindow::exportAll(const QString& folder)
{
    attempt([&] { m_sheet->exportAll(folder, shownRun()); });
}

void MainWindow::exportPlot(PlotView& plot, const QString& path)
{
    PictureOptions options;
    if (path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive))
        options.format = PictureFormat::Svg;
    attempt([&] { writeWholeFile(path, plotPicture(plot, options, shownRun())); });
}

void MainWindow::attempt(const std::function<void()>& action)
{
    try {
        action();
    } catch (const Error& error) {
        m_banner->tell(error.text());
    }
}

void MainWindow::chooseRunFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open run"), {}, tr("Runs (*.ganrun *.json)"));
    if (!path.isEmpty())
        openRun(path);
}

void MainWindow::chooseSaveFile()
{
    const QString whole = tr("Whole run, to go on where it stopped (*.ganrun)");
    const QString recipe = tr("Run file, to repeat it from the start (*.json)");
    QString chosen = whole;
    QString path = QFileDialog::getSaveFileName(this, tr("Save run"), QStringLiteral("run.ganrun"),
                                                whole + QStringLiteral(";;") + recipe, &chosen);
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += chosen == whole ? kSavedRunSuffix : QLatin1String(".json");
    saveRun(path);
}

void MainWindow::chooseExportFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Export all plots to a folder"));
    if (!folder.isEmpty())
        exportAll(folder);
}

void MainWindow::choosePlotFile(PlotView& plot)
{
    const QString name = plot.id() + QStringLiteral(".png");
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Export plot"), name, tr("PNG pictures (*.png)"));
    if (!path.isEmpty())
        exportPlot(plot, path);
}

} // namespace gan
