#include "ui/style/flat_shapes.h"

#include "ui/style/flat_style.h"

#include <QPainter>
#include <QStyleOption>

namespace gan {

void drawPanel(QPainter& painter, const QRect& rect, const QColor& fill, const QColor& border)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(border.alpha() == 0 ? QPen(Qt::NoPen) : QPen(border, 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), FlatStyle::kRadius,
                            FlatStyle::kRadius);
    painter.restore();
}

QColor borderColor(const QStyleOption& option)
{
    const bool focused = option.state.testFlag(QStyle::State_HasFocus);
    return option.palette.color(focused ? QPalette::Highlight : QPalette::Mid);
}

void drawChevron(QPainter& painter, const QPointF& center, const QColor& color, double height)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF{{center + QPointF(-3.5, -1.75 * height)},
                                   {center + QPointF(0, 1.75 * height)},
                                   {center + QPointF(3.5, -1.75 * height)}});
    painter.restore();
}

void drawTab(const QStyleOption& option, QPainter& painter)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    const QRect box = option.rect.adjusted(1, 1, -1, -1);
    if (selected || hovered)
        drawPanel(painter, box, option.palette.color(selected ? QPalette::Base : QPalette::Midlight),
                  selected ? option.palette.color(QPalette::Mid) : QColor(Qt::transparent));
    if (selected)
        painter.fillRect(QRect(box.left() + 8, box.bottom() - 1, box.width() - 16, 2),
                         option.palette.color(QPalette::Highlight));
}

void drawCheckBox(const QStyleOption& option, QPainter& painter)
{
    const bool checked = option.state.testFlag(QStyle::State_On),
               enabled = option.state.testFlag(QStyle::State_Enabled);
    const QColor accent = option.palette.color(enabled ? QPalette::Highlight : QPalette::Mid);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool focused = option.state.testFlag(QStyle::State_HasFocus);
    painter.setPen(QPen(checked || focused ? accent : option.palette.color(QPalette::PlaceholderText), 1));
    painter.setBrush(checked ? accent : option.palette.color(QPalette::Base));
    painter.drawRoundedRect(box, 3, 3);
    if (checked) {
        const auto at = [&](double x, double y) {
            return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
        };
        painter.setPen(
            QPen(option.palette.color(QPalette::HighlightedText), 1.8, Qt::SolidLine, Qt::RoundCap));
        painter.drawPolyline(QPolygonF{{at(0.24, 0.52), at(0.43, 0.72), at(0.76, 0.30)}});
    }
    painter.restore();
}

void drawSpinBox(const QStyleOptionSpinBox& option, const QRect& up, const QRect& down, QPainter& painter)
{
    const QColor usual = option.palette.color(QPalette::PlaceholderText);
    const auto arrow = [&](const QRect& rect, QAbstractSpinBox::StepEnabledFlag step, double height) {
        drawChevron(painter, QRectF(rect).center(),
                    option.stepEnabled & step ? usual : option.palette.color(QPalette::Mid), height);
    };
    drawPanel(painter, option.rect, option.palette.color(QPalette::Base), borderColor(option));
    arrow(up, QAbstractSpinBox::StepUpEnabled, -1);
    arrow(down, QAbstractSpinBox::StepDownEnabled, 1);
}

} // namespace gan
