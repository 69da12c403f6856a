#pragma once

#include <QList>
#include <QObject>

class QShortcut;
class QStackedWidget;
class QToolButton;
class QWidget;

#include <map>

namespace gan {

class PlotView;

/// Makes one of many plots fill the whole place, and brings everything back as it was: by a double click on
/// its title, the button at the end of the title, or M or Enter on the plot; Escape brings back.
class LargePlot : public QObject {
    Q_OBJECT

public:
    /// `places` shows what the plots are in, its first widget, and in its stead the large plot.
    explicit LargePlot(QStackedWidget* places);

    /// Plots must be in a splitter when they are made large.
    void watch(PlotView* plot);
    /// Null when none is large.
    PlotView* plot() const { return m_plot; }
    void enlarge(PlotView* plot);
    void restore();

Q_SIGNALS:
    void restored();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void toggle(PlotView* plot);
    void describe(PlotView* plot);

    QStackedWidget* m_places;
    QShortcut* m_escape;
    QWidget* m_between; ///< shown until the plot is back: rows that are seen may put it somewhere else
    std::map<PlotView*, QToolButton*> m_buttons;
    PlotView* m_plot = nullptr;
    QWidget* m_standIn = nullptr; ///< where it comes from
    QList<int> m_sizes;           ///< of the splitter there
};

} // namespace gan
