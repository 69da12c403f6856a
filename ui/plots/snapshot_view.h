#pragma once

#include "core/snapshot.h"
#include "ui/plots/plot_view.h"

#include <memory>

namespace gan {

/// A plot of parts of the newest snapshot.
class SnapshotView : public PlotView {
    Q_OBJECT

public:
    using PlotView::PlotView;

    /// Null empties the plot.
    void setSnapshot(std::shared_ptr<const Snapshot> snapshot);

protected:
    /// Null while there is none.
    const Snapshot* snapshot() const { return m_snapshot.get(); }
    bool isEmpty() const override { return !m_snapshot; }

private:
    std::shared_ptr<const Snapshot> m_snapshot;
};

} // namespace gan
