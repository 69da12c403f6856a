#pragma once

#include "core/settings/settings.h"
#include "ui/style/appearance.h"

#include <QSettings>
#include <QVariantMap>

#include <memory>

class QSplitter;
class QWidget;

namespace gan {

/// What the window still knows the next time: size and place, panes, theme, the settings used last. A home
/// that cannot be written to is no error: then it is forgotten at the end. GUI thread.
class WindowMemory {
public:
    /// Remembers nothing beyond its own life.
    WindowMemory() = default;
    /// Reads and writes this file; it need not exist.
    explicit WindowMemory(const QString& file);

    ThemeChoice themeChoice() const;
    void setThemeChoice(ThemeChoice choice);

    /// Whether an ordinary start plays the beginning of a run.
    bool playsAtStart() const;
    void setPlaysAtStart(bool plays);

    /// Whether the introduction was shown once.
    bool isIntroduced() const;
    void setIntroduced();

    void keepLayout(const QWidget& window);
    /// What was kept, for the window and for the panes in it; the rest stays as it is.
    void restoreLayout(QWidget& window) const;
    void forgetPanes();

    /// The settings used last with this experiment; values that no longer fit have their defaults.
    Settings settingsOf(const Experiment& experiment) const;
    void keepSettings(const Settings& settings);
    /// The experiment shown last; the first one when there is none.
    const Experiment& experiment() const;

    /// For what a dialog remembers on its own; null when nothing is kept.
    QSettings* file() const { return m_file.get(); }

private:
    QVariant value(const QString& key) const;
    void keep(const QString& key, const QVariant& value);
    QVariantMap keptPanes() const;

    std::unique_ptr<QSettings> m_file;
};

} // namespace gan
