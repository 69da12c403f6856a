#pragma once

#include "core/text.h"

#include <QString>

namespace gan {

/// The sentence in the user's language, as the loaded translation has it; English otherwise. Any thread.
QString translated(const Text& text);
QString translated(const char* source);

} // namespace gan
