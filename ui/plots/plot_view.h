#pragma once

#include "ui/plots/hover_readout.h"
#include "ui/plots/legend_entry.h"
#include "ui/plots/plot_spec.h"
#include "ui/plots/snapshot/picture_look.h"

#include <QImage>
#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

class QCPItemText;
class QCustomPlot;
class QMenu;
class QToolButton;

namespace gan {

class PlotHeader;
class PlotNavigation;

/// A card with one plot: title, legend, axes, read-out under the mouse, zoom, pan and a context menu.
/// Subclasses say what is drawn. A view that is not seen stores its data and does no work.
class PlotView : public QWidget {
    Q_OBJECT
    Q_PROPERTY(qint64 shownIteration READ shownIteration)

public:
    PlotView(const PlotFace& face, const Theme& theme, QWidget* parent = nullptr);

    QString id() const { return QString::fromLatin1(m_face.id); }
    QString title() const;
    /// What a tab with this plot is called.
    QString tabTitle() const;

    void setTheme(const Theme& theme);

    /// The plot as it is now, whatever the size of the widget and the scale of the screen: the same picture
    /// on every machine.
    QImage toImage(QSize size = QSize(1600, 1000));
    /// The same on any device, from its top left corner on, `size` times `scale` pixels large: the size gives
    /// the plot its room, the scale only makes everything larger.
    void drawOn(QPaintDevice& device, QSize size, double scale, const PictureLook& look = {});
    /// Pixels that a unit of the layout takes in a picture of that size, before scale: text is 13 units high.
    static double pictureZoom(QSize size);

    /// Ends zoom and pan, and following.
    void showAll();
    /// Whether a hand chose the part that is seen. It stays put until `showAll()`.
    bool isZoomed() const;

    /// The read-out at x, as a neighbor asks for it, the values of the present run alone, so that the curves
    /// stay in sight; nothing hides it.
    void showReadout(std::optional<double> x);

    /// Draws now what has changed, if it is seen; painted it is with the rest of the window.
    void draw();
    /// The iteration that the plot has been drawn of; 0 while it has no data.
    qint64 shownIteration() const { return m_stale ? m_drawnIteration : iteration(); }

    /// What is written in an empty plot; nothing when it has data.
    void setNotice(const QString& notice);

    /// Whether there is nothing to take away: the plot shows only what a hand must do first.
    virtual bool isOnlyHint() const { return false; }

    const Theme& theme() const { return m_theme; }
    const std::vector<LegendEntry>& legend() const;
    QCustomPlot& plot() const { return *m_plot; }

    /// Pixels at scale 1 from which on it is worth being looked at among others.
    virtual int readableWidth() const { return 260; }
    /// Where its title is, from the left edge to the right.
    QRect titleLine() const;
    /// Something at the right end of the title's line, right or left of what is there; pictures of the plot
    /// do not have it. A label is seen only where it has room.
    void addCorner(QWidget* part, bool outermost = true);

    QSize sizeHint() const override { return {320, 240}; }
    QSize minimumSizeHint() const override { return {150, 120}; }

Q_SIGNALS:
    void exportRequested();
    void copyRequested();
    /// Mouse or keys read at this x now, or no longer read.
    void readoutMoved(std::optional<double> x);

protected:
    /// Data, settings or colors changed: draws again as soon as somebody looks.
    void touch();
    PlotNavigation& navigation() { return *m_navigation; }
    const PlotNavigation& navigation() const { return *m_navigation; }
    void setLegend(std::vector<LegendEntry> entries);
    /// A remark in the corner of the plot, on what it does not show; empty for none.
    void setRemark(const QString& remark);
    /// So many pixels of a plot at scale 1.
    double scaled(double pixels) const { return pixels * m_theme.scale; }
    QFont font(int pixels, bool strong = false) const;
    QPen linePen(ColorRole role, bool dashed) const;

    /// Axis ranges that show all or the newest. `steady`: those of the last time where they still fit.
    virtual void frame(bool steady) = 0;
    /// Puts what is known and in range into the plot, in the theme's colors; it will be `width` units of a
    /// line wide.
    virtual void refresh(int width) = 0;
    /// What the read-out says at x, the place itself first; nothing where there is nothing.
    virtual std::vector<HoverLine> valuesAt(double x) const = 0;
    HoverLine placeLine(const QString& value) const;
    /// The place at or beside x that the read-out can stand at.
    virtual double placeAt(double x) const { return x; }
    /// The smallest distance of two such places.
    virtual double placeStep() const { return 0; }
    virtual bool isEmpty() const = 0;
    /// Of the newest data that it knows; 0 while it has none.
    virtual std::int64_t iteration() const = 0;
    /// Entries of the context menu for the axes.
    virtual void addAxisActions(QMenu& menu);
    /// False when the key means nothing to the plot.
    virtual bool press(const QKeyEvent& key);

    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool event(QEvent* event) override;

private:
    void layOut();
    void connectPlot();
    void applyColors();
    void prepare(int width, bool steady);
    void navigated();
    void styleButtons();
    void placeButtons();
    int cornersWidth() const;
    QRect readingArea() const;
    HoverReadout::Rooms readoutRooms() const;
    void hover();
    void readAt(std::optional<double> x);
    void placeReadout(std::optional<double> x);
    void fitTexts(int width, int height);
    void nameIterations(bool inTheLineOfNumbers);
    void moveReadout(int direction);
    void describe(const std::vector<HoverLine>& lines);

    PlotFace m_face;
    Theme m_theme;
    QCustomPlot* m_plot;
    PlotHeader* m_header = nullptr;
    QCPItemText* m_notice = nullptr;
    QCPItemText* m_remark = nullptr;
    std::vector<QWidget*> m_corners; ///< of the title's line, from the right
    QToolButton* m_back;             ///< seen while not everything is
    PlotNavigation* m_navigation;
    HoverReadout* m_readout;
    HoverReadout::Detail m_detail = HoverReadout::Detail::All;
    std::optional<double> m_readAt; ///< where the read-out stands
    std::optional<QPoint> m_mouse;  ///< where it reads; the keys take it away from there
    QTimer m_soon;                  ///< until what has changed is drawn by itself
    std::int64_t m_drawnIteration = 0;
    bool m_stale = true;
};

} // namespace gan
