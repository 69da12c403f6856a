#pragma once

#include "ui/plots/network/network_layout.h"
#include "ui/plots/snapshot/tile_plot.h"

namespace gan {

class WeightCard;

/// Networks unit by unit: a map of what each says, and weights as lines. The unit under the pointer is seen
/// large; the weight of a line can be changed by hand.
class NetworkPlot : public TilePlot {
    Q_OBJECT

public:
    NetworkPlot(const NetworkSpec& spec, const Theme& theme, QWidget* parent = nullptr);

    View::Parts parts() const override;
    int readableWidth() const override { return 420; }
    /// Why no weight can be changed by hand; empty: it can.
    void refuse(const QString& why);

    /// Where it is drawn on the widget now.
    NetworkLayout layoutNow() const { return layoutIn(room()); }
    /// What the pointer is on.
    std::optional<UnitPlace> pointedUnit() const;
    std::optional<WeightPlace> litWeight() const;

Q_SIGNALS:
    void weightChanged(const gan::WeightEdit& edit);

protected:
    void refresh(int width) override;
    void paint(QPainter& painter, const QRectF& room) const override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    NetworkLayout layoutIn(const QRectF& room) const;
    const NetworkPicture* picture(std::size_t network) const;
    void pointAt(std::optional<QPointF> at);
    void paintNetworks(QPainter& painter, const NetworkLayout& layout) const;
    void paintTexts(QPainter& painter, const NetworkLayout& layout) const;
    void paintPointed(QPainter& painter, const NetworkLayout& layout, const QRectF& room) const;
    QString ownName(const UnitPlace& place) const;
    QString nameOf(const UnitPlace& place) const;

    const NetworkSpec m_spec;
    WeightCard* m_card;
    std::optional<QPointF> m_pointer;
};

} // namespace gan
