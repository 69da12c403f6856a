#pragma once

#include "ui/style/system_colors.h"
#include "ui/style/theme.h"

#include <QObject>

#include <optional>

namespace gan {

enum class ThemeChoice { System, Light, Dark };

/// "system", "light" or "dark": as files and the command line say it.
QString themeChoiceName(ThemeChoice choice);
std::optional<ThemeChoice> themeChoiceNamed(const QString& name);

/// Which theme the window wears: the user's choice, what the desktop prefers, and whether the room has a
/// projector.
class Appearance : public QObject {
    Q_OBJECT

public:
    explicit Appearance(ThemeChoice choice = ThemeChoice::System, QObject* parent = nullptr);

    const Theme& theme() const { return m_theme; }
    ThemeChoice choice() const { return m_choice; }
    bool isForProjector() const { return m_projector; }

    void choose(ThemeChoice choice);
    /// Text 1.5 times larger, lines thicker.
    void setProjector(bool on);
    /// From now on, follows the desktop while the choice is System.
    void watchSystem() { m_system.watch(); }

Q_SIGNALS:
    void themeChanged(const gan::Theme& theme);

private:
    void refresh();

    SystemColors m_system{this};
    ThemeChoice m_choice;
    bool m_projector = false;
    Theme m_theme;
};

} // namespace gan
