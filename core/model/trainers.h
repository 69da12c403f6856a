#pragma once

#include "core/trainer.h"

namespace gan {

// The trainers, one function and one file each.
#define GAN_EXPERIMENT(name, Name) std::unique_ptr<Trainer> make##Name##Trainer();
#include "core/experiments/all.inc"
#undef GAN_EXPERIMENT

} // namespace gan
