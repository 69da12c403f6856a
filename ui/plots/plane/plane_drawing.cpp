#include "ui/plots/plane/plane_drawing.h"

#include "ui/style/mixed_color.h"
#include "ui/style/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace gan {

namespace {

constexpr double kMapStrength = 0.55;          ///< of its two colors: points stay visible over it
constexpr double kFullDensity = 4;             ///< times the mean: as strong as a cell gets
constexpr double kStrongest = 0.75;            ///< of the color
constexpr double kHead = 5, kHeadAngle = 0.45; ///< of an arrow: widths of its line, radians

double middle(double low, double high, int cells, int i)
{
    return low + (high - low) * (i + 0.5) / cells;
}

/// Twice the area of a polygon.
double doubleArea(const QPolygonF& polygon)
{
    double sum = 0;
    for (qsizetype i = 0; i < polygon.size(); ++i) {
        const QPointF a = polygon[i], b = polygon[(i + 1) % polygon.size()];
        sum += a.x() * b.y() - b.x() * a.y();
    }
    return std::abs(sum);
}

QPolygonF cellOf(const Mesh& mesh, int row, int column)
{
    QPolygonF cell;
    for (const auto& [r, c] :
         {std::pair(row, column), {row, column + 1}, {row + 1, column + 1}, {row + 1, column}}) {
        const auto at = static_cast<std::size_t>(r * mesh.columns + c);
        cell.append({mesh.x[at], mesh.y[at]});
    }
    return cell;
}

void drawLine(QPainter& painter, const Mesh& mesh, const QColor& color, double width, const ToPixel& toPixel)
{
    QPolygonF line;
    for (std::size_t i = 0; i < mesh.x.size(); ++i)
        line.append(toPixel(mesh.x[i], mesh.y[i]));
    painter.setPen(QPen(color, 2 * width));
    painter.drawPolyline(line);
}

} // namespace

std::vector<QLineF> contourOf(const Grid& grid, double level)
{
    const auto value = [&](int column, int row) {
        return double(grid.values[std::size_t(row) * std::size_t(grid.columns) + std::size_t(column)]) -
               level;
    };
    const auto place = [&](int column, int row) {
        return QPointF(middle(grid.x0, grid.x1, grid.columns, column),
                       middle(grid.y0, grid.y1, grid.rows, row));
    };
    std::vector<QLineF> pieces;
    for (int row = 0; row + 1 < grid.rows; ++row)
        for (int column = 0; column + 1 < grid.columns; ++column) {
            const std::pair<int, int> corners[] = {
                {column, row}, {column + 1, row}, {column + 1, row + 1}, {column, row + 1}};
            std::vector<QPointF> crossed;
            for (int i = 0; i < 4; ++i) {
                const auto [c0, r0] = corners[i];
                const auto [c1, r1] = corners[(i + 1) % 4];
                const double from = value(c0, r0), to = value(c1, r1);
                if ((from < 0) != (to < 0))
                    crossed.push_back(place(c0, r0) + (place(c1, r1) - place(c0, r0)) * (from / (from - to)));
            }
            for (std::size_t i = 0; i + 1 < crossed.size(); i += 2)
                pieces.emplace_back(crossed[i], crossed[i + 1]);
        }
    return pieces;
}

std::optional<double> valueAt(const Grid& grid, double x, double y)
{
    const double across = (x - grid.x0) / (grid.x1 - grid.x0), up = (y - grid.y0) / (grid.y1 - grid.y0);
    if (!(across >= 0 && across < 1 && up >= 0 && up < 1))
        return std::nullopt;
    const auto column = std::size_t(across * grid.columns), row = std::size_t(up * grid.rows);
    return grid.values[row * std::size_t(grid.columns) + column];
}

QColor mapColor(double share, const Theme& theme, double strength)
{
    const double part = kMapStrength * strength * std::min(1.0, 2 * std::abs(share - 0.5));
    return mixedColor(theme.panel, share < 0.5 ? theme.generated : theme.real, part);
}

std::pair<double, double> mapRange(const Grid& grid)
{
    const auto [low, high] = std::minmax_element(grid.values.begin(), grid.values.end());
    const bool isProbability = *low >= 0 && *high <= 1;
    return isProbability ? std::pair(0.0, 1.0) : std::pair(double(*low), double(*high));
}

void drawMesh(QPainter& painter, const Mesh& mesh, const QColor& color, double width, const ToPixel& toPixel)
{
    if (mesh.rows < 2)
        return drawLine(painter, mesh, color, width, toPixel);
    std::vector<QPolygonF> cells;
    std::vector<double> areas;
    for (int row = 0; row + 1 < mesh.rows; ++row)
        for (int column = 0; column + 1 < mesh.columns; ++column) {
            cells.push_back(cellOf(mesh, row, column));
            areas.push_back(doubleArea(cells.back()));
        }
    double mean = 0;
    for (const double area : areas)
        mean += area / double(areas.size());
    QColor edge = color;
    edge.setAlphaF(0.5f);
    painter.setPen(QPen(edge, width / 2));
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const double density = areas[i] > 0 ? std::min(mean / areas[i] / kFullDensity, 1.0) : 1;
        QColor fill = color;
        fill.setAlphaF(float(kStrongest * density));
        painter.setBrush(fill);
        QPolygonF polygon;
        for (const QPointF& corner : cells[i])
            polygon.append(toPixel(corner.x(), corner.y()));
        painter.drawPolygon(polygon);
    }
}

double longestOf(const Arrows& arrows)
{
    double longest = 0;
    for (std::size_t i = 0; i < arrows.x.size(); ++i)
        longest = std::max(longest, std::hypot(arrows.dx[i], arrows.dy[i]));
    return longest;
}

void drawArrows(QPainter& painter, const Arrows& arrows, double reach, const QColor& color, double width,
                const ToPixel& toPixel)
{
    const double longest = longestOf(arrows);
    if (!(longest > 0) || !std::isfinite(longest))
        return;
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap));
    for (std::size_t i = 0; i < arrows.x.size(); ++i) {
        const double scale = reach / longest;
        const QPointF from = toPixel(arrows.x[i], arrows.y[i]);
        const QPointF to = toPixel(arrows.x[i] + scale * arrows.dx[i], arrows.y[i] + scale * arrows.dy[i]);
        const double length = QLineF(from, to).length(), head = std::min(kHead * width, length / 2);
        if (length < width)
            continue;
        painter.drawLine(from, to);
        const double angle = std::atan2(to.y() - from.y(), to.x() - from.x());
        for (const double side : {-kHeadAngle, kHeadAngle})
            painter.drawLine(to, to - head * QPointF(std::cos(angle + side), std::sin(angle + side)));
    }
}

} // namespace gan
