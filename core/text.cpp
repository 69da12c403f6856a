#include "core/text.h"

#include <array>
#include <charconv>

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
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    return {buffer.data(), end};
}

} // namespace gan
