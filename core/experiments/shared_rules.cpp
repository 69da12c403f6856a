#include "core/experiments/experiments.h"
#include "core/settings/settings.h"

namespace gan {

std::optional<Text> someNetworkLearns(const Settings& settings)
{
    if (settings.integer("steps_d") + settings.integer("steps_g") > 0)
        return std::nullopt;
    return Text{GE_TR("steps_d and steps_g are both 0: at least one network must make a step.")};
}

bool kernelsComputeAll(const Settings& settings)
{
    return settings.choice("device") == "cpu" && settings.choice("loss") != "wasserstein_gp";
}

} // namespace gan
