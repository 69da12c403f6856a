#include "ui/drawing/point_file.h"

#include "core/data/csv_vectors.h"
#include "core/error.h"
#include "core/session/whole_file.h"
#include "core/settings/setting.h"

#include <QString>

#include <algorithm>

namespace gan {

namespace {

constexpr double kMargin = 0.05; ///< around points that are made to fit

struct Range {
    double low, high;
    double middle() const { return (low + high) / 2; }
    double size() const { return high - low; }
};

/// Of x, 0, or y, 1.
Range rangeOf(const std::vector<double>& coordinates, std::size_t which)
{
    Range range{coordinates[which], coordinates[which]};
    for (std::size_t i = which; i < coordinates.size(); i += 2)
        range = {std::min(range.low, coordinates[i]), std::max(range.high, coordinates[i])};
    return range;
}

} // namespace

PointList readPoints(const QString& path)
{
    std::vector<double> coordinates = readCsvVectors(path.toStdString(), 2).values;
    if (coordinates.size() > 2 * kMostPoints)
        throw Error(
            GE_TR("The file %1 has %2 points; a drawing has at most %3."),
            {path.toStdString(), std::to_string(coordinates.size() / 2), std::to_string(kMostPoints)});
    return PointList(std::move(coordinates));
}

void writePoints(const QString& path, const PointList& points)
{
    std::string lines;
    for (std::size_t i = 0; i < points.coordinates().size(); ++i)
        lines += numberText(points.coordinates()[i]) + (i % 2 ? "\n" : ",");
    writeWholeFile(path, QByteArray::fromStdString(lines));
}

PointList onCanvas(const PointList& points)
{
    const std::vector<double>& all = points.coordinates();
    const auto isInside = [](double coordinate) { return coordinate >= 0 && coordinate <= 1; };
    if (std::all_of(all.begin(), all.end(), isInside))
        return points;
    const Range ranges[] = {rangeOf(all, 0), rangeOf(all, 1)};
    const double size = std::max(ranges[0].size(), ranges[1].size());
    const double scale = size > 0 ? (1 - 2 * kMargin) / size : 0;
    std::vector<double> fitted;
    for (std::size_t i = 0; i < all.size(); ++i)
        fitted.push_back(0.5 + scale * (all[i] - ranges[i % 2].middle()));
    return PointList(std::move(fitted));
}

} // namespace gan
