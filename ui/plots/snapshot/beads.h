#pragma once

#include "ui/plots/plot_spec.h"
#include "ui/plots/qcp.h"

namespace gan {

/// Gives a graph its line and its discs. Discs become smaller where the `width` units that the plot is wide
/// hold many points, and make way for the line alone before they touch.
void setMarks(QCPGraph& graph, SnapshotItem::Marks marks, const QPen& pen, double width);

} // namespace gan
