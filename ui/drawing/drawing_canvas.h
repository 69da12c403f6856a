#pragma once

#include "ui/drawing/point_drawing.h"

#include <QWidget>

namespace gan {

/// The square on which points are painted: with the mouse, with a pen, or with the arrow keys and Space. x
/// runs to the right and y upwards, from 0 to 1.
class DrawingCanvas : public QWidget {
    Q_OBJECT

public:
    explicit DrawingCanvas(QWidget* parent = nullptr);

    PointDrawing& drawing() { return m_drawing; }
    const Brush& brush() const { return m_brush; }
    void setBrush(const Brush& brush);
    /// After something else has changed the drawing.
    void refresh();

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return width; }

Q_SIGNALS:
    void changed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QRectF square() const;
    QPointF toDrawing(QPointF pixel) const;
    QPointF toPixel(QPointF point) const;
    void strokeTo(QPointF place);

    PointDrawing m_drawing;
    Brush m_brush;
    QPointF m_place{0.5, 0.5}; ///< of the brush
    bool m_isBrushSeen = false;
};

} // namespace gan
