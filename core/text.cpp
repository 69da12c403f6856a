#include "core/text.h"

#include <array>
#include <charconv>
#include <cmath>

namespace gan {

std::string filledIn(const std::string& source, const std::vector<std::string>& arguments)
{
    std::string result;
    for (std::size_t i = 0; i < source.size(); ++i) {
        const bool place =
            source[i] == '%' && i + 1 < source.size() && source[i + 1] >= '1' && source[i + 1] <= '9';
        if (!place) {
            result += source[i];
            continue;
        }
        const auto index = static_cast<std::size_t>(source[++i] - '1');
        if (index < arguments.size())
            result += arguments[index];
    }
    return result;
}

std::string plainText(const Text& text)
{
    if (text.isData)
        return text.source;
    std::vector<std::string> arguments;
    for (const Text& argument : text.arguments)
        arguments.push_back(plainText(argument));
    return filledIn(text.source, arguments);
}

std::string numberText(double value)
{
    std::array<char, 32> buffer;
    char *first = buffer.data(), *last = first + buffer.size();
    const double size = std::abs(value);
    const bool isPlain = size >= 1e-4 && size < 1e6; // 0.0005 reads better than 5e-04
    return {first, isPlain ? std::to_chars(first, last, value, std::chars_format::fixed).ptr
                           : std::to_chars(first, last, value).ptr};
}

} // namespace gan
