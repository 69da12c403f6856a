#pragma once

#include "core/metric_rows.h"
#include "core/run.h"
#include "core/snapshot.h"
#include "ui/plots/plot_spec.h"
#include "ui/style/theme.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;

#include <memory>
#include <optional>
#include <vector>

namespace gan {

struct Experiment;
class HistoryPlot;
class LargePlot;
class PlotRequest;
class PlotRow;
class PlotView;
class SnapshotView;

/// All plots of an experiment. The window shows it; the command line fills one that is never shown and
/// exports it.
class PlotSheet : public QWidget {
    Q_OBJECT

public:
    /// Throws Error when the experiment has no page.
    PlotSheet(const Experiment& experiment, const Theme& theme, QWidget* parent = nullptr);
    /// `name` is that of its panes.
    PlotSheet(const PageSpec& page, const QString& name, const Theme& theme, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// What reference lines depend on.
    void setSettings(const Settings& settings);
    void append(const MetricRows& rows);
    void mark(const Event& event);
    /// Null empties the pictures.
    void setSnapshot(std::shared_ptr<const Snapshot> snapshot);
    using QWidget::show;
    void show(Snapshot snapshot) { setSnapshot(std::make_shared<const Snapshot>(std::move(snapshot))); }
    /// Draws what has changed in all plots that are seen.
    void draw();
    /// Panes as wide and high as at first.
    void placePanes();
    /// A new run: no data, no marks. Ghosts stay.
    void clear();

    /// What every curve over iterations does alike; see HistoryPlot.
    void setSmoothing(double weight);
    void showAll();
    void followNewest();
    /// What the curves are read at, until a hand reads somewhere else; nothing: no longer.
    void showReadout(std::optional<double> iteration);

    /// The curves of the current run become ghost `number` (1 to 3) and replace one that was; called before
    /// `clear()`.
    void keepGhost(std::uint64_t runId, int number);
    void removeGhost(std::uint64_t runId);
    void setGhostVisible(std::uint64_t runId, bool visible);

    /// What is written where a picture is still missing.
    void setNotice(const QString& notice);
    /// Shows the tab that the plot is in, among the others.
    void reveal(const QString& id);
    /// What the plots ask for; a sheet without an experiment has none.
    PlotRequest& request() const { return *m_request; }
    /// One plot can fill the place of all.
    LargePlot& large() const { return *m_large; }

    /// Those of all tabs, in the order of the page.
    const std::vector<PlotView*>& plots() const { return m_plots; }
    /// From the top.
    const std::vector<PlotRow*>& rows() const { return m_rows; }

Q_SIGNALS:
    void exportRequested(gan::PlotView* plot);
    void copyRequested(gan::PlotView* plot);
    void animationRequested(gan::PlotView* plot);
    /// `second`: with Shift.
    void pictureClicked(gan::PlotView* plot, int index, bool second);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addRow(const RowSpec& spec, const QString& name, const Theme& theme);
    PlotView* add(const SnapshotSpec& spec, const Theme& theme);
    PlotView* add(const HistorySpec& spec, const Theme& theme);
    PlotView* add(const GridSpec& spec, const Theme& theme);
    PlotView* add(const PicturesSpec& spec, const Theme& theme);
    PlotView* add(SnapshotView* plot);
    PlotView* connected(PlotView* plot);
    void alignRows();
    void placeRows();
    void shareReadout();

    std::vector<SnapshotView*> m_pictures;
    std::vector<HistoryPlot*> m_histories;
    std::vector<PlotView*> m_plots;
    PlotRequest* m_request = nullptr; ///< of an experiment's plots
    QStackedWidget* m_places;         ///< the rows, or one large plot
    LargePlot* m_large;
    QSplitter* m_pane; ///< holds the rows
    std::vector<PlotRow*> m_rows;
    QList<int> m_heights; ///< of the rows, relative to each other
};

} // namespace gan
