#pragma once

#include "core/settings/settings.h"

#include <cstdint>
#include <string>
#include <vector>

namespace gan {

/// From the step after `iteration` completed iterations on, the setting `key` has this value.
struct Event {
    std::int64_t iteration;
    std::string key;
    SettingValue value;

    bool operator==(const Event&) const = default;
};

/// A run is its settings (the seed is one of them) and what was changed when: enough to repeat it bit for
/// bit, where hasSameBits() on every machine, else on the same kind of machine with the same LibTorch.
struct Run {
    Settings settings;              ///< at the start
    std::vector<Event> events = {}; ///< in the order of their iterations
    std::int64_t iterations = 0;    ///< how far it went

    /// Notes that `settings` hold from `iteration` on: appends what differs from the settings so far.
    /// A change that is taken back before a step was made leaves no event.
    void noteChange(std::int64_t iteration, const Settings& settings);

    /// The settings that the step after `iteration` completed iterations uses.
    Settings settingsAt(std::int64_t iteration) const;

    bool operator==(const Run&) const = default;
};

/// Whether the whole run has the same numbers everywhere; see Experiment::hasSameBits.
bool hasSameBits(const Run& run);

/// Throws Error when an event names a setting that cannot change during a run, breaks a rule, or goes back in
/// time.
void checkEvents(const Run& run);

} // namespace gan
