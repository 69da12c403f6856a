#pragma once

#include "ui/plots/snapshot/snapshot_view.h"

#include <QRectF>

class QPainter;

namespace gan {

/// A view of the newest snapshot that is no curve: it has no axes, nothing to zoom and no read-out, and
/// paints itself.
class TilePlot : public SnapshotView {
    Q_OBJECT

public:
    TilePlot(const PlotFace& face, const Theme& theme, QWidget* parent);

    bool isOnlyHint() const override { return isEmpty(); }
    int readableWidth() const override { return 170; }
    std::vector<HoverLine> valuesAt(double) const override { return {}; }

protected:
    void frame(bool) override {}
    void refresh(int width) override;

    /// Paints the snapshot, which there is, in the room below title and legend.
    virtual void paint(QPainter& painter, const QRectF& room) const = 0;
    /// Where that is on the widget now.
    QRectF room() const;
};

} // namespace gan
