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
    /// View settings that change how it is drawn.
    virtual void setSettings(const Settings&) {}
    /// What is written in it while it is empty and nothing else is to be said.
    virtual QString hint() const { return {}; }

Q_SIGNALS:
    /// The button for another draw was pressed: its View setting is this one.
    void drawRequested(const QString& key);

protected:
    /// `setting` must live as long as the program.
    void addDrawButton(const char* setting);
    /// Null while there is none.
    const Snapshot* snapshot() const { return m_snapshot.get(); }
    bool isEmpty() const override { return !m_snapshot; }
    std::int64_t iteration() const override { return m_snapshot ? m_snapshot->iteration : 0; }
    /// Whether another snapshot looks otherwise; both may be null.
    virtual bool differs(const Snapshot*, const Snapshot*) const { return true; }

private:
    std::shared_ptr<const Snapshot> m_snapshot;
};

} // namespace gan
