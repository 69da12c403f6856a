#pragma once

#include "ui/plots/snapshot/picture_tiles.h"
#include "ui/plots/snapshot/tile_plot.h"

#include <QTimer>

#include <optional>

class QImage;
class QMouseEvent;

namespace gan {

/// Pictures of the newest snapshot in rows and columns, or one after the other.
class PicturesPlot : public TilePlot {
    Q_OBJECT

public:
    PicturesPlot(const PicturesSpec& spec, const Theme& theme, QWidget* parent = nullptr);

    /// Where picture `index` is on the plot now; empty when it is not seen.
    QRectF place(int index) const;
    View::Parts parts() const override;
    const PlotLooks& looks() const override { return m_spec.looks; }
    void setView(const View& view) override;
    QString hint() const override;
    int readableWidth() const override;

Q_SIGNALS:
    /// `second`: with Shift.
    void pictureClicked(int index, bool second);

protected:
    void refresh(int width) override;
    void paint(QPainter& painter, const QRectF& room) const override;
    bool isEmpty() const override { return !pictures(); }
    bool differs(const Snapshot* before, const Snapshot* after) const override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    const Pictures* pictures() const;
    std::optional<int> pictureAt(const QPointF& place) const;
    void addInvitation();
    PictureTiles tilesIn(const QRectF& room) const;
    double around() const;
    const Table* verdicts() const;
    std::optional<QColor> frameColor(int index) const;
    std::optional<QColor> markColor(int index) const;
    void paintOne(QPainter& painter, const QRectF& place, int index) const;
    void click(const QMouseEvent& event);
    void turn();

    const PicturesSpec m_spec;
    std::optional<View> m_view;
    QTimer m_turns;   ///< runs while pictures are shown in turn
    int m_shown = 0;  ///< of those
    int m_onward = 1; ///< or -1: back
};

} // namespace gan
