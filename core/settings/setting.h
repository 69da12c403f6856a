#pragma once

#include "core/data/point_list.h"
#include "core/text.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace gan {

enum class SettingKind {
    Number,  ///< double
    Integer, ///< std::int64_t
    Choice,  ///< std::string, one of `choices`
    Layers,  ///< Layers: a few whole numbers, such as widths of hidden layers, "64" or "16,16"
    Matrix,  ///< Matrix: rows of equal length, "1 0.5; 1 0.5", or "none"
    Path,    ///< std::string: a file or folder; empty when none is chosen
    Points,  ///< PointList: at most kMostPoints of them, maybe none, "0.1 0.5; 0.2 0.4"
};
enum class SettingScale { Linear, Logarithmic };
enum class SettingApplies {
    Live,    ///< from the next iteration on; an event of the run
    Restart, ///< with a reset
    ByHand,  ///< as Live; a list of what a hand did to the networks on a plot, with which no run begins anew
};

using Layers = std::vector<int>;
using Matrix = std::vector<std::vector<double>>;
using SettingValue = std::variant<std::int64_t, double, std::string, Layers, Matrix, PointList>;
inline constexpr std::size_t kMostPoints = 20'000;

/// One possible value of a Choice: as it stands in files, as it is called on screen, and what it means.
struct SettingChoice {
    const char* value;
    const char* label;
    const char* help = "";
};

/// A setting is shown while the setting `key` has one of `values`; always when `key` is null.
struct VisibleWhen {
    const char* key = nullptr;
    std::vector<const char*> values = {};
};

/// What a dialog offers for a Path: the files of `filter`, "CSV files (*.csv)", and folders too where
/// `orFolder`; without a filter folders alone.
struct PathOffer {
    const char* filter = "";
    bool orFolder = false;
};

/// How many numbers Layers may have.
struct LayerCount {
    std::size_t fewest = 1, most = 4;
};

/// One row of the table of settings: all that the window, the command line, run files and the help know of
/// it. Texts are English sources for translation.
struct Setting {
    const char* key;
    const char* label;
    const char* help; ///< two or three sentences
    const char* group;
    SettingKind kind;
    const char* defaultText;
    SettingApplies applies = SettingApplies::Live;
    double minimum =
        0; ///< of a number, of each of the Layers, of each matrix entry and coordinate; inclusive
    double maximum = 0;
    SettingScale scale = SettingScale::Linear;
    const char* unit = "";
    std::vector<SettingChoice> choices = {}; ///< of a Path: at most one, what it means to have none
    VisibleWhen visibleWhen = {};
    PathOffer paths = {};   ///< of a Path
    LayerCount layers = {}; ///< of Layers; a Matrix may have no rows where the fewest are 0

    /// Whether it may change during a run.
    bool isLive() const { return applies != SettingApplies::Restart; }
};

/// Reads a value for `setting` from the text of a file or a command line, in the C locale, e.g. "0.01",
/// "adam", "16,16". Throws Error, naming the key and what is allowed, when the text does not fit. Any thread.
SettingValue parseSettingValue(const Setting& setting, std::string_view text);

/// Throws Error, naming the key and what is allowed, when the value has another type or leaves the range.
void checkSettingValue(const Setting& setting, const SettingValue& value);

/// The inverse of parseSettingValue, exact to the last bit.
std::string settingValueText(const SettingValue& value);

/// What is allowed: "a number from 1e-06 to 10", "one of sgd, momentum, adam".
Text settingRangeText(const Setting& setting);

} // namespace gan
