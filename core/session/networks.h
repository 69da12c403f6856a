#pragma once

#include "core/settings/settings.h"

namespace gan {

/// Which networks make updates in an iteration.
enum class Networks { Both, DiscriminatorOnly, GeneratorOnly };

/// The settings of an iteration in which only `networks` learn: the other one makes 0 steps, the named one at
/// least 1.
Settings settingsFor(Networks networks, Settings settings);

} // namespace gan
