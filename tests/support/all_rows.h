#pragma once

#include "core/experiment.h"

#include <vector>

namespace gan {

/// Settings and rows of the View, of all experiments.
inline std::vector<Setting> allRows()
{
    std::vector<Setting> all;
    for (const Experiment& experiment : experiments())
        for (const auto* rows : {&experiment.settings, &experiment.view})
            all.insert(all.end(), rows->begin(), rows->end());
    return all;
}

} // namespace gan
