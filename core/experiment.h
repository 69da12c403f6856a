#pragma once

#include "core/data/training_data.h"
#include "core/error.h"
#include "core/log_line.h"
#include "core/metric_column.h"
#include "core/pause_condition.h"
#include "core/run.h"
#include "core/settings/setting.h"
#include "core/text.h"

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace gan {

class Settings;

using PresetValues = std::vector<std::pair<const char*, const char*>>;

/// A part of a planned run: so many iterations with these live settings, on the networks of the part before.
struct Stage {
    std::int64_t iterations;
    PresetValues values = {};
};

/// A named list of key = value, with a sentence that says why one would want it. Starts from the defaults.
/// With stages it is the plan of a whole run, which pauses after each of them.
struct Preset {
    const char* id;
    const char* label;
    const char* why;
    PresetValues values;
    std::vector<Stage> stages = {};
    std::vector<PauseCondition> pauseWhen = {}; ///< ends the run before its plan does
    const char* needs = nullptr;                ///< a file without which the preset is not offered

    bool isOffered() const;
    /// Whether the preset has a value for this setting.
    bool names(std::string_view key) const;
    /// When its run pauses before its plan ends: after the first stage, where there is another, and whenever
    /// `pauseWhen` says.
    std::vector<PauseCondition> pauses() const;
};

/// A rule across rows: the sentence to show when the values break it, nothing when they hold.
using SettingsRule = std::function<std::optional<Text>(const Settings&)>;

/// Where the data of an experiment comes from.
struct DataNeeds {
    /// Reads the data that these settings name, in a fraction of a second and on any thread. Throws Error
    /// when they cannot be had: a run with them must not begin. Null: it needs none, or pictures.
    DataLoader read = {};
    /// The picture whose dark parts are the data, as points; empty where it is something else. Null: never.
    std::function<std::string(const Settings&)> darkPicture = {};
    bool isPictures = false; ///< which take long to load: see PictureLoader
};

/// What one experiment is, without its mathematics and its pictures: name, settings with their defaults,
/// presets, rules.
struct Experiment {
    const char* id;
    const char* title;
    const char* summary;
    std::vector<Setting> settings;    ///< in the order in which they are shown
    std::vector<Setting> view = {};   ///< what can be chosen of what is looked at; see View
    std::vector<Preset> presets = {}; ///< the first one holds the defaults
    std::vector<SettingsRule> rules = {};
    std::int64_t defaultIterations = 0; ///< of `train` when nothing else is said
    LogLine logLine = {};               ///< how the experiment words its log
    DataNeeds data = {};
    /// All that the metric log has, in its order; see metricColumns().
    std::vector<MetricColumn> columns = {};
    /// Whether a run with these settings has the same numbers, bit for bit, on every processor and with every
    /// LibTorch: those that kernels compute. Null: none has, as LibTorch computes it.
    std::function<bool(const Settings&)> hasSameBits = {};

    /// The column; throws Error when there is none.
    const MetricColumn& column(std::string_view key) const;
    /// The row, or null.
    const Setting* find(std::string_view key) const;
    /// The row; throws Error when there is none.
    const Setting& setting(std::string_view key) const;
    /// Throws Error when there is no such preset.
    const Preset& presetNamed(std::string_view presetId) const;
    /// The experiment's settings with a preset's values; throws Error when there is no such preset.
    Settings preset(std::string_view presetId) const;
    /// The run that a preset with stages plans, begun with `settings`; without stages it has no end.
    Run planned(const Preset& preset, const Settings& settings) const;
    /// Whether a run with these settings may be that of the preset: they are its values or those of one of
    /// its stages, whatever the seed is where the preset names none.
    bool isOf(const Preset& preset, const Settings& settings) const;
};

/// All experiments, in the order of the menu. They live as long as the program. Any thread.
const std::vector<Experiment>& experiments();

/// The sentence for a key that no row of the experiment has.
Error noSuchSetting(const Experiment& experiment, std::string_view key);

/// Throws Error when there is no experiment of that name.
const Experiment& experimentNamed(std::string_view id);

} // namespace gan
