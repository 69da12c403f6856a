#pragma once

#include "core/snapshot.h"
#include "ui/plots/plot_spec.h"
#include "ui/style/theme.h"

#include <QWidget>

class QStackedWidget;

#include <memory>
#include <vector>

namespace gan {

struct Experiment;
class HistoryPlot;
class HistoryStrip;
class HistoryPlots;
class NetworkPlot;
class NetworkPlots;
class LargePlot;
class PicturesPlot;
class PlotRequest;
class PlotRows;
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
    /// Null empties the pictures.
    void setSnapshot(std::shared_ptr<const Snapshot> snapshot);
    using QWidget::show;
    void show(Snapshot snapshot) { setSnapshot(std::make_shared<const Snapshot>(std::move(snapshot))); }
    /// Draws what has changed in all plots that are seen.
    void draw();
    /// A new run: no data, no marks. Ghosts stay.
    void clear();

    /// What is written where a picture is still missing.
    void setNotice(const QString& notice);
    /// Shows the tab that the plot is in, among the others.
    void reveal(const QString& id);
    /// What the plots ask for; a sheet without an experiment has none.
    PlotRequest& request() const { return *m_request; }
    /// The curves over iterations.
    HistoryPlots& histories() const { return *m_histories; }
    /// Those whose weights a hand can change.
    NetworkPlots& networks() const { return *m_networks; }
    /// One plot can fill the place of all.
    LargePlot& large() const { return *m_large; }

    /// Those of all tabs, in the order of the page.
    const std::vector<PlotView*>& plots() const { return m_plots; }
    PlotRows& rows() const { return *m_rows; }

Q_SIGNALS:
    void exportRequested(gan::PlotView* plot);
    void copyRequested(gan::PlotView* plot);
    void animationRequested(gan::PlotView* plot);
    /// `second`: with Shift.
    void pictureClicked(gan::PlotView* plot, int index, bool second);

private:
    void addRow(const RowSpec& spec, const QString& name, const Theme& theme);
    PlotView* add(HistoryPlot* plot);
    PlotView* add(HistoryStrip* strip);
    PlotView* add(PicturesPlot* plot);
    PlotView* add(SnapshotView* plot);
    PlotView* connected(PlotView* plot);

    std::vector<SnapshotView*> m_pictures;
    HistoryPlots* m_histories;
    NetworkPlots* m_networks;
    std::vector<PlotView*> m_plots;
    PlotRequest* m_request = nullptr; ///< of an experiment's plots
    QStackedWidget* m_places;         ///< the rows, or one large plot
    LargePlot* m_large;
    PlotRows* m_rows;
};

} // namespace gan
