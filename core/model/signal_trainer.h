#pragma once

#include "core/trainer.h"

namespace gan {

/// The experiment signal: a generator's 2x2 matrix learns to make vectors like a teacher's.
std::unique_ptr<Trainer> makeSignalTrainer();

} // namespace gan
