#pragma once

#include "core/session/saved_run_file.h"

#include <optional>

namespace gan {

class Settings;

/// The saved run that the program brings with it for these settings, trained and with its past, so that the
/// first picture of an experiment is a good one. Nothing where it has none: nearly always. It is a resource,
/// :/gan/runs/<experiment>.ganrun, made by `./dev bundle`. A few milliseconds; any thread.
std::optional<SavedRun> bundledRun(const Settings& settings, std::uint64_t id);

} // namespace gan
