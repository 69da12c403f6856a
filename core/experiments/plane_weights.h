#pragma once

#include "core/text.h"

#include <optional>

namespace gan {

class Settings;

/// A rule of plane-2d: weights that are changed by hand are those of networks with these settings.
std::optional<Text> weightsExist(const Settings& settings);

} // namespace gan
