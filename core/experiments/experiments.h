#pragma once

#include "core/experiment.h"

// Each experiment is described in a file of its own; all.inc lists them.
namespace gan {

#define GAN_EXPERIMENT(name, Name) Experiment name();
#include "core/experiments/all.inc"
#undef GAN_EXPERIMENT

/// Rules that experiments share: steps_d and steps_g are not both 0; a head of two sigmoids has a loss whose
/// D is a probability.
std::optional<Text> someNetworkLearns(const Settings& settings);
std::optional<Text> sigmoidsHaveProbabilities(const Settings& settings);

/// Experiment::logLine with losses and D's answers, every 250 iterations, as often as the 1-D course notebook
/// drew its pictures.
std::optional<std::string> lossesLine(const LogMoment& moment);

/// Experiment::hasSameBits of dense networks: the gradient penalty and CUDA are LibTorch's.
bool kernelsComputeAll(const Settings& settings);

} // namespace gan
