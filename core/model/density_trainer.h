#pragma once

#include "core/trainer.h"

namespace gan {

/// The experiment density-1d: noise is bent into a distribution on the line.
std::unique_ptr<Trainer> makeDensityTrainer();

} // namespace gan
