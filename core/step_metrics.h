#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace gan {

inline constexpr float kNoValue = std::numeric_limits<float>::quiet_NaN();

/// What one iteration measured of itself. kNoValue where a network made no update in it.
struct StepMetrics {
    int updatesD = 0, updatesG = 0; ///< in this iteration
    float lossD = kNoValue;         ///< of the last D update
    float lossG = kNoValue;         ///< of the last G update
    float dReal = kNoValue;         ///< mean D(x) in the last D update
    float dFakeBefore = kNoValue;   ///< mean D(G(z)) in the last D update, before D learns from it
    float dFakeAfter = kNoValue;    ///< mean D(G(z)) in G's own last pass, after D has learned
    float accuracyReal = kNoValue;  ///< share of real samples that D calls real, 0 to 1
    float accuracyFake = kNoValue;  ///< share of generated samples that D calls generated, 0 to 1
    float gradNormD = kNoValue;     ///< Euclidean norm of D's gradient in its last update
    float gradNormG = kNoValue;
    /// The experiment's own columns: those of each iteration (TrainerInfo::ownColumns), and those of the
    /// measurement grid (TrainerInfo::measuredColumns), empty off it.
    std::vector<float> own = {}, measured = {};
};

/// The names of the columns that every experiment logs, as in metrics.csv after
/// iteration,updates_d,updates_g.
inline constexpr std::array<const char*, 9> kStepColumns = {"loss_d",        "loss_g",       "d_real",
                                                            "d_fake_before", "d_fake_after", "accuracy_real",
                                                            "accuracy_fake", "grad_norm_d",  "grad_norm_g"};

/// Whether a column has a value in each iteration in which its network learns. Others may be measured now and
/// then.
inline bool isStepColumn(std::string_view name)
{
    return std::find(kStepColumns.begin(), kStepColumns.end(), name) != kStepColumns.end();
}

/// The values of those columns, in that order.
inline std::array<float, kStepColumns.size()> stepValues(const StepMetrics& m)
{
    return {m.lossD,        m.lossG,        m.dReal,     m.dFakeBefore, m.dFakeAfter,
            m.accuracyReal, m.accuracyFake, m.gradNormD, m.gradNormG};
}

} // namespace gan
