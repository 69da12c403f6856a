#include "ui/style/flat_style.h"

#include "ui/editors/field_message.h"
#include "ui/style/flat_shapes.h"
#include "ui/style/theme_size.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QWidget>

namespace gan {

namespace {

constexpr const char* kAccent = "accent";
constexpr int kScrollBar = 10;

bool isAccent(const QWidget* widget)
{
    return widget && widget->property(kAccent).toBool();
}

void drawButton(const QStyleOption& option, QPainter& painter, bool accent)
{
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool hovered = enabled && option.state.testFlag(QStyle::State_MouseOver);
    const bool pressed = option.state & (QStyle::State_Sunken | QStyle::State_On);
    QColor fill = option.palette.color(hovered || pressed ? QPalette::Midlight : QPalette::Button);
    QColor border = borderColor(option);
    if (accent && enabled) {
        const QColor color = option.palette.color(QPalette::Highlight);
        fill = pressed ? color.darker(115) : hovered ? color.lighter(108) : color;
        border = option.state.testFlag(QStyle::State_HasFocus) ? option.palette.color(QPalette::Text) : fill;
    }
    drawPanel(painter, option.rect, fill, border);
}

} // namespace

FlatStyle::FlatStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

void FlatStyle::setAccent(QWidget* button)
{
    button->setProperty(kAccent, true);
}

void FlatStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        return drawButton(*option, *painter, isAccent(widget));
    case PE_PanelButtonTool:
        if (!option->state.testFlag(State_AutoRaise))
            return drawButton(*option, *painter, false);
        if (option->state.testFlag(State_MouseOver))
            drawPanel(*painter, option->rect, option->palette.color(QPalette::Midlight), Qt::transparent);
        return;
    case PE_FrameFocusRect:
        return drawPanel(*painter, option->rect, Qt::transparent, option->palette.color(QPalette::Highlight));
    case PE_PanelLineEdit:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            frame && frame->lineWidth > 0)
            return drawPanel(*painter, option->rect, option->palette.color(QPalette::Base),
                             isRefused(widget) ? option->palette.color(QPalette::BrightText)
                                               : borderColor(*option));
        break;
    case PE_IndicatorCheckBox:
        return drawCheckBox(*option, *painter);
    case PE_IndicatorArrowDown:
        return drawChevron(*painter, QRectF(option->rect).center(),
                           option->palette.color(QPalette::PlaceholderText));
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void FlatStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                            const QWidget* widget) const
{
    if (element == CE_Splitter)
        return; // the gap between two panels is handle enough
    if (element == CE_TabBarTabShape)
        return drawTab(*option, *painter);
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (element == CE_PushButtonLabel && button && isAccent(widget) &&
        button->state.testFlag(State_Enabled)) {
        QStyleOptionButton filled = *button;
        filled.palette.setColor(QPalette::ButtonText, filled.palette.color(QPalette::HighlightedText));
        return QProxyStyle::drawControl(element, &filled, painter, widget);
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void FlatStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                   QPainter* painter, const QWidget* widget) const
{
    const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
    const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
    if (control == CC_Slider && slider && slider->orientation == Qt::Horizontal)
        drawSlider(*slider, *painter, widget);
    else if (control == CC_ScrollBar && slider)
        drawScrollBar(*slider, *painter, widget);
    else if (control == CC_ComboBox && combo && !combo->editable)
        drawComboBox(*combo, *painter);
    else if (control == CC_SpinBox && spin)
        drawSpinBox(*spin, subControlRect(control, option, SC_SpinBoxUp, widget),
                    subControlRect(control, option, SC_SpinBoxDown, widget), *painter);
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void FlatStyle::drawSlider(const QStyleOptionSlider& option, QPainter& painter, const QWidget* widget) const
{
    const QRectF handle = subControlRect(CC_Slider, &option, SC_SliderHandle, widget);
    const double middle = option.rect.center().y() + 0.5;
    const double left = option.rect.left() + 1;
    const double width = option.rect.width() - 2;
    const bool enabled = option.state.testFlag(State_Enabled);
    const QColor accent = option.palette.color(enabled ? QPalette::Highlight : QPalette::Mid);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(option.palette.color(QPalette::Mid));
    painter.drawRoundedRect(QRectF(left, middle - 2, width, 4), 2, 2);
    painter.setBrush(accent);
    painter.drawRoundedRect(QRectF(left, middle - 2, handle.center().x() - left, 4), 2, 2);
    painter.setPen(QPen(accent, option.state.testFlag(State_HasFocus) ? 3 : 2));
    painter.setBrush(option.palette.color(QPalette::Base));
    painter.drawEllipse(QPointF(handle.center().x(), middle), scaled(6), scaled(6));
    painter.restore();
}

void FlatStyle::drawComboBox(const QStyleOptionComboBox& option, QPainter& painter) const
{
    const bool hovered = option.state.testFlag(State_MouseOver) && option.state.testFlag(State_Enabled);
    drawPanel(painter, option.rect, option.palette.color(hovered ? QPalette::Midlight : QPalette::Base),
              borderColor(option));
    const QRectF rect = option.rect;
    const bool rightToLeft = option.direction == Qt::RightToLeft;
    drawChevron(painter, {rightToLeft ? rect.left() + 13 : rect.right() - 13, rect.center().y()},
                option.palette.color(QPalette::PlaceholderText));
}

void FlatStyle::drawScrollBar(const QStyleOptionSlider& option, QPainter& painter,
                              const QWidget* widget) const
{
    painter.fillRect(option.rect, option.palette.color(QPalette::Base));
    if (option.minimum == option.maximum)
        return;
    const QRectF handle =
        QRectF(subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget)).adjusted(2, 2, -2, -2);
    const bool hovered = option.state.testFlag(State_MouseOver);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(option.palette.color(hovered ? QPalette::PlaceholderText : QPalette::Mid));
    painter.drawRoundedRect(handle, 3, 3);
    painter.restore();
}

/// A scroll bar without arrow buttons.
QRect FlatStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                const QWidget* widget) const
{
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return QProxyStyle::subControlRect(control, option, part, widget).adjusted(4, 0, 0, 0);
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const bool vertical = bar->orientation == Qt::Vertical;
    const int length = vertical ? bar->rect.height() : bar->rect.width();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    const qint64 share = range > 0 ? length * qint64(bar->pageStep) / (range + bar->pageStep) : length;
    const int handle = int(qBound(qint64(qMin(24, length)), share, qint64(length)));
    const int at = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - handle,
                                           bar->upsideDown);
    const auto piece = [&](int from, int size) {
        return vertical ? QRect(0, from, bar->rect.width(), size) : QRect(from, 0, size, bar->rect.height());
    };
    switch (part) {
    case SC_ScrollBarSlider:
        return piece(at, handle);
    case SC_ScrollBarSubPage:
        return piece(0, at);
    case SC_ScrollBarAddPage:
        return piece(at + handle, length - at - handle);
    case SC_ScrollBarGroove:
        return piece(0, length);
    default:
        return {};
    }
}

QSize FlatStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                                  const QWidget* widget) const
{
    const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    if (type == CT_ComboBox)
        return size + QSize(8, 0);
    return type == CT_ItemViewItem ? size + QSize(8, 6) : size; // lists with air between their rows
}

int FlatStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return scaled(kScrollBar);
    case PM_SliderLength:
    case PM_SliderControlThickness:
    case PM_SliderThickness:
        return scaled(16);
    case PM_SplitterWidth:
        return 8;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
        return scaled(16);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int FlatStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                         QStyleHintReturn* result) const
{
    switch (hint) {
    case SH_ComboBox_Popup: // a plain list below, not a menu over the box
        return 0;
    case SH_Slider_AbsoluteSetButtons: // a click on the groove goes there at once
        return Qt::LeftButton;
    case SH_DialogButtonBox_ButtonsHaveIcons: // they have the desktop's colors, not the theme's
    case SH_EtchDisabledText:
    case SH_UnderlineShortcut:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, result);
    }
}

} // namespace gan
