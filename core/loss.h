#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace gan {

enum class Loss { Minimax, NonSaturating, LeastSquares, Hinge, WassersteinGp };

/// What the program says about a loss; its formulas are in core/model/losses.cpp.
struct LossFacts {
    Loss loss;
    const char* key; ///< as in the setting `loss`
    const char* label;
    const char* help;
    /// D's output is sigmoid(score), a probability; otherwise it is the score itself, and "P(real)" would be
    /// a lie.
    bool outputIsProbability;
    /// D calls a sample real when its output is above this. None for a critic whose zero has no meaning: then
    /// it is the middle of mean D(x) and mean D(G(z)).
    std::optional<double> midpoint;
    /// Values of the mean losses when the generated distribution equals the real one and D is at its best
    /// against it.
    std::optional<double> equilibriumD;
    std::optional<double> equilibriumG;
};

const std::vector<LossFacts>& lossTable();

/// The mean losses when generated and real agree and D is at its best.
struct Equilibrium {
    std::optional<double> lossD, lossG;
};

/// With one-sided label smoothing, real counts as real to the share `realTarget` (1: no smoothing) and D's
/// best output is half of that; scores, which are not smoothed, have the values of the table.
Equilibrium equilibriumOf(const LossFacts& facts, double realTarget = 1);

/// Throws Error when there is no such loss.
const LossFacts& lossNamed(std::string_view key);

} // namespace gan
