#pragma once

#include "core/metric_rows.h"
#include "core/step_metrics.h"

#include <QTemporaryFile>

#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

namespace gan {

/// In the columns of a log: first the two step counts, then those of every experiment, then its own.
inline constexpr std::size_t kFirstMeasuredColumn = 2 + kStepColumns.size();

/// All metrics of a run, one row for each iteration, none dropped. Values are 32 bit; past 32 MB the oldest
/// rows go to a temporary file, so memory stays bounded however long a run lasts. Every member locks: the
/// training thread appends, any thread reads.
class MetricLog {
public:
    /// `memoryLimit` in bytes of rows kept in memory.
    explicit MetricLog(std::size_t memoryLimit = 32u << 20);
    ~MetricLog();

    /// Before the first row: the experiment's columns, those of each iteration and then those of the
    /// measurement grid; they stand after those that every experiment has. Throws
    /// Error when there are rows with other columns.
    void setExperimentColumns(const std::vector<std::string>& names);
    void append(const StepMetrics& step);
    /// Rows as read() gives them, with the same columns: those of a saved run.
    void append(const MetricRows& rows);

    std::int64_t size() const;
    std::shared_ptr<const MetricColumns> columns() const;
    /// Up to `count` rows from row `first` (0 = iteration 1) on; fewer at the end. Throws Error when the
    /// temporary file cannot be read.
    MetricRows read(std::int64_t first, std::int64_t count) const;

private:
    using Chunk = std::vector<float>;
    Chunk& chunkForNextRow();
    void spill();
    std::int64_t copyRows(std::int64_t row, std::int64_t last, float* to) const;

    mutable std::mutex m_mutex;
    const std::size_t m_memoryLimit;
    std::shared_ptr<const MetricColumns> m_columns;
    std::int64_t m_rows = 0;
    std::int64_t m_spilledChunks = 0;
    std::vector<Chunk> m_chunks; ///< those not spilled, the last one being filled
    std::unique_ptr<QTemporaryFile> m_file;
};

} // namespace gan
