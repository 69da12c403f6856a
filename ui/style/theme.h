#pragma once

#include <QColor>
#include <QFont>

class QApplication;

namespace gan {

/// Colors by what they mean; the same meaning has the same color everywhere.
enum class ColorRole {
    Real,
    Generated,
    Discriminator,
    Generator,
    Ideal, ///< ideal or perfect, and lines of reference
    Plain, ///< a value that belongs to none of the above
};

/// An own palette, because Qt 6.4 does not tell the system's color scheme; Fusion style and the bundled font
/// make pictures the same on every machine.
struct Theme {
    bool dark = false;
    QColor window, panel, border, hover, text, mutedText, grid, accent, accentText, warning;
    QColor real, generated, discriminator, generator, ideal;

    /// For lines, bars and fills.
    QColor color(ColorRole role) const;
    /// The same hue, dark or light enough to be read as text on a panel.
    QColor textColor(ColorRole role) const;

    static const Theme& light();
    static const Theme& darkTheme();

    /// How much larger text and lines are than at a desk: 1, or 1.5 for a projector.
    double scale = 1;
};

/// The bundled font; its digits all have one width. Pixels, because points depend on the machine.
QFont themeFont(int pixels, bool strong = false);

/// Fusion style, palette, bundled font. GUI thread, before the first widget is shown or later.
void applyTheme(QApplication& application, const Theme& theme);

} // namespace gan
