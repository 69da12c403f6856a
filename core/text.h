#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// Marks a text that a user reads, so that lupdate finds it (as a function alias of QT_TR_NOOP). It changes
/// nothing in the program: core keeps English sources, and the window and the command line translate them
/// when they show them.
#define GE_TR(text) text
/// The same for a sentence whose wording hangs on a number, see Text::counted(). A line "//: ..." above a
/// text explains an ambiguous word to translators.
#define GE_TR_N(text) text

namespace gan {

/// A sentence before translation: its English source with the places %1 to %9, and what stands in them. An
/// argument is a text too, so a sentence can hold a part that is translated for itself; a std::string is data
/// (a name, a number a path) and stands as it is.
struct Text {
    Text(const char* source, std::vector<Text> arguments = {})
        : source(source)
        , arguments(std::move(arguments))
    {
    }
    Text(std::string data)
        : source(std::move(data))
        , isData(true)
    {
    }

    /// A sentence whose wording hangs on `count`: languages have two plural forms and more. The number itself
    /// is one of the arguments.
    static Text counted(const char* source, std::int64_t count, std::vector<Text> arguments)
    {
        Text text(source, std::move(arguments));
        text.count = count;
        return text;
    }

    std::string source;
    std::vector<Text> arguments = {};
    bool isData = false;
    std::optional<std::int64_t> count = {};

    bool operator==(const Text&) const = default;
};

/// `source` with %1 to %9 replaced. Any thread.
std::string filledIn(const std::string& source, const std::vector<std::string>& arguments);

/// The sentence in English.
std::string plainText(const Text& text);

/// A number as texts show it: the shortest decimal form that reads back to the same value, such as 0.0005,
/// 5 or 1e-06.
std::string numberText(double value);

} // namespace gan
