#include "core/data/npy_reader.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

namespace gan {

namespace {

constexpr double kLargestShare = 1.5; // floats above it mean 0 to 255
constexpr std::int64_t kTellEvery = 256;

} // namespace

NpyReader::NpyReader(std::istream& file, std::string name, const LoadStep& step)
    : m_file(file)
    , m_name(std::move(name))
{
    try {
        m_header = readNpyHeader(file);
    } catch (const Error& error) {
        fail(error.text());
    }
    checkShape();
    checkLength();
    m_numbers.resize(static_cast<std::size_t>(numbersEach() * m_header.elementSize()));
    m_picture.resize(static_cast<std::size_t>(height()) * static_cast<std::size_t>(width()) * 3);
    if (m_header.type == NpyType::Byte)
        return;
    double largest = 0;
    for (std::int64_t i = 0; i < count(); ++i) {
        if (i % kTellEvery == 0)
            tell(step, i, count());
        readNumbers(i);
        for (std::size_t place = 0; place < static_cast<std::size_t>(numbersEach()); ++place)
            largest = std::max(largest, number(place)); // NaN never is
    }
    m_scale = largest > kLargestShare ? 1 : 255;
}

std::int64_t NpyReader::numbersEach() const
{
    const auto& shape = m_header.shape;
    return shape[1] * shape[2] * (shape.size() == 4 ? shape[3] : 1);
}

void NpyReader::checkShape() const
{
    const auto& shape = m_header.shape;
    if ((shape.size() != 3 && shape.size() != 4) || (shape.size() == 4 && shape[3] != 1 && shape[3] != 3))
        fail(GE_TR("Its shape must be [pictures, height, width], or that with 1 or 3 channels at the end."));
    if (shape[0] < 1 || shape[0] > kMostPictures)
        fail(Text::counted(GE_TR_N("It has %1 pictures; 1 to %2 can be read."), shape[0],
                           {std::to_string(shape[0]), std::to_string(kMostPictures)}));
    for (const std::int64_t side : {shape[1], shape[2]})
        if (side < 1 || side > kLongestSide)
            fail(Text::counted(GE_TR_N("Its pictures have a side of %1 pixels; 1 to %2 can be read."), side,
                               {std::to_string(side), std::to_string(kLongestSide)}));
}

/// Before anything is allocated: the numbers must all be there. Nothing overflows: count, sides, channels and
/// size are at most 1e7, 8192, 3 and 8.
void NpyReader::checkLength()
{
    m_file.seekg(0, std::ios::end);
    const std::int64_t there = static_cast<std::int64_t>(m_file.tellg()) - m_header.dataAt;
    if (!m_file || there / m_header.elementSize() / numbersEach() < count())
        fail(GE_TR("It ends too early: its header promises more pictures."));
}

void NpyReader::readNumbers(std::int64_t index)
{
    m_file.seekg(m_header.dataAt + index * static_cast<std::int64_t>(m_numbers.size()));
    if (!m_file.read(m_numbers.data(), static_cast<std::streamsize>(m_numbers.size())))
        fail(GE_TR("It cannot be read to its end."));
}

double NpyReader::number(std::size_t place) const
{
    if (m_header.type == NpyType::Float) {
        float value = 0;
        std::memcpy(&value, m_numbers.data() + place * sizeof value, sizeof value);
        return value;
    }
    double value = 0;
    std::memcpy(&value, m_numbers.data() + place * sizeof value, sizeof value);
    return value;
}

std::uint8_t NpyReader::byteAt(std::size_t place) const
{
    if (m_header.type == NpyType::Byte)
        return static_cast<std::uint8_t>(m_numbers[place]);
    const double value = number(place) * m_scale;
    return std::isnan(value) ? 0 : static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 255.0)));
}

const std::vector<std::uint8_t>& NpyReader::read(std::int64_t index)
{
    readNumbers(index);
    const bool gray = m_header.shape.size() == 3 || m_header.shape[3] == 1;
    for (std::size_t i = 0; i < m_picture.size(); ++i)
        m_picture[i] = byteAt(gray ? i / 3 : i);
    return m_picture;
}

void NpyReader::fail(const Text& why) const
{
    throw Error(GE_TR("The file %1 cannot be used: %2"), {m_name, why});
}

} // namespace gan
