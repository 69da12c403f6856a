#include "core/session/run_export.h"

#include "core/text.h"

#include <QDir>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace gan {

namespace {

constexpr std::int64_t kRowsAtOnce = 16384;
constexpr std::size_t kStepCounts = 2; // steps_d and steps_g: written as running sums, not as columns

void appendNumber(QByteArray& line, float value)
{
    if (std::isnan(value))
        return;
    std::array<char, 32> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    line.append(buffer.data(), end - buffer.data());
}

QByteArray header(const MetricColumns& columns)
{
    QByteArray line = "iteration,updates_d,updates_g";
    for (std::size_t i = kStepCounts; i < columns.size(); ++i)
        line += ',' + QByteArray::fromStdString(columns[i]);
    return line + '\n';
}

/// Turns rows into lines; knows how many updates came before.
class CsvLines {
public:
    QByteArray of(const MetricRows& rows)
    {
        QByteArray lines;
        for (std::int64_t i = 0; i < rows.count(); ++i)
            append(lines, rows.firstIteration + i, rows.row(i));
        return lines;
    }

private:
    void append(QByteArray& lines, std::int64_t iteration, std::span<const float> row)
    {
        m_updatesD += static_cast<std::int64_t>(row[0]);
        m_updatesG += static_cast<std::int64_t>(row[1]);
        lines += QByteArray::number(iteration) + ',' + QByteArray::number(m_updatesD) + ',' +
                 QByteArray::number(m_updatesG);
        for (std::size_t column = kStepCounts; column < row.size(); ++column) {
            lines += ',';
            appendNumber(lines, row[column]);
        }
        lines += '\n';
    }

    std::int64_t m_updatesD = 0, m_updatesG = 0;
};

} // namespace

FillFile metricsCsv(std::shared_ptr<const RunRecord> record, std::int64_t rows)
{
    return [record = std::move(record), rows](const WritePart& write) {
        const MetricLog& log = record->metrics();
        write(header(*log.columns()));
        CsvLines lines;
        for (std::int64_t row = 0; row < rows; row += kRowsAtOnce)
            write(lines.of(log.read(row, std::min(kRowsAtOnce, rows - row))));
    };
}

FillFile tableCsv(Table table)
{
    return [table = std::move(table)](const WritePart& write) {
        for (const auto& row : table.rows) {
            QByteArray line;
            for (double value : row)
                line += (line.isEmpty() ? "" : ",") + QByteArray::fromStdString(numberText(value));
            write(line + '\n');
        }
    };
}

std::vector<NewFile> runFiles(const QString& folder, const RunExport& shown)
{
    const auto path = [&](const char* name) { return QDir(folder).filePath(QLatin1String(name)); };
    std::vector<NewFile> files = {{path("metrics.csv"), metricsCsv(shown.record, shown.run.iterations)}};
    if (shown.samples)
        files.push_back({path("samples.csv"), tableCsv(*shown.samples)});
    const QByteArray json = runToJson(shown.run, shown.results);
    files.push_back({path("run.json"), [json](const WritePart& write) { write(json); }});
    return files;
}

} // namespace gan
