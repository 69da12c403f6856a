#pragma once

#include <QColor>
#include <QRect>

class QPainter;
class QPointF;
class QStyleOption;
class QStyleOptionSpinBox;

namespace gan {

/// The shapes that FlatStyle is made of, in the palette of what they belong to.

/// A rounded panel; a transparent border is none.
void drawPanel(QPainter& painter, const QRect& rect, const QColor& fill, const QColor& border);

/// Of a field or button: the accent color where the keyboard is.
QColor borderColor(const QStyleOption& option);

/// The arrow of a list, downwards; `height` -1 turns it upwards.
void drawChevron(QPainter& painter, const QPointF& center, const QColor& color, double height = 1);

/// What is behind the text of a tab.
void drawTab(const QStyleOption& option, QPainter& painter);

void drawCheckBox(const QStyleOption& option, QPainter& painter);

/// `up` and `down`: where its two buttons are.
void drawSpinBox(const QStyleOptionSpinBox& option, const QRect& up, const QRect& down, QPainter& painter);

} // namespace gan
