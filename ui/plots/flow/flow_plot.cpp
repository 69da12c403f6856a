#include "ui/plots/flow/flow_plot.h"

#include "ui/plots/card/plot_style.h"
#include "ui/plots/flow/flow_drawing.h"
#include "ui/text/text.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace gan {

namespace {

constexpr int kReadable = 280;          ///< pixels at scale 1, like all that follows
constexpr double kGap = 18;             ///< between boxes
constexpr double kPadding = 3;          ///< in a box, around its picture
constexpr double kRadius = 4;           ///< of a box's corners
constexpr double kLine = 1.4, kDot = 4; ///< of an arrow
constexpr int kTitlePixels = 12, kMostWords = 13, kLeastText = 9; ///< of text
constexpr float kVeil = 0.65F;            ///< over what is not lit up while something is
constexpr std::int64_t kIterations = 100; ///< until each dot is where the next one was

} // namespace

FlowPlot::FlowPlot(const FlowSpec& spec, const Theme& theme, QWidget* parent)
    : TilePlot(spec.face, theme, parent)
    , m_spec(spec)
{
}

double FlowPlot::movedAt(std::int64_t iteration)
{
    return double((iteration + kIterations / 2) % kIterations) / kIterations;
}

View::Parts FlowPlot::parts() const
{
    View::Parts names;
    for (const FlowBox& box : m_spec.boxes)
        for (const FlowBox::Layer& layer : box.layers)
            names.insert(layer.part);
    return names;
}

int FlowPlot::readableWidth() const
{
    return kReadable;
}

void FlowPlot::lightUp(const QString& part)
{
    if (std::exchange(m_lit, part) == part)
        return;
    const FlowBox* box = litBox();
    setAccessibleDescription(translated(box ? box->help : face().help));
    touch();
}

/// Null while no part of a box is lit up.
const FlowBox* FlowPlot::litBox() const
{
    const auto found = std::find_if(m_spec.boxes.begin(), m_spec.boxes.end(),
                                    [this](const FlowBox& box) { return m_lit == QLatin1String(box.part); });
    return found == m_spec.boxes.end() ? nullptr : &*found;
}

QString FlowPlot::partAt(QPointF pixel) const
{
    const auto box = snapshot() ? places().boxAt(pixel) : std::nullopt;
    return box ? QString(QLatin1String(m_spec.boxes[*box].part)) : QString();
}

FlowLayout FlowPlot::layoutIn(const QRectF& room) const
{
    const double title = QFontMetricsF(plotFont(theme(), kTitlePixels, true)).height();
    return flowLayout(m_spec, room, {title + scaled(kPadding), scaled(kGap)});
}

/// What is not lit up lies under a veil: were it transparent, many points would be strong again.
void FlowPlot::paint(QPainter& painter, const QRectF& room) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    const FlowLayout layout = layoutIn(room);
    for (std::size_t i = 0; i < m_spec.arrows.size(); ++i)
        paintArrow(painter, m_spec.arrows[i], layout.arrows[i]);
    for (std::size_t i = 0; i < m_spec.boxes.size(); ++i)
        paintBox(painter, m_spec.boxes[i], layout.boxes[i]);
    if (const FlowBox* lit = litBox()) {
        QColor veil = theme().panel;
        veil.setAlphaF(kVeil);
        painter.fillRect(room, veil);
        paintBox(painter, *lit, layout.boxes[std::size_t(lit - m_spec.boxes.data())]);
    }
    paintWords(painter, layout.words);
}

void FlowPlot::paintArrow(QPainter& painter, const FlowArrow& arrow, const QPolygonF& line) const
{
    const QColor color = theme().color(arrow.color);
    drawFlowLine(painter, line, arrow.isBack ? color : theme().mutedText, scaled(kLine), arrow.dashed);
    drawFlowDots(painter, line, color, scaled(kDot), movedAt(snapshot()->iteration));
}

void FlowPlot::paintBox(QPainter& painter, const FlowBox& box, const QRectF& place) const
{
    const bool isLit = &box == litBox();
    painter.setPen(QPen(isLit ? theme().color(box.color) : theme().border, scaled(isLit ? 2 : 1)));
    painter.setBrush(theme().panel);
    painter.drawRoundedRect(place, scaled(kRadius), scaled(kRadius));
    const double padding = scaled(kPadding), side = place.width() - 2 * padding;
    const QRectF square(place.left() + padding, place.bottom() - padding - side, side, side);
    paintTitle(painter, box, QRectF(place.topLeft(), QPointF(place.right(), square.top())));
    drawFlowPicture(painter, box, *snapshot(), square, theme());
}

/// The symbol, smaller where it has to be, and its name where that has room.
void FlowPlot::paintTitle(QPainter& painter, const FlowBox& box, const QRectF& line) const
{
    const QString symbol = translated(box.symbol), name = translated(box.name);
    const double room = line.width() - 2 * scaled(kPadding);
    int pixels = kTitlePixels;
    while (pixels > kLeastText &&
           QFontMetricsF(plotFont(theme(), pixels, true)).horizontalAdvance(symbol) > room)
        --pixels;
    const QFont strong = plotFont(theme(), pixels, true), plain = plotFont(theme(), pixels);
    const double taken = QFontMetricsF(strong).horizontalAdvance(symbol + QLatin1Char(' '));
    const double named = QFontMetricsF(plain).horizontalAdvance(name);
    const bool hasName = taken + named <= room;
    const QRectF text(line.center().x() - (hasName ? taken + named : taken) / 2, line.top(), line.width(),
                      line.height());
    painter.setFont(strong);
    painter.setPen(theme().textColor(box.color));
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, symbol);
    if (!hasName)
        return;
    painter.setFont(plain);
    painter.setPen(theme().mutedText);
    painter.drawText(text.adjusted(taken, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, name);
}

/// In smaller letters where there is little room, and none where they could not be read.
void FlowPlot::paintWords(QPainter& painter, const QRectF& room) const
{
    const FlowBox* lit = litBox();
    const QString words = translated(lit ? lit->help : m_spec.summary);
    constexpr int kHow = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap;
    for (int pixels = kMostWords; pixels >= kLeastText; --pixels) {
        painter.setFont(plotFont(theme(), pixels));
        if (!room.contains(painter.boundingRect(room, kHow, words)))
            continue;
        painter.setPen(lit ? theme().text : theme().mutedText);
        painter.drawText(room, kHow, words);
        return;
    }
}

} // namespace gan
