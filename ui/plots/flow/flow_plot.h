#pragma once

#include "ui/plots/flow/flow_layout.h"
#include "ui/plots/snapshot/tile_plot.h"

namespace gan {

/// How data goes through networks: small pictures of the newest snapshot in boxes, with arrows between them.
/// Dots move along the arrows as iterations pass. The box that the mouse is at, or what stands for its part
/// in another plot, is lit up, and a sentence says what it is.
class FlowPlot : public TilePlot {
    Q_OBJECT

public:
    FlowPlot(const FlowSpec& spec, const Theme& theme, QWidget* parent = nullptr);

    /// Where boxes and arrows are on the plot now.
    FlowLayout places() const { return layoutIn(room()); }
    /// How far dots have moved towards the next one's place, from 0 to 1.
    static double movedAt(std::int64_t iteration);

    View::Parts parts() const override;
    void lightUp(const QString& part) override;
    int readableWidth() const override;

protected:
    QString partAt(QPointF pixel) const override;
    void paint(QPainter& painter, const QRectF& room) const override;

private:
    FlowLayout layoutIn(const QRectF& room) const;
    const FlowBox* litBox() const;
    void paintArrow(QPainter& painter, const FlowArrow& arrow, const QPolygonF& line) const;
    void paintBox(QPainter& painter, const FlowBox& box, const QRectF& place) const;
    void paintTitle(QPainter& painter, const FlowBox& box, const QRectF& line) const;
    void paintWords(QPainter& painter, const QRectF& room) const;

    const FlowSpec m_spec;
    QString m_lit;
};

} // namespace gan
