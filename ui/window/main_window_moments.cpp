// Pictures of moments of the run, as files.

#include "core/error.h"
#include "core/session/picture_grid.h"
#include "ui/export/picture_files.h"
#include "ui/pages/experiment_page.h"
#include "ui/panels/compare_button.h"
#include "ui/panels/timeline_bar.h"
#include "ui/window/main_window.h"

#include <QFileDialog>
#include <QMenu>

namespace gan {

namespace {

/// Another run may have begun while a path was chosen.
const Snapshot& there(const std::shared_ptr<const Snapshot>& moment)
{
    if (!moment)
        throw Error(GE_TR("There are no pictures yet."));
    return *moment;
}

} // namespace

void MainWindow::exportComparison(const RunTravel::TwoMoments& moments)
{
    chooseFileFor(tr("Before and after"), QStringLiteral("before-and-after.png"),
                  [moments] { return beforeAndAfterPicture(there(moments.first), there(moments.second)); });
}

void MainWindow::addPictureExports(QMenu& menu)
{
    const TimelineBar& timeline = m_page->timeline();
    if (!timeline.shownMoment())
        return;
    menu.addAction(tr("&Timeline as GIF…"), this, [this] {
        chooseFileFor(tr("Timeline as GIF"), QStringLiteral("timeline.gif"), [this] {
            const auto record = m_session.record();
            return timelineGif(record->timeline(), record->run().iterations);
        });
    });
    menu.addAction(tr("This &moment as PNG…"), this, [this] {
        chooseFileFor(tr("This moment as PNG"), QStringLiteral("grid.png"),
                      [this] { return gridPicture(there(m_page->shown()), shownRun()); });
    });
    menu.addAction(tr("&Before and after as PNG…"), this, [this] {
        const CompareButton& chosen = m_page->timeline().comparison();
        exportComparison({chosen.before(), chosen.after()});
    });
    menu.addSeparator();
}

/// What `file` makes is that of the time when the path is chosen.
void MainWindow::chooseFileFor(const QString& title, const QString& name, std::function<FillFile()> file)
{
    const QString suffix = QFileInfo(name).suffix();
    QFileDialog* dialog = fileDialog(title, QStringLiteral("%1 (*.%2)").arg(suffix.toUpper(), suffix));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, [this, file = std::move(file)](const QString& path) {
        attempt([&] { m_exporter.write(path, file()); });
    });
    dialog->show();
}

} // namespace gan
