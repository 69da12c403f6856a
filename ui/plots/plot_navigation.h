#pragma once

#include "ui/plots/qcp.h"

#include <functional>

namespace gan {

/// Which part of its data a plot shows, and how mouse and keys change that. Wheel and drag act on both axes
/// over the plot and on one axis over its numbers.
class PlotNavigation : public QObject {
    Q_OBJECT

public:
    enum class Part {
        All,
        Newest, ///< a window that moves on with the newest data
        Chosen  ///< by hand; it stays where it is
    };

    explicit PlotNavigation(QCustomPlot* plot);

    Part part() const { return m_part; }
    void show(Part part);

    /// Sets axes without making them the choice of a hand.
    void frame(const std::function<void()>& setAxes);

    /// Shift and an arrow pan, + and - zoom, Page Up and Page Down zoom the value axis (with Shift the
    /// horizontal one). False when the key means nothing here.
    bool press(const QKeyEvent& key);

Q_SIGNALS:
    void changed();

private:
    void follow(QCPAxis* axis);
    void pan(Qt::Orientation orientation, double share);
    void zoom(Qt::Orientations orientations, double share);
    std::vector<QCPAxis*> axes(Qt::Orientations orientations) const;

    QCustomPlot* m_plot;
    Part m_part = Part::All;
    bool m_framing = false;
};

} // namespace gan
