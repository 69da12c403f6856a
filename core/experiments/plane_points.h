#pragma once

#include "core/data/training_data.h"

#include <string>

namespace gan {

/// The points of a file or a drawing where the setting `data` of plane-2d says so, otherwise nothing; those
/// of a picture are read elsewhere. Throws Error when there are none, or when all lie in one place.
TrainingData readPlanePoints(const Settings& settings);

/// The picture whose dark parts are the data; empty where it is something else. Throws Error when none is
/// named.
std::string planePicture(const Settings& settings);

} // namespace gan
