#pragma once

#include "core/experiment.h"

// Each experiment is described in a file of its own; all.inc lists them.
namespace gan {

#define GAN_EXPERIMENT(name, Name) Experiment name();
#include "core/experiments/all.inc"
#undef GAN_EXPERIMENT

/// Rules that experiments share: steps_d and steps_g are not both 0.
std::optional<Text> someNetworkLearns(const Settings& settings);

/// Experiment::hasSameBits of dense networks: the gradient penalty and CUDA are LibTorch's.
bool kernelsComputeAll(const Settings& settings);

} // namespace gan
