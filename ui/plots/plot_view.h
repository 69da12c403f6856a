#pragma once

#include "ui/plots/hover_readout.h"
#include "ui/plots/legend_entry.h"
#include "ui/plots/plot_spec.h"

#include <QImage>
#include <QTimer>
#include <QWidget>

#include <vector>

class QCPItemText;
class QCPTextElement;
class QCustomPlot;

namespace gan {

class PlotLegend;

/// A card with one plot: title, legend, axes, read-out under the mouse, zoom, pan and a context menu.
/// Subclasses say what is drawn. A view that is not seen stores its data and does no work.
class PlotView : public QWidget {
    Q_OBJECT

public:
    PlotView(const PlotFace& face, const Theme& theme, QWidget* parent = nullptr);

    QString id() const { return QString::fromLatin1(m_face.id); }
    QString title() const;

    void setTheme(const Theme& theme);

    /// The plot as it is now, whatever the size of the widget and the scale of the screen: the same picture
    /// on every machine.
    QImage toImage(QSize size = QSize(1600, 1000));
    /// The same on any device, from its top left corner on, `size` times `scale` pixels large: the size gives
    /// the plot its room, the scale only makes everything larger.
    void drawOn(QPaintDevice& device, QSize size, double scale);
    /// Pixels that a unit of the layout takes in a picture of that size, before scale: text is 13 units high.
    static double pictureZoom(QSize size);

    /// Ends zoom and pan.
    void showAll();
    bool isZoomed() const { return m_zoomed; }

    /// What is written in an empty plot; nothing when it has data.
    void setNotice(const QString& notice);

    const Theme& theme() const { return m_theme; }
    const std::vector<LegendEntry>& legend() const;
    QCustomPlot& plot() const { return *m_plot; }

    QSize sizeHint() const override { return {320, 240}; }
    QSize minimumSizeHint() const override { return {150, 120}; }

Q_SIGNALS:
    void exportRequested();
    void copyRequested();

protected:
    /// Data, settings or colours changed: draws again as soon as somebody looks.
    void touch();
    /// Draws at most once in so many milliseconds.
    void setRenewal(int milliseconds) { m_renewal.setInterval(milliseconds); }
    void setLegend(std::vector<LegendEntry> entries);
    QPen linePen(ColorRole role, bool dashed) const;

    /// Puts what is known into the plot, in the theme's colours; it will be `width` units of a line wide.
    virtual void refresh(int width) = 0;
    /// Axis ranges that show everything. `steady`: those of the last time where they still fit.
    virtual void frame(bool steady) = 0;
    /// What the read-out says at x, the place itself first; nothing where there is nothing.
    virtual std::vector<HoverLine> valuesAt(double x) const = 0;
    HoverLine placeLine(const QString& value) const;
    virtual bool isEmpty() const = 0;

    void showEvent(QShowEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool event(QEvent* event) override;

private:
    void layOut();
    void connectPlot();
    void applyColors();
    void prepare(int width);
    void hover(const QPoint& at);
    void zoomed();

    PlotFace m_face;
    Theme m_theme;
    QCustomPlot* m_plot;
    QCPTextElement* m_title = nullptr;
    PlotLegend* m_legend = nullptr;
    QCPItemText* m_notice = nullptr;
    HoverReadout* m_readout = nullptr;
    QPoint m_mouse{-1, -1};
    QTimer m_renewal; ///< runs after a draw; until it ends, changes wait
    bool m_stale = true;
    bool m_zoomed = false;
};

} // namespace gan
