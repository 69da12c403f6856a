#include "core/session/metric_log.h"

#include "core/error.h"

#include <QDir>

#include <algorithm>

namespace gan {

namespace {

constexpr std::int64_t kRowsPerChunk = 4096;

MetricColumns columnNames(const std::vector<std::string>& ofExperiment)
{
    MetricColumns names = {"steps_d", "steps_g"};
    names.insert(names.end(), kStepColumns.begin(), kStepColumns.end());
    names.insert(names.end(), ofExperiment.begin(), ofExperiment.end());
    return names;
}

} // namespace

MetricLog::MetricLog(std::size_t memoryLimit)
    : m_memoryLimit(memoryLimit)
    , m_columns(std::make_shared<const MetricColumns>(columnNames({})))
{
}

MetricLog::~MetricLog() = default;

void MetricLog::setExperimentColumns(const std::vector<std::string>& names)
{
    const std::lock_guard lock(m_mutex);
    MetricColumns all = columnNames(names);
    if (m_rows > 0 && all != *m_columns)
        throw Error(GE_TR("The metrics of this run have other columns than the experiment measures now."));
    m_columns = std::make_shared<const MetricColumns>(std::move(all));
}

MetricLog::Chunk& MetricLog::chunkForNextRow()
{
    if (m_rows % kRowsPerChunk == 0) {
        spill();
        m_chunks.emplace_back().reserve(static_cast<std::size_t>(kRowsPerChunk) * m_columns->size());
    }
    ++m_rows;
    return m_chunks.back();
}

void MetricLog::append(const StepMetrics& step)
{
    const std::lock_guard lock(m_mutex);
    Chunk& chunk = chunkForNextRow();
    const std::size_t end = chunk.size() + m_columns->size();
    chunk.push_back(static_cast<float>(step.updatesD));
    chunk.push_back(static_cast<float>(step.updatesG));
    const auto values = stepValues(step);
    chunk.insert(chunk.end(), values.begin(), values.end());
    for (const auto* part : {&step.own, &step.measured})
        chunk.insert(chunk.end(), part->begin(), part->end());
    chunk.resize(end, kNoValue);
}

void MetricLog::append(const MetricRows& rows)
{
    const std::lock_guard lock(m_mutex);
    for (std::int64_t i = 0; i < rows.count(); ++i) {
        const auto row = rows.row(i);
        Chunk& chunk = chunkForNextRow();
        chunk.insert(chunk.end(), row.begin(), row.end());
    }
}

std::int64_t MetricLog::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_rows;
}

std::shared_ptr<const MetricColumns> MetricLog::columns() const
{
    const std::lock_guard lock(m_mutex);
    return m_columns;
}

MetricRows MetricLog::read(std::int64_t first, std::int64_t count) const
{
    const std::lock_guard lock(m_mutex);
    MetricRows rows{m_columns, first + 1, {}};
    const std::int64_t last = std::min(m_rows, first + count);
    rows.values.resize(static_cast<std::size_t>(std::max<std::int64_t>(0, last - first)) * rows.width());
    for (std::int64_t row = first; row < last;)
        row = copyRows(row, last, rows.values.data() + static_cast<std::size_t>(row - first) * rows.width());
    return rows;
}

/// Copies the rows from `row` to the end of its chunk, at most up to `last`; returns the next row.
std::int64_t MetricLog::copyRows(std::int64_t row, std::int64_t last, float* to) const
{
    const std::int64_t chunk = row / kRowsPerChunk;
    const std::int64_t end = std::min(last, (chunk + 1) * kRowsPerChunk);
    const auto width = static_cast<std::int64_t>(m_columns->size());
    const std::int64_t offset = row % kRowsPerChunk * width, length = (end - row) * width;
    if (chunk >= m_spilledChunks) {
        const Chunk& from = m_chunks[static_cast<std::size_t>(chunk - m_spilledChunks)];
        std::copy_n(from.begin() + offset, length, to);
        return end;
    }
    const std::int64_t place = (chunk * kRowsPerChunk * width + offset) * std::int64_t{sizeof(float)};
    const std::int64_t bytes = length * std::int64_t{sizeof(float)};
    if (!m_file->seek(place) || m_file->read(reinterpret_cast<char*>(to), bytes) != bytes)
        throw Error(
            GE_TR("The temporary file %1, which holds the older metrics of this run, cannot be read: %2."),
            {m_file->fileName().toStdString(), m_file->errorString().toStdString()});
    return end;
}

/// Moves the oldest chunk to the file when memory is full. Where no file can be written the log stays in
/// memory.
void MetricLog::spill()
{
    const std::size_t chunkBytes =
        static_cast<std::size_t>(kRowsPerChunk) * m_columns->size() * sizeof(float);
    if ((m_chunks.size() + 1) * chunkBytes <= m_memoryLimit || m_chunks.empty())
        return;
    if (!m_file) {
        m_file = std::make_unique<QTemporaryFile>(QDir::tempPath() +
                                                  QLatin1String("/gan-explorer-metrics-XXXXXX"));
        if (!m_file->open())
            return;
    }
    const auto bytes = static_cast<qint64>(chunkBytes);
    const bool written =
        m_file->isOpen() && m_file->seek(m_spilledChunks * bytes) &&
        m_file->write(reinterpret_cast<const char*>(m_chunks.front().data()), bytes) == bytes;
    if (!written)
        return;
    m_chunks.erase(m_chunks.begin());
    ++m_spilledChunks;
}

} // namespace gan
