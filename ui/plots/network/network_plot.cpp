#include "ui/plots/network/network_plot.h"

#include "ui/plots/card/plot_style.h"
#include "ui/plots/network/network_drawing.h"
#include "ui/plots/network/weight_card.h"
#include "ui/plots/painted_item.h"
#include "ui/plots/qcp.h"
#include "ui/text/text.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gan {

namespace {

constexpr int kTitlePixels = 12, kNamePixels = 11;
constexpr double kLit = 2.5;        ///< at scale 1
constexpr double kLargeShare = 0.5; ///< of the room, for a unit that is seen large
constexpr double kFaded = 0.35;     ///< of the lines that do not lead to the unit under the pointer

double largestOf(const NetworkLayout& layout, std::size_t network)
{
    double largest = 0;
    for (const NetworkLayout::Line& line : layout.lines)
        if (line.place.to.network == network && std::isfinite(line.weight))
            largest = std::max(largest, std::abs(line.weight));
    return largest;
}

/// Whether it leads to the unit or comes from it.
bool touches(const WeightPlace& weight, const UnitPlace& unit)
{
    return weight.to == unit ||
           weight == WeightPlace{{unit.network, unit.layer + 1, weight.to.unit}, unit.unit};
}

} // namespace

NetworkPlot::NetworkPlot(const NetworkSpec& spec, const Theme& theme, QWidget* parent)
    : TilePlot(spec.face, theme, parent)
    , m_spec(spec)
    , m_card(new WeightCard(
          m_spec.networks, [this](std::size_t i) { return picture(i); }, this))
{
    addCorner(m_card, false);
    connect(m_card, &WeightCard::weightChanged, this, &NetworkPlot::weightChanged);
    connect(m_card, &WeightCard::chosenChanged, this, [this] { touch(); });
    connect(&plot(), &QCustomPlot::mouseMove, this,
            [this](const QMouseEvent* event) { pointAt(event->position()); });
    connect(&plot(), &QCustomPlot::mousePress, this, [this](const QMouseEvent* event) {
        pointAt(event->position());
        const auto weight = layoutNow().lineAt(event->position());
        if (event->button() == Qt::LeftButton && !pointedUnit() && weight)
            m_card->openAt(*weight);
    });
    plot().installEventFilter(this);
}

View::Parts NetworkPlot::parts() const
{
    View::Parts names;
    for (const NetworkSpec::Item& item : m_spec.networks)
        names.insert(item.name);
    return names;
}

void NetworkPlot::refuse(const QString& why)
{
    m_card->refuse(why);
}

const NetworkPicture* NetworkPlot::picture(std::size_t network) const
{
    const auto* found =
        snapshot() ? snapshot()->find<NetworkPicture>(m_spec.networks[network].name) : nullptr;
    return found && found->layers.size() > 1 ? found : nullptr;
}

/// Empty where a network is not known.
NetworkLayout NetworkPlot::layoutIn(const QRectF& room) const
{
    std::vector<const NetworkPicture*> networks;
    for (std::size_t i = 0; i < m_spec.networks.size(); ++i)
        networks.push_back(picture(i));
    if (std::find(networks.begin(), networks.end(), nullptr) != networks.end())
        networks.clear();
    return {networks, room, theme().scale};
}

void NetworkPlot::pointAt(std::optional<QPointF> at)
{
    if (m_pointer == at)
        return;
    m_pointer = at;
    const bool isLine = at && !pointedUnit() && layoutNow().lineAt(*at);
    plot().setCursor(isLine ? Qt::PointingHandCursor : Qt::ArrowCursor);
    touch();
}

bool NetworkPlot::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &plot() && event->type() == QEvent::Leave)
        pointAt({});
    return TilePlot::eventFilter(watched, event);
}

std::optional<UnitPlace> NetworkPlot::pointedUnit() const
{
    return m_pointer ? layoutNow().unitAt(*m_pointer) : std::nullopt;
}

std::optional<WeightPlace> NetworkPlot::litWeight() const
{
    if (const auto chosen = m_card->chosen())
        return chosen;
    return m_pointer && !pointedUnit() ? layoutNow().lineAt(*m_pointer) : std::nullopt;
}

void NetworkPlot::refresh(int width)
{
    TilePlot::refresh(width);
    m_card->follow();
    using enum LegendEntry::Mark;
    texts().setLegend({{Line, tr("weight above 0"), theme().real}, {Line, tr("below 0"), theme().generated}});
}

