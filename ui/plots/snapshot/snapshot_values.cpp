#include "ui/plots/snapshot/snapshot_values.h"

#include "ui/text/text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gan {

namespace {

/// The place of a column, or the number of columns.
std::size_t placeOf(const Table& table, const char* column)
{
    const auto found = std::find(table.columns.begin(), table.columns.end(), column);
    return static_cast<std::size_t>(found - table.columns.begin());
}

} // namespace

double heightAt(const Curve& curve, double x)
{
    if (curve.x.empty() || x < curve.x.front() || x > curve.x.back())
        return std::numeric_limits<double>::quiet_NaN();
    const auto next = std::lower_bound(curve.x.begin(), curve.x.end(), x) - curve.x.begin();
    const auto i = static_cast<std::size_t>(std::max<std::ptrdiff_t>(1, next));
    if (i >= curve.x.size())
        return curve.y.back();
    const double part = (x - curve.x[i - 1]) / (curve.x[i] - curve.x[i - 1]);
    return curve.y[i - 1] + part * (curve.y[i] - curve.y[i - 1]);
}

double heightAt(const Histogram& histogram, double x)
{
    if (histogram.counts.empty() || x < histogram.low || x >= histogram.high)
        return std::numeric_limits<double>::quiet_NaN();
    const auto bin = static_cast<std::size_t>((x - histogram.low) / histogram.binWidth());
    return histogram.density(std::min(bin, histogram.counts.size() - 1));
}

Curve columnOf(const Table& table, const SnapshotItem& item)
{
    Curve curve{table.name, {}, {}};
    const std::size_t y = placeOf(table, item.column);
    const std::size_t x = item.xColumn ? placeOf(table, item.xColumn) : 0;
    if (std::max(x, y) >= table.columns.size())
        return curve;
    for (const std::vector<double>& row : table.rows) {
        curve.x.push_back((item.xColumn ? row[x] : static_cast<double>(curve.x.size() + 1)) + item.shift);
        curve.y.push_back(row[y]);
    }
    return curve;
}

QString labelOf(const SnapshotItem& item, const Snapshot* snapshot)
{
    QString text = translated(item.label);
    for (const char* name : item.values) {
        const Readout* value = snapshot ? snapshot->find<Readout>(name) : nullptr;
        text = text.arg(
            measureText(value ? value->value : std::numeric_limits<double>::quiet_NaN(), item.decimals));
    }
    return text;
}

} // namespace gan
