#pragma once

#include "ui/plots/dots.h"
#include "ui/plots/plane/plane_drawing.h"
#include "ui/plots/snapshot/snapshot_view.h"

#include <optional>

class QCPColorMap;

namespace gan {

/// The plane: what D says of every place, and over it real and generated samples, each layer with a switch.
/// The others are pale while one is lit up, which is then seen whatever its switch says.
class PlanePlot : public SnapshotView {
    Q_OBJECT

public:
    PlanePlot(const PlaneSpec& spec, const Theme& theme, QWidget* parent = nullptr);

    View::Parts parts() const override;
    const PlotLooks& looks() const override { return m_spec.looks; }
    void setView(const View& view) override;
    void lightUp(const QString& part) override;
    std::vector<HoverLine> valuesAt(double) const override { return {}; }
    std::vector<HoverLine> valuesAtPoint(double x, double y) const override;

protected:
    QString partAt(QPointF pixel) const override;
    void refresh(int width) override;
    void frame(bool steady) override;

private:
    /// A layer that is a map; the others are painted.
    struct MapLayer {
        const PlaneLayer* layer;
        QCPColorMap* map;
    };
    void add(const PlaneLayer& layer);
    void paint(QPainter& painter, const PlaneLayer& layer) const;
    bool isShown(const PlaneLayer& layer) const;
    bool isAnyLit() const { return hasAny({m_lit}); }
    bool isLit(const PlaneLayer& layer) const { return isAnyLit() && m_lit == layer.part; }
    bool isSeen(const PlaneLayer& layer) const { return isShown(layer) || isLit(layer); }
    double strengthOf(const PlaneLayer& layer) const;
    void refreshMap(const MapLayer& drawn);
    DotLook dotsOf(const PlaneLayer& layer) const;
    void keepShape();
    std::vector<LegendEntry> entries() const;

    const PlaneSpec m_spec;
    std::vector<MapLayer> m_maps;
    std::optional<View> m_view;
    std::string m_lit; ///< the part of a layer, or nothing
};

} // namespace gan
