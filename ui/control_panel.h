#pragma once

#include "core/run.h"

#include <QWidget>

#include <map>
#include <string>

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace gan {

class CollapsibleGroup;
class SettingEditor;
struct Preset;

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
    /// The same above the settings, open.
    void addFirstGroup(const QString& title, QWidget* content);
    /// A sentence in the panel: why a value was refused.
    void refuse(const Text& why);

    /// Raises a whole number by one, as a hand would; from the largest to the smallest.
    void raise(const QString& key);
    /// Gives a setting a value, as a hand would.
    void change(const QString& key, const SettingValue& value);

    /// What the run works with.
    const Settings& applied() const { return m_applied; }
    bool somethingWaits() const { return m_plan || m_shown != m_applied; }

Q_SIGNALS:
    /// Live rows changed.
    void liveChanged(const gan::Settings& settings);
    /// "Apply and reset" was pressed: begin this run. `plan` is the preset whose stages it has; null when it
    /// has none.
    void resetRequested(const gan::Run& run, const gan::Preset* plan);

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
    const Preset* presetShown() const;
    QString stagesText() const;
    void apply();

    Settings m_applied;                ///< what the session works with
    Settings m_shown;                  ///< the same and what waits
    const Preset* m_chosen = nullptr;  ///< chosen last; others may have the same settings
    const Preset* m_inForce = nullptr; ///< chosen last of those that were applied
    const Preset* m_plan = nullptr;    ///< its stages wait
    std::map<std::string, SettingEditor*> m_editors;
    std::map<std::string, CollapsibleGroup*> m_groups;
    QVBoxLayout* m_rows = nullptr;
    QComboBox* m_presets = nullptr;
    QLabel* m_why = nullptr;
    QLabel* m_sentence = nullptr;
    QLabel* m_stages = nullptr; ///< what the plan that waits will do
    QWidget* m_waiting = nullptr;
};

} // namespace gan
