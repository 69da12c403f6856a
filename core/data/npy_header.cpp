#include "core/data/npy_header.h"

#include "core/error.h"

#include <cctype>
#include <charconv>
#include <string>
#include <string_view>

namespace gan {

namespace {

constexpr std::string_view kMagic = "\x93NUMPY";
constexpr std::uint32_t kLongestHeader = 1 << 16; // NumPy's own are under 200 bytes
constexpr std::size_t kMostDimensions = 8;

[[noreturn]] void damaged()
{
    throw Error(GE_TR("Its header is damaged."));
}

std::string readExactly(std::istream& file, std::size_t count)
{
    std::string bytes(count, '\0');
    if (!file.read(bytes.data(), static_cast<std::streamsize>(count)))
        damaged();
    return bytes;
}

/// The text between the magic and the numbers.
std::string headerText(std::istream& file)
{
    std::string magic(kMagic.size(), '\0');
    if (!file.read(magic.data(), static_cast<std::streamsize>(magic.size())) || magic != kMagic)
        throw Error(GE_TR("It is not a .npy file."));
    const char version = readExactly(file, 2)[0];
    if (version < 1 || version > 3)
        throw Error(GE_TR("It has a newer .npy format; versions 1 to 3 can be read."));
    std::uint32_t length = 0;
    int shift = 0;
    for (const char byte : readExactly(file, version == 1 ? 2 : 4)) {
        length |= static_cast<std::uint32_t>(static_cast<unsigned char>(byte)) << shift;
        shift += 8;
    }
    if (length > kLongestHeader)
        damaged();
    return readExactly(file, length);
}

/// Reads the few kinds of Python literals that a header is made of.
class Literals {
public:
    explicit Literals(std::string_view text)
        : m_rest(text)
    {
    }

    bool take(char wanted)
    {
        skipBlanks();
        if (m_rest.empty() || m_rest.front() != wanted)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }
    void require(char wanted)
    {
        if (!take(wanted))
            damaged();
    }
    std::string_view quoted()
    {
        skipBlanks();
        if (m_rest.empty() || (m_rest.front() != '\'' && m_rest.front() != '"'))
            damaged();
        const std::size_t end = m_rest.find(m_rest.front(), 1);
        if (end == std::string_view::npos)
            damaged();
        const std::string_view text = m_rest.substr(1, end - 1);
        m_rest.remove_prefix(end + 1);
        return text;
    }
    bool truth()
    {
        skipBlanks();
        for (const std::string_view word : {"True", "False"})
            if (m_rest.starts_with(word)) {
                m_rest.remove_prefix(word.size());
                return word == "True";
            }
        damaged();
    }
    std::vector<std::int64_t> tuple()
    {
        std::vector<std::int64_t> numbers;
        require('(');
        while (!take(')')) {
            numbers.push_back(number());
            if (numbers.size() > kMostDimensions)
                damaged();
            if (!take(',')) {
                require(')');
                break;
            }
        }
        return numbers;
    }

private:
    void skipBlanks()
    {
        while (!m_rest.empty() && std::isspace(static_cast<unsigned char>(m_rest.front())))
            m_rest.remove_prefix(1);
    }
    std::int64_t number()
    {
        skipBlanks();
        std::int64_t value = 0;
        const auto [end, error] = std::from_chars(m_rest.data(), m_rest.data() + m_rest.size(), value);
        if (error != std::errc{})
            damaged();
        m_rest.remove_prefix(static_cast<std::size_t>(end - m_rest.data()));
        return value;
    }

    std::string_view m_rest;
};

NpyType typeOf(Literals& literals)
{
    constexpr auto wanted = GE_TR("Its numbers are of another type than uint8, float32 and float64.");
    if (literals.take('[')) // a record of several fields
        throw Error(wanted);
    const std::string_view name = literals.quoted();
    if (name == "|u1" || name == "<u1" || name == "=u1" || name == "u1")
        return NpyType::Byte;
    if (name == "<f4" || name == "=f4" || name == "f4")
        return NpyType::Float;
    if (name == "<f8" || name == "=f8" || name == "f8")
        return NpyType::Double;
    if (name == ">f4" || name == ">f8")
        throw Error(GE_TR("Its numbers have the byte order of another kind of machine (big endian)."));
    throw Error(wanted);
}

} // namespace

NpyHeader readNpyHeader(std::istream& file)
{
    const std::string text = headerText(file);
    NpyHeader header;
    header.dataAt = static_cast<std::int64_t>(file.tellg());
    Literals literals(text);
    bool hasType = false, hasShape = false;
    literals.require('{');
    while (!literals.take('}')) {
        const std::string_view key = literals.quoted();
        literals.require(':');
        if (key == "descr") {
            header.type = typeOf(literals);
            hasType = true;
        } else if (key == "shape") {
            header.shape = literals.tuple();
            hasShape = true;
        } else if (key != "fortran_order") {
            damaged();
        } else if (literals.truth()) {
            throw Error(GE_TR("Its numbers are in Fortran order; C order is needed."));
        }
        literals.take(',');
    }
    if (!hasType || !hasShape)
        damaged();
    return header;
}

} // namespace gan
