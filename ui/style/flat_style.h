#pragma once

#include <QProxyStyle>

class QStyleOptionComboBox;
class QStyleOptionSlider;

namespace gan {

/// Fusion with flat panels: thin rounded borders, plain sliders and scroll bars, one filled button. A style
/// instead of a style sheet, because it draws from the palette and costs nothing at start.
class FlatStyle : public QProxyStyle {
    Q_OBJECT

public:
    FlatStyle();

    /// Fills the button with the accent color: for the one main button.
    static void setAccent(QWidget* button);
    static constexpr double kRadius = 6;

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                         const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                           const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* result) const override;

private:
    void drawSlider(const QStyleOptionSlider& option, QPainter& painter, const QWidget* widget) const;
    void drawComboBox(const QStyleOptionComboBox& option, QPainter& painter) const;
    void drawScrollBar(const QStyleOptionSlider& option, QPainter& painter, const QWidget* widget) const;
};

} // namespace gan
