#pragma once

#include "ui/plots/plot_spec.h"

namespace gan {

struct Experiment;

/// The page of an experiment.
const PageSpec& pageFor(const Experiment& experiment);

/// The pages, one function and one file each.
#define GAN_EXPERIMENT(name, Name) PageSpec name##Page();
#include "core/experiments/all.inc"
#undef GAN_EXPERIMENT

} // namespace gan
