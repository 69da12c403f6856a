#include "core/weight_edit.h"

#include <algorithm>
#include <cmath>

namespace gan {

namespace {

constexpr std::size_t kNumbers = 5;

}

std::vector<double> WeightEdit::row() const
{
    return {static_cast<double>(network), static_cast<double>(layer), static_cast<double>(unit),
            static_cast<double>(input), value};
}

std::optional<WeightEdit> WeightEdit::from(const std::vector<double>& row)
{
    const auto isPlace = [](double number) { return number >= 0 && number == std::floor(number); };
    if (row.size() != kNumbers || !std::all_of(row.begin(), row.end() - 1, isPlace) ||
        row[0] > static_cast<double>(G))
        return std::nullopt;
    const auto place = [&](std::size_t i) { return static_cast<std::int64_t>(row[i]); };
    return WeightEdit{place(0) == G ? G : D, place(1), place(2), place(3), row[4]};
}

bool hasWeight(const std::vector<std::int64_t>& widths, const WeightEdit& edit)
{
    const auto layers = static_cast<std::int64_t>(widths.size()) - 1;
    if (edit.layer < 1 || edit.layer > layers)
        return false;
    const auto layer = static_cast<std::size_t>(edit.layer);
    return edit.unit >= 1 && edit.unit <= widths[layer] && edit.input >= 0 && edit.input <= widths[layer - 1];
}

} // namespace gan
