#pragma once

#include "core/settings/settings.h"

#include <QWidget>

#include <map>
#include <string>

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace gan {

class CollapsibleGroup;
class SettingEditor;

/// The settings of a run, made from the experiment's rows. Live rows count at once. Changed Restart rows, and
/// presets, wait until they are applied with a reset or discarded. A value that is refused leaves its
/// sentence in the panel.
class ControlPanel : public QWidget {
    Q_OBJECT

public:
    explicit ControlPanel(const Settings& settings, QWidget* parent = nullptr);

    /// Other settings are in force, and nothing waits any more. Emits nothing.
    void setSettings(const Settings& settings);
    /// Other settings are in force; what waits goes on waiting. Emits nothing.
    void followSettings(const Settings& settings);

    /// Below the settings, closed: something else that steers the run.
    void addGroup(const QString& title, QWidget* content);
    /// A sentence in the panel: why a value was refused.
    void refuse(const Text& why);

    bool somethingWaits() const { return m_shown != m_applied; }

Q_SIGNALS:
    /// Live rows changed.
    void liveChanged(const gan::Settings& settings);
    /// "Apply and reset" was pressed.
    void resetRequested(const gan::Settings& settings);

private:
    void layOut();
    QWidget* makePresets();
    QWidget* makeWaitingBar();
    void makeEditors();
    CollapsibleGroup* groupOf(const Setting& setting);
    void edit(const SettingEditor& editor, const SettingValue& value);
    void choosePreset(int index);
    void refresh();
    void refreshPreset();

    Settings m_applied; ///< what the session works with
    Settings m_shown;   ///< the same and what waits
    std::map<std::string, SettingEditor*> m_editors;
    std::map<std::string, CollapsibleGroup*> m_groups;
    QVBoxLayout* m_rows = nullptr;
    QComboBox* m_presets = nullptr;
    QLabel* m_why = nullptr;
    QLabel* m_sentence = nullptr;
    QWidget* m_waiting = nullptr;
};

} // namespace gan
