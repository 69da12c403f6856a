#pragma once

#include "core/session/run_file.h"
#include "core/session/run_record.h"
#include "core/session/whole_file.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace gan {

/// A run as it is taken away: all of it describes the same iteration, also while training goes on.
struct RunExport {
    Run run;                                 ///< up to the iteration shown
    RunResults results;                      ///< at that iteration
    std::shared_ptr<const RunRecord> record; ///< whose metric log is read, up to run.iterations
    std::optional<Table> samples = {};
    std::optional<Pictures> grid = {};           ///< from fixed noise, at that iteration
    std::optional<Pictures> samplePictures = {}; ///< fresh ones
};

/// metrics.csv: a header, then a row for each iteration up to `rows`; a cell is empty where nothing was
/// measured. Numbers have the shortest form that reads back to the same 32-bit value. To be filled in any
/// thread.
FillFile metricsCsv(std::shared_ptr<const RunRecord> record, std::int64_t rows);

/// A table without a header, one row a line.
FillFile tableCsv(Table table);

/// metrics.csv, run.json and, where there are samples, samples.csv: what a run's folder holds beside its
/// plots. They are written, in any thread, by writeWholeFiles().
std::vector<NewFile> runFiles(const QString& folder, const RunExport& shown);

} // namespace gan
