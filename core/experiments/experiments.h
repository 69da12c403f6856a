#pragma once

#include "core/experiment.h"

// Each experiment is described in a file of its own; experiments() lists them.
namespace gan {

Experiment density1d();
Experiment signal();
Experiment faces();

/// Rules that experiments share: steps_d and steps_g are not both 0.
std::optional<Text> someNetworkLearns(const Settings& settings);

} // namespace gan
