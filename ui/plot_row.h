#pragma once

#include <QWidget>

#include <set>
#include <vector>

class QSplitter;
class QStackedWidget;
class QTabBar;

namespace gan {

class PlotView;

/// A row of a page: tabs of plots side by side, of which one is seen. With a single tab there is no tab bar.
class PlotRow : public QWidget {
    Q_OBJECT

public:
    /// The row's name is that of its panes.
    explicit PlotRow(const QString& name, QWidget* parent = nullptr);

    void addTab(const QString& title, const std::vector<PlotView*>& plots, bool even = false);
    /// A tab with something else than plots; its place among the tabs.
    int addPanel(const QString& title, QWidget* panel);
    void showTab(int index);
    /// Shows the tab that this plot is in, if it is in this row.
    void reveal(const PlotView* plot);
    int currentTab() const;

    /// The largest number of plots that one of its tabs has.
    int cells() const;
    /// Each plot is one of so many equal columns wide; the first of a tab also takes those that are left
    /// over. Tabs whose panes a hand has moved stay as they are.
    void align(int cells, int width);
    /// Forgets what a hand has moved.
    void forgetPanes();

private:
    void addPart(const QString& title, QWidget* part);

    const QString m_name;
    QTabBar* m_bar;
    QStackedWidget* m_stack;
    std::vector<QSplitter*> m_tabs;    ///< those with plots
    std::set<const QSplitter*> m_even; ///< of those, the ones whose plots are all equally wide
};

} // namespace gan
