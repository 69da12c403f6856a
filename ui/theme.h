#pragma once

#include <QColor>
#include <QPalette>

class QApplication;

namespace gan {

/// Colours by what they mean; the same meaning has the same colour everywhere.
enum class ColorRole {
    Real,
    Generated,
    Discriminator,
    Generator,
    Ideal, ///< ideal or perfect, and lines of reference
    Plain, ///< a value that belongs to none of the above
};

/// An own palette, because Qt 6.4 does not tell the system's colour scheme; Fusion style and the bundled font make
/// pictures the same on every machine.
struct Theme {
    bool dark = false;

    QColor color(ColorRole role) const;
    QColor window, panel, border, text, mutedText, grid, accent, accentText, warning;

    static Theme light();
    static Theme darkTheme();
};

/// Fusion style, palette, bundled font in pixels, style sheet. GUI thread, before the first widget is shown or later.
void applyTheme(QApplication& application, const Theme& theme);

} // namespace gan
