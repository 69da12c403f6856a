#pragma once

#include "ui/plots/plot_spec.h"

namespace gan {

/// What data goes through in the experiment on the plane, as small pictures.
FlowSpec planeComponents();

} // namespace gan
