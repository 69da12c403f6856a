#pragma once

#include "ui/plots/qcp.h"

#include <vector>

namespace gan {

/// Short texts at the right ends of curves. Where two would fall on each other, the later one moves to the
/// left.
class EndTags : public QCPLayerable {
    Q_OBJECT

public:
    struct Tag {
        QPointF end; ///< of the curve, in coordinates of the axes
        QString text;
        QColor color;
    };

    explicit EndTags(QCustomPlot* plot);

    std::vector<Tag> tags;
    void setStyle(const QFont& font, const QColor& paper);

    /// Where each tag is written, in pixels.
    std::vector<QRectF> places() const;

protected:
    QRect clipRect() const override;
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override;
    void draw(QCPPainter* painter) override;

private:
    QFont m_font;
    QColor m_paper;
};

} // namespace gan
