#include "core/snapshot.h"

#include <algorithm>
#include <numeric>

namespace gan {

namespace {

template <class Part>
const Part* named(const std::vector<Part>& parts, std::string_view name)
{
    const auto found =
        std::find_if(parts.begin(), parts.end(), [&](const Part& part) { return part.name == name; });
    return found == parts.end() ? nullptr : &*found;
}

} // namespace

std::int64_t Histogram::total() const
{
    return std::accumulate(counts.begin(), counts.end(), below + above);
}

double Histogram::density(std::size_t bin) const
{
    const auto all = static_cast<double>(total());
    return all > 0 ? static_cast<double>(counts[bin]) / (all * binWidth()) : 0.0;
}

const Readout* Snapshot::readout(std::string_view name) const
{
    return named(readouts, name);
}

const Curve* Snapshot::curve(std::string_view name) const
{
    return named(curves, name);
}

const Histogram* Snapshot::histogram(std::string_view name) const
{
    return named(histograms, name);
}

const Table* Snapshot::table(std::string_view name) const
{
    return named(tables, name);
}

const Pictures* Snapshot::picturesNamed(std::string_view name) const
{
    return named(pictures, name);
}

const Grid* Snapshot::grid(std::string_view name) const
{
    return named(grids, name);
}

} // namespace gan
