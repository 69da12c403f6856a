#include "ui/export/svg/svg_engine.h"

#include <QBuffer>
#include <QPainter>

#include <cmath>

namespace gan {

namespace {

constexpr QPaintEngine::PaintEngineFeatures kFeatures =
    QPaintEngine::PrimitiveTransform | QPaintEngine::PixmapTransform | QPaintEngine::AlphaBlend |
    QPaintEngine::Antialiasing | QPaintEngine::BrushStroke | QPaintEngine::ConstantOpacity |
    QPaintEngine::MaskedBrush | QPaintEngine::PainterPaths;

/// Hundredths of a pixel, without zeros at the end.
QByteArray number(double value)
{
    QByteArray text = QByteArray::number(value, 'f', 2);
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.'))
        text.chop(1);
    return text == "-0" ? QByteArray("0") : text;
}

QByteArray attribute(const char* name, const QByteArray& value)
{
    return QByteArray(" ") + name + "=\"" + value + '"';
}

QByteArray pathData(const QPainterPath& path)
{
    QByteArray data;
    QPointF start;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        if (element.isMoveTo())
            start = element;
        data += element.isMoveTo() ? 'M' : element.isLineTo() ? 'L' : element.isCurveTo() ? 'C' : ' ';
        data += number(element.x) + ' ' + number(element.y);
        const bool last = i + 1 == path.elementCount() || path.elementAt(i + 1).isMoveTo();
        if (last && !element.isMoveTo() && QPointF(element) == start)
            data += 'Z';
    }
    return data;
}

QByteArray colorOf(const char* what, const QColor& color, double opacity)
{
    QByteArray text = attribute(what, color.name().toLatin1());
    if (const double alpha = color.alphaF() * opacity; alpha < 0.999)
        text += attribute((QByteArray(what) + "-opacity").constData(), number(alpha));
    return text;
}

QByteArray dashes(const QPen& pen, double width)
{
    QByteArray list;
    for (const double length : pen.dashPattern())
        list += (list.isEmpty() ? "" : ",") + number(length * width);
    return attribute("stroke-dasharray", list);
}

const char* joinName(Qt::PenJoinStyle style)
{
    return style == Qt::RoundJoin ? "round" : style == Qt::BevelJoin ? "bevel" : "miter";
}

const char* capName(Qt::PenCapStyle style)
{
    return style == Qt::RoundCap ? "round" : style == Qt::SquareCap ? "square" : "butt";
}

} // namespace

SvgEngine::SvgEngine()
    : QPaintEngine(kFeatures)
{
}

bool SvgEngine::begin(QPaintDevice*)
{
    return true;
}

QByteArray SvgEngine::elements() const
{
    return m_elements + (m_groupIsOpen ? "</g>\n" : "");
}

/// The painter's own clip within the one that a widget is painted in, in pixels.
QPainterPath SvgEngine::clip() const
{
    QPainterPath whole;
    if (!systemClip().isEmpty())
        whole.addRegion(systemClip());
    if (!painter()->hasClipping())
        return whole;
    const QPainterPath own = state->transform().map(painter()->clipPath());
    return whole.isEmpty() ? own : own.intersected(whole);
}

/// Elements with the same clip stand in one group. False when the clip leaves nothing to see.
bool SvgEngine::followClip()
{
    const QPainterPath wanted = clip();
    if (wanted.isEmpty() && painter()->hasClipping())
        return false;
    if (wanted == m_clip)
        return true;
    if (m_groupIsOpen)
        m_elements += "</g>\n";
    m_clip = wanted;
    m_groupIsOpen = !wanted.isEmpty();
    if (!m_groupIsOpen)
        return true;
    const QByteArray id = "clip" + QByteArray::number(++m_clips);
    m_elements += "<defs><clipPath" + attribute("id", id) + "><path" + attribute("d", pathData(wanted)) +
                  "/></clipPath></defs>\n<g" + attribute("clip-path", "url(#" + id + ')') + ">\n";
    return true;
}

QByteArray SvgEngine::fill() const
{
    const QBrush brush = state->brush();
    return brush.style() == Qt::NoBrush ? attribute("fill", "none")
                                        : colorOf("fill", brush.color(), state->opacity());
}

QByteArray SvgEngine::stroke() const
{
    const QPen pen = state->pen();
    if (pen.style() == Qt::NoPen)
        return {};
    const double scale = pen.isCosmetic() ? 1 : std::sqrt(std::abs(state->transform().determinant()));
    const double width = (pen.widthF() > 0 ? pen.widthF() : 1) * scale;
    // As on the screen, where the dashes of a thin line have no caps that fill the gaps between them.
    const bool bare = pen.style() != Qt::SolidLine && width <= 1;
    QByteArray text = colorOf("stroke", pen.color(), state->opacity()) +
                      attribute("stroke-width", number(width)) +
                      attribute("stroke-linejoin", joinName(pen.joinStyle())) +
                      attribute("stroke-linecap", capName(bare ? Qt::FlatCap : pen.capStyle()));
    if (pen.style() != Qt::SolidLine)
        text += dashes(pen, width);
    return text;
}

void SvgEngine::write(const QPainterPath& path, bool filled)
{
    if (path.isEmpty() || !followClip())
        return;
    m_elements += "<path" + attribute("d", pathData(state->transform().map(path))) +
                  (filled ? fill() : attribute("fill", "none")) + stroke();
    if (filled && path.fillRule() == Qt::OddEvenFill)
        m_elements += attribute("fill-rule", "evenodd");
    if (!(state->renderHints() & QPainter::Antialiasing))
        m_elements += attribute("shape-rendering", "crispEdges");
    m_elements += "/>\n";
}

void SvgEngine::drawPath(const QPainterPath& path)
{
    write(path, true);
}

void SvgEngine::drawPolygon(const QPointF* points, int count, PolygonDrawMode mode)
{
    QPainterPath path(points[0]);
    for (int i = 1; i < count; ++i)
        path.lineTo(points[i]);
    if (mode != PolylineMode)
        path.closeSubpath();
    path.setFillRule(mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
    write(path, mode != PolylineMode);
}

void SvgEngine::drawPixmap(const QRectF& place, const QPixmap& pixmap, const QRectF& part)
{
    drawImage(place, pixmap.toImage(), part, Qt::AutoColor);
}

void SvgEngine::drawImage(const QRectF& place, const QImage& image, const QRectF& part,
                          Qt::ImageConversionFlags)
{
    if (!followClip())
        return;
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.copy(part.toAlignedRect()).save(&buffer, "png");
    const QRectF where = state->transform().mapRect(place);
    m_elements += "<image" + attribute("x", number(where.x())) + attribute("y", number(where.y())) +
                  attribute("width", number(where.width())) + attribute("height", number(where.height())) +
                  attribute("preserveAspectRatio", "none") + attribute("opacity", number(state->opacity()));
    if (!(state->renderHints() & QPainter::SmoothPixmapTransform))
        m_elements += attribute("style", "image-rendering:pixelated");
    m_elements += attribute("xlink:href", "data:image/png;base64," + png.toBase64()) + "/>\n";
}

} // namespace gan
