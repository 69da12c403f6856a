#include "core/settings/setting.h"

#include "core/error.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

namespace gan {

namespace {

constexpr const char* kNone = "none";

[[noreturn]] void refuse(const Setting& setting, std::string_view text)
{
    throw Error(GE_TR("%1 is \"%2\"; it must be %3."),
                {setting.key, std::string(text), settingRangeText(setting)});
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    for (std::size_t start = 0; start <= text.size();) {
        const auto end = std::min(text.find(separator, start), text.size());
        parts.push_back(trimmed(text.substr(start, end - start)));
        start = end + 1;
    }
    return parts;
}

template <class T>
std::optional<T> wholeNumber(std::string_view text)
{
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::optional<Layers> parseLayers(std::string_view text)
{
    Layers layers;
    if (text == kNone)
        return layers;
    for (std::string_view part : split(text, ',')) {
        const auto width = wholeNumber<int>(part);
        if (!width)
            return std::nullopt;
        layers.push_back(*width);
    }
    return layers;
}

std::optional<Matrix> parseMatrix(std::string_view text)
{
    Matrix matrix;
    if (text == kNone)
        return matrix;
    for (std::string_view line : split(text, ';')) {
        auto& row = matrix.emplace_back();
        for (std::string_view part : split(line, ' ')) {
            if (part.empty())
                continue;
            const auto entry = wholeNumber<double>(part);
            if (!entry)
                return std::nullopt;
            row.push_back(*entry);
        }
    }
    return matrix;
}

std::optional<PointList> parsePoints(std::string_view text)
{
    std::vector<double> coordinates;
    if (text.empty())
        return PointList();
    const auto rows = parseMatrix(text);
    if (!rows)
        return std::nullopt;
    for (const auto& row : *rows) {
        if (row.size() != 2)
            return std::nullopt;
        coordinates.insert(coordinates.end(), row.begin(), row.end());
    }
    return PointList(std::move(coordinates));
}

bool inRange(const Setting& setting, double value)
{
    return std::isfinite(value) && value >= setting.minimum && value <= setting.maximum;
}

bool fits(const Setting& setting, std::int64_t value)
{
    return setting.kind == SettingKind::Integer && inRange(setting, static_cast<double>(value));
}

bool fits(const Setting& setting, double value)
{
    return setting.kind == SettingKind::Number && inRange(setting, value);
}

bool fits(const Setting& setting, const std::string& value)
{
    if (setting.kind == SettingKind::Path)
        return value.find('\0') == std::string::npos;
    return setting.kind == SettingKind::Choice &&
           std::any_of(setting.choices.begin(), setting.choices.end(),
                       [&](const SettingChoice& choice) { return choice.value == value; });
}

bool fits(const Setting& setting, const Layers& layers)
{
    return setting.kind == SettingKind::Layers && layers.size() >= setting.layers.fewest &&
           layers.size() <= setting.layers.most &&
           std::all_of(layers.begin(), layers.end(), [&](int width) { return inRange(setting, width); });
}

bool fits(const Setting& setting, const Matrix& matrix)
{
    const auto rowFits = [&](const std::vector<double>& row) {
        return !row.empty() && row.size() == matrix.front().size() &&
               std::all_of(row.begin(), row.end(), [&](double entry) { return inRange(setting, entry); });
    };
    return setting.kind == SettingKind::Matrix && (!matrix.empty() || setting.layers.fewest == 0) &&
           std::all_of(matrix.begin(), matrix.end(), rowFits);
}

bool fits(const Setting& setting, const PointList& points)
{
    const std::vector<double>& all = points.coordinates();
    return setting.kind == SettingKind::Points && all.size() % 2 == 0 && points.size() <= kMostPoints &&
           std::all_of(all.begin(), all.end(), [&](double number) { return inRange(setting, number); });
}

template <class Values, class Print>
std::string joined(const Values& values, std::string_view separator, Print print)
{
    std::string text;
    for (const auto& value : values) {
        if (!text.empty())
            text += separator;
        text += print(value);
    }
    return text;
}

struct ValueText {
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(double value) const { return numberText(value); }
    std::string operator()(const std::string& value) const { return value; }
    std::string operator()(const Layers& layers) const
    {
        if (layers.empty())
            return kNone;
        return joined(layers, ",", [](int width) { return std::to_string(width); });
    }
    std::string operator()(const Matrix& matrix) const
    {
        if (matrix.empty())
            return kNone;
        return joined(matrix, "; ", [](const auto& row) { return joined(row, " ", numberText); });
    }
    std::string operator()(const PointList& points) const
    {
        std::string text;
        for (std::size_t i = 0; i < 2 * points.size(); ++i)
            text += (i == 0 ? "" : i % 2 ? " " : "; ") + numberText(points.coordinates()[i]);
        return text;
    }
};

template <class T>
SettingValue orRefuse(const Setting& setting, std::string_view text, const std::optional<T>& value)
{
    if (!value || !fits(setting, *value))
        refuse(setting, text);
    return *value;
}

} // namespace

SettingValue parseSettingValue(const Setting& setting, std::string_view text)
{
    const std::string_view word = trimmed(text);
    switch (setting.kind) {
    case SettingKind::Number:
        return orRefuse(setting, text, wholeNumber<double>(word));
    case SettingKind::Integer:
        return orRefuse(setting, text, wholeNumber<std::int64_t>(word));
    case SettingKind::Layers:
        return orRefuse(setting, text, parseLayers(word));
    case SettingKind::Matrix:
        return orRefuse(setting, text, parseMatrix(word));
    case SettingKind::Points:
        return orRefuse(setting, text, parsePoints(word));
    case SettingKind::Choice:
        return orRefuse(setting, text, std::optional(std::string(word)));
    case SettingKind::Path:
        break;
    }
    return orRefuse(setting, text, std::optional(std::string(text)));
}

void checkSettingValue(const Setting& setting, const SettingValue& value)
{
    if (!std::visit([&](const auto& v) { return fits(setting, v); }, value))
        refuse(setting, settingValueText(value));
}

std::string settingValueText(const SettingValue& value)
{
    return std::visit(ValueText{}, value);
}

Text settingRangeText(const Setting& setting)
{
    const std::string low = numberText(setting.minimum), high = numberText(setting.maximum);
    switch (setting.kind) {
    case SettingKind::Number:
        return {GE_TR("a number from %1 to %2"), {low, high}};
    case SettingKind::Integer:
        return {GE_TR("a whole number from %1 to %2"),
                {std::to_string(static_cast<std::int64_t>(setting.minimum)),
                 std::to_string(static_cast<std::int64_t>(setting.maximum))}};
    case SettingKind::Layers:
        if (setting.layers.fewest == 0)
            return {GE_TR("none, or up to %1 whole numbers from %2 to %3 with commas between, such as 16,16"),
                    {std::to_string(setting.layers.most), low, high}};
        return {GE_TR("%1 to %2 whole numbers from %3 to %4 with commas between, such as 16,16"),
                {std::to_string(setting.layers.fewest), std::to_string(setting.layers.most), low, high}};
    case SettingKind::Matrix:
        if (setting.layers.fewest == 0)
            return {GE_TR("none, or rows of numbers from %1 to %2 with semicolons between"), {low, high}};
        return {GE_TR("rows of numbers from %1 to %2 with semicolons between, such as 1 0.5; 1 0.5"),
                {low, high}};
    case SettingKind::Points:
        return {
            GE_TR("at most %1 points of two numbers from %2 to %3 with semicolons between, such as 0.1 0.5; "
                  "0.2 0.4"),
            {std::to_string(kMostPoints), low, high}};
    case SettingKind::Choice:
        return {GE_TR("one of %1"),
                {joined(setting.choices, ", ", [](const SettingChoice& c) { return std::string(c.value); })}};
    case SettingKind::Path:
        break;
    }
    return GE_TR("a path");
}

} // namespace gan
