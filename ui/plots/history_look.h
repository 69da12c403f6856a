#pragma once

#include "core/curve_store.h"
#include "ui/plots/plot_spec.h"
#include "ui/plots/qcp.h"

namespace gan {

/// How the curves of a history plot are looked at.
struct HistoryLook {
    Interval iterations;        ///< that are in sight
    double bottom = 0;          ///< of the value axis
    bool logIterations = false; ///< logarithmic axes
    bool logValues = false;
    int points = 1000;    ///< that a curve should not need more of
    double smoothing = 0; ///< weight, 0 for none
};

/// What is known of the iterations in sight, joined as far as the screen cannot show them apart, and one
/// bucket beyond each end, so that lines leave the plot.
Buckets inSight(const CurveStore& store, const HistoryLook& look);

/// The line through the means of buckets. On a logarithmic axis it has a gap where they are not positive.
QVector<QCPGraphData> meanLine(const Buckets& buckets, const HistoryLook& look);
/// Around it, from the smallest to the largest values.
QVector<QCPGraphData> lowEdge(const Buckets& buckets, const HistoryLook& look);
QVector<QCPGraphData> highEdge(const Buckets& buckets, const HistoryLook& look);
/// The smoothed curve in sight. Each average stands at the iteration that it has reached.
QVector<QCPGraphData> averageLine(const CurveStore& store, const HistoryLook& look);

/// The newest bucket at or before an iteration, or the first; null when there is none.
const Bucket* bucketAt(const Buckets& buckets, double iteration);

} // namespace gan
