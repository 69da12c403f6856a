#pragma once

#include <string>
#include <vector>

/// Marks a text that a user reads, so that lupdate finds it (as a function alias of QT_TR_NOOP). It changes nothing
/// in the program: core keeps English sources, and the window and the command line translate them when they show them.
#define GE_TR(text) text

namespace gan {

/// A sentence before translation: its English source with the places %1 to %9, and what stands in them.
struct Text {
    std::string source;
    std::vector<std::string> arguments = {};

    bool operator==(const Text&) const = default;
};

/// The sentence in English with its arguments filled in. Any thread.
std::string plainText(const Text& text);

/// A number as texts show it: the shortest decimal form that reads back to the same value, such as 0.001 or 5.
std::string numberText(double value);

} // namespace gan
