#pragma once

#include "core/settings/setting.h"
#include "core/text.h"

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace gan {

class Settings;

/// A named list of key = value, with a sentence that says why one would want it. Starts from the defaults.
struct Preset {
    const char* id;
    const char* label;
    const char* why;
    std::vector<std::pair<const char*, const char*>> values;
};

/// A rule across rows: the sentence to show when the values break it, nothing when they hold.
using SettingsRule = std::function<std::optional<Text>(const Settings&)>;

/// What one experiment is, without its mathematics and its pictures: name, settings with their defaults,
/// presets, rules.
struct Experiment {
    const char* id;
    const char* title;
    const char* summary;
    std::vector<Setting> settings; ///< in the order in which they are shown
    std::vector<Preset> presets;   ///< the first one holds the defaults
    std::vector<SettingsRule> rules;
    std::int64_t defaultIterations; ///< of `train` when nothing else is said

    /// The row, or null.
    const Setting* find(std::string_view key) const;
    /// The row; throws Error when there is none.
    const Setting& setting(std::string_view key) const;
    /// The experiment's settings with a preset's values; throws Error when there is no such preset.
    Settings preset(std::string_view presetId) const;
};

/// All experiments, in the order of the menu. They live as long as the program. Any thread.
const std::vector<Experiment>& experiments();

/// Throws Error when there is no experiment of that name.
const Experiment& experimentNamed(std::string_view id);

} // namespace gan
