#pragma once

#include "core/run.h"
#include "core/snapshot.h"

#include <QString>

#include <string>
#include <vector>

namespace gan {

/// What a run file says beside the run itself; read back by nobody, but a number without it cannot be
/// repeated.
struct RunResults {
    std::string libtorch;          ///< its version
    std::vector<Readout> readouts; ///< at the end
};

/// Writes `run.json`, format 1: seed and settings, events, iterations, versions, processor kind and final
/// read-outs. Whole or not at all. Throws Error when the file cannot be written.
void writeRunFile(const QString& path, const Run& run, const RunResults& results);

/// Reads a run back. Throws Error, naming the file and what is wrong, when it cannot be read, is damaged, has
/// another format, or describes a run that this program would refuse.
Run readRunFile(const QString& path);

/// The same without a file; `name` is what errors call it.
QByteArray runToJson(const Run& run, const RunResults& results);
Run runFromJson(const QByteArray& bytes, const QString& name);

/// Throws Error, a clause without the file's name, unless 1 <= found <= newest.
void checkFileFormat(std::int64_t found, std::int64_t newest);

/// The kind of processor, as far as results depend on it, e.g. "AMD EPYC, x86_64".
QString processorKind();

} // namespace gan
