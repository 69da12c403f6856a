#pragma once

#include "core/run.h"

#include <QWidget>

#include <map>
#include <optional>
#include <string>

class QLabel;
class QVBoxLayout;

namespace gan {

class CollapsibleGroup;
class PresetChooser;
class SettingEditor;
struct Preset;

/// The settings of a run, made from the experiment's rows. Live rows count at once. Changed Restart rows wait
/// until they are applied with a reset or discarded; until then each says what the run uses. A preset begins
/// its run at once. A value that is refused leaves a sentence at its control.
class ControlPanel : public QWidget {
    Q_OBJECT

public:
    explicit ControlPanel(const Settings& settings, QWidget* parent = nullptr);
    ~ControlPanel() override;

    /// Other settings are in force, and nothing waits any more. Emits nothing.
    void setSettings(const Settings& settings);
    /// Other settings are in force; what waits goes on waiting. Emits nothing.
    void followSettings(const Settings& settings);

    /// Shows what is in force, and what waits, anew.
    void refresh();

    /// Below the settings, closed: something else that steers the run.
    void addGroup(const QString& title, QWidget* content);
    /// The same above the settings, open.
    void addFirstGroup(const QString& title, QWidget* content);
    /// Chooses the first preset, as a hand would.
    void chooseDefaults();

    /// What the run works with.
    const Settings& applied() const { return m_applied; }
    bool somethingWaits() const { return m_shown != m_applied; }

Q_SIGNALS:
    /// Live rows changed.
    void liveChanged(const gan::Settings& settings);
    /// "Apply and reset" was pressed: begin a run with these.
    void resetRequested(const gan::Settings& settings);
    /// A preset was chosen: begin its run. setSettings() says that it has begun; refresh() that it cannot.
    void presetChosen(const gan::Run& run, const gan::Preset& preset);

private:
    void layOut();
    QWidget* makeWaitingBar();
    void makeEditors();
    CollapsibleGroup* groupOf(const Setting& setting);
    void edit(const SettingEditor& editor, const SettingValue& value);
    void choosePreset(const Preset& preset);
    const Preset* presetInForce() const;
    void showWhatWaits();
    void noteSeed();

    /// What the editors show.
    struct Seen {
        Settings shown, applied;
    };

    Settings m_applied; ///< what the session works with
    Settings m_shown;   ///< the same and what waits
    std::optional<Seen> m_seen;
    const Preset* m_chosen = nullptr; ///< last; others may have the same settings
    std::int64_t m_ownSeed;           ///< the last one that no preset named
    std::map<std::string, SettingEditor*> m_editors;
    std::map<std::string, CollapsibleGroup*> m_groups;
    QVBoxLayout* m_rows = nullptr;
    PresetChooser* m_presets;
    QLabel* m_waits = nullptr; ///< which rows wait
    QWidget* m_waiting = nullptr;
};

} // namespace gan
