#pragma once

#include "core/snapshot.h"
#include "ui/plots/plot_spec.h"

#include <QString>

namespace gan {

/// The value of a curve at x, between its points; not a number beside them.
double heightAt(const Curve& curve, double x);
/// The density of the bin at x; not a number outside of the range.
double heightAt(const Histogram& histogram, double x);
/// The column of a table that the item names, over its x column or the numbers of the rows; empty when the
/// table lacks one of them.
Curve columnOf(const Table& table, const SnapshotItem& item);
/// The item's label with its read-outs.
QString labelOf(const SnapshotItem& item, const Snapshot* snapshot);

} // namespace gan
