#pragma once

#include "core/text.h"

#include <exception>
#include <utility>

namespace gan {

/// The one error of the program: a sentence for the user that says what is wrong, where, and what is allowed.
/// Everything that can fail because of input, files or numbers throws it; `what()` is the sentence in
/// English.
class Error : public std::exception {
public:
    explicit Error(Text text)
        : m_text(std::move(text))
        , m_plain(plainText(m_text))
    {
    }
    explicit Error(const char* source, std::vector<Text> arguments = {})
        : Error(Text(source, std::move(arguments)))
    {
    }

    const Text& text() const { return m_text; }
    const char* what() const noexcept override { return m_plain.c_str(); }

private:
    Text m_text;
    std::string m_plain;
};

} // namespace gan
