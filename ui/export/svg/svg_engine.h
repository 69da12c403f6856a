#pragma once

#include <QByteArray>
#include <QPaintEngine>
#include <QPainterPath>

namespace gan {

/// Turns painting into SVG elements in pixels of the device. What it does not know (gradients, patterns)
/// QPainter hands over as small images, and text as curves.
class SvgEngine : public QPaintEngine {
public:
    SvgEngine();

    /// The elements painted so far, all groups closed.
    QByteArray elements() const;

    bool begin(QPaintDevice* device) override;
    bool end() override { return true; }
    Type type() const override { return User; }
    void updateState(const QPaintEngineState&) override {}

    void drawPath(const QPainterPath& path) override;
    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override;
    void drawPixmap(const QRectF& place, const QPixmap& pixmap, const QRectF& part) override;
    void drawImage(const QRectF& place, const QImage& image, const QRectF& part,
                   Qt::ImageConversionFlags flags) override;

private:
    void write(const QPainterPath& path, bool filled);
    bool followClip();
    QPainterPath clip() const;
    QByteArray fill() const;
    QByteArray stroke() const;

    QByteArray m_elements;
    QPainterPath m_clip; ///< of the open group, in pixels; empty where there is none
    int m_clips = 0;
    bool m_groupIsOpen = false;
};

} // namespace gan
