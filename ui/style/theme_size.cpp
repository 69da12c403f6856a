#include "ui/style/theme_size.h"

#include "ui/style/theme.h"

#include <QApplication>
#include <QVariant>
#include <QWidget>

#include <cmath>

namespace gan {

namespace {

/// The widget itself remembers its sizes, so nothing has to be forgotten when it goes.
constexpr const char* kProperties[] = {"themeText", "themeStrongText", "themeFixedWidth", "themeMinimumWidth",
                                       "themeMinimumHeight"};
constexpr ThemeSize kSizes[] = {ThemeSize::Text, ThemeSize::StrongText, ThemeSize::FixedWidth,
                                ThemeSize::MinimumWidth, ThemeSize::MinimumHeight};

double& scaleOfNow()
{
    static double scale = 1;
    return scale;
}

void resize(QWidget* widget, ThemeSize size, int pixels)
{
    switch (size) {
    case ThemeSize::Text:
    case ThemeSize::StrongText:
        return widget->setFont(themeFont(scaled(pixels), size == ThemeSize::StrongText));
    case ThemeSize::FixedWidth:
        return widget->setFixedWidth(scaled(pixels));
    case ThemeSize::MinimumWidth:
        return widget->setMinimumWidth(scaled(pixels));
    case ThemeSize::MinimumHeight:
        return widget->setMinimumHeight(scaled(pixels));
    }
}

} // namespace

void setThemeSize(QWidget* widget, ThemeSize size, int pixels)
{
    widget->setProperty(kProperties[static_cast<int>(size)], pixels);
    resize(widget, size, pixels);
}

double themeScale()
{
    return scaleOfNow();
}

int scaled(int pixels)
{
    return static_cast<int>(std::lround(pixels * scaleOfNow()));
}

void setThemeScale(double scale)
{
    if (scale == scaleOfNow())
        return;
    scaleOfNow() = scale;
    for (QWidget* widget : QApplication::allWidgets())
        for (const ThemeSize size : kSizes)
            if (const QVariant pixels = widget->property(kProperties[static_cast<int>(size)]);
                pixels.isValid())
                resize(widget, size, pixels.toInt());
}

} // namespace gan
