#include "ui/export/svg/svg_device.h"

#include "ui/export/svg/svg_engine.h"

#include <cmath>
#include <limits>

namespace gan {

namespace {

constexpr int kDotsPerInch = 96; ///< a pixel of CSS
constexpr double kMillimetersPerInch = 25.4;

} // namespace

SvgDevice::SvgDevice(QSize size, const QString& title, const QString& description)
    : m_size(size)
    , m_title(title)
    , m_description(description)
    , m_engine(std::make_unique<SvgEngine>())
{
}

SvgDevice::~SvgDevice() = default;

QPaintEngine* SvgDevice::paintEngine() const
{
    return m_engine.get();
}

QByteArray SvgDevice::document() const
{
    const QString head = QStringLiteral("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                        "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                                        "xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
                                        "width=\"%1\" height=\"%2\" viewBox=\"0 0 %1 %2\">\n"
                                        "<title>%3</title>\n<desc>%4</desc>\n");
    const auto [width, height] = std::pair(QString::number(m_size.width()), QString::number(m_size.height()));
    return head.arg(width, height, m_title.toHtmlEscaped(), m_description.toHtmlEscaped()).toUtf8() +
           m_engine->elements() + "</svg>\n";
}

int SvgDevice::metric(PaintDeviceMetric metric) const
{
    const auto millimeters = [](int pixels) {
        return int(std::lround(pixels * kMillimetersPerInch / kDotsPerInch));
    };
    switch (metric) {
    case PdmWidth:
        return m_size.width();
    case PdmHeight:
        return m_size.height();
    case PdmWidthMM:
        return millimeters(m_size.width());
    case PdmHeightMM:
        return millimeters(m_size.height());
    case PdmNumColors:
        return std::numeric_limits<int>::max();
    case PdmDepth:
        return 32;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return int(devicePixelRatioFScale());
    default:
        return kDotsPerInch;
    }
}

} // namespace gan
