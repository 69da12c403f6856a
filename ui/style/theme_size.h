#pragma once

class QWidget;

namespace gan {

/// A size that grows with the theme's scale, so that projector mode enlarges the whole window.
enum class ThemeSize { Text, StrongText, FixedWidth, MinimumWidth, MinimumHeight };

/// Gives the widget a size, in pixels at scale 1; it follows setThemeScale() for as long as the widget lives.
void setThemeSize(QWidget* widget, ThemeSize size, int pixels);

/// 1, or more on a projector. GUI thread.
double themeScale();
/// So many pixels at scale 1, at the scale of now.
int scaled(int pixels);
/// Resizes every widget that has a theme size.
void setThemeScale(double scale);

} // namespace gan
