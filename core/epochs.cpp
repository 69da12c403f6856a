#include "core/epochs.h"

#include "core/experiment.h"

#include <algorithm>

namespace gan {

bool countsEpochs(const Experiment& experiment)
{
    return experiment.find("vectors") && experiment.find("batch_per_iteration");
}

std::int64_t iterationsPerEpoch(const Settings& settings, std::int64_t vectors, bool learnsD, bool learnsG)
{
    const auto steps = [&](const char* key) { return std::max<std::int64_t>(1, settings.integer(key)); };
    const bool one = settings.choice("batch_per_iteration") == "one";
    const std::int64_t batches = one ? 1 : learnsD ? steps("steps_d") : learnsG ? steps("steps_g") : 1;
    const std::int64_t shown = batches * settings.integer("batch");
    return std::max<std::int64_t>(1, (vectors + shown - 1) / shown);
}

} // namespace gan
