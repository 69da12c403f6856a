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

namespace gan {

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

void MainWindow::saveRun(const QString& path)
{
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
    attempt([&] { writePicture(path, plot.toImage(), pictureNotes(shownRun())); });
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
    const QString path = QFileDialog::getOpenFileName(this, tr("Open run"), {}, tr("Runs (*.json)"));
    if (!path.isEmpty())
        openRun(path);
}

void MainWindow::chooseSaveFile()
{
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save run"), QStringLiteral("run.json"), tr("Runs (*.json)"));
    if (!path.isEmpty())
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
