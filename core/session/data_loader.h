#pragma once

#include "core/session/pictures/picture_loader.h"
#include "core/session/run_record.h"

namespace gan {

/// Reads what these settings name, all but the pictures that PictureLoader loads: in a fraction of a second
/// and on any thread. Throws Error when it cannot be had: a run with these settings must not begin.
TrainingData quickData(const Settings& settings);

/// Loads what any experiment learns from. `step` is told of pictures while they are loaded, `loaded` when a
/// new set is there, both on the thread that loads.
DataLoader dataLoader(LoadStep step = {}, QString cacheFolder = {}, PicturesLoaded loaded = {});

/// Loads what a record lacks before its run can begin or go on. What it has stays: a run goes on with the
/// data that it began with, whatever has become of the files. Throws what the loader throws.
void provideData(RunRecord& record, const DataLoader& load);

} // namespace gan
