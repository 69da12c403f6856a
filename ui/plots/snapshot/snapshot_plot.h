#pragma once

#include "ui/plots/snapshot/snapshot_view.h"
#include "ui/plots/steady_range.h"

#include <memory>

class QCPAbstractItem;
class QCPAxis;
class QCPBars;
class QCPGraph;

namespace gan {

class CutBars;
class OutsideTexts;

/// Histograms and curves of the newest snapshot, by name.
class SnapshotPlot : public SnapshotView {
    Q_OBJECT

public:
    SnapshotPlot(const SnapshotSpec& spec, const Theme& theme, QWidget* parent = nullptr);
    ~SnapshotPlot() override;

    View::Parts parts() const override;
    const PlotLooks& looks() const override { return m_spec.looks; }

protected:
    void refresh(int width) override;
    void frame(bool steady) override;
    std::vector<HoverLine> valuesAt(double x) const override;
    double placeAt(double x) const override;
    double placeStep() const override { return m_spec.wholePlaces ? 1 : 0; }

private:
    /// An item of the description, and what draws it.
    struct Drawn {
        const SnapshotItem* item = nullptr;
        QCPBars* bars = nullptr;
        QCPGraph* graph = nullptr;
        QCPAbstractItem* midLine = nullptr;
        std::unique_ptr<OutsideTexts> outside; ///< of a histogram
        Curve column = {};                     ///< of a table
        bool isShown() const;
    };
    Drawn makeDrawn(const SnapshotItem& item);
    QCPAbstractItem* makeMidLine(const SnapshotItem& item);
    void refreshHistogram(Drawn& drawn);
    void refreshCurve(Drawn& drawn, int width);
    void refreshRightAxis();
    void refreshCuts();
    const Histogram* histogramOf(const Drawn& drawn) const;
    const Curve* curveOf(const Drawn& drawn) const;
    void readTables();
    std::vector<LegendEntry> entries() const;

    const SnapshotSpec m_spec;
    std::vector<Drawn> m_drawn;
    CutBars* m_cuts;
    SteadyRange m_leftRange, m_rightRange;
};

} // namespace gan
