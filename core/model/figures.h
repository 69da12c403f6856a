#pragma once

#include "core/model/losses.h"

#include <vector>

namespace gan {

/// The numbers of a tensor of any shape, row by row. An infinite one becomes the largest finite number and a
/// NaN 0: finite weights can still have outputs too large for a float, and a picture must be drawn of them.
std::vector<double> finiteValues(const Tensor& tensor);

/// D's outputs as the user sees them, one for each sample: P(real) from 0 to 1 when the loss makes it a
/// probability, else the score itself.
std::vector<double> shownOutputs(const LossFacts& facts, const Scores& scores);

/// What one update of D measured, the values of StepMetrics.
struct DiscriminatorFigures {
    float loss, dReal, dFake, accuracyReal, accuracyFake, gradientNorm;
};

/// What one update of G measured.
struct GeneratorFigures {
    float loss, dFake, gradientNorm;
};

DiscriminatorFigures discriminatorFigures(const LossFacts& facts, const Tensor& loss, const Scores& Dx,
                                          const Scores& DGz, const Tensor& gradient);
GeneratorFigures generatorFigures(const LossFacts& facts, const Tensor& loss, const Scores& DGz,
                                  const Tensor& gradient);

} // namespace gan
