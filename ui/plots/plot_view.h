#pragma once

#include "ui/plots/card/plot_card.h"
#include "ui/plots/plot_reading.h"
#include "ui/plots/plot_values.h"
#include "ui/plots/snapshot/picture_look.h"

#include <QImage>
#include <QTimer>

#include <memory>
#include <optional>

namespace gan {

class PlotMenu;
class PlotNavigation;

/// A card whose plot is drawn of data: with a read-out under the mouse, zoom, pan and a context menu, which
/// is made from the plot's own actions. Subclasses say what is drawn. A view that is not seen stores its data
/// and does no work.
class PlotView : public PlotCard, public PlotValues {
    Q_OBJECT
    Q_PROPERTY(qint64 shownIteration READ shownIteration)

public:
    PlotView(const PlotFace& face, const Theme& theme, QWidget* parent = nullptr);

    /// The plot as it is now, whatever the size of the widget and the scale of the screen: the same picture
    /// on every machine.
    QImage toImage(QSize size = QSize(1600, 1000));
    /// The same on any device, from its top left corner on, `size` times `scale` pixels large: the size gives
    /// the plot its room, the scale only makes everything larger.
    void drawOn(QPaintDevice& device, QSize size, double scale, const PictureLook& look = {});

    /// Ends zoom and pan, and following.
    void showAll();
    /// Whether a hand chose the part that is seen. It stays put until `showAll()`.
    bool isZoomed() const;
    PlotReading& reading() const { return *m_reading; }

    /// Draws now what has changed, if it is seen; painted it is with the rest of the window.
    void draw();
    /// The iteration that the plot has been drawn of; 0 while it has no data.
    qint64 shownIteration() const { return m_isStale ? m_drawnIteration : iteration(); }

    /// Whether there is nothing to take away: the plot shows only what a hand must do first.
    virtual bool isOnlyHint() const { return false; }
    /// Pixels at scale 1 from which on it is worth being looked at among others.
    virtual int readableWidth() const { return 260; }

Q_SIGNALS:
    void exportRequested();
    void copyRequested();
    void animationRequested();

protected:
    void touch() override;
    PlotNavigation& navigation() const { return *m_navigation; }
    PlotMenu& menu() const { return *m_menu; }

    /// Axis ranges that show all or the newest. `steady`: those of the last time where they still fit.
    virtual void frame(bool steady) = 0;
    /// Puts what is known and in range into the plot, in the theme's colors; it will be `width` units of a
    /// line wide.
    virtual void refresh(int width) = 0;
    /// Of the newest data that it knows; 0 while it has none.
    virtual std::int64_t iteration() const = 0;
    HoverLine placeLine(const QString& value) const;

    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void connectPlot();
    void prepare(int width, bool steady);
    HoverReadout::Rooms readoutRooms();

    PlotMenu* m_menu;
    PlotNavigation* m_navigation;
    std::unique_ptr<PlotReading> m_reading; ///< ends before the widget, whose last events it must not see
    QTimer m_soon;                          ///< until what has changed is drawn by itself
    std::int64_t m_drawnIteration = 0;
    bool m_isStale = true;
};

} // namespace gan
