#pragma once

#include "ui/plots/hover_readout.h"

#include <QObject>
#include <QPoint>

#include <functional>
#include <optional>
#include <vector>

class QCustomPlot;
class QFocusEvent;
class QKeyEvent;

namespace gan {

class PlotValues;

/// Reads a plot's values where the mouse is, where the keys have come to, or where a neighbor is read.
class PlotReading : public QObject {
    Q_OBJECT

public:
    /// Where on the plot can be read, and where the read-out may write.
    struct Place {
        std::function<QRect()> curves;
        std::function<HoverReadout::Rooms()> rooms;
    };

    PlotReading(QCustomPlot& plot, const PlotValues& values, Place place);

    void setFont(const QFont& font) { m_readout->setFont(font); }

    /// The mouse is there now.
    void pointAt(QPoint mouse);
    /// Reads again: what is there changes when the plot moves on.
    void refresh();
    /// As a neighbor asks for it, the values of the present run alone, so that the curves stay in sight;
    /// nothing hides it.
    void showAt(std::optional<double> x);
    /// Ctrl and an arrow read, Escape ends it. False when the key means nothing here.
    bool press(const QKeyEvent& key);

Q_SIGNALS:
    /// Mouse or keys read at this x now, or no longer read.
    void moved(std::optional<double> x);
    /// What the keys have come to, for a screen reader; empty when they read no longer.
    void told(const QString& values);

protected:
    /// Of the plot's widget: mouse and focus leave it.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void leaveKeys(const QFocusEvent& event);
    void readAt(std::optional<double> x);
    void place(std::optional<double> x);
    void step(int direction);
    std::vector<HoverLine> values() const;

    QCustomPlot& m_plot;
    const PlotValues& m_values;
    const Place m_place;
    HoverReadout* m_readout;
    HoverReadout::Detail m_detail = HoverReadout::Detail::All;
    std::optional<double> m_at;    ///< where the read-out stands
    double m_height = 0;           ///< on the vertical axis: that of the mouse, or the middle
    std::optional<QPoint> m_mouse; ///< where it reads; the keys take it away from there
};

} // namespace gan
