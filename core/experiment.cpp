#include "core/experiment.h"

#include "core/experiments/experiments.h"
#include "core/settings/settings.h"

#include <algorithm>
#include <fstream>

namespace gan {

const std::vector<Experiment>& experiments()
{
    static const std::vector<Experiment> all = {
#define GAN_EXPERIMENT(name, Name) name(),
#include "core/experiments/all.inc"
#undef GAN_EXPERIMENT
    };
    return all;
}

const Experiment& experimentNamed(std::string_view id)
{
    std::string names;
    for (const Experiment& experiment : experiments()) {
        if (experiment.id == id)
            return experiment;
        names += (names.empty() ? "" : ", ") + std::string(experiment.id);
    }
    throw Error(GE_TR("There is no experiment named \"%1\"; there is %2."), {std::string(id), names});
}

Error noSuchSetting(const Experiment& experiment, std::string_view key)
{
    return Error(GE_TR("The experiment %1 has no setting \"%2\"; \"gan-explorer list\" shows them all."),
                 {experiment.id, std::string(key)});
}

const MetricColumn& Experiment::column(std::string_view key) const
{
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const MetricColumn& column) { return column.key == key; });
    if (found == columns.end())
        throw Error(GE_TR("%1 has no column \"%2\"."), {id, std::string(key)});
    return *found;
}

const Setting* Experiment::find(std::string_view key) const
{
    for (const Setting& setting : settings)
        if (setting.key == key)
            return &setting;
    return nullptr;
}

const Setting& Experiment::setting(std::string_view key) const
{
    if (const Setting* found = find(key))
        return *found;
    throw noSuchSetting(*this, key);
}

const Preset& Experiment::presetNamed(std::string_view presetId) const
{
    for (const Preset& preset : presets)
        if (preset.id == presetId)
            return preset;
    throw Error(GE_TR("The experiment %1 has no preset \"%2\"."), {id, std::string(presetId)});
}

Settings Experiment::preset(std::string_view presetId) const
{
    Settings values(*this);
    for (const auto& [key, text] : presetNamed(presetId).values)
        values.setText(key, text);
    return values;
}

Run Experiment::planned(const Preset& preset, const Settings& settings) const
{
    Run run{settings};
    for (const Stage& stage : preset.stages) {
        Settings changed = run.settingsAt(run.iterations);
        for (const auto& [key, text] : stage.values)
            changed.setText(key, text);
        if (run.iterations == 0)
            run.settings = changed;
        else
            run.noteChange(run.iterations, changed);
        run.iterations += stage.iterations;
    }
    return run;
}

bool Experiment::isOf(const Preset& preset, const Settings& settings) const
{
    const auto agree = [&](const Settings& values) {
        const auto differences = values.differencesFrom(settings);
        return std::all_of(differences.begin(), differences.end(),
                           [&](const std::string& key) { return key == "seed" && !preset.names("seed"); });
    };
    const Settings values = this->preset(preset.id);
    if (agree(values))
        return true;
    const Run plan = planned(preset, values);
    std::int64_t begin = 0;
    for (const Stage& stage : preset.stages) {
        if (agree(plan.settingsAt(begin)))
            return true;
        begin += stage.iterations;
    }
    return false;
}

bool Preset::names(std::string_view key) const
{
    return std::any_of(values.begin(), values.end(), [&](const auto& value) { return value.first == key; });
}

std::vector<PauseCondition> Preset::pauses() const
{
    std::vector<PauseCondition> all = pauseWhen;
    if (stages.size() > 1)
        all.insert(all.begin(), {PauseCondition::Kind::AtIteration, {}, double(stages.front().iterations)});
    return all;
}

bool Preset::isOffered() const
{
    return !needs || std::ifstream(needs).good();
}

} // namespace gan
