#include "ui/plots/network/network_layout.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gan {

namespace {

// At scale 1.
constexpr double kTitle = 20, kBelow = 16, kGap = 14;
constexpr double kMostBox = 46, kReach = 4, kNameAway = 4;
constexpr double kBoxShare = 0.84; ///< of the height that a unit has
constexpr double kColumnShare = 0.5;

double distance(const QPointF& at, const QLineF& line)
{
    const QPointF along = line.p2() - line.p1(), from = at - line.p1();
    const double square = QPointF::dotProduct(along, along);
    const double part = square > 0 ? std::clamp(QPointF::dotProduct(from, along) / square, 0.0, 1.0) : 0;
    return QLineF(at, line.pointAt(part)).length();
}

} // namespace

std::size_t shownUnits(const NetworkPicture& network, std::size_t layer)
{
    const auto cells = std::size_t(network.side) * std::size_t(network.side);
    return cells ? network.layers[layer].maps.size() / cells : 0;
}

double weightOf(const NetworkPicture& network, const WeightPlace& place)
{
    constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
    const UnitPlace& to = place.to;
    if (to.layer == 0 || to.layer >= network.layers.size())
        return kNone;
    const NetworkPicture::Layer& layer = network.layers[to.layer];
    const auto inputs = std::size_t(network.layers[to.layer - 1].units);
    if (to.unit >= layer.biases.size() || place.input.value_or(0) >= inputs)
        return kNone;
    return double(place.input ? layer.weights[to.unit * inputs + *place.input] : layer.biases[to.unit]);
}

NetworkLayout::NetworkLayout(const std::vector<const NetworkPicture*>& networks, const QRectF& room,
                             double scale)
    : m_scale(scale)
{
    const double count = double(networks.size()), gap = kGap * scale;
    const bool isWide = room.width() > 1.3 * room.height();
    const QSizeF part = isWide ? QSizeF((room.width() - (count - 1) * gap) / count, room.height())
                               : QSizeF(room.width(), (room.height() - (count - 1) * gap) / count);
    QPointF at = room.topLeft();
    for (std::size_t i = 0; i < networks.size(); ++i) {
        addNetwork(i, *networks[i], QRectF(at, part));
        at += isWide ? QPointF(part.width() + gap, 0) : QPointF(0, part.height() + gap);
    }
}

void NetworkLayout::addNetwork(std::size_t number, const NetworkPicture& network, const QRectF& room)
{
    titles.emplace_back(room.left(), room.top(), room.width(), kTitle * m_scale);
    const double width = room.width() / double(network.layers.size());
    const double top = titles.back().bottom(), bottom = room.bottom() - kBelow * m_scale;
    const std::size_t firstUnit = units.size();
    for (std::size_t layer = 0; layer < network.layers.size(); ++layer) {
        const double left = room.left() + double(layer) * width;
        addLayer({number, layer, 0}, network, QRectF(left, top, width, bottom - top),
                 QRectF(left, bottom, width, kBelow * m_scale));
    }
    addLines(network, firstUnit);
}

/// In the middle of the column.
void NetworkLayout::addLayer(UnitPlace first, const NetworkPicture& network, const QRectF& column,
                             const QRectF& below)
{
    const std::size_t shown = shownUnits(network, first.layer);
    const double most = std::min(kMostBox * m_scale, kColumnShare * column.width());
    const double pitch =
        std::min(most / kBoxShare, column.height() / double(std::max<std::size_t>(1, shown)));
    const double side = kBoxShare * pitch;
    double middle = column.center().y() - pitch * (double(shown) - 1) / 2;
    const double away = kNameAway * m_scale, beside = (column.width() - side) / 2 - away;
    for (std::size_t unit = 0; unit < shown; ++unit, middle += pitch) {
        const QRectF box(column.center().x() - side / 2, middle - side / 2, side, side);
        const double left = first.layer == 0 ? box.left() - away - beside : box.right() + away;
        units.push_back({{first.network, first.layer, unit}, box, QRectF(left, box.top(), beside, side)});
    }
    if (const int rest = network.layers[first.layer].units - int(shown); rest > 0)
        rests.push_back({below, rest});
}

void NetworkLayout::addLines(const NetworkPicture& network, std::size_t firstUnit)
{
    for (std::size_t to = firstUnit; to < units.size(); ++to)
        for (std::size_t from = firstUnit; from < to; ++from) {
            const UnitPlace &end = units[to].place, &start = units[from].place;
            if (start.layer + 1 != end.layer)
                continue;
            const QRectF &left = units[from].box, &right = units[to].box;
            const WeightPlace place{end, start.unit};
            lines.push_back({place, QLineF(left.right(), left.center().y(), right.left(), right.center().y()),
                             weightOf(network, place)});
        }
}

std::optional<UnitPlace> NetworkLayout::unitAt(const QPointF& at) const
{
    for (const Unit& unit : units)
        if (unit.box.contains(at))
            return unit.place;
    return std::nullopt;
}

std::optional<WeightPlace> NetworkLayout::lineAt(const QPointF& at) const
{
    std::optional<WeightPlace> found;
    double nearest = kReach * m_scale;
    for (const Line& line : lines)
        if (const double away = distance(at, line.line); away < nearest) {
            nearest = away;
            found = line.place;
        }
    return found;
}

} // namespace gan
