#pragma once

#include "core/snapshot.h"
#include "core/view.h"
#include "ui/plots/plot_view.h"

#include <memory>

namespace gan {

/// A plot of parts of the newest snapshot.
class SnapshotView : public PlotView {
    Q_OBJECT

public:
    SnapshotView(const PlotFace& face, const Theme& theme, QWidget* parent = nullptr);

    /// Null empties the plot.
    void setSnapshot(std::shared_ptr<const Snapshot> snapshot);
    /// The names of the parts that it draws.
    virtual View::Parts parts() const = 0;
    /// How a hand chooses what it shows.
    virtual const PlotLooks& looks() const;
    /// What of the view changes how it is drawn.
    virtual void setView(const View&) {}
    /// What is written in it while it is empty and nothing else is to be said.
    virtual QString hint() const { return {}; }

    /// Makes this part of the snapshot stand out from the others; empty: all are alike.
    virtual void lightUp(const QString&) {}

Q_SIGNALS:
    /// The mouse is at what stands for this part now; empty: at nothing.
    void partPointed(const QString& part);
    /// The button for another draw was pressed: its row of the View is this one.
    void drawRequested(const QString& key);

protected:
    /// Where its looks have one.
    void addDrawButton();
    /// What stands for a part at this pixel of the plot; empty where nothing does.
    virtual QString partAt(QPointF) const { return {}; }
    bool hasAny(const View::Parts& wanted) const;
    /// Null while there is none.
    const Snapshot* snapshot() const { return m_snapshot.get(); }
    /// Also when the snapshot was asked for other parts.
    bool isEmpty() const override { return !m_snapshot || (!m_snapshot->isWhole && !hasAny(parts())); }
    std::int64_t iteration() const override { return m_snapshot ? m_snapshot->iteration : 0; }
    /// Whether another snapshot looks otherwise; both may be null.
    virtual bool differs(const Snapshot*, const Snapshot*) const { return true; }

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void pointAt(const QString& part);

    std::shared_ptr<const Snapshot> m_snapshot;
    QString m_pointed;
};

} // namespace gan
