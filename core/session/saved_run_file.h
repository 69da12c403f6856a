#pragma once

#include "core/session/resumption.h"
#include "core/session/run_record.h"

#include <QIODevice>
#include <QString>

#include <memory>
#include <string>

namespace gan {

/// A run with its whole state: record, metric log, weights, optimisers, random streams. The timeline is not
/// among them: a file would be some ten times as large, and an autosave as much slower. One that is read back
/// has a timeline of what comes after.
struct SavedRun {
    std::shared_ptr<RunRecord> record;
    Resumption resumption;
};

/// Writes all of it to one file, whole or not at all: the moment at which record.run() was `run` and the run
/// was suspended. Training may go on meanwhile: rows of the metric log past that moment are left out. Any
/// thread; takes the time of writing about 60 bytes for each iteration. Throws Error.
void writeSavedRun(const QString& path, const RunRecord& record, const Run& run,
                   const Resumption& resumption);

/// The same for a run that stands still.
void writeSavedRun(const QString& path, const RunRecord& record, const Resumption& resumption);

/// What a saved run is, without its state.
struct SavedRunSummary {
    const Experiment* experiment;
    std::int64_t iterations;
};

/// Reads the beginning of the file alone, in a few milliseconds, and checks no more than that. Throws Error
/// as readSavedRun() does.
SavedRunSummary savedRunSummary(const QString& path);

/// Reads it back; the new record gets `id`. Throws Error, naming the file and what is wrong, when it cannot
/// be read, is damaged (a checksum covers every byte), is no saved run, or comes from a newer version.
SavedRun readSavedRun(const QString& path, std::uint64_t id);
/// The same from anything that is open, can seek and stands at its beginning; `name` is what errors call it.
SavedRun readSavedRun(QIODevice& file, const QString& name, std::uint64_t id);

/// Whether the file begins as a saved run does; a run file (JSON) does not.
bool isSavedRun(const QString& path);

} // namespace gan
