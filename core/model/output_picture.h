#pragma once

#include "core/model/figures.h"
#include "core/snapshot.h"

namespace gan {

/// What D says of real and of generated samples: the histograms d_real and d_generated over [0, 1] (or, where
/// the loss makes D's output a score, score_real and score_generated over the range of all scores), and the
/// read-outs d_real and d_generated, their means. Scores [B] of any two counts.
void addOutputs(Snapshot& snapshot, const LossFacts& facts, const Scores& Dx, const Scores& DGz);

} // namespace gan
