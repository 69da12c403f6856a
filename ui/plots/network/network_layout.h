#pragma once

#include "core/snapshot.h"

#include <QLineF>
#include <QRectF>

#include <optional>
#include <vector>

namespace gan {

/// A unit; all counted from 0. Layer 0 are the inputs.
struct UnitPlace {
    std::size_t network, layer, unit;

    bool operator==(const UnitPlace&) const = default;
};

/// The weight of a unit for one of its inputs, from 0; without an input its bias.
struct WeightPlace {
    UnitPlace to;
    std::optional<std::size_t> input;

    bool operator==(const WeightPlace&) const = default;
};

/// Where the units and weights of networks are drawn: a column for each layer, inputs on the left.
struct NetworkLayout {
    struct Unit {
        UnitPlace place;
        QRectF box;
        QRectF beside; ///< room for a name: left of an input, right of others
    };
    struct Line {
        WeightPlace place;
        QLineF line;
        double weight;
    };
    /// Units of a layer for which there is no room.
    struct Rest {
        QRectF room;
        int count;
    };

    /// In the room, at this scale of texts. Networks lie side by side where that is wide.
    NetworkLayout(const std::vector<const NetworkPicture*>& networks, const QRectF& room, double scale);

    std::optional<UnitPlace> unitAt(const QPointF& at) const;
    /// The nearest line that is close.
    std::optional<WeightPlace> lineAt(const QPointF& at) const;

    std::vector<QRectF> titles; ///< of each network
    std::vector<Unit> units;
    std::vector<Line> lines;
    std::vector<Rest> rests;

private:
    void addNetwork(std::size_t number, const NetworkPicture& network, const QRectF& room);
    void addLayer(UnitPlace first, const NetworkPicture& network, const QRectF& column, const QRectF& below);
    void addLines(const NetworkPicture& network, std::size_t firstUnit);

    const double m_scale;
};

/// How many units of a layer are drawn.
std::size_t shownUnits(const NetworkPicture& network, std::size_t layer);
/// NaN where the network has no such weight.
double weightOf(const NetworkPicture& network, const WeightPlace& place);

} // namespace gan
