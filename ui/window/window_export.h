#pragma once

#include "core/snapshot.h"
#include "ui/export/exporter.h"

#include <QObject>

#include <functional>
#include <memory>
#include <utility>

class QMenu;

namespace gan {

class Appearance;
class Banner;
class ExperimentPage;
class ExportDialog;
class PlotSheet;
class PlotView;
class StatusLine;
class TrainingSession;
class WindowMemory;

/// All that can be taken away from the window: pictures, numbers, animations, and everything at once. GUI
/// thread.
class WindowExport : public QObject {
    Q_OBJECT

public:
    /// Where it takes it from; all of it must outlive this.
    struct Screen {
        TrainingSession& session;
        std::function<ExperimentPage&()> page; ///< the one that is shown
        Banner& banner;
        StatusLine& status;
        WindowMemory& memory;
        Appearance& appearance;
        QWidget& window;
    };
    using TwoMoments = std::pair<std::shared_ptr<const Snapshot>, std::shared_ptr<const Snapshot>>;

    explicit WindowExport(Screen screen, QObject* parent = nullptr);

    /// Once for each page.
    void connectSheet(const PlotSheet& sheet);
    /// What can be exported now.
    void fillMenu(QMenu& menu);
    /// Another page has other plots.
    void offerPlots();
    /// Of what the screen shows now; written in the background.
    void exportNow(const ExportOrder& order);
    void askExportOf(PlotView* plot);
    void copy(PlotView* plot);
    /// The plot that has the keyboard, or the main one.
    PlotView* plotInFocus() const;
    void exportMoments(const TwoMoments& moments);

private:
    /// Those on the screen, or others.
    struct Plots {
        const PlotSheet* seen;
        std::unique_ptr<PlotSheet> own;
        const PlotSheet& sheet() const { return *(seen ? seen : own.get()); }
    };

    Plots shownPlots() const;
    ExportDialog& exportDialog();
    void askAnimationOf(PlotView* plot);
    void askExport(ExportOrder::What what);
    RunExport shownExport() const;
    void addPictureExports(QMenu& menu);
    void withEverything(std::function<void()> use);
    void askForEverything();
    void useEverything();
    void showDialog();
    void chooseFileFor(const QString& title, const QString& name, std::function<FillFile()> file);

    const Screen m_from;
    Exporter m_exporter;
    ExportDialog* m_export = nullptr; ///< made when it is first asked for
    std::function<void()> m_waiting;  ///< for a picture with all parts
};

} // namespace gan
