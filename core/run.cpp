#include "core/run.h"

#include "core/error.h"
#include "core/experiment.h"

#include <algorithm>

namespace gan {

void Run::noteChange(std::int64_t iteration, const Settings& wanted)
{
    std::erase_if(events, [&](const Event& event) { return event.iteration >= iteration; });
    const Settings before = settingsAt(iteration);
    for (const std::string& key : wanted.differencesFrom(before))
        events.push_back({iteration, key, wanted.value(key)});
}

Settings Run::settingsAt(std::int64_t iteration) const
{
    Settings result = settings;
    for (const Event& event : events)
        if (event.iteration <= iteration)
            result.set(event.key, event.value);
    return result;
}

bool hasSameBits(const Run& run)
{
    const auto& has = run.settings.experiment().hasSameBits;
    return has && has(run.settings) &&
           std::all_of(run.events.begin(), run.events.end(),
                       [&](const Event& event) { return has(run.settingsAt(event.iteration)); });
}

namespace {

std::string where(const Event& event)
{
    return std::to_string(event.iteration);
}

void checkEvent(const Run& run, const Event& event, std::int64_t previous)
{
    const Setting& setting = run.settings.experiment().setting(event.key);
    if (event.iteration < 0)
        throw Error(GE_TR("A change of %1 is at iteration %2; iterations begin at 0."),
                    {event.key, where(event)});
    if (event.iteration < previous)
        throw Error(
            GE_TR(
                "The change of %1 at iteration %2 comes after one at iteration %3; changes must stand in the "
                "order of their iterations."),
            {event.key, where(event), std::to_string(previous)});
    if (!setting.isLive())
        throw Error(GE_TR("%1 cannot change during a run (at iteration %2): it applies from the start only."),
                    {event.key, where(event)});
    checkSettingValue(setting, event.value);
}

} // namespace

void checkEvents(const Run& run)
{
    run.settings.checkRules();
    Settings current = run.settings;
    for (std::size_t i = 0; i < run.events.size(); ++i) {
        const Event& event = run.events[i];
        checkEvent(run, event, i ? run.events[i - 1].iteration : 0);
        current.set(event.key, event.value);
        const bool lastOfItsIteration =
            i + 1 == run.events.size() || run.events[i + 1].iteration != event.iteration;
        if (lastOfItsIteration)
            current.checkRules();
    }
}

} // namespace gan
