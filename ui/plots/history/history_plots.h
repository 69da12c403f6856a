#pragma once

#include "core/metric_rows.h"
#include "core/run.h"

#include <QObject>

#include <optional>
#include <vector>

namespace gan {

class HistoryPlot;
class HistoryStrip;

/// What all curves over iterations of a sheet do alike; see HistoryPlot. What is read in one of them is read
/// in all.
class HistoryPlots : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    void add(HistoryPlot* plot);
    void add(HistoryStrip* strip);

    /// What reference lines depend on.
    void setSettings(const Settings& settings);
    void append(const MetricRows& rows);
    void mark(const Event& event);
    /// A new run: no data, no marks. Ghosts stay.
    void clear();
    void setSmoothing(double weight);
    /// What the curves are read at, until a hand reads somewhere else; nothing: no longer.
    void showReadout(std::optional<double> iteration);

    /// The curves of the current run become ghost `number` (1 to 3) and replace one that was; called before
    /// `clear()`.
    void keepGhost(std::uint64_t runId, int number);
    void removeGhost(std::uint64_t runId);
    void setGhostVisible(std::uint64_t runId, bool visible);

private:
    std::vector<HistoryPlot*> m_plots;
    std::vector<HistoryStrip*> m_strips;
};

} // namespace gan
