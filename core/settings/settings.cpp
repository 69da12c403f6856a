#include "core/settings/settings.h"

#include "core/error.h"
#include "core/experiment.h"

namespace gan {

Settings::Settings(const Experiment& experiment)
    : RowValues(experiment, experiment.settings)
{
}

void Settings::checkRules() const
{
    for (const SettingsRule& rule : experiment().rules)
        if (const auto broken = rule(*this))
            throw Error(*broken);
}

} // namespace gan
