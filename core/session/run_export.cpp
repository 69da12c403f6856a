#include "core/session/run_export.h"

#include "core/session/whole_file.h"
#include "core/text.h"

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

void writeMetricsCsv(const QString& path, const MetricLog& log)
{
    writeWholeFile(path, [&](const WritePart& write) {
        write(header(*log.columns()));
        CsvLines lines;
        for (std::int64_t row = 0; row < log.size(); row += kRowsAtOnce)
            write(lines.of(log.read(row, kRowsAtOnce)));
    });
}

void writeTableCsv(const QString& path, const Table& table)
{
    writeWholeFile(path, [&](const WritePart& write) {
        for (const auto& row : table.rows) {
            QByteArray line;
            for (double value : row)
                line += (line.isEmpty() ? "" : ",") + QByteArray::fromStdString(numberText(value));
            write(line + '\n');
        }
    });
}

} // namespace gan
