#pragma once

#include <QString>

#include <vector>

namespace gan {

/// A word of the field, or of this program, that the screen uses.
struct Term {
    const char* name;                     ///< as the screen writes it
    const char* definition;               ///< one to three sentences
    std::vector<const char*> alsoIn = {}; ///< other words of labels that mean it
};

/// All of them, in the order in which they build on one another. Texts are English sources for translation.
/// Every definition of the program stands here and nowhere else.
const std::vector<Term>& terms();

/// The terms whose names, whole words, are in a label such as "gradient of D" or "W1". The longest names
/// count: "D(G(z)) before" is not D(G(z)) too.
std::vector<const Term*> termsIn(const QString& label);

/// A help text, and below it what the terms of its label mean, translated.
QString helpWithTerms(const QString& label, const QString& help);

} // namespace gan