void NetworkPlot::paint(QPainter& painter, const QRectF& room) const
{
    const NetworkLayout layout = layoutIn(room);
    if (layout.titles.empty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    paintNetworks(painter, layout);
    paintTexts(painter, layout);
    if (!isTakenAway(painter))
        paintPointed(painter, layout, room);
}

/// Strong weights over weak ones, units over all.
void NetworkPlot::paintNetworks(QPainter& painter, const NetworkLayout& layout) const
{
    std::vector<const NetworkLayout::Line*> lines;
    for (const NetworkLayout::Line& line : layout.lines)
        lines.push_back(&line);
    std::sort(lines.begin(), lines.end(),
              [](const auto* a, const auto* b) { return std::abs(a->weight) < std::abs(b->weight); });
    std::vector<double> largest;
    for (std::size_t i = 0; i < layout.titles.size(); ++i)
        largest.push_back(largestOf(layout, i));
    const auto pointed = isTakenAway(painter) ? std::nullopt : pointedUnit();
    for (const NetworkLayout::Line* line : lines) {
        painter.setOpacity(!pointed || touches(line->place, *pointed) ? 1 : kFaded);
        drawWeight(painter, line->line, line->weight, largest[line->place.to.network], theme());
    }
    painter.setOpacity(1);
    for (const NetworkLayout::Unit& unit : layout.units)
        drawMap(painter, *picture(unit.place.network), unit.place, unit.box, theme());
}

/// The longest text that there is room for.
void NetworkPlot::paintTexts(QPainter& painter, const NetworkLayout& layout) const
{
    const auto paint = [&](const QRectF& room, int alignment, const QStringList& longestFirst) {
        const QFontMetricsF metrics(painter.font());
        for (const QString& text : longestFirst)
            if (metrics.horizontalAdvance(text) <= room.width())
                return painter.drawText(room, alignment | Qt::TextDontClip, text);
    };
    painter.setFont(plotFont(theme(), kTitlePixels, true));
    for (std::size_t i = 0; i < layout.titles.size(); ++i) {
        const NetworkSpec::Item& item = m_spec.networks[i];
        painter.setPen(theme().textColor(item.color));
        paint(layout.titles[i], Qt::AlignHCenter | Qt::AlignTop,
              {translated(item.label), translated(item.shortLabel)});
    }
    painter.setFont(plotFont(theme(), kNamePixels));
    painter.setPen(theme().mutedText);
    for (const NetworkLayout::Rest& rest : layout.rests)
        paint(rest.room, Qt::AlignCenter,
              {tr("and %n more", nullptr, rest.count), QStringLiteral("+%1").arg(rest.count)});
    for (const NetworkLayout::Unit& unit : layout.units) {
        const bool isInput = unit.place.layer == 0;
        paint(unit.beside, Qt::AlignVCenter | (isInput ? Qt::AlignRight : Qt::AlignLeft),
              {ownName(unit.place)});
    }
}

/// "x"; empty for a unit within the network.
QString NetworkPlot::ownName(const UnitPlace& place) const
{
    const std::vector<std::string>& names = picture(place.network)->layers[place.layer].names;
    return place.unit < names.size() ? translated(Text(names[place.unit].c_str())) : QString();
}

/// "D, layer 1, unit 3".
QString NetworkPlot::nameOf(const UnitPlace& place) const
{
    const NetworkSpec::Item& item = m_spec.networks[place.network];
    const QString network = translated(item.shortLabel);
    if (const QString name = ownName(place); !name.isEmpty())
        return (place.layer == 0 ? tr("%1, input %2") : tr("%1, output %2")).arg(network, name);
    return tr("%1, layer %2, unit %3").arg(network).arg(place.layer).arg(place.unit + 1);
}

void NetworkPlot::paintPointed(QPainter& painter, const NetworkLayout& layout, const QRectF& room) const
{
    if (const auto weight = litWeight()) {
        const NetworkPicture& network = *picture(weight->to.network);
        const QString text = tr("weight %1").arg(measureText(weightOf(network, *weight)));
        for (const NetworkLayout::Line& line : layout.lines)
            if (line.place == *weight) {
                painter.setPen(QPen(theme().text, scaled(kLit)));
                painter.drawLine(line.line);
                drawTip(painter, m_pointer ? *m_pointer : line.line.center(), text, room, theme());
            }
        return;
    }
    const auto pointed = pointedUnit();
    if (!pointed)
        return;
    const NetworkPicture& network = *picture(pointed->network);
    const auto [low, high] = rangeOf(network, *pointed);
    QString line = tr("from %1 to %2").arg(measureText(low), measureText(high));
    if (pointed->layer > 0)
        line = tr("%1, bias %2").arg(line, measureText(weightOf(network, {*pointed, std::nullopt})));
    const bool isLeft = m_pointer->x() < room.center().x();
    const double width = kLargeShare * room.width();
    drawLarge(painter, network, *pointed,
              QRectF(isLeft ? room.right() - width : room.left(), room.top(), width, room.height()),
              nameOf(*pointed), line, theme());
}

} // namespace gan
