#include "core/snapshot.h"

#include <numeric>

namespace gan {

namespace {

template <class T>
std::size_t bytesIn(const std::vector<T>& values)
{
    return values.capacity() * sizeof(T);
}

/// What a part holds besides itself. A new kind does not compile before it is counted here.
struct HeldBytes {
    std::size_t operator()(const Readout&) const { return 0; }
    std::size_t operator()(const Curve& curve) const { return bytesIn(curve.x) + bytesIn(curve.y); }
    std::size_t operator()(const Histogram& histogram) const { return bytesIn(histogram.counts); }
    std::size_t operator()(const Points& points) const { return bytesIn(points.x) + bytesIn(points.y); }
    std::size_t operator()(const Arrows& arrows) const
    {
        return bytesIn(arrows.x) + bytesIn(arrows.y) + bytesIn(arrows.dx) + bytesIn(arrows.dy);
    }
    std::size_t operator()(const Mesh& mesh) const { return bytesIn(mesh.x) + bytesIn(mesh.y); }
    std::size_t operator()(const Pictures& pictures) const { return bytesIn(pictures.bytes); }
    std::size_t operator()(const Grid& grid) const { return bytesIn(grid.values); }
    std::size_t operator()(const Table& table) const
    {
        std::size_t bytes = bytesIn(table.columns) + bytesIn(table.rows);
        for (const auto& row : table.rows)
            bytes += bytesIn(row);
        return bytes;
    }
    std::size_t operator()(const NetworkPicture& network) const
    {
        std::size_t bytes = bytesIn(network.layers);
        for (const NetworkPicture::Layer& layer : network.layers)
            bytes +=
                bytesIn(layer.names) + bytesIn(layer.weights) + bytesIn(layer.biases) + bytesIn(layer.maps);
        return bytes;
    }
};

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

std::size_t bytesOf(const Snapshot& snapshot)
{
    std::size_t bytes = sizeof snapshot + bytesIn(snapshot.parts);
    for (const Part& part : snapshot.parts)
        bytes += std::visit(HeldBytes(), part);
    return bytes;
}

} // namespace gan
