#pragma once

#include "core/curve_store.h"
#include "ui/plots/extent.h"
#include "ui/plots/plot_spec.h"
#include "ui/plots/qcp.h"

namespace gan {

/// How the curves of a history plot are looked at.
struct HistoryLook {
    Interval iterations;        ///< that are in sight
    double bottom = 0;          ///< of the value axis
    bool logIterations = false; ///< logarithmic axes
    bool logValues = false;
    int points = 1000;             ///< that a curve should not need more of
    int pointsTogether = 1;        ///< so many of them are one: a calm mean with its band
    double smoothing = 0;          ///< weight, 0 for none
    bool hasEachIteration = false; ///< what lacks an iteration has a gap there; otherwise it is joined
};

/// What is known of the iterations in sight, joined as far as the screen cannot show them apart, and one
/// bucket beyond each end, so that lines leave the plot.
Buckets inSight(const CurveStore& store, const HistoryLook& look);

/// From their smallest to their largest values, and their means.
void addValues(Extent& extent, const Buckets& buckets);

/// The line through the means of buckets. It has a gap where an iteration is missing that should be there,
/// and on a logarithmic axis where means are not positive. A bucket alone is as long as its iterations.
QVector<QCPGraphData> meanLine(const Buckets& buckets, const HistoryLook& look);
/// Around it, from the smallest to the largest values.
QVector<QCPGraphData> lowEdge(const Buckets& buckets, const HistoryLook& look);
QVector<QCPGraphData> highEdge(const Buckets& buckets, const HistoryLook& look);
/// The smoothed curve in sight. Each average stands at the iteration that it has reached.
QVector<QCPGraphData> averageLine(const CurveStore& store, const HistoryLook& look);

/// The bucket that a place on the line stands for: the newest at or before an iteration, or the first. Null
/// in a gap, and when there is none.
const Bucket* bucketAt(const Buckets& buckets, double iteration, bool hasEachIteration);

} // namespace gan
