#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
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

/// From (x, y), by (dx, dy).
struct Arrows {
    std::string name;
    std::vector<double> x, y, dx, dy; ///< the same length

    bool operator==(const Arrows&) const = default;
};

/// A grid of columns x rows corners that may be bent, row by row.
struct Mesh {
    std::string name;
    int columns = 0, rows = 0;
    std::vector<double> x, y; ///< of each corner

    bool operator==(const Mesh&) const = default;
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

/// A network of dense layers as it is now: all its weights, and what its units say over a square of two of
/// its inputs.
struct NetworkPicture {
    /// The first layer are the inputs, which have no weights.
    struct Layer {
        int units = 0;
        std::vector<std::string> names = {}; ///< of the units, where they have any
        std::vector<float> weights = {};     ///< [units, units of the layer before], row by row
        std::vector<float> biases = {};
        double neutral = 0;           ///< the value of a map that is neither high nor low
        std::vector<float> maps = {}; ///< of the first units, side x side each, row by row from below

        bool operator==(const Layer&) const = default;
    };
    std::string name;
    int side = 0;
    std::vector<Layer> layers;

    bool operator==(const NetworkPicture&) const = default;
};

/// One number with a name, e.g. {"w1", 0.21}.
struct Readout {
    std::string name;
    double value;

    bool operator==(const Readout&) const = default;
};

/// What a snapshot is made of. Each kind has a name, and is an aggregate of plain numbers or bytes.
using Part =
    std::variant<Readout, Curve, Histogram, Points, Arrows, Mesh, Pictures, Grid, Table, NetworkPicture>;

/// Everything that the screen, an export or a timeline knows of a trainer at one iteration: named parts of a
/// few kinds. Pages ask for them by kind and name, so a new experiment touches neither session nor export.
struct Snapshot {
    std::int64_t iteration = 0;
    std::int64_t updatesD = 0, updatesG = 0;
    bool isWhole = true; ///< otherwise it has what a View asked for, and there is more
    std::vector<Part>
        parts; ///< in the order in which they were added; parts of one kind have different names

    /// The part of this kind and name, or null.
    template <class Kind>
    const Kind* find(std::string_view name) const
    {
        for (const Part& part : parts)
            if (const Kind* found = std::get_if<Kind>(&part); found && found->name == name)
                return found;
        return nullptr;
    }
    /// All parts of this kind, in their order.
    template <class Kind>
    std::vector<Kind> all() const
    {
        std::vector<Kind> found;
        for (const Part& part : parts)
            if (const Kind* kind = std::get_if<Kind>(&part))
                found.push_back(*kind);
        return found;
    }

    void add(Part part) { parts.push_back(std::move(part)); }
    template <class Kind>
    void addAll(std::vector<Kind> added)
    {
        for (Kind& part : added)
            add(std::move(part));
    }

    bool operator==(const Snapshot&) const = default;
};

/// What it takes in memory, all its parts included.
std::size_t bytesOf(const Snapshot& snapshot);

} // namespace gan
