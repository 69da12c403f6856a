// The timeline of the run: going on from a moment, comparing two, taking them away.

#include "core/error.h"
#include "core/session/picture_grid.h"
#include "core/session/time_travel.h"
#include "ui/banner.h"
#include "ui/compare_button.h"
#include "ui/control_panel.h"
#include "ui/experiment_page.h"
#include "ui/iteration_counter.h"
#include "ui/main_window.h"
#include "ui/moment_comparison.h"
#include "ui/picture_files.h"
#include "ui/text.h"
#include "ui/timeline_actions.h"
#include "ui/timeline_bar.h"
#include "ui/top_bar.h"

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

void MainWindow::connectTimeline(ExperimentPage& page)
{
    page.timeline().addButtons(m_actions);
    connect(&page.timeline(), &TimelineBar::changed, this, [this, &page] {
        if (&page == m_page)
            updateTimelineActions(m_actions, page.timeline());
    });
    connect(&page.timeline().comparison(), &CompareButton::compareRequested, this,
            &MainWindow::compareMoments);
    connect(&page, &ExperimentPage::momentShown, this, &MainWindow::showPast);
    connect(&page.timeline(), &TimelineBar::moved, this, [this, &page] {
        if (const auto iteration = page.timeline().iteration())
            m_travel->goTo(*iteration);
        else
            m_travel->goLive();
        showPast();
    });
}

void MainWindow::connectTravel()
{
    connect(m_travel, &TimeTravel::pictureReady, this,
            [this](std::shared_ptr<const Snapshot> picture) { m_page->showPicture(std::move(picture)); });
    connect(m_travel, &TimeTravel::continued, this, &MainWindow::followContinued);
    connect(m_travel, &TimeTravel::failed, this, [this](const Text& why) {
        m_page->timeline().goLive();
        m_banner->tell(why);
    });
}

/// The big number says which iteration is looked at.
void MainWindow::showPast()
{
    const auto shown = m_page->shown();
    const bool isPast = shown && m_page->timeline().iteration();
    m_topBar->counter().setPast(isPast ? std::optional(shown->iteration) : std::nullopt);
}

void MainWindow::followContinued(std::int64_t iteration)
{
    m_page->controls().setSettings(m_session.settings());
    m_banner->inform(tr("This is a new run, which goes on from iteration %1. Undo (Ctrl+Z) brings the other "
                        "one back.")
                         .arg(groupedText(iteration)));
}

void MainWindow::togglePin()
{
    TimelineBar& bar = m_page->timeline();
    m_travel->togglePin(bar.iteration().value_or(bar.now()));
    bar.setNow(bar.now());
}

void MainWindow::compareMoments()
{
    const CompareButton& chosen = m_page->timeline().comparison();
    const auto before = chosen.before(), after = chosen.after();
    if (!before || !after)
        return;
    if (!m_moments) {
        m_moments = new MomentComparison(this);
        connect(m_moments, &MomentComparison::exportRequested, this,
                [this] { exportComparison(m_compared); });
    }
    attempt([&] {
        m_compared = {before, after};
        m_moments->compare(*before, *after);
        m_moments->show();
        m_moments->activateWindow();
    });
}

/// Another run has other moments.
void MainWindow::forgetMoments()
{
    if (m_moments)
        m_moments->close();
}

void MainWindow::exportComparison(const TwoMoments& moments)
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
