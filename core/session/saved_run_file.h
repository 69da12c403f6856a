#pragma once

#include "core/session/run_record.h"

#include <QString>

#include <memory>
#include <string>

namespace gan {

/// What a record lacks to go on where it stopped.
struct Resumption {
    Settings settings;        ///< as asked for last
    bool followsPlan = true;  ///< whether the plan's later events still count
    std::string trainerState; ///< Trainer::save() at the record's last iteration
};

/// A run with its whole state: record, metric log, weights, optimisers, random streams.
struct SavedRun {
    std::shared_ptr<RunRecord> record;
    Resumption resumption;
};

/// Writes all of it to one file, whole or not at all. Rows past the record's last iteration are left out. Any
/// thread, while no step is made; takes the time of writing about 60 bytes for each iteration. Throws Error.
void writeSavedRun(const QString& path, const RunRecord& record, const Resumption& resumption);

/// Reads it back; the new record gets `id`. Throws Error, naming the file and what is wrong, when it cannot
/// be read, is damaged (a checksum covers every byte), is no saved run, or comes from a newer version.
SavedRun readSavedRun(const QString& path, std::uint64_t id);

/// Whether the file begins as a saved run does; a run file (JSON) does not.
bool isSavedRun(const QString& path);

} // namespace gan
