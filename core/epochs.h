#pragma once

#include "core/settings/settings.h"

namespace gan {

/// Whether an experiment counts epochs: its data set is limited and its setting `vectors` says how large it
/// is.
bool countsEpochs(const Experiment& experiment);

/// How many iterations show every one of `vectors` real vectors once, rounded up: those of D's updates while
/// D learns; while G learns alone, its batches are counted. A network that is told to learn makes at least
/// one step.
std::int64_t iterationsPerEpoch(const Settings& settings, std::int64_t vectors, bool learnsD, bool learnsG);

} // namespace gan
