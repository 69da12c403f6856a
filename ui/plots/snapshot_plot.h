#pragma once

#include "core/snapshot.h"
#include "ui/plots/plot_view.h"
#include "ui/plots/steady_range.h"

#include <memory>

class QCPAbstractItem;
class QCPAxis;
class QCPBars;
class QCPGraph;
class QCPItemText;

namespace gan {

/// Histograms and curves of the newest snapshot, by name.
class SnapshotPlot : public PlotView {
    Q_OBJECT

public:
    SnapshotPlot(const SnapshotSpec& spec, const Theme& theme, QWidget* parent = nullptr);

    /// Null empties the plot.
    void setSnapshot(std::shared_ptr<const Snapshot> snapshot);

protected:
    void refresh(int width) override;
    void frame(bool steady) override;
    std::vector<HoverLine> valuesAt(double x) const override;
    bool isEmpty() const override;

private:
    /// An item of the description, and what draws it.
    struct Drawn {
        const SnapshotItem* item;
        QCPBars* bars = nullptr;
        QCPGraph* graph = nullptr;
        QCPAbstractItem* midLine = nullptr;
        QCPItemText* outside[2] = {}; ///< how much lies below and above the range
        bool isShown() const;
    };
    struct Extent;

    Drawn makeDrawn(const SnapshotItem& item);
    QCPAbstractItem* makeMidLine(const SnapshotItem& item);
    void refreshHistogram(Drawn& drawn);
    void refreshCurve(Drawn& drawn);
    void refreshOutside(Drawn& drawn, const Histogram& histogram);
    void placeOutsideTexts();
    void refreshRightAxis();
    const Histogram* histogramOf(const Drawn& drawn) const;
    const Curve* curveOf(const Drawn& drawn) const;
    std::vector<LegendEntry> entries() const;

    const SnapshotSpec m_spec;
    std::vector<Drawn> m_drawn;
    std::shared_ptr<const Snapshot> m_snapshot;
    SteadyRange m_leftRange, m_rightRange;
};

} // namespace gan
