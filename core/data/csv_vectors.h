#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gan {

/// Vectors of one length, one after the other.
struct Vectors {
    std::int64_t length = 0;
    std::vector<double> values;

    std::int64_t count() const { return length ? static_cast<std::int64_t>(values.size()) / length : 0; }
};

/// How values were brought into the range of tanh: (value - mean) / range, where the range is the largest
/// value minus the smallest one.
struct ValueScale {
    double mean = 0, range = 1;
};

/// The largest file that is read, in bytes. It is read whole, also in the GUI thread, in a fraction of a
/// second.
inline constexpr std::int64_t kLargestCsv = 32 << 20;

/// A CSV file with one vector a line: `length` finite numbers in decimal form with a point, separated by
/// commas, semicolons, tabs or spaces. Empty lines are skipped. Throws Error, with line and column of what is
/// wrong, and for a file that is empty, too large or cannot be read.
Vectors readCsvVectors(const std::string& path, std::int64_t length);

/// The same from the text of a file called `name` in sentences.
Vectors csvVectors(std::string_view text, const std::string& name, std::int64_t length);

/// Shifts all values by their mean and divides them by their range. Throws Error, naming the file, when all
/// are equal.
ValueScale standardize(Vectors& vectors, const std::string& name);

} // namespace gan
