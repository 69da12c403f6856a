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

Settings Settings::forNewRun() const
{
    Settings fresh = *this;
    for (const Setting& setting : experiment().settings)
        if (setting.applies == SettingApplies::ByHand)
            fresh.setText(setting.key, setting.defaultText);
    return fresh;
}

} // namespace gan
