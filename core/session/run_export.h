#pragma once

#include "core/session/metric_log.h"
#include "core/snapshot.h"

#include <QString>

namespace gan {

/// metrics.csv: a header, then a row for each iteration; a cell is empty where nothing was measured. Numbers
/// have the shortest form that reads back to the same 32-bit value. Whole or not at all; throws Error.
void writeMetricsCsv(const QString& path, const MetricLog& log);

/// A table without a header, one row a line.
void writeTableCsv(const QString& path, const Table& table);

} // namespace gan
