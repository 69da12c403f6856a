#include "ui/style/appearance.h"

namespace gan {

namespace {

constexpr double kProjectorScale = 1.5;
constexpr std::pair<ThemeChoice, QLatin1String> kNames[] = {{ThemeChoice::System, QLatin1String("system")},
                                                            {ThemeChoice::Light, QLatin1String("light")},
                                                            {ThemeChoice::Dark, QLatin1String("dark")}};

} // namespace

QString themeChoiceName(ThemeChoice choice)
{
    return kNames[static_cast<int>(choice)].second;
}

std::optional<ThemeChoice> themeChoiceNamed(const QString& name)
{
    for (const auto& [choice, known] : kNames)
        if (name == known)
            return choice;
    return std::nullopt;
}

Appearance::Appearance(ThemeChoice choice, QObject* parent)
    : QObject(parent)
    , m_choice(choice)
{
    refresh();
    connect(&m_system, &SystemColors::changed, this, &Appearance::refresh);
}

void Appearance::choose(ThemeChoice choice)
{
    m_choice = choice;
    refresh();
}

void Appearance::setProjector(bool on)
{
    m_projector = on;
    refresh();
}

void Appearance::refresh()
{
    const bool dark = m_choice == ThemeChoice::System ? m_system.isDark() : m_choice == ThemeChoice::Dark;
    const double scale = m_projector ? kProjectorScale : 1;
    if (dark == m_theme.dark && scale == m_theme.scale && m_theme.panel.isValid())
        return;
    m_theme = dark ? Theme::darkTheme() : Theme::light();
    m_theme.scale = scale;
    Q_EMIT themeChanged(m_theme);
}

} // namespace gan
