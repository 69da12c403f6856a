#include "ui/plots/snapshot/beads.h"

#include <algorithm>

namespace gan {

namespace {

using Marks = SnapshotItem::Marks;

constexpr double kDisc = 4.5, kHazeDisc = 2, kLeastDisc = 1.5; ///< in widths of the pen
constexpr double kDiscShare = 0.6;                             ///< of the room that a point has
constexpr int kHazeAlpha = 90, kThreadAlpha = 130;

QColor paler(QColor color, int alpha)
{
    color.setAlpha(alpha);
    return color;
}

} // namespace

void setMarks(QCPGraph& graph, Marks marks, const QPen& pen, double width)
{
    graph.setPen(pen);
    graph.setScatterStyle(QCPScatterStyle());
    graph.setLineStyle(QCPGraph::lsLine);
    if (marks == Marks::Line)
        return;
    const double room = width / std::max(1, graph.data()->size());
    const double most = pen.widthF() * (marks == Marks::Haze ? kHazeDisc : kDisc);
    const double size = marks == Marks::Beads ? std::min(most, kDiscShare * room) : most;
    if (size < kLeastDisc * pen.widthF() && marks == Marks::Beads)
        return;
    const QColor color = marks == Marks::Haze ? paler(pen.color(), kHazeAlpha) : pen.color();
    graph.setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, color, size));
    if (marks != Marks::Beads)
        return graph.setLineStyle(QCPGraph::lsNone);
    QPen thread = pen;
    thread.setColor(paler(pen.color(), kThreadAlpha));
    thread.setWidthF(pen.widthF() * 0.7);
    graph.setPen(thread);
}

} // namespace gan
