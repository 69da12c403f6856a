#include "ui/plots/flow/flow_layout.h"

#include <QLineF>

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace gan {

namespace {

using Place = FlowBox::Place;

constexpr double kMostGap = 0.45;   ///< relative to a box: a longer arrow ties nothing together
constexpr double kBesideTwin = 0.2; ///< of a box, from the middle to an arrow that has another one beside it

constexpr double kWordsGap = 0.6; ///< of what lies between two boxes, for words beside one

/// Boxes in columns and rows, each one's place.
struct Arrangement {
    std::vector<Place> places;
    bool isTurned = false; ///< columns are rows
    int columns = 0, rows = 0;
};

Arrangement arranged(const FlowSpec& spec, Place FlowBox::*at, bool isTurned)
{
    Arrangement all{{}, isTurned};
    for (const FlowBox& box : spec.boxes) {
        const Place place = isTurned ? Place{(box.*at).row, (box.*at).column} : box.*at;
        all.places.push_back(place);
        all.columns = std::max(all.columns, place.column + 1);
        all.rows = std::max(all.rows, place.row + 1);
    }
    return all;
}

/// Of the square in a box.
double sideIn(const Arrangement& all, const QRectF& room, const FlowSizes& sizes)
{
    return std::min((room.width() + sizes.gap) / all.columns - sizes.gap,
                    (room.height() + sizes.gap) / all.rows - sizes.gap - sizes.title);
}

Arrangement largestIn(const FlowSpec& spec, const QRectF& room, const FlowSizes& sizes)
{
    const std::initializer_list<Arrangement> all = {arranged(spec, &FlowBox::wide, false),
                                                    arranged(spec, &FlowBox::square, false),
                                                    arranged(spec, &FlowBox::wide, true)};
    return *std::max_element(all.begin(), all.end(), [&](const Arrangement& a, const Arrangement& b) {
        return sideIn(a, room, sizes) < sideIn(b, room, sizes);
    });
}

/// All cells of the arrangement, in the middle of the room.
struct Cells {
    QPointF start;
    QSizeF box;
    QSizeF step; ///< from one to the next

    QRectF at(Place place) const
    {
        return {start + QPointF(place.column * step.width(), place.row * step.height()), box};
    }
};

Cells cellsIn(const Arrangement& all, const QRectF& room, const FlowSizes& sizes)
{
    const double side = std::max(1.0, sideIn(all, room, sizes));
    const QSizeF box(side, side + sizes.title);
    const auto step = [&](double length, double each, int count) {
        const double most = each + std::max(sizes.gap, kMostGap * side);
        return count > 1 ? std::min(most, (length - each) / (count - 1)) : most;
    };
    const QSizeF steps(step(room.width(), box.width(), all.columns),
                       step(room.height(), box.height(), all.rows));
    const QSizeF whole((all.columns - 1) * steps.width() + box.width(),
                       (all.rows - 1) * steps.height() + box.height());
    return {room.center() - QPointF(whole.width(), whole.height()) / 2, box, steps};
}

/// The free cells of the first row that has some, and what lies around them up to other boxes and the edge.
QRectF freeRoom(const Arrangement& all, const Cells& cells, const QRectF& room)
{
    QRectF found;
    for (int row = 0; row < all.rows && found.isEmpty(); ++row)
        for (int column = 0; column < all.columns; ++column) {
            const bool isTaken = std::any_of(all.places.begin(), all.places.end(), [&](const Place& place) {
                return place.column == column && place.row == row;
            });
            if (!isTaken)
                found |= cells.at({column, row});
        }
    const double across = kWordsGap * (cells.step.width() - cells.box.width());
    const double down = kWordsGap * (cells.step.height() - cells.box.height());
    return found.adjusted(-across, -down, across, down) & room;
}

QPolygonF swapped(const QPolygonF& line)
{
    QPolygonF other;
    for (const QPointF& point : line)
        other.append(point.transposed());
    return other;
}

QRectF swapped(const QRectF& box)
{
    return {box.topLeft().transposed(), box.size().transposed()};
}

/// From the upper or lower edge of one to that of the other.
QPolygonF aroundCorner(const QRectF& from, const QRectF& to)
{
    const bool isDown = to.center().y() > from.center().y();
    const double start = isDown ? from.bottom() : from.top(), end = isDown ? to.top() : to.bottom();
    const double a = from.center().x(), b = to.center().x(), middle = (start + end) / 2;
    return QPolygonF({{a, start}, {a, middle}, {b, middle}, {b, end}});
}

/// From side to side, so far below the middle.
QPolygonF across(const QRectF& from, const QRectF& to, double aside)
{
    const bool isRight = to.center().x() > from.center().x();
    const double y = from.center().y() + aside;
    return QPolygonF({{isRight ? from.right() : from.left(), y}, {isRight ? to.left() : to.right(), y}});
}

/// Straight where both are in one row or column.
QPolygonF between(const QRectF& from, const QRectF& to, double aside, bool isTurned)
{
    if (std::abs(from.top() - to.top()) < 1)
        return across(from, to, aside);
    if (std::abs(from.left() - to.left()) < 1)
        return swapped(across(swapped(from), swapped(to), aside));
    return isTurned ? swapped(aroundCorner(swapped(from), swapped(to))) : aroundCorner(from, to);
}

bool hasTwin(const FlowSpec& spec, const FlowArrow& arrow)
{
    return std::any_of(spec.arrows.begin(), spec.arrows.end(), [&](const FlowArrow& other) {
        return other.from == arrow.to && other.to == arrow.from;
    });
}

} // namespace

std::optional<std::size_t> FlowLayout::boxAt(QPointF pixel) const
{
    const auto found =
        std::find_if(boxes.begin(), boxes.end(), [&](const QRectF& box) { return box.contains(pixel); });
    return found == boxes.end() ? std::nullopt : std::optional(std::size_t(found - boxes.begin()));
}

FlowLayout flowLayout(const FlowSpec& spec, const QRectF& room, const FlowSizes& sizes)
{
    const Arrangement all = largestIn(spec, room, sizes);
    const Cells cells = cellsIn(all, room, sizes);
    FlowLayout layout;
    for (const Place& place : all.places)
        layout.boxes.push_back(cells.at(place));
    for (const FlowArrow& arrow : spec.arrows) {
        const double side = hasTwin(spec, arrow) ? (arrow.isBack ? 1 : -1) * kBesideTwin : 0;
        layout.arrows.push_back(between(layout.boxes[arrow.from], layout.boxes[arrow.to],
                                        side * cells.box.width(), all.isTurned));
    }
    layout.words = freeRoom(all, cells, room);
    return layout;
}

double lengthOf(const QPolygonF& line)
{
    double length = 0;
    for (qsizetype i = 0; i + 1 < line.size(); ++i)
        length += QLineF(line[i], line[i + 1]).length();
    return length;
}

QPointF pointAlong(const QPolygonF& line, double share)
{
    double left = share * lengthOf(line);
    for (qsizetype i = 0; i + 1 < line.size(); ++i) {
        const QLineF piece(line[i], line[i + 1]);
        if (left <= piece.length() && piece.length() > 0)
            return piece.pointAt(left / piece.length());
        left -= piece.length();
    }
    return line.back();
}

} // namespace gan
