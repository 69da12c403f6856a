#include "core/text.h"

#include <array>
#include <charconv>

namespace gan {

std::string plainText(const Text& text)
{
    std::string result;
    for (std::size_t i = 0; i < text.source.size(); ++i) {
        const bool place = text.source[i] == '%' && i + 1 < text.source.size() && text.source[i + 1] >= '1' &&
                           text.source[i + 1] <= '9';
        if (!place) {
            result += text.source[i];
            continue;
        }
        const auto index = static_cast<std::size_t>(text.source[++i] - '1');
        if (index < text.arguments.size())
            result += text.arguments[index];
    }
    return result;
}

std::string numberText(double value)
{
    std::array<char, 32> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    return {buffer.data(), end};
}

} // namespace gan
