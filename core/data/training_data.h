#pragma once

#include "core/data/csv_vectors.h"
#include "core/data/picture_set.h"

#include <functional>
#include <memory>

namespace gan {

class Settings;

/// What a run learns from besides its settings: files, or pictures that take long to draw. It is read once
/// for each run, never changes, and is shared by all trainers that look at the run.
struct TrainingData {
    std::shared_ptr<const PictureSet> pictures = {};
    std::shared_ptr<const Vectors> vectors = {}; ///< of a file, as they stand there

    /// An experiment may need nothing but its settings.
    bool isEmpty() const { return !pictures && !vectors; }
};

/// Reads what these settings name. May take minutes; throws Error when it cannot be had. May be null, for
/// experiments that need nothing.
using DataLoader = std::function<TrainingData(const Settings&)>;

} // namespace gan
