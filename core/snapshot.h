#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gan {

struct Curve {
    std::string name;
    std::vector<double> x, y; ///< the same length; x ascending

    bool operator==(const Curve&) const = default;
};

/// Counts in bins of equal width over [low, high]; what fell outside is counted, not dropped.
struct Histogram {
    std::string name;
    double low = 0, high = 1;
    std::vector<std::int64_t> counts;
    std::int64_t below = 0, above = 0;

    std::int64_t total() const;
    double binWidth() const { return (high - low) / static_cast<double>(counts.size()); }
    /// Density of bin i, normalized by all samples, outside ones included.
    double density(std::size_t bin) const;

    bool operator==(const Histogram&) const = default;
};

struct Points {
    std::string name;
    std::vector<double> x, y;

    bool operator==(const Points&) const = default;
};

/// `count` pictures of height x width x channels bytes each, one after the other.
struct Pictures {
    std::string name;
    int count = 0, width = 0, height = 0, channels = 0;
    std::vector<std::uint8_t> bytes;

    bool operator==(const Pictures&) const = default;
};

/// Values over a rectangle, row by row from y0 upwards.
struct Grid {
    std::string name;
    int columns = 0, rows = 0;
    double x0 = 0, x1 = 1, y0 = 0, y1 = 1;
    std::vector<float> values;

    bool operator==(const Grid&) const = default;
};

struct Table {
    std::string name;
    std::vector<std::string> columns;
    std::vector<std::vector<double>> rows;

    bool operator==(const Table&) const = default;
};

/// One number with a name, e.g. {"w1", 0.21}.
struct Readout {
    std::string name;
    double value;

    bool operator==(const Readout&) const = default;
};

/// Everything that the screen, an export or a timeline knows of a trainer at one iteration: plain numbers and
/// bytes. Pages ask for its parts by name, so a new experiment touches neither session nor export.
struct Snapshot {
    std::uint64_t runId = 0; ///< set by the session; a snapshot of an older run is dropped
    std::int64_t iteration = 0;
    std::int64_t updatesD = 0, updatesG = 0;
    std::vector<Readout> readouts;
    std::vector<Curve> curves;
    std::vector<Histogram> histograms;
    std::vector<Points> points;
    std::vector<Pictures> pictures;
    std::vector<Grid> grids;
    std::vector<Table> tables;

    const Readout* readout(std::string_view name) const;
    const Curve* curve(std::string_view name) const;
    const Histogram* histogram(std::string_view name) const;
    const Table* table(std::string_view name) const;
    const Pictures* picturesNamed(std::string_view name) const;
    const Grid* grid(std::string_view name) const;

    bool operator==(const Snapshot&) const = default;
};

} // namespace gan
