#pragma once

#include "ui/plots/plot_spec.h"

namespace gan {

struct Experiment;

/// The page of an experiment; throws Error when it has none.
const PageSpec& pageFor(const Experiment& experiment);

/// The pages, one function and one file each.
PageSpec density1dPage();
PageSpec signalPage();
PageSpec facesPage();

} // namespace gan
