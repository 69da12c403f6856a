#pragma once

#include "ui/pages/plot_pages.h"
#include "ui/plots/plot_spec.h"

#include <QWidget>

#include <vector>

class QSplitter;
class QStackedWidget;
class QTabBar;

namespace gan {

class PlotView;

/// A tab of a row: plots, or one panel.
struct PlotTab {
    QString title;
    std::vector<PlotView*> plots;
    TabSpec::Widths widths;
    QWidget* panel;
    std::size_t seen = 0; ///< a plot of what was seen last
};

/// A row of a page: tabs of plots side by side, of which one is seen. A tab whose plots would be too narrow
/// to be read becomes several; a row that is only a main picture and others keeps the main picture beside the
/// tabs. With a single tab there is no tab bar. The plots stay the same ones and keep what they show.
class PlotRow : public QWidget {
    Q_OBJECT

public:
    /// The row's name is that of its panes.
    explicit PlotRow(const QString& name, QWidget* parent = nullptr);

    void addTab(const QString& title, const std::vector<PlotView*>& plots,
                TabSpec::Widths widths = TabSpec::Widths::Columns);
    /// A tab with something else than plots; its place among those that were added.
    int addPanel(const QString& title, QWidget* panel);
    /// Of those that were added, whatever has become of it; with what of it was seen last.
    void showTab(int index);
    int currentTab() const;
    /// Shows the tab that this plot is in, if it is in this row.
    void reveal(const PlotView* plot);

    /// How many plots its first tab shows side by side.
    int cells() const;
    /// Plots are one of so many equal columns wide; the first of a tab also takes those that are left over.
    /// Panes that a hand has moved stay as they are.
    void align(int cells);
    /// Forgets what a hand has moved.
    void forgetPanes();
    /// The plots may have come to need more room, or less.
    void regroup();

    /// Of one plot.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void regrouped();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    bool leads(int width) const;
    std::vector<PlotPage> pagesFor(int width) const;
    void arrange(const std::vector<PlotPage>& pages, bool leads);
    QWidget* makePage(const PlotPage& page);
    QString paneName(const PlotPage& page) const;
    QList<int> widthsOf(const PlotPage& page, int cells, int room) const;
    int leadWidth() const;
    void showPage(int index);

    const QString m_name;
    QSplitter* m_outer; ///< the main picture, where it leads, and the rest
    QTabBar* m_bar;
    QStackedWidget* m_stack;
    std::vector<PlotTab> m_tabs;
    std::vector<PlotPage> m_pages; ///< what the tab bar has now
    bool m_leads = false;
    int m_cells = 1;
};

} // namespace gan
