#pragma once

#include "core/data/load_step.h"
#include "core/data/npy_header.h"

#include <istream>
#include <string>
#include <vector>

namespace gan {

/// Pictures from a file of NumPy's: an array [N,H,W], [N,H,W,1] or [N,H,W,3] in C order of uint8, or of
/// float32 or float64. Floats are taken as 0 to 1, or as 0 to 255 when any of them is above 1.5; what lies
/// outside, or is not a number, becomes the nearest end, or black. Gray becomes three equal channels.
/// One picture at a time is in memory. One thread.
class NpyReader {
public:
    static constexpr std::int64_t kMostPictures = 10'000'000;
    static constexpr std::int64_t kLongestSide = 8192;

    /// Looks at the header, and at all floats for their range. `name` is what errors call the file; `file`
    /// must outlive the reader. Throws Error when the file is no such array or ends too early, and
    /// LoadingCanceled.
    NpyReader(std::istream& file, std::string name, const LoadStep& step = {});

    std::int64_t count() const { return m_header.shape[0]; }
    int height() const { return static_cast<int>(m_header.shape[1]); }
    int width() const { return static_cast<int>(m_header.shape[2]); }

    /// Picture `index` as height() x width() pixels, RGB RGB. Throws Error when it cannot be read.
    const std::vector<std::uint8_t>& read(std::int64_t index);

private:
    std::int64_t numbersEach() const;
    void checkShape() const;
    void checkLength();
    void readNumbers(std::int64_t first);
    double number(std::size_t place) const;
    std::uint8_t byteAt(std::size_t place) const;
    [[noreturn]] void fail(const Text& why) const;

    std::istream& m_file;
    std::string m_name;
    NpyHeader m_header;
    double m_scale = 1; ///< from a number to a byte
    std::vector<char> m_numbers;
    std::vector<std::uint8_t> m_picture;
};

} // namespace gan
