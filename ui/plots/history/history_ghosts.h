#pragma once

#include "ui/plots/card/legend_entry.h"
#include "ui/plots/extent.h"
#include "ui/plots/history/history_curve.h"
#include "ui/style/theme.h"

#include <functional>
#include <list>

namespace gan {

class EndTags;

/// The curves of earlier runs, which stay as pale ones behind those of the current run. Each has a number,
/// which stands at the ends of its lines.
class HistoryGhosts {
public:
    explicit HistoryGhosts(QCustomPlot& plot);

    /// Takes the curves of a run that came to `lastIteration`. Replaces a ghost with that id or number.
    void keep(std::uint64_t runId, int number, std::int64_t lastIteration, std::vector<HistoryCurve>& curves);
    void remove(std::uint64_t runId);
    void setVisible(std::uint64_t runId, bool visible);

    /// Of those that are visible.
    std::int64_t lastIteration() const;
    void addTo(Extent& extent, const HistoryLook& look) const;
    void draw(const HistoryLook& look, const Theme& theme);
    void addTo(std::vector<LegendEntry>& entries, const Theme& theme) const;
    /// Each visible curve that has a value at this iteration, with the name of its run.
    using UseValue = std::function<void(const QString& run, const HistorySeries& spec, const Bucket& bucket)>;
    void forEachAt(double iteration, const UseValue& use) const;

private:
    struct Ghost {
        std::uint64_t runId;
        int number;
        bool isVisible;
        std::int64_t lastIteration;
        std::vector<GhostCurve> curves;

        QString name() const;
    };

    void draw(Ghost& ghost, const HistoryLook& look, const Theme& theme);

    QCustomPlot& m_plot;
    EndTags* m_tags;
    std::list<Ghost> m_ghosts; ///< by number
};

} // namespace gan
