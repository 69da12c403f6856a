#pragma once

#include "core/settings/settings.h"

#include <string>

namespace gan {

/// What a record lacks to go on where it stopped.
struct Resumption {
    Settings settings;        ///< as asked for last
    bool followsPlan = true;  ///< whether the plan's later events still count
    std::string trainerState; ///< Trainer::save() at the record's last iteration
};

} // namespace gan
