#pragma once

#include "ui/plots/card/plot_corners.h"
#include "ui/plots/card/plot_texts.h"
#include "ui/plots/plot_spec.h"

#include <QWidget>

class QCustomPlot;

namespace gan {

/// A card with a plot in it: its frame, its title's line with buttons, its texts and colors.
class PlotCard : public QWidget {
    Q_OBJECT

public:
    PlotCard(const PlotFace& face, const Theme& theme, QWidget* parent);

    QString id() const { return QString::fromLatin1(m_face.id); }
    QString title() const;
    /// What a tab with this plot is called.
    QString tabTitle() const;

    void setTheme(const Theme& theme);
    const Theme& theme() const { return m_theme; }
    QCustomPlot& plot() const { return *m_plot; }
    const std::vector<LegendEntry>& legend() const { return m_texts.legend(); }

    /// What is written in an empty plot; nothing when it has data.
    void setNotice(const QString& notice);
    /// Where its title is, from the left edge to the right.
    QRect titleLine() const;
    /// Something at the right end of the title's line; see PlotCorners::add().
    void addCorner(QWidget* part, bool outermost = true);

    QSize sizeHint() const override { return {320, 240}; }
    QSize minimumSizeHint() const override { return {150, 120}; }

protected:
    /// Data, settings or colors changed: draws again as soon as somebody looks.
    virtual void touch() = 0;
    PlotTexts& texts() { return m_texts; }
    const PlotTexts& texts() const { return m_texts; }
    PlotCorners& corners() { return m_corners; }
    const PlotFace& face() const { return m_face; }
    double scaled(double pixels) const { return pixels * m_theme.scale; }
    /// Texts, margins and colors for a plot so large, in another scale than the screen's when it is a
    /// picture.
    void fit(int width, int height, double scale);
    /// Title and legend for the width of the screen, and the buttons beside them.
    void arrange();

    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    void placeCorners();

    const PlotFace m_face;
    Theme m_theme;
    QCustomPlot* m_plot;
    PlotTexts m_texts;
    PlotCorners m_corners;
};

} // namespace gan
