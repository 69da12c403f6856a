#pragma once

#include "core/settings/setting.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gan {

struct Experiment;

/// The values of all settings of one experiment: a plain value that is copied between threads.
/// Starts with the experiment's defaults; every change is checked against the setting's row.
class Settings {
public:
    explicit Settings(const Experiment& experiment);

    const Experiment& experiment() const { return *m_experiment; }

    /// These throw Error when the experiment has no such setting, or the value does not fit its row.
    void set(std::string_view key, SettingValue value);
    void setText(std::string_view key, std::string_view text);
    const SettingValue& value(std::string_view key) const;

    /// Typed access for code that names a key of its own experiment; a wrong key or type is a programming
    /// error and throws too.
    double number(std::string_view key) const;
    std::int64_t integer(std::string_view key) const;
    const std::string& choice(std::string_view key) const;
    const Layers& layers(std::string_view key) const;
    const Matrix& matrix(std::string_view key) const;
    const std::string& path(std::string_view key) const;

    /// Throws Error when the values contradict each other (the experiment's rules).
    void checkRules() const;

    /// Whether the row is shown with these values: its own condition, and that of the setting it hangs on.
    bool isVisible(const Setting& setting) const;

    /// The same settings with the View rows of `other`, which must be of the same experiment.
    Settings seenAs(const Settings& other) const;

    /// The keys whose values differ from `other`, in the order of the experiment's rows.
    std::vector<std::string> differencesFrom(const Settings& other) const;

    bool operator==(const Settings& other) const
    {
        return m_experiment == other.m_experiment && m_values == other.m_values;
    }

private:
    const Experiment* m_experiment;
    std::map<std::string, SettingValue, std::less<>> m_values;
};

} // namespace gan
