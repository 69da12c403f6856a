#include "core/data/csv_vectors.h"

#include "core/data/regular_file.h"
#include "core/error.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <numeric>
#include <optional>
#include <sstream>

namespace gan {

namespace {

constexpr std::size_t kQuoted = 24; ///< letters of a cell that a sentence repeats

bool isBlank(char letter)
{
    return letter == ' ' || letter == '\t' || letter == '\r';
}

bool isMark(char letter)
{
    return letter == ',' || letter == ';';
}

/// Takes the next cell off the front of a line: up to a comma or semicolon with blanks around it, or up to
/// blanks alone. Nothing at the end of the line.
std::optional<std::string_view> takeCell(std::string_view& rest, bool& cellMustFollow)
{
    const auto skipBlanks = [&] {
        while (!rest.empty() && isBlank(rest.front()))
            rest.remove_prefix(1);
    };
    skipBlanks();
    if (rest.empty() && !cellMustFollow)
        return std::nullopt;
    const auto end = std::find_if(rest.begin(), rest.end(), [](char c) { return isBlank(c) || isMark(c); });
    const std::string_view cell = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
    rest.remove_prefix(cell.size());
    skipBlanks();
    cellMustFollow = !rest.empty() && isMark(rest.front());
    if (cellMustFollow)
        rest.remove_prefix(1);
    return cell;
}

std::optional<double> finiteNumber(std::string_view cell)
{
    if (cell.starts_with('+'))
        cell.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (cell.empty() || error != std::errc() || end != cell.data() + cell.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

/// As a sentence can quote it.
std::string quotable(std::string_view cell)
{
    std::string text(cell.substr(0, kQuoted));
    for (char& letter : text)
        if (static_cast<unsigned char>(letter) < 0x20 || static_cast<unsigned char>(letter) >= 0x7f)
            letter = '?';
    return cell.size() > kQuoted ? text + "..." : text;
}

/// Reads the lines of one file.
class CsvReader {
public:
    CsvReader(const std::string& name, std::int64_t length)
        : m_name(name)
    {
        m_vectors.length = length;
    }

    void read(std::string_view line)
    {
        ++m_line;
        std::int64_t column = 0;
        bool cellMustFollow = false;
        while (const auto cell = takeCell(line, cellMustFollow)) {
            ++column;
            const auto value = finiteNumber(*cell);
            if (!value)
                throw Error(GE_TR("Line %1, column %2 of %3: \"%4\" is not a finite number such as 0.5."),
                            {std::to_string(m_line), std::to_string(column), m_name, quotable(*cell)});
            m_vectors.values.push_back(*value);
        }
        if (column != 0 && column != m_vectors.length)
            throw Error(Text::counted(
                GE_TR_N("Line %1, column %2 of %3: the line has %4 values; each line must have %5 (2 to the "
                        "power of axes)."),
                column,
                {std::to_string(m_line), std::to_string(std::min(column, m_vectors.length) + 1), m_name,
                 std::to_string(column), std::to_string(m_vectors.length)}));
    }

    Vectors take()
    {
        if (m_vectors.values.empty())
            throw Error(GE_TR("%1 holds no numbers: it must have one vector a line."), {m_name});
        return std::move(m_vectors);
    }

private:
    std::string m_name;
    Vectors m_vectors;
    std::int64_t m_line = 0;
};

/// The text of the file; throws Error.
std::string readText(const std::string& path)
{
    std::error_code failure;
    if (!std::filesystem::is_regular_file(path, failure))
        throw Error(GE_TR("%1 is no file that can be read."), {path});
    const auto size = std::filesystem::file_size(path, failure);
    if (!failure && size > static_cast<std::uintmax_t>(kLargestCsv))
        throw Error(GE_TR("%1 has %2 MB; at most %3 MB can be read."),
                    {path, std::to_string(size >> 20), std::to_string(kLargestCsv >> 20)});
    const std::ifstream file = regularFileStream(path);
    std::ostringstream text;
    text << file.rdbuf();
    if (!file.is_open() || file.bad())
        throw Error(GE_TR("%1 cannot be read: check that you may open it."), {path});
    return std::move(text).str();
}

} // namespace

Vectors csvVectors(std::string_view text, const std::string& name, std::int64_t length)
{
    constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
    if (text.starts_with(byteOrderMark))
        text.remove_prefix(byteOrderMark.size());
    CsvReader reader(name, length);
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        reader.read(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return reader.take();
}

Vectors readCsvVectors(const std::string& path, std::int64_t length)
{
    return csvVectors(readText(path), path, length);
}

ValueScale standardize(Vectors& vectors, const std::string& name)
{
    std::vector<double>& values = vectors.values;
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    const double range = *most - *least;
    if (!(range > 0) || !std::isfinite(range))
        throw Error(GE_TR("The values of %1 cannot be divided by their range, which is %2."),
                    {name, numberText(range)});
    const double count = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0,
                                        [&](double sum, double value) { return sum + value / count; });
    for (double& value : values)
        value = (value - mean) / range;
    return {mean, range};
}

} // namespace gan
