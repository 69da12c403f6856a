#pragma once

#include "core/snapshot.h"
#include "ui/plots/plot_view.h"
#include "ui/plots/steady_range.h"

#include <memory>

class QCPAbstractItem;
class QCPAxis;
class QCPBars;
class QCPGraph;

namespace gan {

class OutsideTexts;

/// Histograms and curves of the newest snapshot, by name.
class SnapshotPlot : public PlotView {
    Q_OBJECT

public:
    SnapshotPlot(const SnapshotSpec& spec, const Theme& theme, QWidget* parent = nullptr);
    ~SnapshotPlot() override;

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
        const SnapshotItem* item = nullptr;
        QCPBars* bars = nullptr;
        QCPGraph* graph = nullptr;
        QCPAbstractItem* midLine = nullptr;
        std::unique_ptr<OutsideTexts> outside; ///< of a histogram
        bool isShown() const;
    };
    Drawn makeDrawn(const SnapshotItem& item);
    QCPAbstractItem* makeMidLine(const SnapshotItem& item);
    void refreshHistogram(Drawn& drawn);
    void refreshCurve(Drawn& drawn);
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
