#pragma once

#include "ui/plots/history/history_look.h"

#include <memory>

namespace gan {

/// Whether all its columns have a value in each iteration in which the network learns; otherwise they are
/// measured now and then.
bool hasEachIteration(const HistorySeries& spec);

/// The pens that a curve is drawn with.
struct CurvePens {
    QPen line;
    QColor pale; ///< of the raw curve behind a smoothed one
    double paleWidth = 1;
};

/// One curve of the current run: what is known of it, and the graphs that draw it. Where a point stands for
/// many iterations, the line is their mean and the band around it reaches from their smallest to their
/// largest.
class HistoryCurve {
public:
    HistoryCurve(const HistorySeries& spec, QCustomPlot& plot);

    const HistorySeries& spec() const { return *m_spec; }
    const CurveStore& store() const { return m_store; }
    void append(std::int64_t iteration, float value) { m_store.append(iteration, value); }
    /// What was known; nothing is left.
    CurveStore take() { return std::exchange(m_store, {}); }

    void draw(const HistoryLook& look, const CurvePens& pens);
    /// What it says of a place, as drawn last; null where it says nothing.
    const Bucket* at(double iteration) const;

private:
    const HistorySeries* m_spec;
    CurveStore m_store;
    Buckets m_drawn;
    QCPGraph *m_low, *m_high, *m_mean, *m_average;
};

/// A curve of an earlier run: one line behind those of the current run.
class GhostCurve {
public:
    GhostCurve(const HistorySeries& spec, CurveStore store, QCustomPlot& plot);

    const HistorySeries& spec() const { return *m_spec; }
    const CurveStore& store() const { return m_store; }
    void draw(const HistoryLook& look, const QPen& pen);
    void hide();
    const Bucket* at(double iteration) const;
    /// Where its line ends, or leaves the plot on the right.
    std::optional<QPointF> end(const HistoryLook& look) const;

private:
    /// Takes its graph out of the plot.
    struct Removal {
        void operator()(QCPGraph* graph) const { graph->parentPlot()->removeGraph(graph); }
    };

    const HistorySeries* m_spec;
    CurveStore m_store;
    Buckets m_drawn;
    std::unique_ptr<QCPGraph, Removal> m_line;
};

} // namespace gan
