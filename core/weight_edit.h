#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace gan {

inline constexpr const char* kWeightEdits = "weights_by_hand"; ///< the setting that lists them
inline constexpr double kLargestWeight = 1000;                 ///< that a hand can give, either side of 0

/// A weight or bias that a hand has set: a row of five numbers in the setting's matrix.
struct WeightEdit {
    enum Network : std::int64_t { D, G } network;
    std::int64_t layer; ///< 1: the first behind the inputs
    std::int64_t unit;  ///< of that layer, from 1
    std::int64_t input; ///< from 1; 0: the unit's bias
    double value;

    std::vector<double> row() const;
    /// Nothing where the row is not one.
    static std::optional<WeightEdit> from(const std::vector<double>& row);

    bool operator==(const WeightEdit&) const = default;
};

/// Whether networks of these widths, from the inputs to the outputs, have the weight.
bool hasWeight(const std::vector<std::int64_t>& widths, const WeightEdit& edit);

} // namespace gan
