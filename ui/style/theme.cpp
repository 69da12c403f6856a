#include "ui/style/theme.h"

#include "ui/style/flat_style.h"
#include "ui/style/theme_size.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPalette>
#include <QToolTip>

/// A static library's resources have to be asked for by name, outside of any namespace.
static void loadResources()
{
    Q_INIT_RESOURCE(resources);
}

namespace gan {

namespace {

constexpr int kTextPixels = 13;

void loadFonts()
{
    static const bool loaded = [] {
        loadResources();
        for (const char* file : {":/gan/fonts/OpenSans-Regular.ttf", ":/gan/fonts/OpenSans-Semibold.ttf"})
            QFontDatabase::addApplicationFont(QString::fromLatin1(file));
        return true;
    }();
    Q_UNUSED(loaded);
}

/// What each color of a theme is called in Qt's palette; the style draws with these names.
QPalette paletteOf(const Theme& theme)
{
    QPalette palette;
    const auto set = [&palette](const QColor& color, std::initializer_list<QPalette::ColorRole> roles) {
        for (const auto role : roles)
            palette.setColor(role, color);
    };
    set(theme.window, {QPalette::Window, QPalette::AlternateBase});
    set(theme.panel, {QPalette::Base, QPalette::Button, QPalette::Light, QPalette::ToolTipBase});
    set(theme.text, {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText});
    set(theme.warning, {QPalette::BrightText});
    set(theme.mutedText, {QPalette::PlaceholderText, QPalette::Dark, QPalette::Shadow});
    set(theme.border, {QPalette::Mid});
    set(theme.hover, {QPalette::Midlight});
    set(theme.accent, {QPalette::Highlight, QPalette::Link});
    set(theme.accentText, {QPalette::HighlightedText});
    QColor faded = theme.mutedText;
    faded.setAlphaF(0.6F);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faded);
    return palette;
}

Theme makeLight()
{
    Theme theme;
    theme.window = QColor(0xf3f5f8);
    theme.panel = QColor(0xffffff);
    theme.border = QColor(0xd5dae1);
    theme.hover = QColor(0xeaeef4);
    theme.text = QColor(0x1b2430);
    theme.mutedText = QColor(0x586473);
    theme.grid = QColor(0xe9ecf1);
    theme.accent = QColor(0x2c5bd0);
    theme.accentText = QColor(0xffffff);
    theme.warning = QColor(0xa8071a);
    theme.real = QColor(0x0072b2);
    theme.generated = QColor(0xd55e00);
    theme.discriminator = QColor(0x8e44ad);
    theme.generator = QColor(0x00875f);
    theme.ideal = QColor(0x77818d);
    return theme;
}

Theme makeDark()
{
    Theme theme;
    theme.dark = true;
    theme.window = QColor(0x14181e);
    theme.panel = QColor(0x1c2229);
    theme.border = QColor(0x353e49);
    theme.hover = QColor(0x28303a);
    theme.text = QColor(0xe8ecf1);
    theme.mutedText = QColor(0xa3aebb);
    theme.grid = QColor(0x29313a);
    theme.accent = QColor(0x6b94ff);
    theme.accentText = QColor(0x0d1320);
    theme.warning = QColor(0xff8d80);
    theme.real = QColor(0x56b4e9);
    theme.generated = QColor(0xf0b429);
    theme.discriminator = QColor(0xc98bdb);
    theme.generator = QColor(0x35c79b);
    theme.ideal = QColor(0x8d98a5);
    return theme;
}

} // namespace

QColor Theme::color(ColorRole role) const
{
    switch (role) {
    case ColorRole::Real:
        return real;
    case ColorRole::Generated:
        return generated;
    case ColorRole::Discriminator:
        return discriminator;
    case ColorRole::Generator:
        return generator;
    case ColorRole::Ideal:
        return ideal;
    case ColorRole::Plain:
        break;
    }
    return text;
}

QColor Theme::textColor(ColorRole role) const
{
    if (role == ColorRole::Ideal)
        return mutedText;
    return dark ? color(role) : color(role).darker(125);
}

const Theme& Theme::light()
{
    static const Theme theme = makeLight();
    return theme;
}

const Theme& Theme::darkTheme()
{
    static const Theme theme = makeDark();
    return theme;
}

QFont themeFont(int pixels, bool strong)
{
    loadFonts();
    QFont font(QStringLiteral("GAN Explorer Sans"));
    font.setPixelSize(pixels);
    font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

void applyTheme(QApplication& application, const Theme& theme)
{
    if (!qobject_cast<FlatStyle*>(application.style()))
        application.setStyle(new FlatStyle);
    setThemeScale(theme.scale);
    application.setFont(themeFont(scaled(kTextPixels)));
    application.setPalette(paletteOf(theme));
    QToolTip::setPalette(paletteOf(theme));
    QToolTip::setFont(themeFont(scaled(kTextPixels)));
}

} // namespace gan
