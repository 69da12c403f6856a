#pragma once

#include "core/text.h"

#include <QString>

#include <cstdint>

namespace gan {

/// The sentence in the user's language, as the loaded translation has it; English otherwise. Any thread.
QString translated(const Text& text);
QString translated(const char* source);
/// In the plural form for `count`.
QString translated(const char* source, std::int64_t count);

} // namespace gan
