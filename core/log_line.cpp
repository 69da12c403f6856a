#include "core/log_line.h"

#include "core/step_metrics.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace gan {

float LogMoment::value(std::string_view column) const
{
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i] == column)
            return row[i];
    return kNoValue;
}

std::string minutesText(double seconds)
{
    const auto whole = static_cast<std::int64_t>(seconds);
    return std::to_string(whole / 60) + "m " + std::to_string(whole % 60) + "s";
}

std::string fixedText(double value, int decimals)
{
    if (std::isnan(value))
        return "-";
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
    return text.data();
}

} // namespace gan
