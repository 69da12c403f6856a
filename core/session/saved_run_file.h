#pragma once

#include "core/session/resumption.h"
#include "core/session/run_record.h"

#include <QIODevice>
#include <QString>

#include <memory>
#include <string>

namespace gan {

/// A run with its whole state: record, metric log, marks, weights, optimizers, random streams.
struct SavedRun {
    std::shared_ptr<RunRecord> record;
    Resumption resumption;
};

/// Whether a saved run has the states that its timeline keeps. Without them its past is computed from the
/// beginning when somebody looks at it; with them the file is some ten times as large. Pictures are never
/// saved.
enum class Past { LeftOut, Kept };

/// Writes all of it to one file, whole or not at all: the moment at which record.run() was `run` and the run
/// was suspended. Training may go on meanwhile: what comes after that moment is left out. Any thread; takes
/// the time of writing about 60 bytes for each iteration, and the states. Throws Error.
void writeSavedRun(const QString& path, const RunRecord& record, const Run& run, const Resumption& resumption,
                   Past past = Past::LeftOut);

/// The same for a run that stands still.
void writeSavedRun(const QString& path, const RunRecord& record, const Resumption& resumption,
                   Past past = Past::LeftOut);

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
